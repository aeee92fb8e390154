package org.sightline.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@SightlineTest
@Import(PlanRounds.class)
class PlanPagesTest {

  @Autowired TestPeople people;
  @Autowired PlanRounds rounds;
  @Autowired Plans plans;
  @Autowired Actions actions;
  @Autowired PlanDates dates;

  private WorkspaceId round = WorkspaceId.random();
  private SignedIn owner = SignedIn.as(UserId.random());

  @BeforeEach
  void openARound() {
    round = rounds.open();
    owner = people.as(Role.ROUND_OWNER);
  }

  @Test
  void aStrangerIsAskedToSignIn() {
    assertThat(people.stranger().get(at("")).path()).isEqualTo("/signing-in");
    assertThat(people.stranger().get("/plans/measures").path()).isEqualTo("/signing-in");
  }

  @Test
  void whoIsNoMemberOfTheRoundFindsNoPageOfIt() {
    var id = raise("Stairs", null, null);
    var action = act(id, "More light", null);
    for (Visitor visitor :
        List.of(people.signedIn(people.cast().outsider()), people.signedIn(Role.HEAD))) {
      for (String page :
          List.of(
              "",
              "/print",
              "/poster",
              "/council",
              "/issues/new",
              "/issues/" + id,
              "/issues/" + id + "/wording",
              "/issues/" + id + "/outcome",
              "/issues/" + id + "/actions/new",
              "/actions/" + action,
              "/actions/" + action + "/change")) {
        assertThat(visitor.get(at(page)).status()).as(page).isEqualTo(404);
      }
    }
    assertThat(people.signedIn(Role.GOVERNANCE).get("/plans/measures").status()).isEqualTo(404);
    assertThat(people.signedIn(Role.FACILITATOR).get("/plans/council-contacts").status())
        .isEqualTo(404);
    assertThat(people.student().get(at("")).status()).isEqualTo(404);
  }

  @Test
  void aFacilitatorReadsThePlanWithoutItsSensitivePlacesAndCannotPost() {
    var stairs = raise("Stairs", null, null);
    var music = raise("Music room", Route.HEAD, null);
    var facilitator = people.signedIn(Role.FACILITATOR);

    var plan = facilitator.get(at(""));
    assertThat(plan.page().select("th a").eachText()).containsExactly("Stairs");
    assertThat(plan.page().text()).doesNotContain("Music room", "Add an issue");
    assertThat(facilitator.get(at("/print")).page().text()).doesNotContain("Music room");
    assertThat(facilitator.get(at("/issues/" + music)).status()).isEqualTo(404);
    assertThat(facilitator.get(at("/council")).status()).isEqualTo(404);
    assertThat(facilitator.get(at("/issues/" + stairs + "/outcome")).status()).isEqualTo(404);
    assertThat(
            facilitator
                .post(
                    at("/issues/" + stairs + "/outcome"),
                    "kind",
                    "NO_ACTION",
                    "reason",
                    "No",
                    "version",
                    "0")
                .status())
        .isEqualTo(404);
    assertThat(plans.withoutOutcome(owner, round)).hasSize(2);
  }

  @Test
  void aFormThatIsNotRightKeepsWhatWasTypedAndSaysWhatToMend() {
    var visitor = people.signedIn(Role.ROUND_OWNER);

    var again =
        visitor.post(
            at("/issues/new"),
            "place",
            "",
            "said",
            "Too dark to see",
            "forStudents",
            "Ask Larkspurvenn about it");

    assertThat(again.status()).isEqualTo(422);
    assertThat(again.page().title()).startsWith("Error:");
    assertThat(again.page().select(".govuk-error-summary a").eachAttr("href"))
        .contains("#place", "#source", "#route", "#forStudents");
    for (String link : again.page().select(".govuk-error-summary a").eachAttr("href")) {
      assertThat(again.page().select(link)).as(link).hasSize(1);
    }
    assertThat(again.page().select("#said").text()).isEqualTo("Too dark to see");
    assertThat(plans.issuesOf(owner, round)).isEmpty();

    var id = raise("Stairs", null, null);
    assertThat(visitor.post(at("/issues/" + id + "/outcome"), "version", "0").status())
        .isEqualTo(422);
    assertThat(
            visitor
                .post(at("/issues/" + id + "/outcome"), "version", "0", "kind", "NO_ACTION")
                .page()
                .select(".govuk-error-summary a")
                .attr("href"))
        .isEqualTo("#reason");
    var action =
        visitor.post(
            at("/issues/" + id + "/actions/new"),
            "due-day",
            "31",
            "due-month",
            "6",
            "due-year",
            "2027");
    assertThat(action.status()).isEqualTo(422);
    assertThat(action.page().select(".govuk-error-summary a").eachAttr("href"))
        .contains("#library", "#kind", "#owner", "#due", "#answer");
  }

