package org.sightline.engagement.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sightline.engagement.pack.Printed.codesOn;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.engagement.marks.DatabaseReader;
import org.sightline.engagement.marks.Marks;
import org.sightline.engagement.marks.PaperSlips;
import org.sightline.engagement.marks.SlipCode;
import org.sightline.engagement.planning.Session;
import org.sightline.kernel.Role;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.TestRounds;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

@SightlineTest
class PackTest {

  @Autowired private TestPeople people;
  @Autowired private TestRounds rounds;
  @Autowired private Marks marks;
  @Autowired private PaperSlips slips;
  @Autowired private DatabaseSettings settings;

  private DatabaseReader thief;
  private Session session;

  @BeforeEach
  void planASession() {
    thief = new DatabaseReader(settings);
    session = rounds.aPlannedSession(rounds.aRound());
  }

  @Test
  void isNotThereForAStranger() {
    assertThat(people.stranger().get(pack()).path()).isEqualTo("/signing-in");
  }

  @ParameterizedTest
  @EnumSource(names = {"SAFEGUARDING_LEAD", "DEPUTY_LEAD", "HEAD", "GOVERNANCE", "ADMINISTRATOR"})
  void isNotThereForWhoeverDoesNotRunTheRound(Role role) {
    var outsider = people.signedIn(role);

    assertThat(outsider.get(pack()).status()).isIn(403, 404);
    assertThat(print(outsider, "plan-sheets", "plan-sheets", "1").status()).isIn(403, 404);
    assertThat(issued()).isZero();
  }

  @Test
  void isNotThereForAFacilitatorOfAnotherRound() {
    var owner = rounds.owner();
    var elsewhere =
        people.cast().all(Role.FACILITATOR).stream()
            .filter(member -> !member.id().equals(owner.user()))
            .findFirst()
            .orElseThrow();
    thief.rows(
        "with gone as (delete from access.membership where workspace_id = ? and user_id = ? returning 1) select 1 from gone",
        session.round().value(),
        elsewhere.id().value());

    var visitor = people.signedIn(elsewhere);

    assertThat(visitor.get(pack()).status()).isEqualTo(404);
    assertThat(print(visitor, "plan-sheets", "plan-sheets", "1").status()).isEqualTo(404);
  }

