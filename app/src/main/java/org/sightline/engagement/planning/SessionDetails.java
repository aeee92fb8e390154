package org.sightline.engagement.planning;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is planned about a session. Everything beyond date, time and sitting is prompted for and
/// never blocks (A12 to A18, A25).
///
/// @param secondOn the day of the second lesson, or `null` while it is not known or there is only
///     one
/// @param stageMinutes minutes of the stages that were changed, by stage; the others take what the
///     plan says (A11)
/// @param keyStage 2 to 5, or `null` while it is not known (A16)
/// @param yearsExpected the school years expected in the group, from planning only and never from
///     marks (A19); empty while nobody said
/// @param gender of the group: it belongs to the session, never to a map
/// @param groupSize how many students are expected, or `null`
/// @param howChosen how the group was chosen; sealed
/// @param peersChecked current concerns and peer dynamics that were checked (A17); sealed
/// @param scribe name of a scribe who keeps confidence; sealed, and never on a map
public record SessionDetails(
    LocalDate heldOn,
    LocalTime startsAt,
    @Nullable LocalDate secondOn,
    Sitting sitting,
    Map<String, Integer> stageMinutes,
    @Nullable Integer keyStage,
    List<Integer> yearsExpected,
    GroupGender gender,
    @Nullable Integer groupSize,
    @Nullable String room,
    YesNo roomIsPrivate,
    YesNo inClassTime,
    YesNo chosenWithPupils,
    @Nullable String howChosen,
    @Nullable String peersChecked,
    @Nullable String scribe) {

  static final int LONGEST_STAGE = 120;

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

  public SessionDetails {
    stageMinutes = Map.copyOf(stageMinutes);
    yearsExpected = yearsExpected.stream().distinct().sorted().toList();
    if (secondOn != null && (sitting != Sitting.TWO_LESSONS || secondOn.isBefore(heldOn))) {
      throw new IllegalArgumentException(
          "Held on %s in %s, there is no second lesson on %s".formatted(heldOn, sitting, secondOn));
    }
    for (int minutes : stageMinutes.values()) {
      if (minutes < 0 || minutes > LONGEST_STAGE) {
        throw new IllegalArgumentException(
            "A stage takes 0 to %d minutes, not %d".formatted(LONGEST_STAGE, minutes));
      }
    }
    for (int year : yearsExpected) {
      if (year < 3 || year > 13) {
        throw new IllegalArgumentException("Not a school year: " + year);
      }
    }
  }

  /// Only a date and a time; everything else still to be asked.
  public static SessionDetails on(LocalDate heldOn, LocalTime startsAt) {
    return new SessionDetails(
        heldOn,
        startsAt,
        null,
        Sitting.ONE_LESSON,
        Map.of(),
        null,
        List.of(),
        GroupGender.NOT_ASKED,
        null,
        null,
        YesNo.NOT_ASKED,
        YesNo.NOT_ASKED,
        YesNo.NOT_ASKED,
        null,
        null,
        null);
  }

  public SessionDetails with(Integer newKeyStage, GroupGender newGender, Integer newSize) {
    return group(newKeyStage, yearsExpected, newGender, newSize);
  }

  SessionDetails at(LocalDate newDay, LocalTime newTime) {
    return new SessionDetails(
        newDay,
        newTime,
        secondOn,
        sitting,
        stageMinutes,
        keyStage,
        yearsExpected,
        gender,
        groupSize,
        room,
        roomIsPrivate,
        inClassTime,
        chosenWithPupils,
        howChosen,
        peersChecked,
        scribe);
  }

  SessionDetails sitting(Sitting newSitting, Map<String, Integer> newMinutes) {
    return new SessionDetails(
        heldOn,
        startsAt,
        newSitting == Sitting.TWO_LESSONS ? secondOn : null,
        newSitting,
        newMinutes,
        keyStage,
        yearsExpected,
        gender,
        groupSize,
        room,
        roomIsPrivate,
        inClassTime,
        chosenWithPupils,
        howChosen,
        peersChecked,
        scribe);
  }

  SessionDetails second(@Nullable LocalDate newSecond) {
    return new SessionDetails(
        heldOn,
        startsAt,
        newSecond,
        sitting,
        stageMinutes,
        keyStage,
        yearsExpected,
        gender,
        groupSize,
        room,
        roomIsPrivate,
        inClassTime,
        chosenWithPupils,
        howChosen,
        peersChecked,
        scribe);
  }

  public SessionDetails group(
      @Nullable Integer newKeyStage,
      List<Integer> newYears,
      GroupGender newGender,
      @Nullable Integer newSize) {
    return new SessionDetails(
        heldOn,
        startsAt,
        secondOn,
        sitting,
        stageMinutes,
        newKeyStage,
        newYears,
        newGender,
        newSize,
        room,
        roomIsPrivate,
        inClassTime,
        chosenWithPupils,
        howChosen,
        peersChecked,
        scribe);
  }

  SessionDetails chosen(
      YesNo withPupils, @Nullable String how, @Nullable String peers, @Nullable String newScribe) {
    return new SessionDetails(
        heldOn,
        startsAt,
        secondOn,
        sitting,
        stageMinutes,
        keyStage,
        yearsExpected,
        gender,
        groupSize,
        room,
        roomIsPrivate,
        inClassTime,
        withPupils,
        how,
        peers,
        newScribe);
  }

  SessionDetails in(@Nullable String newRoom, YesNo isPrivate, YesNo classTime) {
    return new SessionDetails(
        heldOn,
        startsAt,
        secondOn,
        sitting,
        stageMinutes,
        keyStage,
        yearsExpected,
        gender,
        groupSize,
        newRoom,
        isPrivate,
        classTime,
        chosenWithPupils,
        howChosen,
        peersChecked,
        scribe);
  }
}
