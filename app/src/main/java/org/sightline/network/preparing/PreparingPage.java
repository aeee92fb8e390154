package org.sightline.network.preparing;

import java.util.List;
import org.sightline.network.Exercise;
import org.sightline.network.Vocabulary;

/// The five questions and how far each is (B25 to B29).
///
/// @param candidates how many wait for a decision
public record PreparingPage(Exercise exercise, List<Question> questions, int candidates) {

  /// One of the five.
  ///
  /// @param said how far it is, in words
  public record Question(String asks, String said, String href, String link) {}

  /// Asked before the first session (B22).
  public List<String> prompts() {
    return Vocabulary.shipped().prompts();
  }
}
