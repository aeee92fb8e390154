package org.sightline.engagement.results.scores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sightline.engagement.results.ResultsExample.CORRIDOR;
import static org.sightline.engagement.results.ResultsExample.HOSTILE;
import static org.sightline.engagement.results.ResultsExample.LIBRARY;
import static org.sightline.engagement.results.ResultsExample.OFFICE;
import static org.sightline.engagement.results.ResultsExample.YARD;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.sightline.engagement.results.HeldMarks;
import org.sightline.engagement.results.Publications;
import org.sightline.engagement.results.Reasons;
import org.sightline.engagement.results.ResultsExample;
import org.sightline.engagement.results.ResultsTest;
import org.sightline.kernel.Role;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SystemStore;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;

@ResultsTest
class ScorePagesTest {

  private static final String FEWER = "fewer than 5";

  @Autowired private ResultsExample example;
  @Autowired private Publications publications;
  @Autowired private Reasons reasons;
  @Autowired private HeldMarks marks;
  @Autowired private TestPeople people;
  @Autowired private SystemStore store;

  @Test
  void beforeTheFirstResultsThePageSaysWhatTheyAre() {
    var round = example.round();

    var page = people.signedIn(Role.HEAD).get(round.results()).page();

    assertThat(page.select("h2").text()).contains("No results yet");
    assertThat(page.select("table, svg")).isEmpty();
  }

  @Test
  void aRoundThatIsNotOpenToSomebodyIsNotThere() {
    var round = example.published();
    var outsider = people.signedIn(people.cast().outsider());

    for (var path :
        List.of("", "/presenting/1", "/score-summary.csv", "/score-summary.pdf", "/comparison")) {
      assertThat(outsider.get(round.results() + path).status()).as(path).isEqualTo(404);
    }
  }

  @Test
  void theOwnerReadsExactCounts() {
    var page = people.signedIn(Role.ROUND_OWNER).get(example.published().results()).page();

    assertThat(row(page, YARD)).startsWith("2", "8", "20", "0", "30");
    assertThat(row(page, LIBRARY)).startsWith("0", "1", "29", "0", "30");
    assertThat(row(page, OFFICE).getLast()).contains("one adult in charge");
    assertThat(page.select(".govuk-inset-text").text()).contains("presenter view");
  }

  @Test
  void everybodyElseReadsFewerThanFive() {
    var page = people.signedIn(Role.FACILITATOR).get(example.published().results()).page();

    assertThat(row(page, CORRIDOR)).startsWith("22", FEWER, "not shown", FEWER, "30");
    assertThat(row(page, YARD)).startsWith(FEWER, "not shown", "20", FEWER, "30");
    assertThat(page.text()).doesNotContain(OFFICE);
    assertThat(page.select("#hottest ~ ol li").first().text()).contains(CORRIDOR, "22 red of 30");
    assertThat(page.select(".govuk-inset-text")).isEmpty();
  }

  @Test
  void pictureAndTableSayTheSame() {
    var page = people.signedIn(Role.FACILITATOR).get(example.published().results()).page();

    assertThat(page.select("svg[role=img] text").text())
        .contains(CORRIDOR, YARD, "of 30 maps")
        .doesNotContain(OFFICE);
    assertThat(page.select("svg").attr("aria-label")).contains("table below");
  }

  @Test
  void hotIsSetAgainstCoolByAdultsAndByWhoUsesThePlace() {
    var page = people.signedIn(Role.FACILITATOR).get(example.published().results()).page();

    assertThat(page.text())
        .contains("Of 1 zone where adults are rarely there, 1 is hot, 0 mixed and 0 cool.")
        .contains("Of 1 zone without surveillance, 1 is hot, 0 mixed and 0 cool.")
        .contains("Of 1 zone mainly used by another year group, 1 is hot");
  }

  @Test
  void aHostileNameIsOnlyEverText() throws IOException {
    var round = example.published();
    var head = people.signedIn(Role.HEAD);

    var page = head.get(round.results()).page();
    assertThat(page.select("svg script, td script, th script")).isEmpty();
    assertThat(row(page, HOSTILE)).startsWith("10", "not shown", "10");
    assertThat(csv(round)).contains("\"'=cmd()<script>alert(1)</script>&\"\"'\"");
    assertThat(pdf(round, "A4").replace("\n", "")).contains("=cmd()<script>");
  }

  @Test
  void aFileHoldsOutwardNumbersEvenForTheOwnerAndIsRecorded() {
    var round = example.published();

    assertThat(csv(round).replace("\"", ""))
        .contains("Ground," + CORRIDOR + ",22,fewer than 5,not shown,fewer than 5,30,hot,")
        .doesNotContain(OFFICE);
    assertThat(acts(round.id())).contains("engagement.results-exported");
  }

