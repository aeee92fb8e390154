package org.sightline.engagement.results.scores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sightline.engagement.results.ResultsExample.CORRIDOR;
import static org.sightline.engagement.results.ResultsExample.LIBRARY;
import static org.sightline.engagement.results.ResultsExample.OFFICE;
import static org.sightline.engagement.results.ResultsExample.YARD;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sightline.contexts.floorplans.FloorPlans;
import org.sightline.contexts.floorplans.PlanVersionId;
import org.sightline.contexts.floorplans.Zone;
import org.sightline.engagement.results.Publications;
import org.sightline.engagement.results.ResultsExample;
import org.sightline.engagement.results.ResultsExample.Made;
import org.sightline.engagement.results.ResultsTest;
import org.sightline.kernel.Role;
import org.sightline.kernel.WorkspaceId;
import org.sightline.plans.ActionTerms;
import org.sightline.plans.Actions;
import org.sightline.plans.HarmAnswer;
import org.sightline.plans.IssueText;
import org.sightline.plans.NewIssue;
import org.sightline.plans.Plans;
import org.sightline.plans.Route;
import org.sightline.plans.Source;
import org.sightline.store.SystemStore;
import org.sightline.testing.TestPeople;
import org.sightline.testing.TestRounds;
import org.springframework.beans.factory.annotation.Autowired;

/// Two rounds whose plans are not the same.
@ResultsTest
class ComparisonPagesTest {

  private static final String WING = "New wing";

  @Autowired private ResultsExample example;
  @Autowired private Publications publications;
  @Autowired private FloorPlans plans;
  @Autowired private Plans interventions;
  @Autowired private Actions actions;
  @Autowired private TestPeople people;
  @Autowired private SystemStore store;

  @Test
  void thereIsNoFileAndNoPaperWithoutAnythingToCompare() {
    var round = example.published();
    var head = people.signedIn(Role.HEAD);

    assertThat(head.get(round.results() + "/comparison.csv").status()).isEqualTo(404);
    assertThat(head.get(round.results() + "/comparison.pdf").status()).isEqualTo(404);
    assertThat(acts(round.id())).doesNotContain("engagement.comparison-exported");
  }

  @Test
  void whoIsNotInTheRoundGetsNoComparison() {
    var now = twoRounds();
    var outsider = people.signedIn(people.cast().outsider());

    for (var path : List.of("", ".csv", ".pdf")) {
      assertThat(outsider.get(now.results() + "/comparison" + path).status()).isEqualTo(404);
    }
  }

  @Test
  void aPlaceThatOnlyOneRoundHasSaysSo() {
    var page = people.signedIn(Role.HEAD).get(twoRounds().results() + "/comparison").page();

    assertThat(page.select("tr:has(th:contains(%s)) td".formatted(WING)).eachText())
        .containsExactly(
            "not on the plan",
            "too few answers, of 30 maps",
            "new since the earlier round",
            "nothing that may be told");
    assertThat(page.select("tr:has(th:contains(%s)) td".formatted(YARD)).eachText())
        .containsExactly(
            "fewer than 5 red of 30 maps",
            "not on the plan",
            "no longer on the plan",
            "nothing that may be told");
    assertThat(page.select("tr:has(th:contains(%s)) td".formatted(CORRIDOR)).get(2).text())
        .isEqualTo("about the same");
  }

  @Test
  void aPlaceWithOneAdultInChargeIsNeitherNewNorGone() {
    var page = people.signedIn(Role.ROUND_OWNER).get(twoRounds().results() + "/comparison").page();

    assertThat(page.text()).doesNotContain(LIBRARY, OFFICE);
  }

  @Test
  void theFileSaysTheSameAndIsRecordedInBothRounds() {
    var now = twoRounds();

    var answer = people.signedIn(Role.HEAD).get(now.results() + "/comparison.csv");

    assertThat(new String(answer.response().body(), StandardCharsets.UTF_8).replace("\"", ""))
        .contains(WING + ",not on the plan,too few answers, of 30 maps,new since")
        .contains(CORRIDOR + ",22 red of 30 maps (73%),22 red of 30 maps (73%),about the same")
        .doesNotContain(LIBRARY, OFFICE);
    assertThat(acts(now.id())).contains("engagement.comparison-exported");
    assertThat(acts(before)).contains("engagement.comparison-exported");
  }

