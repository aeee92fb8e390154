package org.sightline.engagement.results.scores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sightline.engagement.results.ResultsExample.CORRIDOR;
import static org.sightline.engagement.results.ResultsExample.LIBRARY;
import static org.sightline.engagement.results.ResultsExample.YARD;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.sightline.contexts.floorplans.Corner;
import org.sightline.contexts.floorplans.Floor;
import org.sightline.contexts.floorplans.FloorPlans;
import org.sightline.contexts.floorplans.Outline;
import org.sightline.contexts.floorplans.PlanVersionId;
import org.sightline.contexts.floorplans.Zone;
import org.sightline.engagement.planning.Rounds;
import org.sightline.engagement.planning.Session;
import org.sightline.engagement.results.Publications;
import org.sightline.engagement.results.ResultsExample;
import org.sightline.engagement.results.ResultsTest;
import org.sightline.kernel.Role;
import org.sightline.kernel.WorkspaceId;
import org.sightline.testing.TestPeople;
import org.sightline.testing.TestRounds;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// A round keeps the plan it began with (A42), and shows every floor of it.
@ResultsTest
class PlansOfRoundsTest {

  private static final String RENAMED = "Quincewort passage";

  @Autowired private ResultsExample example;
  @Autowired private Publications publications;
  @Autowired private FloorPlans plans;
  @Autowired private Rounds rounds;
  @Autowired private TestRounds testRounds;
  @Autowired private TestPeople people;

  @Test
  void anOldRoundKeepsItsOldPlacesEverywhereAndANewOneHasTheNew() throws IOException {
    var old = example.published();
    var during = opened(old.id());
    var later = opened(example.on(renamed(old.plan()), old.id()).id());
    var owner = people.signedIn(Role.ROUND_OWNER);

    for (String seen :
        List.of(
            owner.get(old.results()).page().select("svg, #all-places").text(),
            text(owner.get(old.results() + "/score-summary.csv")),
            paper(owner.get(old.results() + "/score-summary.pdf?paper=A4")),
            marking(during),
            keying(owner, during),
            pack(owner, during))) {
      assertThat(seen).contains(CORRIDOR, YARD).doesNotContain(RENAMED);
    }
    for (String seen : List.of(marking(later), keying(owner, later), pack(owner, later))) {
      assertThat(seen).contains(RENAMED).doesNotContain(CORRIDOR, YARD);
    }
  }

  @Test
  void everyFloorIsOnThePictureTheTableTheFileThePaperAndTheSlides() throws IOException {
    var floors = List.of(Floor.empty(0, "Ground storey"), Floor.empty(1, "Upper storey"));
    var plan =
        plans.start(
            example.owner(),
            people.school(),
            "Two floors",
            floors,
            List.of(box(0, CORRIDOR, 0.1), box(0, YARD, 0.5), box(1, LIBRARY, 0.1)));
    var round = example.on(plan.id(), null);
    example.thirty(round);
    publications.publish(example.owner(), round.id());
    var head = people.signedIn(Role.HEAD);

    var page = head.get(round.results()).page();

    assertThat(page.select("svg[role=img]")).hasSize(2);
    assertThat(page.select("svg[role=img]").get(0).text()).contains(CORRIDOR, YARD);
    assertThat(page.select("svg[role=img]").get(1).text())
        .contains(LIBRARY)
        .doesNotContain(CORRIDOR);
    assertThat(page.select("#all-places thead th").eachText()).contains("Floor");
    assertThat(page.select("#all-places tr:has(th:contains(%s)) td".formatted(LIBRARY)).eachText())
        .startsWith("Upper storey");
    assertThat(text(head.get(round.results() + "/score-summary.csv")))
        .contains("Ground storey," + CORRIDOR, "Upper storey," + LIBRARY);
    assertThat(paper(head.get(round.results() + "/score-summary.pdf?paper=A4")))
        .contains("Ground storey", "Upper storey");
    var slides = new StringBuilder();
    for (int at = 1; head.get(round.results() + "/presenting/" + at).status() == 200; at++) {
      slides
          .append(
              head.get(round.results() + "/presenting/" + at).page().select(".slide svg").text())
          .append('\n');
    }
    assertThat(slides.toString().lines().filter(line -> line.contains("of 30 maps")))
        .hasSize(2)
        .anyMatch(line -> line.contains(CORRIDOR) && !line.contains(LIBRARY))
        .anyMatch(line -> line.contains(LIBRARY) && !line.contains(CORRIDOR));
  }

  private Session opened(WorkspaceId round) {
    return testRounds.anOpenSession(rounds.find(example.owner(), round));
  }

  /// The corridor has another name, and the yard is gone.
  private PlanVersionId renamed(PlanVersionId id) {
    var plan = plans.version(example.owner(), id);
    var zones =
        plan.zones().stream()
            .filter(zone -> !zone.name().equals(YARD))
            .map(zone -> zone.name().equals(CORRIDOR) ? named(zone) : zone)
            .toList();
    return plans.save(example.owner(), plan.plan(), plan.number(), plan.floors(), zones).id();
  }

  private static Zone named(Zone zone) {
    return new Zone(
        zone.key(),
        zone.floor(),
        RENAMED,
        zone.outline(),
        zone.adults(),
        zone.watched(),
        zone.otherYears(),
        zone.oneAdult(),
        zone.elsewhere(),
        zone.notes());
  }

  private static Zone box(int floor, String name, double left) {
    return Zone.at(
        floor, name, Outline.rectangle(new Corner(left, 0.1), new Corner(left + 0.3, 0.6)));
  }

  private String marking(Session session) {
    var student = people.student();
    student.post("/joining", "code", session.classCode());
    return student.get("/marking").page().select(".place legend, .plan").text();
  }

  private static String keying(Visitor owner, Session session) {
    return owner
        .get("/engagement/sessions/" + session.id() + "/keying")
        .page()
        .select(".keying__place legend, .keying__pictures")
        .text();
  }

  private static String pack(Visitor owner, Session session) throws IOException {
    return paper(
        owner.post(
            "/engagement/sessions/" + session.id() + "/pack/printing",
            "part",
            "plan-sheets",
            "plan-sheets",
            "1"));
  }

  private static String text(Visitor.Arrived answer) {
    return new String(answer.response().body(), StandardCharsets.UTF_8).replace("\"", "");
  }

  private static String paper(Visitor.Arrived answer) throws IOException {
    assertThat(answer.status()).isEqualTo(200);
    try (var document = Loader.loadPDF(answer.response().body())) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }
}
