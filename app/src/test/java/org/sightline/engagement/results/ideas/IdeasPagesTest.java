package org.sightline.engagement.results.ideas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sightline.engagement.results.ResultsExample.CORRIDOR;
import static org.sightline.engagement.results.ResultsExample.OFFICE;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sightline.contexts.floorplans.ZoneKey;
import org.sightline.engagement.planning.Question;
import org.sightline.engagement.planning.ResponsePlan;
import org.sightline.engagement.planning.SessionDetails;
import org.sightline.engagement.planning.SessionId;
import org.sightline.engagement.planning.Sessions;
import org.sightline.engagement.results.ResultsExample;
import org.sightline.engagement.results.ResultsExample.Made;
import org.sightline.engagement.results.ResultsTest;
import org.sightline.engagement.running.Runs;
import org.sightline.kernel.Role;
import org.sightline.kernel.WorkspaceId;
import org.sightline.plans.Plans;
import org.sightline.plans.Source;
import org.sightline.store.SystemStore;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;

@ResultsTest
class IdeasPagesTest {

  private static final String IDEA = "Paint the walls with younger students";

  @Autowired private ResultsExample example;
  @Autowired private Sessions sessions;
  @Autowired private Runs runs;
  @Autowired private Plans plans;
  @Autowired private TestPeople people;
  @Autowired private SystemStore store;

  @Test
  void whoIsNotInTheTeamReadsNoNotes() {
    var round = example.published();

    for (var role : List.of(Role.HEAD, Role.DEPUTY_LEAD, Role.SAFEGUARDING_LEAD)) {
      assertThat(people.signedIn(role).get(round.results() + "/ideas").status()).isIn(403, 404);
    }
    assertThat(people.signedIn(people.cast().outsider()).get(round.results() + "/ideas").status())
        .isIn(403, 404);
  }

  @Test
  void aFacilitatorReadsAndDoesNotDecide() {
    var round = example.published();
    var note = note(round, "our-ideas", null, "Someone said paint");
    var facilitator = people.signedIn(Role.FACILITATOR);

    var page = facilitator.get(round.results() + "/ideas").page();

    assertThat(page.select("#notes").text()).contains("Someone said paint", "(session 3)");
    assertThat(page.select("#notes a")).isEmpty();
    assertThat(facilitator.get(round.results() + "/ideas/new?note=" + note).status())
        .isEqualTo(404);
    assertThat(make(Role.FACILITATOR, round, note, IDEA, "STUDENTS", "").status()).isEqualTo(404);
    assertThat(acts(round.id())).contains("engagement.notes-read");
  }

  @Test
  void aNoteOfAnotherRoundIsNotThere() {
    var round = example.published();
    var elsewhere = note(example.published(), "our-ideas", null, "Paint");

    assertThat(make(Role.ROUND_OWNER, round, elsewhere, IDEA, "STUDENTS", "").status())
        .isEqualTo(404);
  }

