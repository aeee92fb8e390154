package org.sightline.network;

import java.util.HashMap;
import org.sightline.access.Workspaces;
import org.sightline.clocks.Calendars;
import org.sightline.clocks.DueDates;
import org.sightline.clocks.RuleBook;
import org.sightline.kernel.SignedIn;
import org.springframework.stereotype.Component;

/// Computes the dates of an exercise.
@Component
class ExerciseClocks {

  private final Workspaces workspaces;
  private final JdbcExercises exercises;
  private final DueDates dueDates;
  private final Calendars calendars;
  private final RuleBook rules;

  ExerciseClocks(
      Workspaces workspaces,
      JdbcExercises exercises,
      DueDates dueDates,
      Calendars calendars,
      RuleBook rules) {
    this.workspaces = workspaces;
    this.exercises = exercises;
    this.dueDates = dueDates;
    this.calendars = calendars;
    this.rules = rules;
  }

  /// The dates as the rule book has them now; a date that stays the same keeps its version.
  void compute(SignedIn who, JdbcExercises.Head head) {
    if (head.isPractice()) {
      return;
    }
    exercises.hold(head.id());
    var known = new HashMap<String, ExerciseDates.Meeting>();
    for (var date : dueDates.of(head.id())) {
      var day = date.said().day();
      if (day != null) {
        known.put(date.slot(), new ExerciseDates.Meeting(day, date.isDone()));
      }
    }
    var place = workspaces.parentOf(head.id());
    var calendar = calendars.of(place.orElse(head.id()));
    var events = exercises.events(head.id()).stream().map(Exercise.Event::day).toList();
    ExerciseDates.of(rules, calendar, head.identified(), known, events)
        .forEach(computed -> dueDates.keep(who, head.id(), computed));
  }
}
