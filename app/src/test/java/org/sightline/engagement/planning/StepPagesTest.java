package org.sightline.engagement.planning;

import static org.assertj.core.api.Assertions.assertThat;

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

  @Test
  void facilitatorsAreStaffOrTrainedStudentsAndOneAloneIsAskedAbout() {
    var owner = people.signedIn(Role.ROUND_OWNER);
    var one = people.cast().the(Role.FACILITATOR).id();
    var none = owner.get(at.step("facilitators")).page().select(".thoughts label").eachText();

    owner.post(
        at.step("facilitators"),
        "version",
        "" + session.version(),
        "facilitator." + one,
        "TRAINED_STUDENT");

    assertThat(none).anyMatch(text -> text.startsWith("Who will lead this session?"));
    assertThat(at.find().facilitators())
        .containsEntry(one, Session.FacilitatorKind.TRAINED_STUDENT);
    assertThat(owner.get(at.step("facilitators")).page().select(".thoughts label").eachText())
        .anyMatch(text -> text.startsWith("There is one facilitator"))
        .anyMatch(text -> text.contains(people.cast().the(Role.FACILITATOR).name()));
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
