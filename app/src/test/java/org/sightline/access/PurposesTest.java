package org.sightline.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sightline.audit.SystemProcesses;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Role;
import org.sightline.kernel.WorkspaceId;
import org.sightline.sharing.Agreements;
import org.sightline.sharing.Organisations;
import org.sightline.sharing.Purpose;
import org.sightline.sharing.Reliances;
import org.sightline.store.SystemStore;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// AC-03: a piece of work is open for what somebody said, once for each sign-in, and for nothing
/// that the agreements it relies on do not allow. Nothing of it stands in the way of opening
/// without an agreement, or of passing on a risk of harm.
@SightlineTest
class PurposesTest {

  @Autowired private TestPeople people;
  @Autowired private TestCasework casework;
  @Autowired private Organisations organisations;
  @Autowired private Agreements agreements;
  @Autowired private Reliances reliances;
  @Autowired private SystemStore store;
  @Autowired private SystemProcesses processes;

  private Pilots pilots;
  private TestCasework.Team team;
  private WorkspaceId piece;
  private Visitor practitioner;

  @BeforeEach
  void aPiece() {
    pilots = new Pilots(people, organisations, agreements);
    team = casework.aTeam("Purpose");
    piece = casework.aPieceOf(team);
    practitioner = people.signedIn(team.practitioner()).answeringNoPurposes();
  }

  @Test
  void itIsAskedOnceAndThePageThatWasWantedComesNext() {
    var asked = practitioner.get("/people/" + piece);
    assertThat(asked.heading()).isEqualTo("What do you have this work open for?");
    assertThat(asked.page().select("input[name=purpose][checked]")).isEmpty();

    assertThat(choose("PLAN").path()).isEqualTo("/people/" + piece);
    assertThat(practitioner.get("/casework/" + piece).page().select("main").text())
        .contains("You have it open to Plan");
    assertThat(practitioner.get("/people/" + piece).path()).isEqualTo("/people/" + piece);
  }

  @Test
  void itIsAskedAgainAfterSigningInAgainAndForAnotherPieceOfWork() {
    practitioner.get("/people/" + piece);
    choose("PLAN");
    var other = casework.aPieceOf(team);

    assertThat(practitioner.get("/people/" + other).path()).isEqualTo(opening(other));
    var again = people.signedIn(team.practitioner()).answeringNoPurposes();
    assertThat(again.get("/people/" + piece).path()).isEqualTo(opening(piece));
  }

  /// On the same browser, without signing out in between.
  @Test
  void whatOneColleagueSaidIsNotSaidForTheNext() {
    practitioner.get("/people/" + piece);
    choose("PLAN");
    practitioner.post(
        "/signing-in", "username", team.chair().username(), "password", team.chair().password());

    assertThat(practitioner.get("/people/" + piece).path()).isEqualTo(opening(piece));
  }

  @Test
  void whoeverOpensAPieceOfWorkHasJustSaidWhatFor() {
    var chair = people.signedIn(team.chair()).answeringNoPurposes();
    var opened =
        chair.post(
            "/casework/new",
            "risk",
            "no",
            "title",
            "Typed title",
            "kind",
            "PROFILE",
            "basis",
            "Children Act 2004",
            "whyNow",
            "Now.",
            "contact",
            "A desk",
            "place",
            team.id().toString());

    assertThat(opened.page().select("main").text()).contains("You have it open to Identify");
  }

