package org.sightline.contexts.floorplans;

import org.jspecify.annotations.Nullable;

/// A place young people can mark, named by place and never by person (practice.md 8).
///
/// @param floor position of its floor
/// @param adults how often adults are there (A62)
/// @param watched whether there is surveillance (A62)
/// @param otherYears whether it is mainly used by another year group (A63)
/// @param oneAdult whether one adult is in charge there: when red it goes to the head or the LADO,
///     and never on a poster, presenter view or student feedback
/// @param elsewhere whether it stands for places that are not on the plan
/// @param notes free notes, or `null`
public record Zone(
    ZoneKey key,
    int floor,
    String name,
    Outline outline,
    Adults adults,
    Answer watched,
    Answer otherYears,
    boolean oneAdult,
    boolean elsewhere,
    @Nullable String notes) {

  /// How often adults are there.
  public enum Adults {
    NOT_ASKED,
    RARELY,
    SOMETIMES,
    MOSTLY
  }

  /// A question that may not have been asked yet.
  public enum Answer {
    NOT_ASKED,
    YES,
    NO
  }

  public Zone {
    if (name.isBlank() || name.length() > 60) {
      throw new IllegalArgumentException("A zone needs a name of up to 60 letters: " + name);
    }
  }

  /// A zone of which nothing is known yet but its place.
  public static Zone at(int floor, String name, Outline outline) {
    return new Zone(
        ZoneKey.random(),
        floor,
        name,
        outline,
        Adults.NOT_ASKED,
        Answer.NOT_ASKED,
        Answer.NOT_ASKED,
        false,
        name.equals(StarterZones.SOMEWHERE_ELSE),
        null);
  }
}
