package org.sightline.network;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.sightline.clocks.Calendars;
import org.sightline.clocks.DueDate;
import org.sightline.clocks.DueDates.Computed;
import org.sightline.clocks.RuleBook;
import org.sightline.clocks.RuleConflicts;
import org.sightline.clocks.SchoolCalendar;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// Whether the rules can all be kept, asked of exercises that would be identified in the days to
/// come and of which nothing is known yet: said to whoever changes a rule.
@Component
class ModelExercise implements RuleConflicts {

  /// Over so many days every day of the week and a holiday or two come first once.
  private static final int DAYS = 28;

  private final Calendars calendars;
  private final Words words;
  private final Clock clock;

  ModelExercise(Calendars calendars, Words words, Clock clock) {
    this.calendars = calendars;
    this.words = words;
    this.clock = clock;
  }

  @Override
  public List<String> of(RuleBook rules) {
    var today = LocalDate.now(clock.withZone(ZoneId.of("Europe/London")));
    return IntStream.range(0, DAYS)
        .mapToObj(today::plusDays)
        .flatMap(day -> conflicts(rules, day).stream())
        .map(DateConflicts.Conflict::kind)
        .distinct()
        .sorted()
        .map(kind -> words.say("network.conflict.rules." + kind))
        .toList();
  }

  private List<DateConflicts.Conflict> conflicts(RuleBook rules, LocalDate day) {
    var calendar = SchoolCalendar.withoutClosures(calendars.nation());
    var dates =
        ExerciseDates.of(rules, calendar, day, Map.of(), List.of()).stream()
            .map(ModelExercise::kept)
            .toList();
    return DateConflicts.of(dates, day, day, day);
  }

  private static DueDate kept(Computed one) {
    return new DueDate(
        one.slot(),
        1,
        one.deadline().rule().value(),
        one.started(),
        one.deadline().lastDay(),
        one.deadline().lastDay(),
        one.settled(),
        one.deadline().explanation(),
        "",
        null,
        null,
        DueDate.Said.NOTHING);
  }
}
