package org.sightline.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.Role;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestRounds;
import org.springframework.beans.factory.annotation.Autowired;

/// The register and the sharing desk, by their pages.
@SightlineTest
class SharingPagesTest extends SharingPageTest {

  @Autowired private TestRounds rounds;
  @Autowired private TestCasework casework;

  @Test
  void anAgreementComesIntoForceByTwoPersonsAndNeverByOne() {
    UUID care = organisation("Nowhere Care");
    String at = writeAgreement("Nowhere places", care).path();
    var officer = people.signedIn(Role.GOVERNANCE);

    assertThat(officer.post(at + "/activation").page().text()).contains("Nobody has asked");
    assertThat(officer.post(at + "/asking").page().text()).contains("asked on");
    var alone = officer.post(at + "/activation");
    assertThat(alone.status()).isEqualTo(409);
    assertThat(alone.page().text()).contains("A second person brings it into force");
    assertThat(people.signedIn(Role.ROUND_OWNER).get(at).status()).isEqualTo(404);
    assertThat(people.signedIn(Role.ROUND_OWNER).post(at + "/activation").status()).isEqualTo(404);

    assertThat(people.signedIn(Role.HEAD).post(at + "/activation").page().text())
        .contains("In force");
    assertThat(people.signedIn(Role.ROUND_OWNER).get(at).heading()).isEqualTo("Nowhere places");
  }

  @Test
  void whatIsCoveredIsConfirmedByTypingSentAndCanBeTakenBack() {
    UUID care = organisation("Somewhere Care");
    agreement("Somewhere places", care);
    var owner = people.signedIn(Role.ROUND_OWNER);

    var check = prepare(owner, care, Map.of());
    assertThat(check.page().text())
        .contains("It goes under the agreement \"Somewhere places\", version 1.")
        .contains("Somewhere Care: Duty team");
    assertThat(owner.get("/waiting").page().select("main li a[href=/sharing]")).hasSize(1);
    var wrong = send(owner, check, "Somewhere else");
    assertThat(wrong.status()).isEqualTo(422);
    var sent = send(owner, check, "somewhere care");
    assertThat(sent.page().text()).contains("Nothing has left yet", "Somewhere places");
    assertThat(owner.get(sent.path() + "/record.pdf").status()).isEqualTo(409);

    var undone = owner.post(sent.path() + "/undoing");
    assertThat(undone.page().text()).contains("Prepared", "Taken back");
    assertThat(owner.post(sent.path() + "/undoing").status()).isEqualTo(409);
  }

  /// E44: the flags of all of us, whatever the codes of whoever sends it are.
  @Test
  void aShareSaysWhichFlagsStandInIt() {
    UUID care = organisation("Flag Care");
    agreement("Flag places", care);
    var owner = people.signedIn(Role.ROUND_OWNER);
    var check = prepare(owner, care, Map.of("flags", "YOUTH"));
    assertThat(check.page().text()).contains("Flags in it", "Youth: youth work");

    String share = check.path().replace("/check", "");
    var form = owner.get(share + "/change").page();
    assertThat(form.select("input[name=flags][checked]").eachAttr("value"))
        .containsExactly("YOUTH");
    owner.post(share + "/change", share(care, Map.of("version", "1", "flags", "RED")));
    assertThat(owner.get(share).page().text()).doesNotContain("Flags in it");
  }

  @Test
  void whatNoAgreementCoversGoesByADecisionWithItsReason() {
    UUID nobody = organisation("Unsigned Health");
    var owner = people.signedIn(Role.ROUND_OWNER);

    var check = prepare(owner, nobody, Map.of());
    assertThat(check.page().select(".govuk-warning-text").text()).isNotBlank();
    var bare = send(owner, check, "Unsigned Health");
    assertThat(bare.status()).isEqualTo(409);
    assertThat(bare.page().select(".govuk-error-summary").text())
        .contains("Choose the law", "Say why it is right");
    var decided =
        send(
            owner,
            check,
            "Unsigned Health",
            "basis",
            "DUTY_TO_SHARE",
            "reason",
            "They are treating a child there");
    assertThat(decided.page().text())
        .contains(
            "Decided without an agreement", "section 16LA", "They are treating a child there");
  }

  @Test
  void ordinaryMailIsNoWayToSendAnything() {
    UUID care = organisation("Mail Care");
    agreement("Mail places", care);

    var check = prepare(people.signedIn(Role.ROUND_OWNER), care, Map.of("route", "EMAIL"));

    assertThat(check.page().text()).contains("Ordinary e-mail is none.");
    assertThat(check.page().select("form[action$=/sending]")).isEmpty();
  }

