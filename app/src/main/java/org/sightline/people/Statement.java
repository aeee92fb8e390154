package org.sightline.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.UserId;

/// A statement about a person. It is never changed; a correction is another statement.
///
/// @param supersedes the statement it corrects, or `null`
/// @param because why that one was corrected, or `null`
/// @param supersededBy the statement that corrects this one, or `null` while it holds
public record Statement(
    StatementId id,
    StatementText text,
    UserId by,
    Instant at,
    @Nullable StatementId supersedes,
    @Nullable String because,
    @Nullable StatementId supersededBy) {

  public boolean holds() {
    return supersededBy == null;
  }

  /// As it may leave (practice.md, Safety 3).
  Statement forOthers() {
    return new Statement(id, text.forOthers(), by, at, supersedes, because, supersededBy);
  }
}
