package org.sightline.plans;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.UserId;

/// A letter that raised places outside school with the council, and what came back (A35).
///
/// @param replies in order; a later one adds to the earlier
public record CouncilLetter(
    LetterId id,
    String recipient,
    LocalDate sentOn,
    LocalDate replyBy,
    UserId by,
    List<Reply> replies) {

  public CouncilLetter {
    replies = List.copyOf(replies);
    if (replyBy.isBefore(sentOn)) {
      throw new IllegalArgumentException(
          "A letter sent on %s cannot ask for a reply by %s".formatted(sentOn, replyBy));
    }
  }

  /// @param forStudents what students are told of it, or `null`
  public record Reply(LocalDate on, String text, @Nullable String forStudents, UserId by) {}
}
