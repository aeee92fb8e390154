package org.sightline.engagement.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.contexts.floorplans.FloorPlans;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.store.DatabaseSettings;
import org.sightline.store.SystemStore;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;

@SightlineTest
class StepPagesTest {

  @Autowired private TestPeople people;
  @Autowired private FloorPlans plans;
  @Autowired private Rounds rounds;
  @Autowired private Sessions sessions;
  @Autowired private SetUp setUp;
  @Autowired private SystemStore store;
  @Autowired private DatabaseSettings database;

  private PlannedRound made;
  private Session session;

  @BeforeEach
  void planASession() {
    made = new PlannedRound(people, plans, rounds, sessions);
    session = made.session();
  }

  @Test
  void aStepIsNotThereForAnOutsiderAndNotChangedByTheHead() {
    assertThat(people.signedIn(people.cast().outsider()).get(step("space")).status())
        .isEqualTo(404);
    assertThat(people.signedIn(Role.HEAD).get(step("capture")).page().select("form button"))
        .extracting(button -> button.attr("name"))
        .doesNotContain("then");
    assertThat(people.signedIn(Role.HEAD).post(step("capture"), "version", "1").status())
        .isEqualTo(404);
    assertThat(Trail.of(store, session.id().value())).contains("engagement.step-saved DENIED");
  }

  @Test
  void anUnknownStepIsNotThere() {
    assertThat(people.signedIn(Role.FACILITATOR).get(step("tenth")).status()).isEqualTo(404);
  }

  @Test
  void whatSomebodyElseSavedIsNotOverwritten() {
    var first = people.signedIn(Role.ROUND_OWNER);
    var second = people.signedIn(Role.FACILITATOR);
    var seen = version(second.get(step("capture")).page());
    first.post(step("capture"), "version", seen, "keyer", "A colleague");

    var late = second.post(step("capture"), "version", seen, "keyer", "Another colleague");

    assertThat(late.status()).isEqualTo(412);
    assertThat(state().answer("keyer")).isEqualTo("A colleague");
  }

  @Test
  void aDayThatIsNoneIsRefusedAndWhatWasTypedStays() {
    var page =
        people
            .signedIn(Role.FACILITATOR)
            .post(
                step("space"),
                "version",
                "" + session.version(),
                "heldOn-day",
                "31",
                "heldOn-month",
                "2",
                "heldOn-year",
                "2027",
                "startsAt",
                "25:99",
                "room",
                "Room 12");

    assertThat(page.status()).isEqualTo(422);
    assertThat(page.page().select(".govuk-error-summary a").eachAttr("href"))
        .containsExactly("#heldOn", "#startsAt");
    assertThat(page.page().select("#heldOn-day").val()).isEqualTo("31");
    assertThat(page.page().select("#room").val()).isEqualTo("Room 12");
  }

  @Test
  void halfAResponsePlanIsRefusedWithTheFieldThatIsMissing() {
    var page =
        people
            .signedIn(Role.FACILITATOR)
            .post(
                step("confidentiality"),
                "version",
                "" + session.version(),
                "response.pathway",
                "The lead is told the same day");

    assertThat(page.status()).isEqualTo(422);
    assertThat(page.page().select(".govuk-error-summary").text())
        .contains("Name the member of staff");
    assertThat(page.page().select("textarea[name=response.pathway]").text())
        .isEqualTo("The lead is told the same day");
  }

  @Test
  void thePromptsAskAndNothingTheyAskAboutBlocksTheStart() {
    var owner = people.signedIn(Role.ROUND_OWNER);
    owner.post(
        step("participants"),
        "version",
        "" + session.version(),
        "groupSize",
        "23",
        "gender",
        "MIXED",
        "chosenWithPupils",
        "NO");

    var page = owner.get(step("participants")).page();

    assertThat(page.select(".thoughts label").eachText())
        .anyMatch(text -> text.contains("There are 23 students"))
        .anyMatch(text -> text.contains("Was the group chosen with the pupils?"))
        .anyMatch(text -> text.contains("Which key stage"));
    owner.post(
        step("confidentiality"),
        "version",
        "" + find().version(),
        "response.lead",
        people.cast().the(Role.SAFEGUARDING_LEAD).id().toString(),
        "response.pathway",
        "The lead rings the council");
    assertThat(owner.post(path() + "/starting").heading()).isEqualTo("Session 1");
    assertThat(find().state()).isEqualTo(Session.State.OPEN);
  }

