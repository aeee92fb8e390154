package org.sightline.engagement.planning;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A question for the discussion.
///
/// @param id of the round's own question; of a shipped one always the same
/// @param source its id in `questions.yaml`, which stays when the words change; `null` for a
///     question of the school's own
/// @param words as they are read out
/// @param hint for the facilitator; may be empty
public record Question(UUID id, Kind kind, @Nullable String source, String words, String hint) {

  static final int LONGEST = 300;

  /// The nine of the discussion, and the three for a short session (A54).
  public enum Kind {
    DISCUSSION("discussion"),
    IN_SESSION("inSession");

    private final String key;

    Kind(String key) {
      this.key = key;
    }

    /// As in an address: `in-session`.
    public String slug() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public Question {
    if (words.isBlank() || words.length() > LONGEST || hint.length() > LONGEST) {
      throw new IllegalArgumentException("A question has 1 to %d letters".formatted(LONGEST));
    }
  }

  /// The shipped examples in their order (A03).
  public static List<Question> shipped(Kind kind) {
    return Lists.of("questions", kind.key).stream()
        .map(
            row ->
                new Question(
                    UUID.nameUUIDFromBytes(
                        Lists.text(row, "id").getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                    kind,
                    Lists.text(row, "id"),
                    Lists.text(row, "text"),
                    Lists.text(row, "facilitatorHint")))
        .toList();
  }
}
