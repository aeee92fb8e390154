package org.sightline.engagement.consent;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.engagement.planning.DayWords;
import org.sightline.engagement.planning.Session;
import org.sightline.engagement.planning.SetUpSteps;
import org.sightline.engagement.planning.Trail;
import org.sightline.kernel.Role;
import org.sightline.store.SystemStore;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// The words of the form, in versions, and on paper.
@SightlineTest
class ConsentTextPagesTest {

  @Autowired private ApplicationContext application;
  @Autowired private TestPeople people;
  @Autowired private SystemStore store;

  private OneRegister at;
  private Session session;
  private Visitor facilitator;

  @BeforeEach
  void inviteTwo() {
    at = new OneRegister(application);
    session = at.session;
    facilitator = at.facilitator;
  }

  @Test
  void thePromiseAndTheSevenStatementsCannotBeTakenOut() {
    var round = "/engagement/rounds/" + session.round();
    var owner = people.signedIn(Role.ROUND_OWNER);
    var editing = owner.get(round + "/consent-text/changing").page();

    var refused = at.change(owner, round, editing, "standard:statements.about.text", " ");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.page().select("textarea[name=standard:title]").text()).isNotBlank();
    assertThat(
            at.change(owner, round, editing, "standard:statements.pass-on.text", "Secret").status())
        .isEqualTo(422);
    assertThat(facilitator.get(round + "/consent-text/changing").status()).isEqualTo(404);
  }

  @Test
  void theTextIsReadWithWordsWhereSomethingIsFilledIn() {
    var page = facilitator.get("/engagement/rounds/" + session.round() + "/consent-text").page();

    assertThat(page.select("main").text())
        .contains("The last day is [the last day to take a map out].")
        .doesNotContain("{", "}");
  }

  @Test
  void afterTheTextIsEditedAnOldRecordStillShowsTheOldText() {
    var address = at.form(at.first()) + "/signing";
    at.sign(address, at.words(address + "?form=easy-read"), "typed", "Q V");
    var round = "/engagement/rounds/" + session.round();
    var owner = people.signedIn(Role.ROUND_OWNER);
    var editing = owner.get(round + "/consent-text/changing").page();
    var old = editing.select("textarea[name=easy-read:introduction.1]").text();

    var changed =
        at.change(owner, round, editing, "easy-read:introduction.1", "You will paint a plan.");

    assertThat(changed.status()).isEqualTo(200);
    var record = facilitator.get(at.form(at.first())).page();
    assertThat(record.text())
        .contains(old)
        .doesNotContain("You will paint a plan.")
        .contains("to the letter");
    assertThat(facilitator.get(at.form(at.second()) + "/signing?form=easy-read").page().text())
        .contains("You will paint a plan.");
    assertThat(at.change(owner, round, editing, "easy-read:title", "Late").status()).isEqualTo(412);
    at.change(
        owner,
        round,
        owner.get(round + "/consent-text/changing").page(),
        "easy-read:introduction.1",
        old);
  }

  @Test
  void researchNeedsItsEthicalApprovalAndThenStandsOnTheForm() {
    var round = "/engagement/rounds/" + session.round();
    var owner = people.signedIn(Role.ROUND_OWNER);

    assertThat(facilitator.post(round + "/research", "body", "A", "ethics", "B").status())
        .isEqualTo(404);
    assertThat(owner.post(round + "/research", "body", "Invented University").status())
        .isEqualTo(422);
    owner.post(round + "/research", "body", "Invented University", "ethics", "Panel 7, May");

    assertThat(facilitator.get(at.form(at.first()) + "/signing?form=standard").page().text())
        .contains("research by Invented University");
  }

  @Test
  void thePdfHasEveryCopyWithTheLastDayAndNoName() throws Exception {
    for (FormKind kind : FormKind.values()) {
      var answer =
          facilitator.get(
              "/engagement/sessions/%s/consent-forms.pdf?form=%s&copies=3"
                  .formatted(session.id(), kind.slug()));
      try (var pdf = Loader.loadPDF(answer.response().body())) {
        var text = new PDFTextStripper().getText(pdf);
        assertThat(text)
            .contains(DayWords.of(session.lastDay()).replaceAll(".* (\\d+ \\w+ \\d+)$", "$1"))
            .doesNotContain("Quincelda")
            .doesNotContain("{");
        assertThat(pdf.getNumberOfPages() % 3).isZero();
      }
    }
    assertThat(Trail.of(store, session.id().value()))
        .contains("engagement.consent-forms-printed DONE");
  }

  @Test
  void theFourAimsStandOnEveryFormOnPaperAndOnScreenInItsOwnWords() throws Exception {
    for (FormKind kind : FormKind.values()) {
      var aims = ConsentText.shipped().words(kind).list("aims");
      var paper = at.printed("form=" + kind.slug());
      var screen =
          facilitator.get(at.form(at.first()) + "/signing?form=" + kind.slug()).page().text();

      assertThat(aims).hasSize(SetUpSteps.shipped().aims().size());
      assertThat(aims).allSatisfy(aim -> assertThat(paper).contains(aim));
      assertThat(aims).allSatisfy(aim -> assertThat(screen).contains(aim));
    }
    assertThat(ConsentText.shipped().easyRead().list("aims"))
        .doesNotContainAnyElementsOf(ConsentText.shipped().standard().list("aims"));
  }
}
