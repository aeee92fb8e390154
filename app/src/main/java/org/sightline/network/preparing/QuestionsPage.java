package org.sightline.network.preparing;

import java.util.List;
import java.util.Map;
import org.sightline.network.Exercise;
import org.sightline.web.Answers;

/// What the exercise wants answered (B29, B36).
public record QuestionsPage(
    Exercise exercise,
    List<Line> open,
    List<Line> answered,
    List<Line> over,
    Map<String, String> subjects,
    boolean mayWrite,
    Answers form) {

  /// A question, in words.
  public record Line(
      String id, String question, String about, String agency, String by, List<Found> answers) {}

  /// An answer, in words.
  public record Found(String id, String words, String foundBy, String by) {}
}