  @Test
  void whoSavesSecondIsToldSoAndTheFirstStays() {
    var id = raise("Stairs", null, null);
    var visitor = people.signedIn(Role.ROUND_OWNER);
    var form = visitor.get(at("/issues/" + id + "/wording"));
    String version = form.page().select("[name=version]").attr("value");
    String[] first = {"version", version, "place", "North stairs", "route", "none"};
    String[] second = {"version", version, "place", "South stairs", "route", "none"};

    assertThat(visitor.post(at("/issues/" + id + "/wording"), first).status()).isEqualTo(200);
    var late =
        people.signedIn(Role.SAFEGUARDING_LEAD).post(at("/issues/" + id + "/wording"), second);

    assertThat(late.status()).isEqualTo(412);
    assertThat(late.heading()).isEqualTo("Somebody else saved first");
    assertThat(plans.issuesOf(owner, round))
        .singleElement()
        .satisfies(issue -> assertThat(issue.text().place()).isEqualTo("North stairs"));
  }

  @Test
  void anEmptyPlanTeaches() {
    var plan = people.signedIn(Role.ROUND_OWNER).get(at(""));

    assertThat(plan.status()).isEqualTo(200);
    assertThat(plan.heading()).isEqualTo("Intervention plan");
    assertThat(plan.page().text()).contains("For example", "four ways");
    assertThat(people.signedIn(Role.ROUND_OWNER).get(at("/poster")).page().text())
        .contains("Nothing is ready to tell yet");
  }

  @Test
  void anIssueIsAddedPlannedDoneUndoneAndReviewed() {
    var visitor = people.signedIn(Role.ROUND_OWNER);
    var added =
        visitor.post(
            at("/issues/new"),
            "place",
            "North stairs",
            "source",
            "DISCUSSION",
            "said",
            "Pushed between lessons",
            "route",
            "none",
            "forStudents",
            "The stairs are too full");
    assertThat(added.status()).isEqualTo(200);
    assertThat(added.page().text()).contains("No outcome yet");
    var id = plans.issuesOf(owner, round).getFirst().id();

    var form = visitor.get(at("/issues/" + id + "/actions/new"));
    assertThat(form.page().select("#library optgroup")).hasSize(8);
    assertThat(form.page().text()).contains("Does this move the harm");
    var planned =
        visitor.post(
            at("/issues/" + id + "/actions/new"),
            "library",
            "design-flow",
            "answer",
            "MOVES",
            "answerNote",
            "Count next door",
            "owner",
            owner.user().toString(),
            "due-day",
            "1",
            "due-month",
            "3",
            "due-year",
            "2027",
            "forStudents",
            "The stairs are one way now");
    assertThat(planned.page().text()).contains("Planned: 1 action", "On track");
    var action = plans.issuesOf(owner, round).getFirst().actions().getFirst();
    assertThat(action.terms().measure()).startsWith("Ease the crush");
    assertThat(action.terms().answer()).isEqualTo(HarmAnswer.MOVES);

    var today = dates.today();
    var done =
        visitor.post(
            at("/actions/" + action.id() + "/done"),
            "version",
            "1",
            "doneOn-day",
            "" + today.getDayOfMonth(),
            "doneOn-month",
            "" + today.getMonthValue(),
            "doneOn-year",
            "" + today.getYear());
    assertThat(done.page().select(".light").text()).startsWith("Done");
    var reviewed =
        visitor.post(
            at("/actions/" + action.id() + "/review"),
            "version",
            "2",
            "finding",
            "MOVED",
            "note",
            "Now at the gate");
    assertThat(reviewed.page().text()).contains("The harm has moved", "Now at the gate");
    var undone = visitor.post(at("/actions/" + action.id() + "/undoing"), "version", "3");
    assertThat(undone.page().text()).contains("Mark as done", "Not done after all");
    visitor.post(at("/actions/" + action.id() + "/taking-out"), "version", "4");
    assertThat(visitor.get(at("")).page().text()).contains("1 issue has no outcome yet");

    assertThat(rounds.actsIn(round))
        .contains(
            "plans.issue-raised DONE",
            "plans.action-added DONE",
            "plans.action-done DONE",
            "plans.action-reviewed DONE",
            "plans.action-not-done DONE",
            "plans.action-taken-out DONE");
  }