  @Test
  void paperHoldsOutwardNumbersEvenForTheOwnerAndIsRecorded() throws IOException {
    var round = example.published();

    assertThat(pdf(round, "A4")).contains(CORRIDOR, FEWER).doesNotContain(OFFICE);
    assertThat(pdf(round, "A3")).contains(CORRIDOR).doesNotContain(OFFICE);
    assertThat(acts(round.id()).stream().filter("engagement.results-printed"::equals)).hasSize(2);
    assertThat(
            people
                .signedIn(Role.ROUND_OWNER)
                .get(round.results() + "/score-summary.pdf?paper=A9")
                .status())
        .isEqualTo(404);
  }

  @Test
  void thePresenterViewNeverShowsASmallCountOrAPlaceWithOneAdult() {
    var round = example.published();
    var owner = people.signedIn(Role.ROUND_OWNER);
    var seen = new StringBuilder();
    var at = owner.get(round.results() + "/presenting");
    int slides = 0;
    while (true) {
      assertThat(at.status()).isEqualTo(200);
      assertThat(at.page().select(".top__nav")).isEmpty();
      seen.append(at.page().select(".slide").text()).append('\n');
      slides++;
      var next = at.page().select("a[rel=next]").attr("href");
      if (next.isEmpty()) {
        break;
      }
      at = owner.get(next);
    }

    assertThat(slides).isGreaterThan(4);
    assertThat(at.page().select(".slide__turn a").eachAttr("href"))
        .as("the room sees where the end leads: not to exact numbers")
        .doesNotContain(round.results());
    assertThat(seen.toString())
        .contains(CORRIDOR, "22 red of 30 maps")
        .doesNotContain(OFFICE, "Y 3 ", "R 2 ", "Y 1 ");
    assertThat(owner.get(round.results() + "/presenting/99").status()).isEqualTo(404);
  }

  @Test
  void withdrawalsDoNotMoveWhatIsShown() {
    var round = example.published();
    var head = people.signedIn(Role.HEAD);
    var before = head.get(round.results()).page().select("main").html();

    marks.withdraw(round.id(), 0);
    marks.withdraw(round.id(), 0);

    assertThat(head.get(round.results()).page().select("main").html()).isEqualTo(before);
  }

  @Test
  void reasonsAreExactForTheOwnerAndHeldBackForOthers() {
    var round = example.published();
    reasons.count(
        example.owner(), round.id(), round.zones().get(CORRIDOR), Map.of("dark", 3, "crowded", 9));
    reasons.count(example.owner(), round.id(), round.zones().get(OFFICE), Map.of("no-help", 8));

    assertThat(people.signedIn(Role.ROUND_OWNER).get(round.results()).page().select("dl").text())
        .contains("Crowded, people push: 9", "Dark or badly lit: 3", OFFICE);
    assertThat(people.signedIn(Role.HEAD).get(round.results()).page().select("dl").text())
        .contains("Crowded, people push: 9", "Dark or badly lit: fewer than 5")
        .doesNotContain(OFFICE);
  }

  @Test
  void twoRoundsAreComparedPlaceByPlace() {
    var before = example.published();
    var now = example.on(before.plan(), before.id());
    example.thirty(now);
    var facilitator = people.signedIn(Role.FACILITATOR);
    assertThat(facilitator.get(now.results() + "/comparison").page().text())
        .contains("Both rounds need results");
    publications.publish(example.owner(), now.id());

    var page = facilitator.get(now.results() + "/comparison").page();

    var corridor = page.select("tr:has(th:contains(%s)) td".formatted(CORRIDOR)).eachText();
    assertThat(corridor)
        .containsExactly(
            "22 red of 30 maps (73%)",
            "22 red of 30 maps (73%)", "about the same", "nothing that may be told");
    assertThat(page.text()).doesNotContain(OFFICE);
  }

  @Test
  void aRoundWithoutAnEarlierOneHasNothingToCompare() {
    var round = example.published();

    assertThat(people.signedIn(Role.HEAD).get(round.results() + "/comparison").page().text())
        .contains("no earlier round");
  }

  private static List<String> row(Document page, String zone) {
    return page.select("#all-places tbody tr").stream()
        .filter(row -> row.select("th").text().equals(zone))
        .findFirst()
        .orElseThrow()
        .select("td")
        .eachText();
  }

  private String csv(ResultsExample.Made round) {
    var answer = people.signedIn(Role.ROUND_OWNER).get(round.results() + "/score-summary.csv");
    assertThat(answer.response().headers().firstValue("Content-Disposition"))
        .hasValueSatisfying(value -> assertThat(value).startsWith("attachment"));
    return new String(answer.response().body(), StandardCharsets.UTF_8);
  }

  private String pdf(ResultsExample.Made round, String paper) throws IOException {
    var answer =
        people
            .signedIn(Role.ROUND_OWNER)
            .get(round.results() + "/score-summary.pdf?paper=" + paper);
    try (var document = Loader.loadPDF(answer.response().body())) {
      return new PDFTextStripper().getText(document);
    }
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
