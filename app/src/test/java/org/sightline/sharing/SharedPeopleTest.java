package org.sightline.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.documents.CopyTracing;
import org.sightline.kernel.Role;
import org.sightline.kernel.WorkspaceId;
import org.sightline.people.People;
import org.sightline.people.PersonDetails;
import org.sightline.people.PersonId;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestCasework;
import org.sightline.testing.Visitor;
import org.sightline.testing.Visitor.Arrived;
import org.springframework.beans.factory.annotation.Autowired;

/// A record leaves by the sharing desk as its own module gives it out, and by nothing around it
/// (EX-01, EX-04, EX-06, EX-08, EX-09).
@SightlineTest
class SharedPeopleTest extends SharingPageTest {

  private static final String HIDDEN = "29 Planted Unseen Yard";

  @Autowired private TestCasework casework;
  @Autowired private People records;
  @Autowired private CopyTracing tracing;

  private TestCasework.Team team;
  private WorkspaceId piece;
  private PersonId person;
  private UUID care;
  private Visitor chair;

  @BeforeEach
  void aRecord() {
    care = organisation("Desk Care");
    team = casework.aTeam("Desk");
    piece = casework.aPieceOf(team);
    person =
        casework.aPerson(team.asChair(), piece, "Dunlin", "Desk-Test", LocalDate.of(2010, 7, 8));
    casework.aStatement(team.asChair(), piece, person, "Planted sentence of the desk.");
    chair = people.signedIn(team.chair());
    chair.post(
        "/people/" + piece + "/" + person + "/address",
        "version",
        "0",
        "address",
        HIDDEN,
        "protected",
        "yes");
  }

  @Test
  void aRecordIsHandedOverOnceItHasGoneStampedAndWithoutTheAddress() throws IOException {
    var sent = sent();
    String file = sent.path() + "/file";
    String record = person.toString();
    assertThat(chair.post(file, "record", record).status())
        .as("it can be taken back")
        .isEqualTo(422);
    aMinuteGoesBy(sent.path());
    for (var other : List.of(people.signedIn(team.practitioner()), people.signedIn(Role.HEAD))) {
      assertThat(other.post(file, "record", record).status()).isEqualTo(404);
    }

    assertThat(chair.get(sent.path()).page().text()).contains("Make the file to hand over");
    var made = chair.post(file, "record", record).page();
    String passphrase = made.select("[data-passphrase]").text();
    byte[] pdf =
        chair.post(made.select("form[action^=/picking-up/]").attr("action")).response().body();

    try (var opened = Loader.loadPDF(pdf, passphrase)) {
      assertThat(new PDFTextStripper().getText(opened).replaceAll("\\s+", " "))
          .contains("Planted sentence of the desk.", "For Desk Care: Duty team.")
          .doesNotContain(HIDDEN);
    }
    assertThat(tracing.trace(pdf))
        .singleElement()
        .satisfies(copy -> assertThat(copy.kind()).isEqualTo("people.record-shared"));
    assertThat(records.record(team.asChair(), piece, person).disclosures())
        .singleElement()
        .satisfies(copy -> assertThat(copy.toWhom()).isEqualTo("Desk Care: Duty team"));
  }

  @Test
  void whatIsNotInTheShareIsNotHandedOver() {
    var sent = sent();
    aMinuteGoesBy(sent.path());
    var other =
        casework.aPerson(team.asChair(), piece, "Knot", "Other-Test", LocalDate.of(2010, 7, 8));

    assertThat(chair.post(sent.path() + "/file", "record", other.toString()).status())
        .isEqualTo(404);
  }

  @Test
  void theFamilyGetsNothingWhileItIsNotSafe() {
    records.change(
        team.asChair(),
        piece,
        person,
        1,
        new PersonDetails(
            org.sightline.people.PersonKind.YOUNG_PERSON,
            "Dunlin",
            "Desk-Test",
            List.of(),
            new org.sightline.people.Age.NotKnown(),
            "It would put her at risk."),
        "Said today.");

    var check = prepared("recipients", "", "family", "yes", "familyWho", "Mother", "safe", "yes");

    assertThat(check.page().text()).contains("safe for the family");
    assertThat(check.page().select("form[action$=/sending]")).isEmpty();
  }

  @Test
  void thoseWhoReadDocketsOnlyReadNoName() {
    var sent = sent();
    var governance = people.signedIn(Role.GOVERNANCE);

    assertThat(governance.get("/sharing").page().text()).doesNotContain("Dunlin");
    assertThat(governance.get(sent.path()).page().text()).doesNotContain("Dunlin");
    assertThat(people.signedIn(casework.aTeam("Other").chair()).get(sent.path()).status())
        .isEqualTo(404);
  }

  private Arrived sent() {
    return send(
        chair,
        prepared("recipients", care.toString(), "person-" + care, "Duty team"),
        "Desk Care",
        "basis",
        "DUTY_TO_SHARE",
        "reason",
        "They work with her now");
  }

  private Arrived prepared(String... to) {
    var fields =
        new ArrayList<>(
            List.of(
                "items",
                person.toString(),
                "about",
                "One young person",
                "aboutKind",
                "PERSON",
                "categories",
                "IDENTITY",
                "owner",
                "Desk team",
                "purpose",
                "CASE_MANAGEMENT",
                "heldFor",
                "CASE_MANAGEMENT",
                "marking",
                "CASE_MANAGEMENT",
                "route",
                "PORTAL"));
    fields.addAll(List.of(to));
    return chair.post("/sharing/workspaces/" + piece + "/new", fields.toArray(String[]::new));
  }
}