  @Test
  void aRefusalToShareNeedsItsReason() {
    var lead = people.signedIn(Role.SAFEGUARDING_LEAD);
    String at = "/sharing/workspaces/" + people.school() + "/not-shared";

    var bare = lead.post(at, "what", "A list of friends");
    assertThat(bare.status()).isEqualTo(422);
    assertThat(bare.page().text()).contains("the law expects a reason");
    var saved =
        lead.post(
            at,
            "what",
            "A list of friends",
            "withheld",
            "MORE_HARM",
            "withheldReason",
            "It would get out");
    assertThat(saved.page().text()).contains("more harm than good", "It would get out");
  }

  @Test
  void nothingStandsInTheWayOfPassingOnARiskOfHarm() {
    for (Role role :
        new Role[] {Role.FACILITATOR, Role.ROUND_OWNER, Role.HEAD, Role.ADMINISTRATOR}) {
      var empty = people.signedIn(role).post("/sharing/risk-of-harm");
      assertThat(empty.status()).as(role.toString()).isEqualTo(200);
      assertThat(empty.page().text()).contains("No agreement is needed");
    }
    var said =
        people
            .signedIn(Role.FACILITATOR)
            .post(
                "/sharing/risk-of-harm",
                "to",
                "Duty worker",
                "what",
                "x".repeat(9_000),
                "route",
                "?");
    assertThat(said.status()).isEqualTo(200);

    assertThat(people.signedIn(Role.ROUND_OWNER).get(said.path()).status()).isEqualTo(404);
    assertThat(people.signedIn(Role.SAFEGUARDING_LEAD).get(said.path()).page().text())
        .contains("Duty worker", "xxxx");
    var docket = people.signedIn(Role.GOVERNANCE).get(said.path());
    assertThat(docket.page().text()).contains("The words are for those").doesNotContain("xxxx");
  }

  @Test
  void itsAuthorAddsToARiskOfHarmAndNothingIsOverwritten() {
    var facilitator = people.signedIn(Role.FACILITATOR);
    String at =
        facilitator
            .post("/sharing/risk-of-harm", "to", "Duty worker", "what", "Seen at the station")
            .path();
    assertThat(facilitator.post(at + "/adding").status()).isEqualTo(422);

    var added = facilitator.post(at + "/adding", "more", "Seen there again at nine");

    assertThat(added.page().text())
        .contains("Duty worker", "Seen at the station", "Added on", "Seen there again at nine")
        .contains("Added to by");
    var lead = people.signedIn(Role.SAFEGUARDING_LEAD);
    assertThat(lead.get(at).page().text()).contains("Seen at the station", "again at nine");
    assertThat(lead.get(at).page().select("form[action$=/adding]")).isEmpty();
    assertThat(lead.post(at + "/adding", "more", "Not mine").status()).isEqualTo(404);
    assertThat(people.signedIn(Role.ROUND_OWNER).post(at + "/adding", "more", "x").status())
        .isEqualTo(404);
  }

  /// A team has no safeguarding lead.
  @Test
  void whatIsPassedOnInATeamReachesItsChairs() {
    var team = casework.aTeam("Risky");
    var practitioner = people.signedIn(team.practitioner());
    var chair = people.signedIn(team.chair());
    String at = practitioner.post("/sharing/risk-of-harm", "what", "Seen at the old mill").path();
    String colleague =
        practitioner
            .post("/sharing/risk-of-harm", "what", "An adult of ours", "aboutStaff", "yes")
            .path();

    assertThat(chair.get("/waiting").page().select("main a").eachAttr("href")).contains(at);
    String own = chair.post("/sharing/risk-of-harm", "what", "Seen by the weir").path();
    assertThat(chair.get("/waiting").page().select("main a").eachAttr("href"))
        .as("whoever wrote it need not be told")
        .doesNotContain(own);
    assertThat(chair.get("/waiting").page().text()).doesNotContain("old mill");
    assertThat(chair.get(at).page().text()).contains("Seen at the old mill");
    assertThat(chair.get("/waiting").page().select("main a").eachAttr("href")).doesNotContain(at);
    assertThat(chair.get(colleague).status()).isEqualTo(404);
    var others = casework.aTeam("Elsewhere");
    assertThat(people.signedIn(others.chair()).get(at).status()).isEqualTo(404);
  }

