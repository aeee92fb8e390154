package org.sightline.network;

import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.WorkspaceId;
import org.sightline.web.Dates;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// What was closed stays as it was agreed: nothing is drawn, prepared or planned in it before it is
/// opened again (B56, B57). What was decided in it goes on: actions are updated, minutes are filed.
@Component
class OpenExercises {

  private final JdbcExercises exercises;
  private final Words words;

  OpenExercises(JdbcExercises exercises, Words words) {
    this.exercises = exercises;
    this.words = words;
  }

  /// Works inside a process.
  ///
  /// @throws NotThere when it is no exercise
  JdbcExercises.Head find(WorkspaceId work) {
    return exercises.head(work).orElseThrow(NotThere::new);
  }

  /// Works inside a process.
  boolean isOpen(WorkspaceId work) {
    return exercises.ended(work).isEmpty();
  }

  /// Works inside a process. A piece of work that is no exercise is never closed.
  ///
  /// @throws Refused with the day on which it was closed and what to do
  void require(WorkspaceId work) {
    exercises
        .ended(work)
        .ifPresent(
            ended -> {
              throw new Refused(
                  words.say("network.closed.open-first", Dates.weekday(ended.agreedOn())));
            });
  }

  /// Works inside a process.
  ///
  /// @throws Refused as a young person reads it, when the exercise is closed
  void requireForYoungPeople(WorkspaceId work) {
    if (!isOpen(work)) {
      throw new Refused(words.say("network.own.closed"));
    }
  }
}