  @Test
  void everyIssueWithAnOutcomeShowsItsReasonItsAuthorAndItsDate() {
    var visitor = people.signedIn(Role.ROUND_OWNER);
    decide(visitor, raise("Hall", null, null), "kind", "NO_ACTION", "reason", "It was rebuilt");
    decide(visitor, raise("Field", null, null), "kind", "REFERRED", "to", "the site manager");
    act(raise("Stairs", null, null), "More light", null);

    for (String page : List.of("", "/print")) {
      var rows = visitor.get(at(page)).page().select("tbody tr");
      assertThat(rows).hasSize(3);
      assertThat(rows)
          .allSatisfy(
              row ->
                  assertThat(row.select("td").first().text())
                      .matches(
                          "(No action: It was rebuilt|Passed to the site manager|Planned: 1 action)"
                              + " Recorded by Odette Larkspurvenn on \\d+ \\w+ \\d{4}"));
    }
    assertThat(rounds.actsIn(round)).contains("plans.plan-printed DONE");
  }

  @Test
  void aPlaceOutsideSchoolGoesInALetterAndTheReplyComesBack() {
    var visitor = people.signedIn(Role.ROUND_OWNER);
    visitor.post(
        at("/issues/new"),
        "place",
        "Mill park",
        "source",
        "DISCUSSION",
        "said",
        "No lamps",
        "outside",
        "yes",
        "route",
        "none");
    raise("Stairs", null, null);
    var id = plans.issuesOf(owner, round).getFirst().id();

    var letter = visitor.get(at("/council"));
    assertThat(letter.page().select(".letter li").eachText())
        .containsExactly("Mill park: No lamps");
    assertThat(visitor.post(at("/council/sent"), "recipient", "").status()).isEqualTo(422);
    var today = dates.today();
    var sent =
        visitor.post(
            at("/council/sent"),
            "issue",
            id.toString(),
            "recipient",
            "Parks team",
            "sentOn-day",
            "" + today.getDayOfMonth(),
            "sentOn-month",
            "" + today.getMonthValue(),
            "sentOn-year",
            "" + today.getYear(),
            "replyBy-day",
            "1",
            "replyBy-month",
            "12",
            "replyBy-year",
            "2099");
    assertThat(sent.page().text())
        .contains(
            "Raised with the council: sent to Parks team",
            "No reply yet. Asked for by 1 December 2099");

    String reply = visitor.get(at("/council")).page().select("a[href$=/reply]").attr("href");
    var replied =
        visitor.post(
            reply,
            "repliedOn-day",
            "" + today.getDayOfMonth(),
            "repliedOn-month",
            "" + today.getMonthValue(),
            "repliedOn-year",
            "" + today.getYear(),
            "reply",
            "Lamps in spring");
    assertThat(replied.page().text()).contains("Last reply on");
    assertThat(rounds.actsIn(round))
        .contains(
            "plans.council-letter-drafted DONE",
            "plans.council-letter-sent DONE",
            "plans.council-reply-recorded DONE");
  }

