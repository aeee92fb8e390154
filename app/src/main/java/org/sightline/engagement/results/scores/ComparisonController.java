package org.sightline.engagement.results.scores;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.sightline.documents.Copies;
import org.sightline.documents.Copies.Original;
import org.sightline.documents.Pdf;
import org.sightline.documents.PrintHeading;
import org.sightline.documents.Purpose;
import org.sightline.documents.SafeCsv;
import org.sightline.documents.Sheet;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.web.Fresh;
import org.sightline.web.Pages;
import org.sightline.web.Words;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Two rounds side by side, on a page, on paper and as a file (A69).
@Controller
class ComparisonController {

  private final RoundComparisons comparisons;
  private final Copies copies;
  private final Pages pages;
  private final Words words;
  private final Clock clock;

  ComparisonController(
      RoundComparisons comparisons, Copies copies, Pages pages, Words words, Clock clock) {
    this.comparisons = comparisons;
    this.copies = copies;
    this.pages = pages;
    this.words = words;
    this.clock = clock;
  }

  @GetMapping("/engagement/rounds/{round}/results/comparison")
  String show(SignedIn who, @PathVariable String round, Purpose purpose, Model model) {
    model.addAttribute("purpose", purpose);
    model.addAttribute("page", comparisons.show(who, WorkspaceId.of(round)));
    return "engagement/results/comparison";
  }

  @Fresh
  @GetMapping("/engagement/rounds/{round}/results/comparison.csv")
  ResponseEntity<byte[]> csv(SignedIn who, @PathVariable String round, Purpose purpose) {
    var page = export(who, round, "engagement.comparison-exported");
    var header =
        List.of(
            say("table.zone"),
            say("comparison.before") + ": " + page.before(),
            say("comparison.after") + ": " + page.round(),
            say("comparison.direction"),
            say("comparison.done"));
    var rows =
        page.zones().stream()
            .map(
                zone ->
                    List.of(
                        zone.name(),
                        zone.before(),
                        zone.after(),
                        zone.direction(),
                        String.join("; ", zone.done())))
            .toList();
    return Downloads.csv(
        "comparison.csv",
        copies.take(
            who,
            original("engagement.comparison-csv", round),
            purpose,
            stamp -> SafeCsv.of(header, rows, stamp)));
  }

  @Fresh
  @GetMapping("/engagement/rounds/{round}/results/comparison.pdf")
  ResponseEntity<byte[]> pdf(SignedIn who, @PathVariable String round, Purpose purpose) {
    var page = export(who, round, "engagement.comparison-printed");
    var today = LocalDate.now(clock.withZone(ZoneId.of("Europe/London")));
    var document = pages.document("engagement/results/print-comparison", page);
    return Downloads.pdf(
        "comparison.pdf",
        copies.take(
            who,
            original("engagement.comparison-pdf", round),
            purpose,
            stamp ->
                Pdf.of(
                    document,
                    Sheet.A4_PORTRAIT,
                    new PrintHeading(say("comparison.title"), today, stamp))));
  }

  private static Original original(String kind, String round) {
    var id = WorkspaceId.of(round);
    return new Original(kind, id, id.value());
  }

  /// @throws NotThere when there is nothing to compare
  private ComparisonPage export(SignedIn who, String round, String act) {
    var id = WorkspaceId.of(round);
    if (comparisons.show(who, id).why() != null) {
      throw new NotThere();
    }
    return comparisons.export(who, id, act);
  }

  private String say(String key) {
    return words.say("engagement.results." + key);
  }
}