  @Test
  void whatIsMissingComesBackWithWhatWasTyped() {
    var round = example.published();
    var note = note(round, "our-ideas", null, "Paint");

    var answer = make(Role.ROUND_OWNER, round, note, " ", "", "");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.page().select(".govuk-error-summary li")).hasSize(2);
  }

  @Test
  void whatSeemsToNameSomebodyIsAskedAboutFirst() {
    var round = example.published();
    var note = note(round, "staff-ideas", null, "A teacher at the door");
    var named = "Ask whether Bramble could stand at the door";

    var warned = make(Role.ROUND_OWNER, round, note, named, "STAFF", "");
    assertThat(warned.status()).isEqualTo(422);
    assertThat(warned.page().select("#wording").val()).isEqualTo(named);
    assertThat(warned.page().select("#sure")).hasSize(1);
    assertThat(warned.page().select(".govuk-error-summary, .govuk-error-message").text())
        .contains("A worry about somebody goes into a concern instead");

    var sure = make(Role.ROUND_OWNER, round, note, named, "STAFF", "", "sure", "true");
    assertThat(sure.page().select("#ideas").text()).contains(named, "Draft");
  }

  /// A worry may come up at any moment, also while results are told (A07).
  @Test
  void whereWordsAreReadOrWrittenAWorryHasItsOwnWay() {
    var round = example.published();
    var note = note(round, "our-ideas", null, "Paint");
    make(Role.ROUND_OWNER, round, note, IDEA, "STUDENTS", "");
    var owner = people.signedIn(Role.ROUND_OWNER);
    owner.post(round.results() + "/ideas/" + only(round) + "/approving");
    var planned = owner.post(round.results() + "/ideas/" + only(round) + "/planning").page();
    var issue = planned.select("#ideas a[href*=/issues/]").attr("href");
    String way = "/concerns/raising?round=" + round.id();

    for (String at :
        List.of(
            round.results() + "/ideas",
            round.results() + "/ideas/new?note=" + note,
            round.results() + "/reasons",
            issue)) {
      assertThat(owner.get(at).page().select(".concern-elsewhere a").eachAttr("href"))
          .as(at)
          .containsExactly(way);
    }
    var form = owner.get(way);
    assertThat(form.heading()).isEqualTo("Raise a concern");
    assertThat(form.page().select("input[name=round]").val()).isEqualTo(round.id().toString());
  }

  @Test
  void aDraftIsOnNoReportAndInNoPlan() {
    var round = example.published();
    make(Role.ROUND_OWNER, round, note(round, "our-ideas", null, "Paint"), IDEA, "STUDENTS", "");

    assertThat(people.signedIn(Role.HEAD).get(round.results()).page().text()).doesNotContain(IDEA);
    var refused =
        people
            .signedIn(Role.ROUND_OWNER)
            .post(round.results() + "/ideas/" + only(round) + "/planning");
    assertThat(refused.page().text()).contains("Approve the idea first");
  }

  @Test
  void anApprovedIdeaIsOnTheReportAndThePresenterViewAndGoesIntoThePlanOnce() {
    var round = example.published();
    var zone = round.zones().get(CORRIDOR).value();
    make(Role.ROUND_OWNER, round, note(round, "our-ideas", null, "Paint"), IDEA, "STUDENTS", zone);
    var owner = people.signedIn(Role.ROUND_OWNER);
    var at = round.results() + "/ideas/" + only(round);

    owner.post(at + "/approving");
    assertThat(people.signedIn(Role.HEAD).get(round.results()).page().text())
        .contains(CORRIDOR + ": " + IDEA);
    assertThat(slides(round)).contains(CORRIDOR + ": " + IDEA);

    owner.post(at + "/planning");
    owner.post(at + "/planning");
    var raised =
        plans.issuesOf(example.owner(), round.id()).stream()
            .filter(each -> each.source() == Source.STUDENTS_IDEA)
            .toList();
    assertThat(raised).hasSize(1);
    assertThat(raised.getFirst().text().said()).isEqualTo(IDEA);
    assertThat(raised.getFirst().zone()).hasToString(zone);
    assertThat(acts(null))
        .contains(
            "engagement.proposal-made",
            "engagement.proposal-approved",
            "engagement.proposal-planned");
  }

  @Test
  void twoIdeasForOnePlaceAreTwoIssues() {
    var round = example.published();
    var zone = round.zones().get(CORRIDOR).value();
    var owner = people.signedIn(Role.ROUND_OWNER);
    for (var words : List.of(IDEA, "Mend the lights")) {
      var note = note(round, "our-ideas", null, "An idea");
      make(Role.ROUND_OWNER, round, note, words, "STUDENTS", zone);
    }
    for (var id : ids(round)) {
      owner.post(round.results() + "/ideas/" + id + "/approving");
      owner.post(round.results() + "/ideas/" + id + "/planning");
    }

    assertThat(plans.issuesOf(example.owner(), round.id()))
        .extracting(each -> each.text().said())
        .contains(IDEA, "Mend the lights");
  }

  @Test
  void anIdeaAboutAPlaceWithOneAdultInChargeIsNeverShownOutside() {
    var round = example.published();
    var zone = round.zones().get(OFFICE).value();
    make(Role.ROUND_OWNER, round, note(round, "our-ideas", null, "Paint"), IDEA, "STUDENTS", zone);
    var owner = people.signedIn(Role.ROUND_OWNER);
    owner.post(round.results() + "/ideas/" + only(round) + "/approving");
    owner.post(round.results() + "/ideas/" + only(round) + "/planning");

    assertThat(owner.get(round.results()).page().text()).doesNotContain(IDEA);
    assertThat(slides(round)).doesNotContain(IDEA);
    assertThat(people.signedIn(Role.FACILITATOR).get("/plans/" + round.id()).page().text())
        .doesNotContain(IDEA);
  }

  @Test
  void aNoteStruckOutTakesItsIdeaBack() {
    var round = example.published();
    var session = session(round);
    var note = note(session, "our-ideas", null, "Paint");
    make(Role.ROUND_OWNER, round, note, IDEA, "STUDENTS", "");
    var owner = people.signedIn(Role.ROUND_OWNER);
    owner.post(round.results() + "/ideas/" + only(round) + "/approving");
    assertThat(slides(round)).contains(IDEA);

    runs.strike(example.owner(), session, note);

    assertThat(slides(round)).doesNotContain(IDEA);
    assertThat(owner.get(round.results() + "/ideas").page().select("#notes").text())
        .doesNotContain("Paint");
  }

  @Test
  void anIdeaSetAsideIsGone() {
    var round = example.published();
    make(Role.ROUND_OWNER, round, note(round, "our-ideas", null, "Paint"), IDEA, "STUDENTS", "");
    var owner = people.signedIn(Role.ROUND_OWNER);

    var after = owner.post(round.results() + "/ideas/" + only(round) + "/setting-aside");

    assertThat(after.page().select("#ideas")).isEmpty();
    assertThat(acts(null)).contains("engagement.proposal-set-aside");
  }

  @Test
  void whoCountsReasonsHasTheNotesOfThePlaceBesideThem() {
    var round = example.published();
    note(round, null, round.zones().get(CORRIDOR).value(), "Dark after lunch");
    note(round, "reasons", null, "Doors do not lock");
    var at = round.results() + "/reasons?zone=" + round.zones().get(CORRIDOR).value();

    var page = people.signedIn(Role.FACILITATOR).get(at).page();

    assertThat(page.select("#notes").text()).contains("Dark after lunch", "(session 3)");
    assertThat(page.select("#other-notes").text()).contains("Doors do not lock");
    assertThat(acts(round.id())).contains("engagement.notes-read");
  }

  private org.sightline.testing.Visitor.Arrived make(
      Role role, Made round, UUID note, String wording, String kind, String zone, String... more) {
    var form =
        new java.util.ArrayList<>(
            List.of("note", note.toString(), "wording", wording, "kind", kind, "zone", zone));
    form.addAll(List.of(more));
    return people.signedIn(role).post(round.results() + "/ideas/new", form.toArray(String[]::new));
  }

  private SessionId session(Made round) {
    var details = SessionDetails.on(LocalDate.of(2026, 3, 3), LocalTime.of(10, 0));
    var session = sessions.plan(example.owner(), round.id(), details).id();
    var lead = people.cast().the(Role.SAFEGUARDING_LEAD).id();
    sessions.respond(example.owner(), session, new ResponsePlan(lead, "To the lead."));
    sessions.start(example.owner(), session);
    return session;
  }

  private UUID note(Made round, @Nullable String question, @Nullable String zone, String text) {
    return note(session(round), question, zone, text);
  }

  private UUID note(
      SessionId session, @Nullable String question, @Nullable String zone, String text) {
    var id = UUID.randomUUID();
    runs.note(
        example.owner(),
        session,
        id,
        question == null ? null : shipped(question),
        zone == null ? null : ZoneKey.of(zone),
        text);
    return id;
  }

  private static String shipped(String source) {
    return Question.shipped(Question.Kind.DISCUSSION).stream()
        .filter(each -> source.equals(each.source()))
        .findFirst()
        .orElseThrow()
        .id()
        .toString();
  }

  private String only(Made round) {
    return ids(round).getFirst();
  }

  private List<String> ids(Made round) {
    return store
        .jdbc()
        .sql(
            "select object::text from audit.entry where act = 'engagement.proposal-made' and workspace = :round order by seq")
        .param("round", round.id().value())
        .query(String.class)
        .list();
  }

  private String slides(Made round) {
    var head = people.signedIn(Role.HEAD);
    var seen = new StringBuilder();
    for (int at = 1; head.get(round.results() + "/presenting/" + at).status() == 200; at++) {
      seen.append(head.get(round.results() + "/presenting/" + at).page().select(".slide").text());
    }
    return seen.toString();
  }

  private List<String> acts(@Nullable WorkspaceId object) {
    return store
        .jdbc()
        .sql("select act from audit.entry where (:any or object = :id) and outcome = 'DONE'")
        .param("any", object == null)
        .param("id", object == null ? UUID.randomUUID() : object.value())
        .query(String.class)
        .list();
  }
}