  @Test
  void thePosterShowsWhatStudentsMayReadAndNothingOfASensitivePlace() {
    act(raise("Stairs", null, "They are dark"), "More light", "We put up lamps");
    act(raise("Music room", Route.DESIGNATED_OFFICER, "Planted said"), "Planted", "Planted did");

    var poster = people.signedIn(Role.ROUND_OWNER).get(at("/poster"));

    assertThat(poster.heading()).isEqualTo("You said, we did");
    assertThat(poster.page().select(".poster").text())
        .contains("Stairs", "They are dark", "We put up lamps", "Farida Hollinquest")
        .doesNotContain("Planted", "Music room", "Larkspurvenn");
    assertThat(rounds.actsIn(round)).contains("plans.poster-shown DONE");
  }

  @Test
  void theLibraryIsEditedRetiredAndBroughtBack() {
    var visitor = people.signedIn(Role.ROUND_OWNER);
    var added =
        visitor.post(
            "/plans/measures/new",
            "version",
            "0",
            "kind",
            "design",
            "title",
            "A bench by the office",
            "text",
            "Somewhere to wait");
    assertThat(added.page().text()).contains("A bench by the office");
    String edit =
        added
            .page()
            .select("a:contains(A bench by the office)")
            .attr("href")
            .replaceAll("\\?.*", "");

    visitor.post(edit, "version", "1", "kind", "design", "title", "Two benches", "text", "To wait");
    var late =
        visitor.post(edit, "version", "1", "kind", "design", "title", "Three", "text", "To wait");
    assertThat(late.status()).isEqualTo(412);
    assertThat(visitor.get(edit).page().select(".plan-history").text())
        .contains("Two benches", "A bench by the office");
    visitor.post(edit + "/retiring", "version", "2");
    assertThat(visitor.get("/plans/measures?kind=design").page().select("dt").eachText())
        .doesNotContain("Two benches");
    visitor.post(edit + "/retiring", "version", "3");
    assertThat(visitor.get("/plans/measures?kind=design").page().select("dt").eachText())
        .contains("Two benches");
    assertThat(rounds.actsIn(people.school())).contains("plans.measure-saved DONE");
    assertThat(
            people
                .signedIn(Role.FACILITATOR)
                .post(edit, "version", "4", "kind", "design", "title", "X", "text", "Y")
                .status())
        .isEqualTo(404);
  }

  @Test
  void anAdministratorKeepsTheCouncilContacts() {
    var visitor = people.signedIn(Role.ADMINISTRATOR);
    assertThat(
            visitor
                .post(
                    "/plans/council-contacts",
                    "contact",
                    java.util.UUID.randomUUID().toString(),
                    "version",
                    "0",
                    "area",
                    "Mill Park",
                    "team",
                    "Parks")
                .page()
                .select(".govuk-error-summary a")
                .attr("href"))
        .isEqualTo("#email");

    var saved =
        visitor.post(
            "/plans/council-contacts",
            "contact",
            java.util.UUID.randomUUID().toString(),
            "version",
            "0",
            "area",
            "Mill Park",
            "team",
            "Parks",
            "email",
            "parks@council.example");

    assertThat(saved.page().select("tbody tr").text())
        .contains("Mill Park", "parks@council.example");
    assertThat(rounds.actsIn(people.school())).contains("plans.council-contact-saved DONE");
  }

  private void decide(Visitor visitor, IssueId id, String... fields) {
    var all = new java.util.ArrayList<>(List.of(fields));
    all.addAll(List.of("version", "0"));
    assertThat(visitor.post(at("/issues/" + id + "/outcome"), all.toArray(String[]::new)).status())
        .isEqualTo(200);
  }

  private IssueId raise(
      String place,
      @org.jspecify.annotations.Nullable Route route,
      @org.jspecify.annotations.Nullable String said) {
    return plans.raiseIssue(
        owner,
        round,
        new NewIssue(
            PlanRounds.zone(place),
            Source.MARKS,
            new IssueText(place, null, said, false, route, false)));
  }

  private ActionId act(
      IssueId id, String measure, @org.jspecify.annotations.Nullable String forStudents) {
    return actions.add(
        owner,
        round,
        id,
        new ActionTerms(
            null,
            "design",
            measure,
            owner.user(),
            dates.today().plusDays(30),
            HarmAnswer.NEITHER,
            null,
            forStudents));
  }

  private String at(String page) {
    return "/plans/" + round + page;
  }
}