  @Test
  void withoutAResponsePlanThePageSaysSoAndTheSessionDoesNotStart() {
    var owner = people.signedIn(Role.ROUND_OWNER);

    var before = owner.get(path() + "/starting").page();
    var tried = owner.post(path() + "/starting");

    assertThat(before.select("form[action$=/starting]")).isEmpty();
    assertThat(before.select(".govuk-warning-text").text()).contains("cannot start yet");
    assertThat(tried.status()).isEqualTo(422);
    assertThat(find().state()).isEqualTo(Session.State.PLANNED);
    assertThat(Trail.of(store, session.id().value()))
        .doesNotContain("engagement.session-started DONE");
  }

  @Test
  void theClassCodeIsLargeWithAPictureThatLeadsToTheStudentSite() {
    var page = people.signedIn(Role.FACILITATOR).get(path() + "/class-code").page();

    assertThat(page.select(".joining__code").text().replace(" ", ""))
        .isEqualTo(session.classCode());
    assertThat(page.select("svg[role=img]")).hasSize(1);
    assertThat(page.select(".joining__address").text()).isEqualTo(people.studentUrl());
    assertThat(page.select("nav, .top__out")).isEmpty();
    assertThat(people.signedIn(Role.HEAD).get(path() + "/class-code").status()).isEqualTo(404);
  }

  @Test
  void changedMinutesAreKeptForThisSessionOnly() {
    var owner = people.signedIn(Role.ROUND_OWNER);
    owner.post(
        step("session-plan"),
        "version",
        "" + session.version(),
        "sitting",
        "THIRTY_MINUTES",
        "minutes.THIRTY_MINUTES.marking",
        "12",
        "minutes.THIRTY_MINUTES.close",
        "3",
        "slot-minutes",
        "30");

    assertThat(StagePlan.total(find().details())).isEqualTo(32);
    assertThat(find().details().stageMinutes()).containsOnlyKeys("marking", "close");
    assertThat(owner.get(step("session-plan")).page().select(".thoughts label").eachText())
        .containsExactly(
            "The plan takes 32 minutes and the slot is 30. Shorten a part, or choose two lessons.",
            "Is there time to thank students, strike things out and tell them where help is?");
    assertThat(StagePlan.total(made.session().details())).isEqualTo(55);
  }

  @Test
  void facilitatorsAreStaffOrTrainedStudentsAndOneAloneIsAskedAbout() {
    var owner = people.signedIn(Role.ROUND_OWNER);
    var one = people.cast().the(Role.FACILITATOR).id();
    var none = owner.get(step("facilitators")).page().select(".thoughts label").eachText();

    owner.post(
        step("facilitators"),
        "version",
        "" + session.version(),
        "facilitator." + one,
        "TRAINED_STUDENT");

    assertThat(none).anyMatch(text -> text.startsWith("Who will lead this session?"));
    assertThat(find().facilitators()).containsEntry(one, Session.FacilitatorKind.TRAINED_STUDENT);
    assertThat(owner.get(step("facilitators")).page().select(".thoughts label").eachText())
        .anyMatch(text -> text.startsWith("There is one facilitator"))
        .anyMatch(text -> text.contains(people.cast().the(Role.FACILITATOR).name()));
  }

