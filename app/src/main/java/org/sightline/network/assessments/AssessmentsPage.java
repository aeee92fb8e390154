package org.sightline.network.assessments;

import java.util.List;
import org.sightline.network.Exercise;

/// The prompts of an exercise, with what was decided.
///
/// @param works whether the reader works on it
public record AssessmentsPage(Exercise exercise, boolean works, List<Prompt> prompts) {

  /// Nothing is decided in what is closed.
  public boolean mayWrite() {
    return works && exercise.isOpen();
  }

  /// One prompt.
  ///
  /// @param isAsked whether it waits for a decision now
  /// @param decisions the last first
  public record Prompt(String question, boolean isAsked, List<Line> decisions) {}

  /// A decision in words.
  ///
  /// @param facts how both halves of the prompt were answered
  public record Line(
      String id,
      String decision,
      String on,
      String about,
      List<String> facts,
      String why,
      String decidedBy,
      String document,
      String by,
      boolean isTakenBack) {}
}
