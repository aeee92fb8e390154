package org.sightline.network;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;

/// A mapping exercise as it stands.
///
/// @param isPractice for trying out: marked on every page, without dates (B94)
/// @param framework, `unit` and `source` ids of the vocabulary
/// @param identified the day the group, place or incident was identified; clocks start there (B58)
/// @param version of its text, from one
/// @param ended when and why it was closed, or `null` while it is open
public record Exercise(
    WorkspaceId id,
    String title,
    boolean isPractice,
    String framework,
    String unit,
    LocalDate identified,
    String source,
    Standing agreement,
    int version,
    ExerciseText text,
    @Nullable Ended ended) {

  /// How the agreement it relies on stood when it was opened. A missing one never blocked that.
  public enum Standing {
    IN_FORCE,
    DRAFT,
    NONE
  }

  /// What brings the review forward (B65).
  public enum EventKind {
    INCIDENT,
    INFORMATION,
    INTERVENTION_ENDED
  }

  /// Something that brings the review forward.
  public record Event(
      UUID id, EventKind kind, LocalDate day, String words, UserId by, Instant at) {}

  /// The recorded agreement that risk has reduced (B56, B57, B71).
  ///
  /// @param why and `agreedBy` in words
  public record Ended(LocalDate agreedOn, String why, String agreedBy, UserId by, Instant at) {}

  /// A version of its text.
  public record Version(
      int number, ExerciseText text, @Nullable String because, UserId by, Instant at) {}

  public boolean isOpen() {
    return ended == null;
  }
}
