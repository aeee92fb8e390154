package org.sightline.engagement.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.demonstration.Cast;
import org.sightline.engagement.planning.Session;
import org.sightline.kernel.Role;
import org.sightline.plans.ContactUse;
import org.sightline.plans.CouncilContact;
import org.sightline.plans.CouncilContacts;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.TestRounds;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// What was answered while setting up is what is said and printed, the same on every paper (A08,
/// A09, A22, A25, A26).
@SightlineTest
class SessionNamesTest {

  @Autowired private TestPeople people;
  @Autowired private TestRounds rounds;
  @Autowired private CouncilContacts contacts;

  private Session session;
  private Visitor owner;
  private Cast.Member lead;

  @BeforeEach
  void aSessionWhosePlanNamesSomebodyElse() {
    session = rounds.aPlannedSession(rounds.aRound());
    owner = people.signedIn(Role.ROUND_OWNER);
    lead = people.cast().all(Role.FACILITATOR).getLast();
    answer(
        "confidentiality",
        "response.lead",
        lead.id().toString(),
        "response.pathway",
        "The duty head of year rings the front door before noon",
        "response.deputy",
        "Tansy Overbrook",
        "response.if-about-lead",
        "Ring Hollis Farthing, chair of governors");
  }

  @Test
  void theRunSheetTheCardTheHelpSlipAndTheFormNameThePersonOfThePlan() {
    owner.post("/engagement/sessions/" + session.id() + "/starting");

    var screen = owner.get("/engagement/sessions/" + session.id() + "/running").page();
    String card = printed("response-cards");
    var printedCard = print("response-cards");
    Printed.keep("response-card", printedCard);
    assertThat(Printed.pagesOf(printedCard)).as("a card is one page").hasSize(1);
    String slip = printed("help-slips");

    assertThat(screen.select("#stage-welcome .run__say").text())
        .contains("pass it on to " + lead.name() + ", or to Tansy Overbrook");
    assertThat(printed("run-sheets"))
        .contains("pass it on to " + lead.name() + ", or to Tansy Overbrook");
    assertThat(slip).contains("Only " + lead.name() + " or Tansy Overbrook will read it");
    assertThat(card)
        .contains("Told first " + lead.name())
        .contains("Deputy on site today Tansy Overbrook")
        .contains("The duty head of year rings the front door before noon")
        .contains("If it is about the lead or the head: Ring Hollis Farthing")
        .contains("I am going to talk to " + lead.name());
    assertThat(card.indexOf(lead.name()))
        .isLessThan(card.indexOf(people.cast().the(Role.SAFEGUARDING_LEAD).name()));
    assertThat(owner.get("/engagement/sessions/" + session.id() + "/consent-forms.pdf"))
        .satisfies(
            form -> assertThat(Printed.textOf(form)).contains("talk to " + lead.name() + " if"));
  }

  @Test
  void theSessionAndTheStartShowThePlanAndAskWhoIsOnSite() {
    String at = "/engagement/sessions/" + session.id();

    assertThat(owner.get(at).page().select("dl").text())
        .contains("Tansy Overbrook", "Ring Hollis Farthing");
    assertThat(owner.get(at + "/starting").page().select("dl").text())
        .contains("Is " + lead.name() + " in school today?")
        .contains("Tansy Overbrook Are they on site today?")
        .contains("Ring Hollis Farthing");

    answer(
        "confidentiality",
        "response.lead",
        lead.id().toString(),
        "response.pathway",
        "The duty head of year rings the front door before noon");
    assertThat(owner.get(at + "/starting").page().select("dl").text())
        .contains("Name the deputy who is on site that day");
  }

  @Test
  void theQuietPlaceItsAdultAndTheSlipBoxAreTheOnesThatWereAgreed() {
    var today = LocalDate.now(ZoneId.of("Europe/London"));
    answer(
        "space",
        "heldOn-day",
        "" + today.getDayOfMonth(),
        "heldOn-month",
        "" + today.getMonthValue(),
        "heldOn-year",
        "" + today.getYear(),
        "startsAt",
        "10:00",
        "leaving-place",
        "Room 7 by the pond.",
        "leaving-adult",
        "Pell Underhay");
    answer(
        "right-to-withdraw", "slip-box", "by the lunch hatch", "slip-box-keeper", "Okra Vanewood");
    owner.post("/engagement/sessions/" + session.id() + "/starting");
    String said = "just go to Room 7 by the pond. Pell Underhay will be there";

    assertThat(owner.get("/engagement/sessions/" + session.id() + "/running").page().text())
        .contains(said);
    assertThat(printed("run-sheets")).contains(said);
    assertThat(printed("plan-sheets")).contains("the slip box at school (by the lunch hatch)");
    assertThat(printed("large-plan-sheets"))
        .contains("the slip box at school (by the lunch hatch)");
    assertThat(printed("slip-box")).contains("Emptied by Okra Vanewood");
  }

  @Test
  void whatNobodyAnsweredIsSaidInGeneralWords() {
    owner.post("/engagement/sessions/" + session.id() + "/starting");

    assertThat(owner.get("/engagement/sessions/" + session.id() + "/running").page().text())
        .contains("just go to the quiet place we agreed. " + lead.name() + " will be there");
    assertThat(printed("plan-sheets")).contains("this slip in the slip box at school.");
  }

  @Test
  void theCardPrintsTheTelephoneNumbersTheSchoolKeeps() {
    var id = UUID.randomUUID();
    keep(id, 0, false);
    try {
      assertThat(printed("response-cards"))
          .contains("children's social care: 01632 960 733")
          .contains("Children's social care 01632 960 733");
    } finally {
      keep(id, 1, true);
    }
  }

  private void keep(UUID id, int version, boolean retired) {
    contacts.save(
        people.as(Role.SAFEGUARDING_LEAD),
        people.school(),
        new CouncilContact(
            id,
            version,
            ContactUse.CONCERNS,
            "0 Invented area",
            "Invented front door",
            null,
            "01632 960 733",
            retired));
  }

  private void answer(String step, String... fields) {
    String at = "/engagement/sessions/" + session.id() + "/steps/" + step;
    var form =
        new ArrayList<>(
            List.of("version", owner.get(at).page().select("input[name=version]").val()));
    form.addAll(List.of(fields));
    assertThat(owner.post(at, form.toArray(String[]::new)).status()).isEqualTo(200);
  }

  private String printed(String part) {
    return Printed.textOf(print(part));
  }

  private Visitor.Arrived print(String part) {
    return owner.post(
        "/engagement/sessions/" + session.id() + "/pack/printing", "part", part, part, "1");
  }
}
