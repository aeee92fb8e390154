package org.sightline.engagement.planning;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/// What is planned about a session. Everything beyond date, time and sitting is prompted for and never
/// blocks (A12 to A18, A25).
///
/// @param keyStage 2 to 5, or `null` while it is not known (A16)
/// @param gender of the group: it belongs to the session, never to a map
/// @param groupSize how many students are expected, or `null`
/// @param howChosen how the group was chosen; sealed
/// @param peersChecked current concerns and peer dynamics that were checked (A17); sealed
/// @param adjustedBecause why the group was adjusted (A18); sealed
/// @param scribe name of a scribe who keeps confidence; sealed, and never on a map
public record SessionDetails(
    LocalDate heldOn,
    LocalTime startsAt,
    Sitting sitting,
    @Nullable Integer keyStage,
    GroupGender gender,
    @Nullable Integer groupSize,
    @Nullable String room,
    YesNo roomIsPrivate,
    YesNo inClassTime,
    YesNo chosenWithPupils,
    @Nullable String howChosen,
    @Nullable String peersChecked,
    @Nullable String adjustedBecause,
    @Nullable String scribe) {

  /// The plans to choose from (`engagement/run-sheet.yaml`).
  public enum Sitting {
    ONE_LESSON,
    THIRTY_MINUTES,
    TWO_LESSONS
  }

  public enum GroupGender {
    NOT_ASKED,
    GIRLS,
    BOYS,
    MIXED
  }

  /// A question that may not have been asked yet.
  public enum YesNo {
    NOT_ASKED,
    YES,
    NO
  }

  /// Only a date and a time; everything else still to be asked.
  public static SessionDetails on(LocalDate heldOn, LocalTime startsAt) {
    return new SessionDetails(
        heldOn,
        startsAt,
        Sitting.ONE_LESSON,
        null,
        GroupGender.NOT_ASKED,
        null,
        null,
        YesNo.NOT_ASKED,
        YesNo.NOT_ASKED,
        YesNo.NOT_ASKED,
        null,
        null,
        null,
        null);
  }

  public SessionDetails with(Integer newKeyStage, GroupGender newGender, Integer newSize) {
    return new SessionDetails(
        heldOn, startsAt, sitting, newKeyStage, newGender, newSize, room, roomIsPrivate,
        inClassTime, chosenWithPupils, howChosen, peersChecked, adjustedBecause, scribe);
  }
}
