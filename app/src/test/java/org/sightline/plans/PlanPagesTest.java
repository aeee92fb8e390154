package org.sightline.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.Role;
import org.sightline.testing.SightlineTest;

@SightlineTest
class PlanPagesTest extends PlanPageTest {

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
                    "use",
                    "PLACES",
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
            "use",
            "PLACES",
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
}
