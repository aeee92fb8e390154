package org.sightline.network;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.UserId;

/// A question the exercise wants answered, with what was found (B29, B36).
///
/// @param subject whom or what it is about, or `null` for all of it
/// @param agency that can answer it; empty while nobody knows
/// @param isOver whether it was taken back
public record KeyQuestion(
    UUID id,
    @Nullable UUID subject,
    String question,
    String agency,
    UserId by,
    Instant at,
    boolean isOver,
    List<Answer> answers) {

  /// What was found.
  ///
  /// @param foundBy agency and role
  public record Answer(UUID id, String words, String foundBy, UserId by, Instant at) {}

  /// What is sealed of a question.
  record Asked(String question, String agency) {}

  /// What is sealed of an answer.
  record Found(String words, String foundBy) {}

  public boolean isAnswered() {
    return !answers.isEmpty();
  }
}
