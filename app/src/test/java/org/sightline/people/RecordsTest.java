package org.sightline.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.Stale;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SystemStore;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// The record of a person: who sees it, what it asks, what it keeps.
@SightlineTest
class RecordsTest {

  private static final LocalDate BORN = LocalDate.of(2011, 3, 27);

  @Autowired private TestPeople people;
  @Autowired private TestCasework casework;
  @Autowired private People records;
  @Autowired private SystemStore store;

  private SignedIn chair;
  private WorkspaceId piece;
  private PersonId person;
  private String at;
  private Visitor visitor;

  @BeforeEach
  void aRecord() {
    chair = people.as(Role.CHAIR);
    piece = casework.aPiece();
    person = casework.aPerson(chair, piece, "Wren", "Halloway-Test", BORN);
    at = "/people/" + piece + "/" + person;
    visitor = people.signedIn(Role.CHAIR);
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {
        "HEAD",
        "SAFEGUARDING_LEAD",
        "ADMINISTRATOR",
        "GOVERNANCE",
        "FACILITATOR",
        "PRACTITIONER"
      })
  void isNotThereForWhoeverIsNotInThePieceOfWork(Role role) {
    var stranger = people.signedIn(role);
    var never = stranger.get("/people/" + UUID.randomUUID() + "/" + UUID.randomUUID());

    for (String path : List.of("/people/" + piece, at, at + "/history", at + "/details")) {
      var theirs = stranger.get(path);
      assertThat(theirs.status()).as(path).isEqualTo(404);
      assertThat(theirs.response().body()).as(path).isEqualTo(never.response().body());
    }
  }

  @Test
  void whoeverTriesTheAddressesOfItsFormsIsWrittenDown() {
    var stranger = people.signedIn(Role.PRACTITIONER);
    var forms = List.of("/numbers", "/address", "/copies/new", "/statements/new");

    for (String form : forms) {
      assertThat(stranger.get(at + form).status()).as(form).isEqualTo(404);
    }

    assertThat(
            store
                .jdbc()
                .sql(
                    "select count(*) from audit.entry where object = :person and outcome = 'DENIED'")
                .param("person", person.value())
                .query(Integer.class)
                .single())
        .isEqualTo(forms.size());
  }

  @Test
  void isNotThereThroughAPieceOfWorkThatDoesNotHoldIt() {
    var other = casework.aPiece();

    assertThat(visitor.get("/people/" + other + "/" + person).status()).isEqualTo(404);
    assertThatThrownBy(() -> records.record(chair, other, person)).isInstanceOf(NotThere.class);
  }

  @Test
  void isNotChangedFromAVersionNobodyEverWrote() {
    for (String version : new String[] {"2147483647", "-1", "one", ""}) {
      var refused =
          visitor.post(
              at + "/details",
              "version",
              version,
              "kind",
              "YOUNG_PERSON",
              "givenName",
              "Wren",
              "because",
              "Heard from her school.");

      assertThat(refused.status()).as(version).isEqualTo(412);
    }
  }

