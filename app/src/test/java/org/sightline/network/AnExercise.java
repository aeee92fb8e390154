package org.sightline.network;

import java.time.LocalDate;
import java.util.List;

/// What an exercise is opened with.
public final class AnExercise {

  private AnExercise() {}

  /// Without an agreement.
  ///
  /// @param identified the day its clocks start
  public static Exercises.Opening with(LocalDate identified, String objective) {
    return new Exercises.Opening(
        false,
        "contextual-safeguarding",
        "peer-group",
        identified,
        "referral",
        Exercise.Standing.NONE,
        null,
        new ExerciseText(
            objective, "A referral", "", List.of(), List.of(), "", "The invented team", ""));
  }
}
