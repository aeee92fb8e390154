package org.sightline.network.map;

import org.jspecify.annotations.Nullable;

/// Why an edit is not taken.
///
/// @param element what it is about, or `null` when the edit itself is
/// @param since the entry that stands in the way, or 0
public record Refusal(
    Reason reason, @Nullable ElementId element, @Nullable Field field, long since) {

  /// Each becomes a sentence for the person who drew.
  public enum Reason {
    /// Somebody else answered the same thing meanwhile.
    CHANGED_MEANWHILE,
    /// Somebody took the element off meanwhile.
    TAKEN_OFF,
    /// There is no such element on this map.
    NOT_THERE,
    /// Something is missing that such an element cannot be without.
    INCOMPLETE,
    /// The answer is of another kind of element.
    OTHER_KIND,
    /// A line to somebody else is another line.
    FIXED,
    /// A line leads from a node to itself.
    TO_ITSELF,
    /// Nobody says so: a line rests on one report at least.
    NO_EVIDENCE,
    /// The grading of the police is only for what the police supplied.
    GRADING_WITHOUT_POLICE,
    /// Two nodes would each be the other.
    ROUND_IN_A_CIRCLE,
    /// There is nothing to take back.
    NOTHING_TO_UNDO
  }

  static Refusal of(Reason reason, ElementId element, @Nullable Field field) {
    return new Refusal(reason, element, field, 0);
  }
}