  @Test
  void theReasonForASwapIsReadByItsAuthorTheOwnerAndTheLeadsOnly() {
    var owner = people.signedIn(Role.ROUND_OWNER);
    var page =
        owner.post(
            step("participants"),
            "version",
            "" + session.version(),
            "adjusted-because",
            "Zanzibarquill asked to move",
            "then",
            "stay");

    assertThat(page.page().select("#adjusted-because").text()).contains("Zanzibarquill");
    assertThat(people.signedIn(Role.SAFEGUARDING_LEAD).get(step("participants")).page().text())
        .contains("Zanzibarquill");
    assertThat(people.signedIn(Role.FACILITATOR).get(step("participants")).page().text())
        .doesNotContain("Zanzibarquill");
    assertThat(people.signedIn(Role.HEAD).get(step("participants")).page().text())
        .doesNotContain("Zanzibarquill");
  }

  @Test
  void openingThePageAboutTheParticipantsIsRecorded() {
    people.signedIn(Role.FACILITATOR).get(step("participants"));

    assertThat(Trail.of(store, session.id().value()))
        .containsExactly("engagement.session-planned DONE", "engagement.participants-read DONE");
  }

  @Test
  void answersAreSealedAndNoneIsOverwritten() throws Exception {
    var owner = people.signedIn(Role.ROUND_OWNER);
    owner.post(step("right-to-withdraw"), "version", "1", "slip-box", "Quagmirelamp office");
    owner.post(
        step("right-to-withdraw"), "version", "" + find().version(), "slip-box", "Library desk");

    assertThat(state().answer("slip-box")).isEqualTo("Library desk");
    try (var connection =
            java.sql.DriverManager.getConnection(
                database.url(), database.owner(), database.password());
        var statement =
            connection.prepareStatement(
                "select answer from engagement.session_answer where session_id = ?")) {
      statement.setObject(1, session.id().value());
      var rows = statement.executeQuery();
      int count = 0;
      while (rows.next()) {
        count++;
        assertThat(new String(rows.getBytes(1), StandardCharsets.ISO_8859_1))
            .doesNotContain("Quagmirelamp")
            .doesNotContain("Library");
      }
      assertThat(count).isEqualTo(2);
    }
  }

  @Test
  void stepsAreTickedAndCounted() {
    var owner = people.signedIn(Role.ROUND_OWNER);
    for (var step : SetUpSteps.shipped().steps()) {
      var seen = owner.get(step(step.id()));
      assertThat(seen.heading()).isEqualTo(step.title());
      owner.post(
          step(step.id()),
          "version",
          version(seen.page()),
          "done",
          "yes",
          "sitting",
          "ONE_LESSON",
          "heldOn-day",
          "9",
          "heldOn-month",
          "3",
          "heldOn-year",
          "27",
          "startsAt",
          "9.05");
    }

    var page = owner.get(path()).page();

    assertThat(page.select(".govuk-task-list__item")).hasSize(9);
    assertThat(page.select(".govuk-task-list__status").eachText()).containsOnly("Done");
    assertThat(page.text()).contains("9 of 9 steps done");
    assertThat(owner.get("/engagement/rounds/" + made.round().id()).page().text())
        .contains("9 of 9");
  }

  @Test
  void theNextSessionTakesOverWhatIsLikelyTheSameButNothingAboutStudents() {
    var owner = people.signedIn(Role.ROUND_OWNER);
    var one = people.cast().the(Role.FACILITATOR).id();
    sessions.respond(
        people.as(Role.ROUND_OWNER),
        session.id(),
        new ResponsePlan(people.cast().the(Role.SAFEGUARDING_LEAD).id(), "By telephone"));
    owner.post(
        step("facilitators"), "version", "" + find().version(), "facilitator." + one, "STAFF");
    owner.post(
        step("right-to-withdraw"),
        "version",
        "" + find().version(),
        "slip-box",
        "Library",
        "prompt.lost-slips",
        "Said aloud");
    owner.post(
        step("participants"),
        "version",
        "" + find().version(),
        "groupSize",
        "6",
        "adjusted-because",
        "Private",
        "peersChecked",
        "Private",
        "done",
        "yes");

    var page =
        owner.post(
            "/engagement/rounds/" + made.round().id() + "/sessions",
            "heldOn-day",
            "10",
            "heldOn-month",
            "3",
            "heldOn-year",
            "2027",
            "startsAt",
            "9:05",
            "sitting",
            "ONE_LESSON",
            "carryOver",
            "yes");

    var next =
        setUp.of(people.as(Role.ROUND_OWNER), SessionId.of(page.path().replaceAll(".*/", "")));
    assertThat(next.session().facilitators()).containsOnlyKeys(one);
    assertThat(next.session().responsePlan()).isNotNull();
    assertThat(next.answers()).containsOnlyKeys("slip-box");
    assertThat(next.session().details().peersChecked()).isNull();
    assertThat(next.session().details().groupSize()).isNull();
    assertThat(next.session().stepsDone()).isEmpty();
    assertThat(Trail.of(store, next.session().id().value()))
        .containsExactly("engagement.session-planned DONE", "engagement.set-up-carried-over DONE");
  }