  @Test
  void isNotThereForASessionThatIsNot() {
    var nowhere = "/engagement/sessions/00000000-0000-4000-8000-000000000000/pack";

    assertThat(people.signedIn(Role.ROUND_OWNER).get(nowhere).status()).isEqualTo(404);
    assertThat(people.signedIn(Role.ROUND_OWNER).get("/engagement/sessions/x/pack").status())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"61", "-1", "eight", "1.5", "999999999999", "", "８"})
  void refusesWhatIsNoNumberOfCopiesAndKeepsWhatWasTyped(String typed) {
    var answer =
        print(people.signedIn(Role.ROUND_OWNER), "all", "plan-sheets", typed, "questions", "3");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.page().select(".govuk-error-summary").text()).contains("from 0 to 60");
    assertThat(answer.page().select("#plan-sheets").attr("value")).isEqualTo(typed);
    assertThat(answer.page().select("#questions").attr("value")).isEqualTo("3");
    assertThat(issued()).isZero();
  }

  @Test
  void refusesToPrintNothing() {
    var answer = print(people.signedIn(Role.ROUND_OWNER), "plan-sheets", "plan-sheets", "0");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.page().select(".govuk-error-summary").text()).contains("every number is 0");
  }

  @Test
  void aPartThatIsNotIsNotThere() {
    assertThat(print(people.signedIn(Role.ROUND_OWNER), "maps", "maps", "1").status())
        .isEqualTo(404);
  }

  @Test
  void aClosedSessionGetsNoMoreSheetsAndAllTheRest() {
    var open = rounds.anOpenSession(rounds.aRound());
    session = open;
    marks.close(rounds.owner(), open.id(), 0);
    var owner = people.signedIn(Role.ROUND_OWNER);

    var page = owner.get(pack());
    var refused = print(owner, "plan-sheets", "plan-sheets", "1");
    var form = print(owner, "concern-forms", "concern-forms", "1");

    assertThat(page.page().text()).contains("no more plan sheets or slips");
    assertThat(page.page().select("#plan-sheets")).isEmpty();
    assertThat(refused.page().text()).contains("This session is closed");
    assertThat(refused.response().headers().firstValue("Content-Type").orElse("")).contains("html");
    assertThat(issued()).isZero();
    assertThat(Printed.textOf(form)).contains("Raise a concern");
  }

  @Test
  void offersWhatTheGroupNeedsAndTwoSpares() {
    var page = people.signedIn(Role.FACILITATOR).get(pack());

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.heading()).isEqualTo("The pack to print");
    assertThat(page.page().select("#plan-sheets").attr("value")).isEqualTo("10");
    assertThat(page.page().select("#help-slips").attr("value")).isEqualTo("10");
    assertThat(page.page().select("#large-plan-sheets").attr("value")).isEqualTo("0");
    assertThat(page.page().select("a[href$=consent-forms.pdf]")).hasSize(1);
  }

  @Test
  void printsAFileThatSaysNothingAndIsNotKept() {
    var answer = print(people.signedIn(Role.FACILITATOR), "plan-sheets", "plan-sheets", "3");

    var headers = answer.response().headers();
    assertThat(headers.firstValue("Content-Type")).contains("application/pdf");
    assertThat(headers.firstValue("Content-Disposition"))
        .contains("attachment; filename=\"print.pdf\"");
    assertThat(headers.allValues("Cache-Control")).containsExactly("no-store");
    assertThat(new String(answer.response().body(), StandardCharsets.ISO_8859_1))
        .doesNotContain("Producer", "Creator", "CreationDate", "Author");
  }

  @Test
  void eachSheetHasALabelAndASlipOfItsOwnAndPrintingAgainMakesOthers() {
    var owner = people.signedIn(Role.ROUND_OWNER);

    var first = Printed.pagesOf(print(owner, "plan-sheets", "plan-sheets", "4"));
    var second = Printed.pagesOf(print(owner, "plan-sheets", "plan-sheets", "4"));

    var codes = new HashSet<String>();
    var labels = new HashSet<String>();
    for (var page : first) {
      codes.addAll(codesOn(page));
      labels.add(Printed.labelOn(page));
      assertThat(codesOn(page)).hasSize(1);
      assertThat(page.replaceAll("\\s+", " "))
          .contains("No names", "Somewhere else")
          .doesNotContain("Your year");
      var slip = page.substring(page.indexOf("Cut here")).replaceAll("\\s+", " ");
      assertThat(slip)
          .as("what a student takes along")
          .contains(
              people.cast().the(Role.SAFEGUARDING_LEAD).name(),
              people.cast().the(Role.DEPUTY_LEAD).name(),
              "Childline: 0800 1111",
              "999");
    }
    for (var page : second) {
      codes.addAll(codesOn(page));
      labels.add(Printed.labelOn(page));
    }
    assertThat(first).hasSize(4);
    assertThat(codes)
        .hasSize(8)
        .allMatch(code -> SlipCode.read(code) instanceof SlipCode.Reading.Correct);
    assertThat(labels).hasSize(8);
    assertThat(issued()).isEqualTo(8);
  }

  /// A45 and A46, whichever way a sheet is drawn; the boxes for the year are offered, not forced.
  @ParameterizedTest
  @ValueSource(strings = {"plan-sheets", "list-sheets", "large-plan-sheets", "master-sheets"})
  void everyKindOfSheetSaysThatItAsksNoNameAndHasAPlaceForTheYear(String kind) {
    var sheet =
        Printed.textOf(print(people.signedIn(Role.ROUND_OWNER), kind, kind, "1", "years", "yes"));

    assertThat(sheet)
        .contains("No names", "To tell us something, use the help slip.")
        .containsIgnoringCase("no one can tell which map is yours")
        .containsIgnoringCase("unsafe, unwelcome or uncomfortable, or I avoid it")
        .containsIgnoringCase("safe and welcome")
        .containsPattern("Your year|Year group");
  }

  @Test
  void theLabelOnASheetBelongsToTheSlipAtItsFoot() {
    var pages =
        Printed.pagesOf(
            print(people.signedIn(Role.ROUND_OWNER), "plan-sheets", "plan-sheets", "6"));

    for (var page : pages) {
      var read = (SlipCode.Reading.Correct) SlipCode.read(codesOn(page).getFirst());
      assertThat(
              thief.count(
                  "select count(*)::int from engagement.printed_sheet where session_id = ? and label = ? and slip = ?",
                  session.id().value(),
                  Printed.labelOn(page),
                  slips.known(session.id().value(), slips.of(read.code()))))
          .isEqualTo(1);
    }
  }

  @Test
  void aPrintedSlipTakesAMapOutThroughTheSlipBox() {
    session = rounds.anOpenSession(rounds.aRound());
    var owner = people.signedIn(Role.ROUND_OWNER);
    var code =
        codesOn(Printed.pagesOf(print(owner, "plan-sheets", "plan-sheets", "1")).getFirst())
            .getFirst();

    var taken = owner.post("/engagement/slip-box", "code", code);

    assertThat(taken.page().text()).contains("The map of this slip is deleted");
  }

  @Test
  void noTableHoldsACodeAndTheAuditHoldsCountsOnly() {
    var answer =
        print(
            people.signedIn(Role.ROUND_OWNER),
            "all",
            "plan-sheets",
            "2",
            "large-plan-sheets",
            "1",
            "help-slips",
            "4");

    var codes = new ArrayList<String>();
    Printed.pagesOf(answer).forEach(page -> codes.addAll(codesOn(page)));
    assertThat(codes).hasSize(3);
    for (String code : codes) {
      for (String form : new String[] {code, code.replace("-", "")}) {
        assertThat(
                thief.tablesHolding(
                    form,
                    "engagement",
                    "student",
                    "audit",
                    "access",
                    "contexts",
                    "concerns",
                    "web",
                    "public"))
            .isEmpty();
      }
    }
    assertThat(
            thief.rows(
                "select detail from audit.entry where object = ? and act = 'engagement.pack-printed' and outcome = 'DONE'",
                session.id().value()))
        .extracting(row -> row.get("detail"))
        .containsExactly("plan-sheets: 2, large-plan-sheets: 1, help-slips: 4");
    assertThat(
            thief.count(
                "select count(*)::int from audit.entry where object = ? and act = 'engagement.sheets-issued' and detail = 'sheets: 3'",
                session.id().value()))
        .isEqualTo(1);
  }

  private Visitor.Arrived print(Visitor visitor, String part, String... copies) {
    var fields = new ArrayList<String>(List.of("part", part));
    fields.addAll(List.of(copies));
    return visitor.post(pack() + "/printing", fields.toArray(String[]::new));
  }

  private String pack() {
    return "/engagement/sessions/" + session.id() + "/pack";
  }

  private int issued() {
    return thief.count(
        "select count(*)::int from engagement.printed_sheet where session_id = ?",
        session.id().value());
  }
}
