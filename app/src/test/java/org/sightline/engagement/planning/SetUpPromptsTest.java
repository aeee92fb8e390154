package org.sightline.engagement.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.access.Colleague;
import org.sightline.clocks.DayOff;
import org.sightline.clocks.Deadline;
import org.sightline.clocks.Due;
import org.sightline.clocks.RuleId;
import org.sightline.engagement.marks.SessionTag;
import org.sightline.engagement.planning.SessionDetails.GroupGender;
import org.sightline.engagement.planning.SessionDetails.Sitting;
import org.sightline.engagement.planning.SessionDetails.YesNo;
import org.sightline.kernel.Role;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;

/// What each prompt of the nine steps is put for (A12 to A18, A21, A25, A36), one thing wrong at a
/// time, and that nothing is asked of a plan in which all is right.
class SetUpPromptsTest {

  /// A Monday.
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 9);

  private static final UserId ADA = new UserId(new UUID(0, 1));
  private static final UserId BEN = new UserId(new UUID(0, 2));
  private static final UserId CAT = new UserId(new UUID(0, 3));

  private static final Set<String> ASKED_OF_EVERYBODY =
      Set.of(
          "at-ease",
          "who-is-missing",
          "read-aloud",
          "not-the-basis",
          "already-raised",
          "aim-not-disclosure",
          "room-on-the-map",
          "lost-slips");

  /// Its words stand beside a field of the same question.
  private static final String NEVER_PUT = "swap";

  /// Put beside two others, so that it has a test of its own.
  private static final String OF_A_STUDENT_ALONE = "student-alone";

  /// A session in which all is right, to be spoiled.
  private static final class Plan {

    LocalDate today = TODAY;
    LocalDate heldOn = TODAY.plusDays(28);
    Map<String, Integer> minutes = Map.of();
    @Nullable Integer keyStage = 3;
    GroupGender gender = GroupGender.GIRLS;
    @Nullable Integer size = 6;
    @Nullable String room = "Room 12";
    YesNo isPrivate = YesNo.YES;
    YesNo inLessons = YesNo.YES;
    YesNo withPupils = YesNo.YES;
    @Nullable String peers = "Looked at with the year head.";
    Set<UserId> facilitators = Set.of(ADA, BEN);
    ConsentProgress.Forms consent = new ConsentProgress.Forms(6, 6, 6);
    boolean placesCovered = true;
    boolean holidaysEntered;
    List<DayOff> passedOver = List.of();
    final Map<String, String> answers =
        new HashMap<>(
            Map.of(
                "facilitators-told", "yes",
                "leaving-place", "The library",
                "slip-box", "By the office",
                "plan-owner", "The deputy head",
                "way-in", "tablets",
                "devices", "6",
                "keyer", "Someone in the office"));

    SetUpPrompts prompts() {
      var details =
          new SessionDetails(
              heldOn,
              LocalTime.of(10, 5),
              null,
              Sitting.ONE_LESSON,
              minutes,
              keyStage,
              List.of(8),
              gender,
              size,
              room,
              isPrivate,
              inLessons,
              withPupils,
              "Asked in assembly",
              peers,
              null);
      var session =
          new Session(
              SessionId.random(),
              WorkspaceId.random(),
              1,
              1,
              details,
              null,
              new SessionTag("7QW3"),
              "KMP4QW",
              heldOn.plusDays(28),
              facilitators,
              Set.of(),
              null,
              null);
      var given = new HashMap<String, Answer>();
      answers.forEach((field, text) -> given.put(field, new Answer(text, TODAY, ADA)));
      var team =
          List.of(
              new Colleague(ADA, "Ada Invented", Set.of(Role.FACILITATOR)),
              new Colleague(BEN, "Ben Invented", Set.of(Role.FACILITATOR)),
              new Colleague(CAT, "Cat Invented", Set.of(Role.FACILITATOR)));
      var until =
          new Deadline(
              new Due.OnDay(heldOn.plusDays(28)),
              new RuleId("withdrawal"),
              "Four weeks.",
              passedOver);
      return new SetUpPrompts(
          new SetUpState(session, given, consent, placesCovered, team, Set.of(Role.ROUND_OWNER)),
          new WithdrawalDay(until, holidaysEntered),
          today);
    }

    List<SetUpPrompts.Put> put() {
      return SetUpSteps.shipped().steps().stream()
          .flatMap(step -> prompts().of(step).stream())
          .toList();
    }

    /// Those that something in the plan raised.
    List<SetUpPrompts.Put> raised() {
      return put().stream().filter(put -> !ASKED_OF_EVERYBODY.contains(put.id())).toList();
    }
  }

  /// @param wrong what is spoiled
  /// @param words of the prompt as somebody reads them
  private record Case(String prompt, Consumer<Plan> wrong, String words) {

    @Override
    public String toString() {
      return prompt + ": " + words;
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
        new Case("plan-too-long", p -> p.answers.put("slot-minutes", "40"), "the slot is 40"),
        new Case("close-cut", p -> p.minutes = Map.of("close", 3), "time to thank"),
        new Case("no-facilitator", p -> p.facilitators = Set.of(), "Who will lead"),
        new Case("one-facilitator", p -> p.facilitators = Set.of(ADA), "There is one facilitator"),
        new Case(
            "many-facilitators",
            p -> p.facilitators = Set.of(ADA, BEN, CAT),
            "There are 3 facilitators"),
        new Case("student-support", p -> besideAStudent(p, Set.of(ADA)), "Who trained Fenella"),
        new Case("small-group", p -> p.size = 3, "There are 3 students"),
        new Case("large-group", SetUpPromptsTest::nineOnNineTablets, "There are 9 students"),
        new Case("chosen-with-pupils", p -> p.withPupils = YesNo.NO, "chosen with the pupils"),
        new Case("chosen-with-pupils", p -> p.withPupils = YesNo.NOT_ASKED, "with the pupils"),
        new Case("no-key-stage", p -> p.keyStage = null, "Which key stage"),
        new Case("peer-check", p -> p.peers = null, "current concerns"),
        new Case("forms-late", SetUpPromptsTest::tomorrowWithoutForms, "back before the session"),
        new Case(
            "not-returned",
            p -> p.consent = new ConsentProgress.Forms(6, 6, 4),
            "2 forms have not come back"),
        new Case(
            "facilitators-told", p -> p.answers.remove("facilitators-told"), "the response card"),
        new Case("outside-lessons", p -> p.inLessons = YesNo.NO, "outside lesson time"),
        new Case("no-room", p -> p.room = null, "Which room?"),
        new Case("room-not-private", p -> p.isPrivate = YesNo.NO, "see or hear into this room"),
        new Case("leaving-place", p -> p.answers.remove("leaving-place"), "wants to leave"),
        new Case("devices", p -> p.answers.put("devices", "5"), "a device for each"),
        new Case("devices", p -> p.answers.remove("devices"), "a device for each"),
        new Case("keyer-in-room", p -> p.answers.put("keyer", "ada"), "not in the room"),
        new Case("shuffle", p -> p.answers.put("way-in", "paper"), "Shuffle the maps"),
        new Case(
            "last-day-holiday",
            p -> p.passedOver = List.of(easter()),
            "falls on Friday 3 April 2026"),
        new Case("slip-box", p -> p.answers.remove("slip-box"), "Where is the slip box?"),
        new Case("no-owner", p -> p.answers.remove("plan-owner"), "reaches an outcome"),
        new Case("no-council-contact", p -> p.placesCovered = false, "Council contacts"));
  }

  private static void besideAStudent(Plan plan, Set<UserId> staff) {
    plan.facilitators = staff;
    plan.answers.put("student-facilitator", "Fenella");
  }

  private static void nineOnNineTablets(Plan plan) {
    plan.size = 9;
    plan.answers.put("devices", "9");
  }

  private static void tomorrowWithoutForms(Plan plan) {
    plan.heldOn = TODAY.plusDays(1);
    plan.consent = new ConsentProgress.Forms(0, 0, 0);
  }

  private static DayOff easter() {
    var friday = LocalDate.of(2026, 4, 3);
    return new DayOff(friday, friday, DayOff.Reason.BANK_HOLIDAY, "Good Friday");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void oneThingWrongRaisesItsPromptAndNoOther(Case one) {
    var plan = new Plan();
    one.wrong().accept(plan);

    assertThat(plan.raised())
        .singleElement()
        .satisfies(
            put -> {
              assertThat(put.id()).isEqualTo(one.prompt());
              assertThat(put.text()).contains(one.words()).doesNotContain("{");
              assertThat(put.answer()).isNull();
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 5, 6, 7, 8})
  void nothingIsAskedOfAPlanInWhichAllIsRight(int size) {
    var plan = new Plan();
    plan.size = size;
    plan.answers.put("devices", "8");

    assertThat(plan.raised()).isEmpty();
    assertThat(plan.put())
        .extracting(SetUpPrompts.Put::id)
        .containsExactlyInAnyOrderElementsOf(ASKED_OF_EVERYBODY);
    assertThat(SetUpSteps.shipped().steps())
        .allSatisfy(step -> assertThat(plan.prompts().raisedAndOpen(step)).isZero());
  }

  @Test
  void aTrainedStudentIsOneOfTheTwoAndIsNotToLeadAlone() {
    var plan = new Plan();
    besideAStudent(plan, Set.of());

    assertThat(plan.raised())
        .extracting(SetUpPrompts.Put::id)
        .containsExactly("one-facilitator", OF_A_STUDENT_ALONE, "student-support");
    besideAStudent(plan, Set.of(ADA, BEN));
    assertThat(plan.raised())
        .extracting(SetUpPrompts.Put::id)
        .containsExactly("many-facilitators", "student-support");
  }

  /// Whether the group was chosen with the pupils is asked of every group instead, so that nothing
  /// singles anybody out (practice.md, Words, on A15).
  @ParameterizedTest
  @EnumSource(GroupGender.class)
  void nothingIsAskedBecauseOfWhoIsInTheGroup(GroupGender gender) {
    var plan = new Plan();
    plan.gender = gender;

    assertThat(plan.raised()).isEmpty();
  }

  @Test
  void everyPromptOfTheNineStepsIsTriedHere() {
    var tried = new ArrayList<>(cases().map(Case::prompt).distinct().toList());
    tried.addAll(ASKED_OF_EVERYBODY);
    tried.add(NEVER_PUT);
    tried.add(OF_A_STUDENT_ALONE);

    assertThat(tried)
        .containsExactlyInAnyOrderElementsOf(
            SetUpSteps.shipped().steps().stream()
                .flatMap(step -> step.prompts().stream())
                .map(SetUpSteps.Prompt::id)
                .collect(Collectors.toSet()));
  }

  @Test
  void aPromptThatWasAnsweredStaysAndIsNoLongerOpen() {
    var plan = new Plan();
    plan.size = 3;
    var participants = SetUpSteps.shipped().step("participants");
    assertThat(plan.prompts().raisedAndOpen(participants)).isEqualTo(1);

    plan.answers.put("prompt.small-group", "They asked to come as three.");

    assertThat(plan.prompts().raisedAndOpen(participants)).isZero();
    assertThat(plan.raised()).extracting(SetUpPrompts.Put::id).containsExactly("small-group");
  }

  @Test
  void formsAreLateFromTheSchoolDayBefore() {
    var plan = new Plan();
    plan.consent = new ConsentProgress.Forms(6, 0, 0);
    plan.heldOn = TODAY.plusDays(2);

    assertThat(plan.raised()).extracting(SetUpPrompts.Put::id).containsExactly("not-returned");
    plan.heldOn = TODAY.plusDays(1);
    assertThat(plan.raised())
        .extracting(SetUpPrompts.Put::id)
        .containsExactly("forms-late", "not-returned");
    plan.today = TODAY.plusDays(4);
    plan.heldOn = TODAY.plusDays(7);
    assertThat(plan.today.getDayOfWeek()).isEqualTo(DayOfWeek.FRIDAY);
    assertThat(plan.raised())
        .extracting(SetUpPrompts.Put::id)
        .containsExactly("forms-late", "not-returned");
  }

  @Test
  void thatHolidaysAreNotKnownIsSaidOnlyWhileNoneAreEntered() {
    var plan = new Plan();
    plan.passedOver = List.of(easter());

    assertThat(plan.raised().getFirst().text()).contains("No school holidays have been entered");
    plan.holidaysEntered = true;
    assertThat(plan.raised().getFirst().text())
        .endsWith("the next school day.")
        .doesNotContain("holidays");
  }
}
