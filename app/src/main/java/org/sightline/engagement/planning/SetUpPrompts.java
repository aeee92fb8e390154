package org.sightline.engagement.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sightline.clocks.Deadline;
import org.sightline.engagement.planning.SessionDetails.YesNo;
import org.sightline.engagement.planning.SetUpSteps.Prompt;
import org.sightline.web.Words;

/// Which prompts of a step are put, given what is planned (A12 to A18, A21, A25). They ask and
/// never block.
///
/// @param until the last day of withdrawal, with how it came about
final class SetUpPrompts {

  /// A prompt that is put now.
  ///
  /// @param answer what was answered, or `null` while nothing was
  public record Put(String id, String text, @Nullable Answer answer) {

    /// The field its answer is kept under.
    public String field() {
      return "prompt." + id;
    }
  }

  /// Put whatever is planned.
  private static final Set<String> STANDING =
      Set.of(
          "at-ease",
          "who-is-missing",
          "read-aloud",
          "not-the-basis",
          "already-raised",
          "aim-not-disclosure",
          "room-on-the-map",
          "lost-slips",
          "shuffle");

  private static final int FEWEST = 4;
  private static final int MOST = 8;
  private static final int SHORTEST_CLOSE = 4;

  private final SetUpState state;
  private final Session session;
  private final SessionDetails details;
  private final Deadline lastDay;
  private final boolean holidaysEntered;
  private final LocalDate today;

  SetUpPrompts(SetUpState state, WithdrawalDay until, LocalDate today) {
    this.state = state;
    this.session = state.session();
    this.details = session.details();
    this.lastDay = until.deadline();
    this.holidaysEntered = until.holidaysEntered();
    this.today = today;
  }

  List<Put> of(SetUpSteps.Step step) {
    return step.prompts().stream().filter(prompt -> isPut(prompt.id())).map(this::put).toList();
  }

  /// How many prompts something in the plan has raised and nobody has answered yet. What is put to
  /// everybody does not count.
  long raisedAndOpen(SetUpSteps.Step step) {
    return of(step).stream()
        .filter(put -> put.answer() == null && !STANDING.contains(put.id()))
        .count();
  }

  private Put put(Prompt prompt) {
    return new Put(
        prompt.id(),
        Words.fillIn(prompt.text(), places(prompt.id())),
        state.answers().get("prompt." + prompt.id()));
  }

  private boolean isPut(String prompt) {
    return switch (prompt) {
      case "plan-too-long" -> StagePlan.total(details) > slot();
      case "close-cut" -> closingMinutes() < SHORTEST_CLOSE;
      case "no-facilitator" -> state.facilitatorCount() == 0;
      case "one-facilitator" -> state.facilitatorCount() == 1;
      case "many-facilitators" -> state.facilitatorCount() > 2;
      case "student-alone" ->
          state.studentFacilitator() != null && session.facilitators().isEmpty();
      case "student-support" -> state.studentFacilitator() != null;
      case "small-group" -> details.groupSize() != null && details.groupSize() < FEWEST;
      case "large-group" -> details.groupSize() != null && details.groupSize() > MOST;
      case "chosen-with-pupils" -> details.chosenWithPupils() != YesNo.YES;
      case "no-key-stage" -> details.keyStage() == null;
      case "peer-check" -> details.peersChecked() == null;
      case "forms-late" -> state.consent().issued() == 0 && !details.heldOn().isAfter(nextDay());
      case "not-returned" -> state.consent().outstanding() > 0;
      case "facilitators-told" -> state.answer("facilitators-told") == null;
      case "outside-lessons" -> details.inClassTime() == YesNo.NO;
      case "no-room" -> details.room() == null;
      case "room-not-private" -> details.roomIsPrivate() == YesNo.NO;
      case "leaving-place" -> state.answer("leaving-place") == null;
      case "devices" -> onTablets() && tooFewDevices();
      case "keyer-in-room" -> keyerIsFacilitator();
      case "shuffle" -> !onTablets();
      case "last-day-holiday" -> !lastDay.passedOver().isEmpty();
      case "slip-box" -> state.answer("slip-box") == null;
      case "no-owner" -> state.answer("plan-owner") == null;
      case "no-council-contact" -> !state.placesCovered();
      case "swap" -> false; // its words stand beside the field of the same question
      default -> known(prompt);
    };
  }

  /// @throws IllegalStateException for a prompt nobody knows when to put: a fault of ours
  private static boolean known(String prompt) {
    if (!STANDING.contains(prompt)) {
      throw new IllegalStateException("Nobody knows when to put " + prompt);
    }
    return true;
  }

  private Map<String, Object> places(String prompt) {
    return Map.of(
        "minutes", StagePlan.total(details),
        "slot", slot(),
        "count", count(prompt),
        "person", Objects.requireNonNullElse(state.studentFacilitator(), ""),
        "day", lastDay.passedOver().isEmpty() ? "" : DayWords.of(firstDayOff()),
        "nextDay", DayWords.of(lastDay.lastDay()),
        "holidays", holidaysEntered ? "" : SetUpSteps.shipped().holidaysUnknown());
  }

  private int slot() {
    var given = state.number("slot-minutes");
    return given == null ? StagePlan.of(details.sitting()).totalMinutes() : given;
  }

  private int closingMinutes() {
    return StagePlan.of(details.sitting()).stages().stream()
        .filter(stage -> stage.id().equals("close"))
        .mapToInt(stage -> StagePlan.minutes(stage, details))
        .sum();
  }

  private Object count(String prompt) {
    return switch (prompt) {
      case "many-facilitators" -> state.facilitatorCount();
      case "not-returned" -> state.consent().outstanding();
      default -> details.groupSize() == null ? "" : details.groupSize();
    };
  }

  private LocalDate firstDayOff() {
    return lastDay.passedOver().getFirst().first();
  }

  /// The next day on which a school may be open; a day too many only asks too early.
  private LocalDate nextDay() {
    return switch (today.getDayOfWeek()) {
      case FRIDAY -> today.plusDays(3);
      case SATURDAY -> today.plusDays(2);
      default -> today.plusDays(1);
    };
  }

  private boolean onTablets() {
    return "tablets".equals(state.answer("way-in"));
  }

  private boolean tooFewDevices() {
    var devices = state.number("devices");
    return devices == null || (details.groupSize() != null && devices < details.groupSize());
  }

  private boolean keyerIsFacilitator() {
    var keyer = state.answer("keyer");
    return keyer != null
        && session.facilitators().stream()
            .anyMatch(
                f -> state.name(f).toLowerCase(Locale.UK).contains(keyer.toLowerCase(Locale.UK)));
  }
}