  @Test
  void cannotBeAddedWithoutAKindAndAName() {
    var refused = visitor.post("/people/" + piece + "/new", "surname", "Typed-Surname");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.page().select(".govuk-error-summary li")).hasSize(2);
    assertThat(refused.page().select("#surname").val()).isEqualTo("Typed-Surname");
  }

  @Test
  void cannotBeAddedWithANumberThatCannotBe() {
    var refused =
        visitor.post(
            "/people/" + piece + "/new",
            "kind",
            "YOUNG_PERSON",
            "givenName",
            "Wren",
            "numberKind",
            "NHS_NUMBER",
            "number",
            "9434765918");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.page().select("#number-error").text()).contains("ten digits");
  }

  @Test
  void isAddedFromTheListAndShown() {
    var added =
        visitor.post(
            "/people/" + piece + "/new",
            "kind",
            "YOUNG_PERSON",
            "givenName",
            "Tamsin",
            "surname",
            "Oddfellow-Test",
            "aliases",
            "Taz\nTamz",
            "born-day",
            "2",
            "born-month",
            "4",
            "born-year",
            "2012",
            "numberKind",
            "NHS_NUMBER",
            "number",
            "943 476 5919");

    assertThat(added.status()).isEqualTo(200);
    assertThat(named(added)).isEqualTo("Tamsin Oddfellow-Test");
    assertThat(added.page().text())
        .contains("born on 2 April 2012", "NHS number: 943 476 5919", "Taz, Tamz");
    assertThat(visitor.get("/people/" + piece).page().select("table tbody tr")).hasSize(2);
  }

  @Test
  void saysWhyTheReaderSeesIt() {
    String why = visitor.get(at).page().select("p.why a").attr("href");

    assertThat(why).isEqualTo("/reasons/" + piece + "/" + person);
    assertThat(visitor.get(why).page().text()).contains("Chair", "Record of a person");
  }

  @Test
  void keepsWhatItSaidBeforeWithTheReason() {
    visitor.post(
        at + "/details",
        "version",
        "1",
        "kind",
        "YOUNG_PERSON",
        "givenName",
        "Wrenna",
        "surname",
        "Halloway-Test",
        "born-day",
        "27",
        "born-month",
        "3",
        "born-year",
        "2011",
        "because",
        "Her passport says so.");

    assertThat(named(visitor.get(at))).isEqualTo("Wrenna Halloway-Test");
    var history = visitor.get(at + "/history").page();
    assertThat(history.select("h2").eachText())
        .containsExactly("Wrenna Halloway-Test", "Wren Halloway-Test");
    assertThat(history.text()).contains("Her passport says so.");
  }

  @Test
  void cannotBeChangedWithoutAReason() {
    var refused =
        visitor.post(at + "/details", "version", "1", "kind", "ADULT", "givenName", "Wren");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.page().select("#because-error").text()).contains("Say why");
  }

  @Test
  void refusesWhoeverSavesSecond() {
    var details = TestCasework.details("Wrenna", "Halloway-Test", BORN);
    records.change(chair, piece, person, 1, details, "First.");

    assertThatThrownBy(() -> records.change(chair, piece, person, 1, details, "Second."))
        .isInstanceOf(Stale.class);
  }

  @Test
  void whoSavesSecondSeesWhatDiffersBesideWhatTheyTypedAndSavesOnTopKnowingly() {
    records.change(
        chair,
        piece,
        person,
        1,
        TestCasework.details("Wrenna", "Halloway-Test", BORN),
        "Her passport says so.");
    String[] typed = {
      "version",
      "1",
      "kind",
      "YOUNG_PERSON",
      "givenName",
      "Wren",
      "surname",
      "Halloway-Test",
      "aliases",
      "Jenny <b>Wren</b>",
      "born-day",
      "27",
      "born-month",
      "3",
      "born-year",
      "2011",
      "because",
      "Her aunt calls her so."
    };

    var late = visitor.post(at + "/details", typed);

    assertThat(late.status()).isEqualTo(412);
    assertThat(late.heading()).isEqualTo("Somebody else saved first");
    assertThat(late.page().select("[data-saved-first]").text())
        .contains(people.cast().the(Role.CHAIR).name());
    assertThat(late.page().select(".govuk-summary-card__title").eachText())
        .containsExactly("Given name", "Other names");
    assertThat(late.page().select(".govuk-summary-card dd").eachText())
        .containsExactly("Wren", "Wrenna", "Wren", "Nothing", "Nothing", "Jenny <b>Wren</b>");
    assertThat(late.page().select("textarea[name=because]").val())
        .isEqualTo("Her aunt calls her so.");
    assertThat(late.page().select("textarea[name=aliases]").val()).isEqualTo("Jenny <b>Wren</b>");
    assertThat(named(visitor.get(at))).isEqualTo("Wrenna Halloway-Test");

    typed[1] = late.page().select("[name=version]").val();
    assertThat(visitor.post(at + "/details", typed).status()).isEqualTo(200);
    assertThat(named(visitor.get(at))).isEqualTo("Wren Halloway-Test");
    assertThat(visitor.get(at + "/history").page().select("h2").eachText()).hasSize(3);
  }

  @Test
  void whereNothingIsSetSideBySideWhatWasTypedIsStillGivenBack() {
    records.setAddress(chair, piece, person, 0, "1 Invented Row", false);

    var late =
        visitor.post(at + "/address", "version", "0", "address", "2 Invented <i>Row</i>, Nowhere");

    assertThat(late.status()).isEqualTo(412);
    assertThat(late.page().select(".as-typed").eachText())
        .containsExactly("2 Invented <i>Row</i>, Nowhere");
    assertThat(late.page().select("form[data-still-typed]")).isEmpty();
  }

  @Test
  void showsAProtectedAddressOnlyByItselfAndWithAReason() {
    String planted = "11 Hideaway Planted Street";
    visitor.post(at + "/address", "version", "0", "address", planted, "protected", "yes");
    var copy =
        visitor.post(
            at + "/copies/new",
            "toWhom",
            "An invented colleague",
            "purpose",
            "PARTNERS",
            "way",
            "PRINT");

    for (String path :
        List.of("", "/address", "/history", "/details", "/copies/new", "/protected-address")) {
      assertThat(visitor.get(at + path).page().html()).as(path).doesNotContain(planted);
    }
    assertThat(copy.page().html()).doesNotContain(planted);
    assertThat(visitor.post(at + "/protected-address", "reason", "short").status()).isEqualTo(422);

    var opened =
        visitor.post(at + "/protected-address", "reason", "The police ask for it tonight.");

    assertThat(opened.page().select("[data-protected-address]").text()).isEqualTo(planted);
    assertThat(visitor.get(at).page().text())
        .contains("The police ask for it tonight.")
        .doesNotContain(planted);
  }

  @Test
  void goesToNoParentWhileThatIsNotSafe() {
    records.change(
        chair,
        piece,
        person,
        1,
        new PersonDetails(
            PersonKind.YOUNG_PERSON, "Wren", null, List.of(), new Age.NotKnown(), "Fear at home."),
        "Told us today.");

    var refused = visitor.post(at + "/copies/new", "toWhom", "Mother", "parent", "yes");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.page().text()).contains("not safe to tell");
    assertThat(records.isSafeToTell(chair, piece, person)).isFalse();
    assertThat(records.record(chair, piece, person).disclosures()).isEmpty();
  }

  @Test
  void isLetGoAndPutBack() {
    visitor.post(at + "/release");

    assertThat(visitor.get(at).status()).isEqualTo(404);
    assertThat(visitor.get("/people/" + piece).page().text()).contains("Nobody yet.");

    visitor.post(at + "/return");

    assertThat(visitor.get(at).status()).isEqualTo(200);
  }

  @Test
  void isHeldByAnotherPieceOfWorkWithoutWhatIsSaidInThisOne() {
    casework.aStatement(chair, piece, person, "Planted words of the first.");
    var other = casework.aPiece();

    visitor.post(at + "/holders", "holder", other.toString());

    var there = visitor.get("/people/" + other + "/" + person);
    assertThat(named(there)).isEqualTo("Wren Halloway-Test");
    assertThat(there.page().text()).doesNotContain("Planted words");
  }

  @Test
  void isNotGrabbedByWhoeverKnowsItsId() {
    var stranger = casework.aTeam("Grab");
    var theirs = casework.aPieceOf(stranger);

    assertThatThrownBy(() -> records.holdToo(stranger.asChair(), theirs, person, theirs))
        .isInstanceOf(NotThere.class);
    assertThat(records.list(stranger.asChair(), theirs)).isEmpty();
  }

  private static String named(Visitor.Arrived record) {
    return record.page().select("[data-name]").text();
  }
}
