package org.sightline.engagement.results.scores;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.sightline.documents.Pdf;
import org.sightline.documents.PrintHeading;
import org.sightline.engagement.planning.Rounds;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.web.Fresh;
import org.sightline.web.Pages;
import org.sightline.web.Words;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Results on paper and as a file: outward numbers only, each one recorded.
@Controller
class ExportController {

  private final ScoreSheets sheets;
  private final Rounds rounds;
  private final Pages pages;
  private final Words words;
  private final Clock clock;

  ExportController(ScoreSheets sheets, Rounds rounds, Pages pages, Words words, Clock clock) {
    this.sheets = sheets;
    this.rounds = rounds;
    this.pages = pages;
    this.words = words;
    this.clock = clock;
  }

  @Fresh
  @GetMapping("/engagement/rounds/{round}/results/score-summary.csv")
  ResponseEntity<byte[]> csv(SignedIn who, @PathVariable String round) {
    var sheet = sheet(who, round, "engagement.results-exported");
    return Downloads.csv("score-summary.csv", new ScoreCsv(sheet, words).bytes());
  }

  /// @param paper `A4` or `A3`
  @GetMapping("/engagement/rounds/{round}/results/score-summary.pdf")
  ResponseEntity<byte[]> pdf(
      SignedIn who, @PathVariable String round, @RequestParam(defaultValue = "A4") String paper) {
    boolean large = paper.equals("A3");
    if (!large && !paper.equals("A4")) {
      throw new NotThere();
    }
    var sheet = sheet(who, round, "engagement.results-printed");
    var printed = new PrintedScores(sheet, large);
    var heading =
        new PrintHeading(
            words.say("engagement.results.title"),
            LocalDate.now(clock.withZone(ZoneId.of("Europe/London"))),
            null);
    var document = pages.document("engagement/results/print", printed);
    return Downloads.pdf(
        "score-summary-%s.pdf".formatted(paper), Pdf.of(document, printed.paper(), heading));
  }

  private ScoreSheet sheet(SignedIn who, String round, String act) {
    var found = rounds.find(who, WorkspaceId.of(round));
    return sheets.forExport(who, found, act).orElseThrow(NotThere::new);
  }
}
