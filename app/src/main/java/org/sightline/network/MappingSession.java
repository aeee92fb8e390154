package org.sightline.network;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.UserId;

/// A session of a mapping exercise (B45).
///
/// @param slot the date of the exercise it keeps; empty when it keeps none
/// @param day it is planned for or was held on, or `null`
/// @param isOver whether it was taken back
public record MappingSession(
    UUID id,
    Kind kind,
    String slot,
    @Nullable LocalDate day,
    boolean isHeld,
    boolean isOver,
    List<Invited> invited,
    List<Said> said) {

  /// Inside the agency first, then with partners, then reviews (B51, B53, B55).
  public enum Kind {
    INTERNAL,
    PARTNERS,
    REVIEW
  }

  /// Whether somebody came.
  public enum Attendance {
    NOT_SAID,
    CAME,
    SENT_WORD,
    MISSED
  }

  /// What a session leaves behind.
  public enum NoteKind {
    PARTNER,
    RISK,
    STRENGTH,
    TANGENT,
    DIFFERENTLY,
    TOLD,
    OTHER_MEETING,
    /// Inside which existing meeting a small update was reviewed (B67).
    INSIDE_MEETING
  }

  /// Somebody who is invited.
  ///
  /// @param partner the kind of partner, an id of the vocabulary
  public record Invited(
      UUID id,
      String partner,
      String name,
      String agency,
      String role,
      Attendance attendance,
      UserId by,
      Instant at,
      boolean isOver) {}

  /// Something that was noted.
  public record Said(UUID id, NoteKind kind, String words, UserId by, Instant at, boolean isOver) {}

  /// What is sealed of an invitation.
  record Content(String name, String agency, String role) {}
}