  @Test
  void aTeamStandsOnTheListOfOrganisationsToo() {
    var team = casework.aTeam("Listed " + UUID.randomUUID());
    var governor = casework.governs(team);
    var officer = people.signedIn(governor);

    var page = officer.get("/sharing/organisations").page();
    assertThat(page.select("#school option").eachText()).contains(team.word() + " team");
    officer.post(
        "/sharing/organisations",
        "name",
        "Needham Team",
        "kind",
        "SOCIAL_CARE",
        "school",
        team.id().toString());

    assertThat(organisations.all(people.as(Role.GOVERNANCE)))
        .anyMatch(one -> one.isSchool(team.id()));
  }

  /// Governance thinks better of it within a day; later the button is gone.
  @Test
  void thatAnAgreementEndedIsTakenBack() {
    UUID care = organisation("Ended Care");
    String at = "/sharing/agreements/" + agreement("Ended places", care);
    var officer = people.signedIn(Role.GOVERNANCE);
    assertThat(officer.post(at + "/ending/undoing").status()).isEqualTo(409);
    officer.post(at + "/ending", "reason", "The wrong one");
    assertThat(officer.get(at).page().select("main .sharing-status").text()).isEqualTo("Ended");
    assertThat(people.signedIn(Role.HEAD).post(at + "/ending/undoing").status()).isEqualTo(404);

    var back = officer.post(at + "/ending/undoing");

    assertThat(back.page().select("main .sharing-status").text()).isEqualTo("In force");
    assertThat(back.page().text()).contains("took back on");
    assertThat(officer.post(at + "/ending/undoing").status()).isEqualTo(409);
  }

  @Test
  void whatIsAboutAColleagueIsReadByItsAuthorOnly() {
    var facilitator = people.signedIn(Role.FACILITATOR);
    var said =
        facilitator.post("/sharing/risk-of-harm", "what", "An adult here", "aboutStaff", "yes");

    assertThat(facilitator.get(said.path()).page().text()).contains("An adult here");
    assertThat(people.signedIn(Role.SAFEGUARDING_LEAD).get(said.path()).status()).isEqualTo(404);
  }

  @Test
  void strangersAndThoseWhoDoNotShareFindNothing() {
    UUID care = organisation("Hidden Care");
    var check = prepare(people.signedIn(Role.ROUND_OWNER), care, Map.of());
    String at = check.path().replace("/check", "");
    var stranger = people.signedIn(people.cast().outsider());
    var facilitator = people.signedIn(Role.FACILITATOR);

    assertThat(stranger.get(at).status()).isEqualTo(404);
    assertThat(stranger.post(at + "/undoing").status()).isEqualTo(404);
    assertThat(stranger.get("/sharing/workspaces/" + people.school()).status()).isEqualTo(404);
    assertThat(facilitator.get(at).status()).isEqualTo(404);
    assertThat(facilitator.get("/sharing/workspaces/" + people.school() + "/new").status())
        .isEqualTo(404);
    assertThat(people.signedIn(Role.HEAD).get("/sharing/agreements/new").status()).isEqualTo(404);
    assertThat(people.signedIn(Role.ADMINISTRATOR).get("/sharing/organisations").status())
        .isEqualTo(404);
    assertThat(people.signedIn(Role.GOVERNANCE).get(at).page().text())
        .doesNotContain("dark after five");
  }

  @Test
  void whatAWorkspaceIsForIsSaidWithAWarningAndChangesWithAReasonOnly() {
    var owner = people.signedIn(Role.ROUND_OWNER);
    String round = "/sharing/workspaces/" + rounds.aRound().id();
    String at = round + "/purpose";

    assertThat(owner.get(at).page().text()).contains("Nobody has said yet");
    var said =
        owner.post(
            at,
            "version",
            "0",
            "purpose",
            "SAFER_PLACES",
            "basis",
            "PUBLIC_TASK",
            "whyNow",
            "Dark evenings");
    assertThat(said.page().text()).contains("No agreement in force covers", "Dark evenings");
    assertThat(owner.get(round + "/new").page().select("#heldFor option[selected]").val())
        .isEqualTo("SAFER_PLACES");
    String[] other = {
      "version", "1", "purpose", "DISRUPTION", "basis", "PUBLIC_TASK", "whyNow", "A car waits"
    };
    assertThat(owner.post(at, other).page().text()).contains("Say why this changes");
    var changed =
        owner.post(
            at,
            "version",
            "1",
            "purpose",
            "DISRUPTION",
            "basis",
            "PUBLIC_TASK",
            "whyNow",
            "A car",
            "reason",
            "Police asked");
    assertThat(changed.page().text()).contains("Disrupting harm", "Because: Police asked");
    assertThat(people.signedIn(people.cast().outsider()).get(at).status()).isEqualTo(404);
  }
}