  @Test
  void theLastDayExplainsItself() {
    var page = people.signedIn(Role.FACILITATOR).get(step("right-to-withdraw")).page();

    assertThat(page.text())
        .contains(DayWords.of(session.lastDay()))
        .contains("printed on every slip");
  }

  @Test
  void coverageComesFromPlanningAndShowsWhoIsNotHeard() {
    var owner = people.signedIn(Role.ROUND_OWNER);
    owner.post(
        step("participants"),
        "version",
        "" + session.version(),
        "keyStage",
        "3",
        "years",
        "7",
        "years",
        "8",
        "voices",
        "send");

    var page = owner.get("/engagement/rounds/" + made.round().id()).page();

    assertThat(page.text()).contains("No session reaches years 9, 10, 11, 12 and 13 yet.");
    assertThat(page.select(".coverage tr:contains(Year 7)").text()).contains("Planned (session 1)");
    assertThat(page.select(".coverage tr:contains(Special educational)").text())
        .contains("Planned");
    assertThat(page.select(".coverage tr:contains(Learning English)").text()).contains("Not yet");
  }

  @Test
  void theDatabaseItselfKeepsAnswersFromOutsidersAndFromTheHead() {
    people
        .signedIn(Role.ROUND_OWNER)
        .post(
            step("participants"),
            "version",
            "" + session.version(),
            "adjusted-because",
            "Private",
            "voices",
            "new");

    assertThat(answersSeenBy(people.as(Role.SAFEGUARDING_LEAD)))
        .containsExactlyInAnyOrder("adjusted-because", "voices");
    assertThat(answersSeenBy(people.as(Role.HEAD))).containsExactly("voices");
    assertThat(answersSeenBy(SignedIn.as(people.cast().outsider().id()))).isEmpty();
  }

  @Test
  void everyPromptOfTheFileKnowsWhenItIsPut() {
    var prompts =
        new SetUpPrompts(
            state(),
            sessions.withdrawalUntil(session.details().heldOn()),
            java.time.LocalDate.of(2027, 1, 4));

    SetUpSteps.shipped().steps().forEach(step -> assertThat(prompts.of(step)).doesNotContainNull());
  }

  @Test
  void aStageOfThreeHoursIsRefused() {
    assertThatThrownBy(
            () ->
                session
                    .details()
                    .sitting(SessionDetails.Sitting.ONE_LESSON, java.util.Map.of("marking", 180)))
        .hasMessage("A stage takes 0 to 120 minutes, not 180");
  }

  @Autowired private org.sightline.audit.Processes processes;
  @Autowired private org.springframework.jdbc.core.simple.JdbcClient jdbc;

  private List<String> answersSeenBy(SignedIn who) {
    return processes.look(
        who,
        () ->
            jdbc.sql("select field from engagement.session_answer where session_id = :id")
                .param("id", session.id().value())
                .query(String.class)
                .list());
  }

  private SetUpState state() {
    return setUp.of(people.as(Role.ROUND_OWNER), session.id());
  }

  private Session find() {
    return sessions.find(people.as(Role.ROUND_OWNER), session.id());
  }

  private static String version(org.jsoup.nodes.Document page) {
    return page.select("input[name=version]").val();
  }

  private String path() {
    return "/engagement/sessions/" + session.id();
  }

  private String step(String step) {
    return path() + "/steps/" + step;
  }
}
