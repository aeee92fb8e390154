package org.sightline.network;

import java.time.Instant;
import java.util.UUID;
import org.sightline.kernel.UserId;
import org.sightline.people.StatementText;

/// One statement in one cell of the matrix.
///
/// @param tag the kind of concern, in the words of the vocabulary (B37); empty for none
/// @param isOver whether it was taken back
public record Note(
    UUID id,
    UUID subject,
    Cell cell,
    String tag,
    StatementText text,
    UserId by,
    Instant at,
    boolean isOver) {

  /// The columns of the matrix: what is known of somebody or a place, and by whom.
  public enum Cell {
    /// B31
    CONCERNS,
    /// B32
    CONTEXTS,
    /// B33, B34
    LINKED,
    /// B35
    CONTACTS,
    /// B12
    STRENGTHS,
    /// B75: what case systems hold
    HELD,
    /// B75: which services are open
    SERVICES,
    /// B76: who else knows them
    KNOWN_BY,
    /// B04: what they pose to others, or others to them: of what nature, how much, how serious
    RISKS
  }

  /// What is sealed.
  record Content(String tag, StatementText text) {}
}
