package org.sightline.engagement.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.Role;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// The minutes of a session, and what it asks about them.
@SightlineTest
class SessionPlanStepTest {

  @Autowired private ApplicationContext application;
  @Autowired private TestPeople people;
  @Autowired private Sessions sessions;

  private OneSession at;
  private Session session;

  @BeforeEach
  void planASession() {
    at = new OneSession(application);
    session = at.session;
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

  @Test
  void changedMinutesAreKeptForThisSessionOnly() {
    var owner = people.signedIn(Role.ROUND_OWNER);
    owner.post(
        at.step("session-plan"),
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

    assertThat(StagePlan.total(at.find().details())).isEqualTo(32);
    assertThat(at.find().details().stageMinutes()).containsOnlyKeys("marking", "close");
    assertThat(owner.get(at.step("session-plan")).page().select(".thoughts label").eachText())
        .containsExactly(
            "The plan takes 32 minutes and the slot is 30. Shorten a part, or choose two lessons.",
            "Is there time to thank students, strike things out and tell them where help is?");
    assertThat(StagePlan.total(at.made.session().details())).isEqualTo(55);
  }

  @Test
  void aSecondLessonBeforeTheFirstIsRefusedAndWhatWasTypedStays() {
    var page = second("8", "3");

    assertThat(page.status()).isEqualTo(422);
    assertThat(page.page().select(".govuk-error-summary a").attr("href")).isEqualTo("#secondOn");
    assertThat(page.page().select("#secondOn-day").val()).isEqualTo("8");
    assertThat(at.find().details().secondOn()).isNull();
  }

  @Test
  void theDayOfTheSecondLessonIsKeptAndTheLastDayOfTheSlipsStays() {
    second("16", "3");

    assertThat(at.find().details().secondOn()).isEqualTo(LocalDate.of(2027, 3, 16));
    assertThat(at.find().lastDay()).isEqualTo(session.lastDay());
    var owner = people.signedIn(Role.ROUND_OWNER);
    assertThat(owner.get(at.step("session-plan")).page().select("#secondOn-day").val())
        .isEqualTo("16");
    var moved = moveTheFirst(owner, "17");
    assertThat(moved.status()).isEqualTo(422);
    assertThat(moved.page().text()).contains("The second lesson is on Tuesday 16 March 2027");
  }

  @Test
  void aPlanForOneLessonHasNoSecond() {
    second("16", "3");

    people
        .signedIn(Role.ROUND_OWNER)
        .post(
            at.step("session-plan"), "version", "" + at.find().version(), "sitting", "ONE_LESSON");

    assertThat(at.find().details().secondOn()).isNull();
  }

  @Test
  void bothRunSheetsSayWhichLessonAPartBelongsToAndWhenItIs() throws Exception {
    second("16", "3");
    var owner = people.as(Role.ROUND_OWNER);
    sessions.respond(
        owner,
        session.id(),
        new ResponsePlan(people.cast().the(Role.SAFEGUARDING_LEAD).id(), "By telephone"));
    sessions.start(owner, session.id());
    var facilitator = people.signedIn(Role.FACILITATOR);

    var screen = facilitator.get(at.path() + "/running").page();
    var paper =
        facilitator.post(at.path() + "/pack/printing", "part", "run-sheets", "run-sheets", "1");

    assertThat(screen.select("#head-welcome").text())
        .isEqualTo("Lesson 1: Welcome and promises Tuesday 9 March 2027");
    assertThat(screen.select("#head-discussion").text())
        .isEqualTo("Lesson 2: Talking together Tuesday 16 March 2027");
    try (var pdf = Loader.loadPDF(paper.response().body())) {
      assertThat(new PDFTextStripper().getText(pdf))
          .contains("Lesson 1: Tuesday 9 March 2027")
          .contains("Lesson 2: Tuesday 16 March 2027")
          .contains("Lesson 2: Talking together");
    }
  }

  private Visitor.Arrived second(String day, String month) {
    return people
        .signedIn(Role.ROUND_OWNER)
        .post(
            at.step("session-plan"),
            "version",
            "" + at.find().version(),
            "sitting",
            "TWO_LESSONS",
            "secondOn-day",
            day,
            "secondOn-month",
            month,
            "secondOn-year",
            "2027");
  }

  private Visitor.Arrived moveTheFirst(Visitor owner, String day) {
    return owner.post(
        at.step("space"),
        "version",
        "" + at.find().version(),
        "heldOn-day",
        day,
        "heldOn-month",
        "3",
        "heldOn-year",
        "2027",
        "startsAt",
        "9:05");
  }
}