  @Test
  void nothingChosenIsAskedAgain() {
    var answer = practitioner.post(opening(piece));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.page().select(".govuk-error-summary a").attr("href")).isEqualTo("#purpose");
    assertThat(practitioner.post(opening(piece), "purpose", "PROFILE").status()).isEqualTo(422);
  }

  @Test
  void whoDoesNotWorkOnItIsAskedNothing() {
    var stranger = people.signedIn(casework.aTeam("Other").chair()).answeringNoPurposes();

    assertThat(stranger.get("/people/" + piece).status()).isEqualTo(404);
    assertThat(stranger.get(opening(piece)).status()).isEqualTo(404);
    assertThat(stranger.post(opening(piece), "purpose", "PLAN").status()).isEqualTo(404);
  }

  /// practice.md, Safety 1: a missing agreement warns and is recorded, and never blocks opening.
  @ParameterizedTest
  @EnumSource(OpeningPurpose.class)
  void withoutAnAgreementItWarnsIsRecordedAndOpens(OpeningPurpose purpose) {
    assertThat(practitioner.get("/people/" + piece).page().select(".govuk-warning-text").text())
        .contains("No agreement that is in force", "A risk of harm is passed on at once");

    assertThat(choose(purpose.name()).path()).isEqualTo("/people/" + piece);
    assertThat(written("access.purpose-chosen"))
        .containsExactly("DONE %s no agreement in force".formatted(purpose));
  }

  @Test
  void anAgreementThatIsOnlyWrittenCannotBeReliedOnAndOneThatIsSuspendedWarnsAndOpens() {
    UUID draft = pilots.added(Purpose.ASSESSMENT_ON_REQUEST);
    assertThatThrownBy(() -> rely(draft)).isInstanceOf(NotThere.class);
    UUID suspended = inForce(Purpose.ASSESSMENT_ON_REQUEST);
    rely(suspended);
    agreements.suspend(people.as(Role.GOVERNANCE), suspended, "Invented");

    practitioner.get("/people/" + piece);
    assertThat(choose("DISRUPT").path()).isEqualTo("/people/" + piece);
  }

  /// A pilot that allows assessment only is not there under "disrupt".
  @ParameterizedTest
  @EnumSource(value = OpeningPurpose.class, names = "ASSESS", mode = EnumSource.Mode.EXCLUDE)
  void whatTheAgreementDoesNotAllowIsRefusedAndWrittenDown(OpeningPurpose purpose) {
    rely(inForce(Purpose.ASSESSMENT_ON_REQUEST));

    var refused = practitioner.post(opening(piece), "purpose", purpose.name());

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.page().select("main").text())
        .contains("do not allow it", "Record a risk of harm");
    assertThat(written("access.purpose-refused")).containsExactly("DENIED null " + purpose);
    assertThat(practitioner.get("/people/" + piece).path()).isEqualTo(opening(piece));
  }

  @Test
  void theOnlyPurposeThereIsIsFilledIn() {
    rely(inForce(Purpose.ASSESSMENT_ON_REQUEST));

    var asked = practitioner.get("/people/" + piece).page();
    assertThat(asked.select("input[name=purpose]").eachAttr("value")).containsExactly("ASSESS");
    assertThat(asked.select("input[name=purpose][checked]")).hasSize(1);
    assertThat(asked.select(".govuk-warning-text")).isEmpty();
    assertThat(choose("ASSESS").path()).isEqualTo("/people/" + piece);
  }

  @Test
  void anAgreementThatComesIntoForceRefusesWhatIsOpenForSomethingElse() {
    practitioner.get("/people/" + piece);
    choose("DISRUPT");
    rely(inForce(Purpose.ASSESSMENT_ON_REQUEST));

    var refused = practitioner.get("/people/" + piece);
    assertThat(refused.status()).isEqualTo(403);
    practitioner.get(refused.page().select("a[href$=/opening]").attr("href"));
    assertThat(choose("ASSESS").status()).isEqualTo(200);
    assertThat(practitioner.get("/people/" + piece).status()).isEqualTo(200);
  }

  /// One that ended by mistake rules out what it did before, once that was taken back.
  @Test
  void anAgreementWhoseEndingWasTakenBackRefusesWhatItDoesNotAllow() {
    var governance = people.as(Role.GOVERNANCE);
    UUID agreement = inForce(Purpose.ASSESSMENT_ON_REQUEST);
    rely(agreement);
    agreements.end(governance, agreement, "Ended by mistake");
    practitioner.get("/people/" + piece);
    assertThat(choose("DISRUPT").path()).isEqualTo("/people/" + piece);

    agreements.takeBack(governance, agreement);

    assertThat(practitioner.get("/people/" + piece).status()).isEqualTo(403);
    assertThat(choose("DISRUPT").status()).isEqualTo(403);
    agreements.suspend(governance, agreement, "Invented");
    agreements.end(governance, agreement, "Ended by mistake");
    agreements.takeBack(governance, agreement);
    assertThat(choose("DISRUPT").status()).as("suspended again").isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "EARLY_IDENTIFICATION, IDENTIFY",
    "PROFILING, IDENTIFY",
    "ASSESSMENT_ON_REQUEST, ASSESS",
    "CASE_MANAGEMENT, ASSESS PLAN",
    "SAFER_PLACES, PLAN",
    "DISRUPTION, DISRUPT",
    "AUDIT, AUDIT",
  })
  void eachAgreedPurposeOpensForItsOwnAndNothingElse(Purpose agreed, String choices) {
    rely(inForce(agreed));

    assertThat(
            practitioner.get(opening(piece)).page().select("input[name=purpose]").eachAttr("value"))
        .containsExactlyInAnyOrder(choices.split(" "));
  }

  @Test
  void severalAgreementsAllowWhatAnyOfThemDoes() {
    rely(inForce(Purpose.ASSESSMENT_ON_REQUEST));
    rely(inForce(Purpose.DISRUPTION, Purpose.AUDIT));

    assertThat(
            practitioner.get(opening(piece)).page().select("input[name=purpose]").eachAttr("value"))
        .containsExactly("ASSESS", "DISRUPT", "AUDIT");
  }

  /// practice.md, Safety 1: whatever was chosen, or not.
  @Test
  void passingOnARiskOfHarmAsksForNoPurpose() {
    rely(inForce(Purpose.ASSESSMENT_ON_REQUEST));

    var passed = practitioner.post("/sharing/risk-of-harm", "what", "Seen at the station.");

    assertThat(passed.status()).isEqualTo(200);
    assertThat(passed.path()).startsWith("/sharing/shares/");
  }

  /// In a meeting: the form that was sent is not lost.
  @Test
  void aFormThatIsSentBeforeItWasSaidWhatForIsKeptAndFilledIn() {
    var asked =
        practitioner.post(
            "/people/" + piece + "/new",
            "kind",
            "YOUNG_PERSON",
            "givenName",
            "Ottoline",
            "surname",
            "Kept-Invented",
            "born-day",
            "27",
            "born-month",
            "3",
            "born-year",
            "2011");
    assertThat(asked.path()).isEqualTo(opening(piece));
    assertThat(written("access.purpose-refused")).containsExactly("DENIED null not said");

    var back = choose("PLAN");
    assertThat(back.path()).isEqualTo("/people/" + piece + "/new");
    assertThat(back.page().select("[value=Kept-Invented]")).hasSize(1);
    assertThat(back.page().select("main").text()).contains("This was not saved yet");
  }

  /// The same when what it was open for is not allowed any more.
  @Test
  void aFormThatIsRefusedForItsPurposeIsKeptToo() {
    practitioner.get("/people/" + piece + "/new");
    choose("DISRUPT");
    rely(inForce(Purpose.ASSESSMENT_ON_REQUEST));
    var refused =
        practitioner.post(
            "/people/" + piece + "/new",
            "kind",
            "YOUNG_PERSON",
            "givenName",
            "Ottoline",
            "surname",
            "Kept-Invented");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.page().text()).doesNotContain("Kept-Invented");

    assertThat(choose("ASSESS").page().select("[value=Kept-Invented]")).hasSize(1);
  }

  @Test
  void everyEntryMadeWhileItIsOpenSaysThePurpose() {
    var person =
        casework.aPerson(team.asChair(), piece, "Ottoline", "Invented", LocalDate.of(2011, 3, 27));
    practitioner.get("/people/" + piece);
    choose("DISRUPT");
    assertThat(practitioner.get("/people/" + piece + "/" + person).status()).isEqualTo(200);

    assertThat(
            processes.look(
                () ->
                    store
                        .jdbc()
                        .sql(
                            """
                            select role || ' ' || purpose || ' ' || grant_kind from audit.entry
                             where object = :person and user_id = :user
                            """)
                        .param("person", person.value())
                        .param("user", team.practitioner().id().value())
                        .query(String.class)
                        .list()))
        .isNotEmpty()
        .containsOnly("PRACTITIONER DISRUPT MEMBERSHIP");
  }

  @Test
  void onlyItsChairSaysWhichAgreementsItReliesOn() {
    UUID agreement = inForce(Purpose.ASSESSMENT_ON_REQUEST);
    String page = "/sharing/casework/" + piece + "/agreements";

    assertThat(practitioner.get(page).page().select("main form")).isEmpty();
    assertThat(practitioner.post(page, "agreement", "" + agreement).status()).isEqualTo(404);
    var chair = people.signedIn(team.chair());
    assertThat(chair.post(page).status()).isEqualTo(422);
    assertThat(chair.post(page, "agreement", "" + UUID.randomUUID()).status()).isEqualTo(404);
    var relied = chair.post(page, "agreement", "" + agreement);
    assertThat(relied.page().select("main table").text()).contains("Pilot", "In force");
    assertThat(chair.post(page + "/" + agreement + "/ending").page().select("main table"))
        .isEmpty();
    assertThat(chair.post(page + "/" + agreement + "/ending").status()).isEqualTo(404);
  }

  private Visitor.Arrived choose(String purpose) {
    return practitioner.post(opening(piece), "purpose", purpose);
  }

  private static String opening(WorkspaceId piece) {
    return "/casework/" + piece + "/opening";
  }

  private void rely(UUID agreement) {
    var chair = team.asChair();
    reliances.rely(chair, piece, agreement);
  }

  private UUID inForce(Purpose... purposes) {
    return pilots.inForce(purposes);
  }

  /// Outcome, purpose and detail of every entry of this act about the piece of work.
  private List<String> written(String act) {
    return processes.look(
        () ->
            store
                .jdbc()
                .sql(
                    """
                    select outcome || ' ' || coalesce(purpose, 'null') || ' ' || coalesce(detail, '')
                      from audit.entry where object = :piece and act = :act
                    """)
                .param("piece", piece.value())
                .param("act", act)
                .query(String.class)
                .list());
  }
}
