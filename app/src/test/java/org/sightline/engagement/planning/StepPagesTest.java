package org.sightline.engagement.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.Role;
import org.sightline.store.SystemStore;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// The nine steps as pages: who opens them, what they refuse, and what they count.
@SightlineTest
class StepPagesTest {

  @Autowired private ApplicationContext application;
  @Autowired private TestPeople people;
  @Autowired private SystemStore store;

  private OneSession at;
  private Session session;

  @BeforeEach
  void planASession() {
    at = new OneSession(application);
    session = at.session;
  }

  @Test
  void aStepIsNotThereForAnOutsiderAndNotChangedByTheHead() {
    assertThat(people.signedIn(people.cast().outsider()).get(at.step("space")).status())
        .isEqualTo(404);
    assertThat(people.signedIn(Role.HEAD).get(at.step("capture")).page().select("form button"))
        .extracting(button -> button.attr("name"))
        .doesNotContain("then");
    assertThat(people.signedIn(Role.HEAD).post(at.step("capture"), "version", "1").status())
        .isEqualTo(404);
    assertThat(Trail.of(store, session.id().value())).contains("engagement.step-saved DENIED");
  }

  @Test
  void anUnknownStepIsNotThere() {
    assertThat(people.signedIn(Role.FACILITATOR).get(at.step("tenth")).status()).isEqualTo(404);
  }

  @Test
  void whatSomebodyElseSavedIsNotOverwritten() {
    var first = people.signedIn(Role.ROUND_OWNER);
    var second = people.signedIn(Role.FACILITATOR);
    var seen = OneSession.version(second.get(at.step("capture")).page());
    first.post(at.step("capture"), "version", seen, "keyer", "A colleague");

    var late = second.post(at.step("capture"), "version", seen, "keyer", "Another colleague");

    assertThat(late.status()).isEqualTo(412);
    assertThat(at.state().answer("keyer")).isEqualTo("A colleague");
  }