  @Test
  void paperSaysTheSameAndIsRecorded() throws IOException {
    var now = twoRounds();

    var answer = people.signedIn(Role.HEAD).get(now.results() + "/comparison.pdf");

    try (var document = Loader.loadPDF(answer.response().body())) {
      assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
          .contains(WING, "new since the earlier round", "no longer on the plan")
          .doesNotContain(LIBRARY, OFFICE);
    }
    assertThat(acts(now.id())).contains("engagement.comparison-printed");
  }

  /// What is done about places stands beside how they changed (A69); in the words for students, and
  /// nothing of a place that is on its way to the head.
  @Test
  void whatWasDoneAtAPlaceStandsBesideItOnPageFileAndPaper() throws IOException {
    var first = example.published();
    before = first.id();
    var now = example.on(first.plan(), first.id());
    example.thirty(now);
    publications.publish(example.owner(), now.id());
    done(first, CORRIDOR, null, "We put in quincewort lamps.");
    done(first, ResultsExample.HOSTILE, Route.HEAD, "We moved the bramblewick door.");
    var head = people.signedIn(Role.HEAD);

    var page = head.get(now.results() + "/comparison").page();
    var file = head.get(now.results() + "/comparison.csv").response().body();

    assertThat(page.select("tr:has(th:contains(%s)) td".formatted(CORRIDOR)).last().text())
        .isEqualTo("We put in quincewort lamps.");
    assertThat(page.select("tr:has(th:contains(%s)) td".formatted(YARD)).last().text())
        .isEqualTo("nothing that may be told");
    assertThat(page.text())
        .contains("Nobody has written down yet that students were told")
        .doesNotContain("bramblewick", "not yet done");
    assertThat(new String(file, StandardCharsets.UTF_8))
        .contains("We put in quincewort lamps.")
        .doesNotContain("bramblewick");
    try (var paper =
        Loader.loadPDF(head.get(now.results() + "/comparison.pdf").response().body())) {
      assertThat(new PDFTextStripper().getText(paper).replaceAll("\\s+", " "))
          .contains("quincewort lamps")
          .doesNotContain("bramblewick");
    }
  }

  private void done(Made round, String place, @Nullable Route route, String words) {
    var owner = example.owner();
    var issue =
        interventions.raiseIssue(
            owner,
            round.id(),
            new NewIssue(
                UUID.fromString(round.zones().get(place).value()),
                Source.MARKS,
                new IssueText(place, "It is dark", "It is dark", false, route, false)));
    var today = LocalDate.now(ZoneId.of("Europe/London"));
    for (String told : List.of(words, "This is not yet done.")) {
      var action =
          actions.add(
              owner,
              round.id(),
              issue,
              new ActionTerms(
                  null,
                  "design",
                  "An invented measure",
                  owner.user(),
                  today.plusDays(9),
                  HarmAnswer.NEITHER,
                  null,
                  told));
      if (told.equals(words)) {
        actions.markDone(owner, round.id(), action, 1, today, today.plusDays(90));
      }
    }
  }

  private WorkspaceId before = WorkspaceId.random();

  /// The yard is gone from the second plan, a wing is new, and the library has one adult in charge.
  private Made twoRounds() {
    var first = example.published();
    before = first.id();
    var now = example.on(changed(first.plan()), first.id());
    example.thirty(now);
    publications.publish(example.owner(), now.id());
    return now;
  }

  private PlanVersionId changed(PlanVersionId id) {
    var plan = plans.version(example.owner(), id);
    var zones = new ArrayList<Zone>();
    for (var zone : plan.zones()) {
      if (!zone.name().equals(YARD)) {
        zones.add(zone.name().equals(LIBRARY) ? oneAdult(zone) : zone);
      }
    }
    zones.add(Zone.at(0, WING, TestRounds.aBox()));
    return plans.save(example.owner(), plan.plan(), plan.number(), plan.floors(), zones).id();
  }

  private static Zone oneAdult(Zone zone) {
    return new Zone(
        zone.key(),
        zone.floor(),
        zone.name(),
        zone.outline(),
        zone.adults(),
        zone.watched(),
        zone.otherYears(),
        true,
        zone.elsewhere(),
        zone.notes());
  }

  private List<String> acts(WorkspaceId round) {
    return store
        .jdbc()
        .sql("select act from audit.entry where object = :id and outcome = 'DONE' order by seq")
        .param("id", round.value())
        .query(String.class)
        .list();
  }
}
