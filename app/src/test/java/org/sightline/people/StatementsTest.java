package org.sightline.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.Stale;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.Superuser;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// What is said about somebody: labelled, sourced, never overwritten.
@SightlineTest
class StatementsTest {

  @Autowired private TestPeople people;
  @Autowired private TestCasework casework;
  @Autowired private People records;
  @Autowired private Statements statements;
  @Autowired private Recipients recipients;
  @Autowired private DatabaseSettings database;

  private SignedIn chair;
  private WorkspaceId piece;
  private PersonId person;
  private String at;
  private Visitor visitor;

  @BeforeEach
  void aRecord() {
    chair = people.as(Role.CHAIR);
    piece = casework.aPiece();
    person = casework.aPerson(chair, piece, "Lark", "Statement-Test", LocalDate.of(2010, 5, 6));
    at = "/people/" + piece + "/" + person;
    visitor = people.signedIn(Role.CHAIR);
  }

  @Test
  void aStatementSaysWhatItIsWhoSaysSoWhenAndHowSure() {
    var refused = visitor.post(at + "/statements/new", "words", "Typed and kept.");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.page().select(".govuk-error-summary a").eachAttr("href"))
        .containsExactly("#label", "#role", "#agency", "#knownOn", "#reliability");
    assertThat(refused.page().select("#words").text()).isEqualTo("Typed and kept.");
  }

  @Test
  void theDatabaseTakesNoStatementWithoutThem() {
    var nullable =
        Superuser.rolledBack(
            database,
            jdbc ->
                jdbc.sql(
                        """
                        select column_name::text from information_schema.columns
                         where table_schema = 'people' and table_name = 'statement' and is_nullable = 'YES'
                        """)
                    .query(String.class)
                    .list());

    assertThat(nullable).containsExactlyInAnyOrder("supersedes", "superseded_because");
  }

  @Test
  void isShownWithItsLabelSourceDayAndHowSure() {
    casework.aStatement(chair, piece, person, "Goes by the late bus.");

    assertThat(visitor.get(at).page().select(".statement").text())
        .contains(
            "Reported",
            "Goes by the late bus.",
            "Youth worker, Fennbridge Youth Club",
            "2 March 2026",
            "Likely")
        .contains(people.cast().the(Role.CHAIR).name());
  }

  @Test
  void aCorrectionLeavesTheOldStatementVisiblySuperseded() {
    var wrong = casework.aStatement(chair, piece, person, "Wrong words.");

    var form = visitor.get(at + "/statements/" + wrong + "/correction");
    assertThat(form.page().select("#words").text()).isEqualTo("Wrong words.");
    var corrected = correct(wrong, "Right words.");

    assertThat(corrected.status()).isEqualTo(200);
    var shown = visitor.get(at).page();
    assertThat(shown.select(".statement > .statement__words").text()).contains("Right words.");
    assertThat(shown.select("del").text()).contains("Wrong words.");
    assertThat(shown.select(".statement__before").text())
        .contains("Corrected by " + people.cast().the(Role.CHAIR).name(), "It was somebody else.");
  }

  @Test
  void isCorrectedOnce() {
    var wrong = casework.aStatement(chair, piece, person, "Wrong words.");
    var right = TestCasework.text("Right words.", false);
    statements.correct(chair, piece, person, wrong, right, "First.");

    assertThatThrownBy(() -> statements.correct(chair, piece, person, wrong, right, "Second."))
        .isInstanceOf(Stale.class);
  }

  @Test
  void noRoleOfTheApplicationMayOverwriteOne() {
    var may =
        Superuser.rolledBack(
            database,
            jdbc ->
                jdbc.sql(
                        """
                        select t.name || ' ' || c.cmd
                          from (values ('statement'), ('details'), ('address'), ('disclosed'), ('told')) t (name)
                         cross join (values ('update'), ('delete')) c (cmd)
                         where has_table_privilege('sightline_staff', 'people.' || t.name, c.cmd)
                            or has_table_privilege('sightline_system', 'people.' || t.name, c.cmd)
                        """)
                    .query(String.class)
                    .list());

    assertThat(may).isEmpty();
  }

  @Test
  void whoGotTheOldVersionIsListedUntilTheyAreTold() {
    var wrong = casework.aStatement(chair, piece, person, "Wrong words.");
    casework.aStatement(chair, piece, person, "Words that stay.");
    recipients.copy(chair, piece, person, Disclosure.Kind.PRINTED, "Invented recipient", false);
    assertThat(records.record(chair, piece, person).toBeTold()).isEmpty();

    correct(wrong, "Right words.");
    recipients.copy(chair, piece, person, Disclosure.Kind.SHARED, "Later recipient", false);

    assertThat(records.record(chair, piece, person).toBeTold())
        .extracting(Disclosure::toWhom)
        .containsExactly("Invented recipient");
    var page = visitor.get(at).page();
    assertThat(page.text()).contains("Somebody has a copy with what was corrected since.");

    visitor.post(page.select("form[action$=/telling]").attr("action"));

    assertThat(records.record(chair, piece, person).toBeTold()).isEmpty();
  }

  @Test
  void aPageOfTheRecordThatIsPrintedNamesNoYoungPersonAsTheSource() {
    statements.write(chair, piece, person, TestCasework.text("Drew the two of them.", true));

    var page = visitor.get(at).page();
    assertThat(page.select(".statement .only-print").text())
        .contains("Source withheld")
        .doesNotContain("Youth worker", "young person");
    assertThat(page.select(".statement .statement__how:not(.only-print)"))
        .allMatch(said -> said.hasClass("no-print"));
  }

  @Test
  void aChangeOfDetailsIsToldToWhoeverGotTheOldOnes() {
    recipients.copy(chair, piece, person, Disclosure.Kind.EXPORTED, "Invented recipient", false);

    records.change(
        chair,
        piece,
        person,
        1,
        TestCasework.details("Larke", "Statement-Test", LocalDate.of(2010, 5, 6)),
        "Spelt wrong.");

    assertThat(records.record(chair, piece, person).toBeTold()).hasSize(1);
  }

  @Test
  void aYoungPersonIsNeverTheSourceOnACopy() {
    statements.write(
        chair, piece, person, TestCasework.text("Drew the two of them together.", true));

    assertThat(visitor.get(at).page().select(".statement").text())
        .contains("A young person, through Youth worker");
    var copy =
        visitor
            .post(
                at + "/copies/new",
                "toWhom",
                "Invented recipient",
                "purpose",
                "PARTNERS",
                "way",
                "PRINT")
            .page();
    assertThat(copy.select(".statement").text())
        .contains("Reported", "Drew the two of them together.", "Source withheld")
        .doesNotContain("Youth worker", "young person");
    assertThat(
            recipients
                .copy(chair, piece, person, Disclosure.Kind.SHARED, "Somebody", false)
                .statements())
        .extracting(one -> one.text().agency() + one.text().role())
        .containsExactly("withheldwithheld");
    assertThat(copy.select("[data-stamp]").text()).contains("For Invented recipient.");
  }

  @Test
  void aStatementOfAnotherPieceOfWorkIsNotThere() {
    var elsewhere = casework.aPiece();
    var other = casework.aPerson(chair, elsewhere, "Other", null, LocalDate.of(2010, 1, 1));
    var theirs = casework.aStatement(chair, elsewhere, other, "Elsewhere.");

    assertThatThrownBy(() -> statements.find(chair, piece, person, theirs))
        .isInstanceOf(NotThere.class);
    assertThatThrownBy(
            () -> statements.find(chair, piece, person, new StatementId(UUID.randomUUID())))
        .isInstanceOf(NotThere.class);
  }

  private Visitor.Arrived correct(StatementId wrong, String right) {
    return visitor.post(
        at + "/statements/" + wrong + "/correction",
        List.of(
                "because", "It was somebody else.",
                "words", right,
                "label", "FACT",
                "agency", "Fennbridge Youth Club",
                "role", "Youth worker",
                "knownOn-day", "2",
                "knownOn-month", "3",
                "knownOn-year", "2026",
                "reliability", "CHECKED")
            .toArray(String[]::new));
  }
}
