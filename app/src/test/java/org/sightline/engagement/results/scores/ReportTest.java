package org.sightline.engagement.results.scores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sightline.engagement.results.ResultsExample.CORRIDOR;
import static org.sightline.engagement.results.ResultsExample.OFFICE;
import static org.sightline.engagement.results.ResultsExample.YARD;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.sightline.engagement.planning.SetUpSteps;
import org.sightline.engagement.results.Breakdown;
import org.sightline.engagement.results.Publications;
import org.sightline.engagement.results.ResultsExample;
import org.sightline.engagement.results.ResultsTest;
import org.sightline.kernel.Role;
import org.sightline.testing.TestPeople;
import org.sightline.web.Words;
import org.springframework.beans.factory.annotation.Autowired;

/// What the report on paper, the file and the presenter view say beside the numbers.
@ResultsTest
class ReportTest {

  @Autowired private ResultsExample example;
  @Autowired private Publications publications;
  @Autowired private TestPeople people;
  @Autowired private Words words;

  @Test
  void paperSaysWhatItIsForInTheWordsOfTheSessionPage() throws IOException {
    var text = paper(example.published());

    SetUpSteps.shipped().aims().forEach(aim -> assertThat(text).contains(aim.text()));
  }

  @Test
  void paperSaysWhoHasBeenHeardAndGivesNoCounts() throws IOException {
    var text = paper(example.published());

    assertThat(text)
        .contains("Heard so far: years 8 and 9.")
        .contains("Not heard yet: years 7, 10, 11, 12 and 13.");
  }

  @Test
  void paperHasTheCoolestPlacesAndSetsHotAgainstCool() throws IOException {
    var text = paper(example.published());

    assertThat(text)
        .contains("Coolest places", YARD + ": 20 green of 30 maps")
        .contains("Of 1 zone where adults are rarely there, 1 is hot, 0 mixed and 0 cool.")
        .contains("Of 1 zone without surveillance, 1 is hot, 0 mixed and 0 cool.")
        .contains("Of 1 zone mainly used by another year group, 1 is hot")
        .doesNotContain(OFFICE);
  }

  @Test
  void paperHasTheBreakdownThatWasPublished() throws IOException {
    var round = example.published();
    assertThat(paper(round)).doesNotContain("Places by year group");

    publications.breakDown(example.owner(), round.id(), Breakdown.Dimension.YEAR_GROUP);

    assertThat(paper(round)).contains("Places by year group", "year 8", "year 9");
  }

  @Test
  void theFileSaysHowOftenAdultsAreThereAndWhoUsesAPlace() {
    var lines = file(example.published()).lines().toList();

    assertThat(lines.getFirst()).contains("Adults there,Surveillance,Mainly another year group");
    assertThat(lines).anyMatch(line -> line.contains(CORRIDOR) && line.contains("rarely,no,yes"));
    assertThat(lines)
        .anyMatch(line -> line.contains(YARD) && line.contains("mostly,yes,nobody has"));
  }

  @Test
  void thePresenterViewSaysWhatItWasForAndWhoHasBeenHeard() {
    var seen = slides(example.published());

    SetUpSteps.shipped().aims().forEach(aim -> assertThat(seen).contains(aim.text()));
    assertThat(seen)
        .contains("Not heard yet: years 7, 10, 11, 12 and 13.")
        .contains("With and without surveillance", "Of 1 zone without surveillance, 1 is hot");
  }

  @Test
  void aLongListSaysHowManyMoreAreInTheReport() {
    var hottest =
        IntStream.rangeClosed(1, 11)
            .mapToObj(rank -> new ScoreSheet.Ranked(rank, "Place " + rank, 40 - rank, 60))
            .toList();

    var slide = slideOf(hottest);

    assertThat(slide.lines()).hasSize(9).first().asString().contains("Place 1");
    assertThat(slide.lines().getLast())
        .isEqualTo("And 3 more, in the table of the printed report.");
  }

  @Test
  void aListThatFitsSaysNothingOfMore() {
    var hottest = List.of(new ScoreSheet.Ranked(1, "Place 1", 40, 60));

    assertThat(slideOf(hottest).lines()).hasSize(1);
  }

  private Slide slideOf(List<ScoreSheet.Ranked> hottest) {
    var heard = new HeardYears(List.of(), List.of(), List.of(), List.of());
    var sheet =
        new ScoreSheet(
            "Round",
            LocalDate.of(2026, 3, 9),
            1,
            60,
            5,
            false,
            true,
            List.of(),
            List.of(),
            hottest,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            null,
            heard,
            List.of());
    return Slide.of(sheet, words).stream()
        .filter(slide -> slide.heading().equals("Where most marks were red"))
        .findFirst()
        .orElseThrow();
  }

  private String slides(ResultsExample.Made round) {
    var head = people.signedIn(Role.HEAD);
    var seen = new ArrayList<String>();
    for (int at = 1; head.get(round.results() + "/presenting/" + at).status() == 200; at++) {
      seen.add(head.get(round.results() + "/presenting/" + at).page().select(".slide").text());
    }
    return String.join("\n", seen);
  }

  private String file(ResultsExample.Made round) {
    var answer = people.signedIn(Role.HEAD).get(round.results() + "/score-summary.csv");
    return new String(answer.response().body(), StandardCharsets.UTF_8).replace("\"", "");
  }

  private String paper(ResultsExample.Made round) throws IOException {
    var answer = people.signedIn(Role.HEAD).get(round.results() + "/score-summary.pdf?paper=A4");
    assertThat(answer.status()).isEqualTo(200);
    try (var document = Loader.loadPDF(answer.response().body())) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }
}