  @Test
  void aDayThatIsNoneIsRefusedAndWhatWasTypedStays() {
    var page =
        people
            .signedIn(Role.FACILITATOR)
            .post(
                at.step("space"),
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

  /// A13: a first name, and neither an account nor a way in.
  @Test
  void aTrainedStudentLeadsBesideStaffWithoutAnAccount() {
    var owner = people.signedIn(Role.ROUND_OWNER);
    var one = people.cast().the(Role.FACILITATOR);
    int accounts = accounts();

    owner.post(
        at.step("facilitators"),
        "version",
        "" + session.version(),
        "facilitator." + one.id(),
        "STAFF",
        "student-facilitator",
        "Quillfennel");

    assertThat(at.find().facilitators()).containsExactly(one.id());
    assertThat(at.state().studentFacilitator()).isEqualTo("Quillfennel");
    assertThat(at.state().team()).noneMatch(member -> member.name().contains("Quillfennel"));
    assertThat(accounts()).isEqualTo(accounts);
    var page = owner.get(at.step("facilitators")).page();
    assertThat(page.select(".thoughts label").eachText())
        .anyMatch(text -> text.startsWith("Who trained Quillfennel, and which adult"))
        .noneMatch(text -> text.startsWith("There is one facilitator"));
    assertThat(page.select(".govuk-radios__input").eachAttr("value")).containsOnly("NO", "STAFF");
    assertThat(spoken()).contains(one.name()).contains("Quillfennel");
  }

  private String spoken() {
    return String.valueOf(
        application
            .getBean(SessionNames.class)
            .of(people.as(Role.ROUND_OWNER), at.find())
            .places()
            .get("facilitators"));
  }

  private int accounts() {
    return store
        .jdbc()
        .sql("select count(*) from access.user_account")
        .query(Integer.class)
        .single();
  }

  @Test
  void oneFacilitatorAloneIsAskedAbout() {
    var owner = people.signedIn(Role.ROUND_OWNER);
    var one = people.cast().the(Role.FACILITATOR).id();
    var none = owner.get(at.step("facilitators")).page().select(".thoughts label").eachText();

    owner.post(
        at.step("facilitators"), "version", "" + session.version(), "facilitator." + one, "STAFF");

    assertThat(none).anyMatch(text -> text.startsWith("Who will lead this session?"));
    assertThat(at.find().facilitators()).containsExactly(one);
    assertThat(owner.get(at.step("facilitators")).page().select(".thoughts label").eachText())
        .anyMatch(text -> text.startsWith("There is one facilitator"));
  }

  @Test
  void stepsAreTickedAndCounted() {
    var owner = people.signedIn(Role.ROUND_OWNER);
    for (var step : SetUpSteps.shipped().steps()) {
      var seen = owner.get(at.step(step.id()));
      assertThat(seen.heading()).isEqualTo(step.title());
      owner.post(
          at.step(step.id()),
          "version",
          OneSession.version(seen.page()),
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

    var page = owner.get(at.path()).page();

    assertThat(page.select(".govuk-task-list__item")).hasSize(9);
    assertThat(page.select(".govuk-task-list__status").eachText()).containsOnly("Done");
    assertThat(page.text()).contains("9 of 9 steps done");
    assertThat(owner.get("/engagement/rounds/" + at.made.round().id()).page().text())
        .contains("9 of 9");
  }

  @Test
  void theFourAimsStandOnThePageOfTheSession() {
    var page = people.signedIn(Role.FACILITATOR).get(at.path()).page();

    assertThat(SetUpSteps.shipped().aims())
        .hasSize(4)
        .allSatisfy(aim -> assertThat(page.text()).contains(aim.text()));
  }

  /// A14, A16, A17, A22, A25: what is recorded is there when the step is opened again.
  @Test
  void whatAStepWritesDownStaysWritten() {
    save(
        "participants",
        "keyStage",
        "3",
        "groupSize",
        "6",
        "chosenWithPupils",
        "YES",
        "peersChecked",
        "Looked at with the year head on Monday");
    save("confidentiality", "facilitators-told", "yes", "participants-told", "yes");
    save(
        "space",
        "heldOn-day",
        "9",
        "heldOn-month",
        "3",
        "heldOn-year",
        "2027",
        "startsAt",
        "9.05",
        "room",
        "Room 12",
        "roomIsPrivate",
        "YES",
        "inClassTime",
        "NO");

    var details = at.find().details();
    assertThat(details.keyStage()).isEqualTo(3);
    assertThat(details.groupSize()).isEqualTo(6);
    assertThat(details.peersChecked()).isEqualTo("Looked at with the year head on Monday");
    assertThat(details.room()).isEqualTo("Room 12");
    assertThat(details.inClassTime()).isEqualTo(SessionDetails.YesNo.NO);
    var owner = people.signedIn(Role.ROUND_OWNER);
    var told = owner.get(at.step("confidentiality")).page();
    assertThat(told.select("#facilitators-told[checked], #participants-told[checked]")).hasSize(2);
    assertThat(owner.get(at.step("space")).page().select(".thoughts label").eachText())
        .anyMatch(text -> text.startsWith("This is outside lesson time."));
  }

  private void save(String step, String... fields) {
    var form = new ArrayList<>(List.of("version", "" + at.find().version()));
    form.addAll(List.of(fields));
    var saved = people.signedIn(Role.ROUND_OWNER).post(at.step(step), form.toArray(String[]::new));
    assertThat(saved.status()).isEqualTo(200);
  }

  @Test
  void theLastDayExplainsItself() {
    var page = people.signedIn(Role.FACILITATOR).get(at.step("right-to-withdraw")).page();

    assertThat(page.text())
        .contains(DayWords.of(session.lastDay()))
        .contains("printed on every slip");
  }

  @Test
  void coverageComesFromPlanningAndShowsWhoIsNotHeard() {
    var owner = people.signedIn(Role.ROUND_OWNER);
    owner.post(
        at.step("participants"),
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

    var page = owner.get("/engagement/rounds/" + at.made.round().id()).page();

    assertThat(page.text()).contains("No session reaches years 9, 10, 11, 12 and 13 yet.");
    assertThat(page.select(".coverage tr:contains(Year 7)").text()).contains("Planned (session 1)");
    assertThat(page.select(".coverage tr:contains(Special educational)").text())
        .contains("Planned");
    assertThat(page.select(".coverage tr:contains(Learning English)").text()).contains("Not yet");
  }
}
