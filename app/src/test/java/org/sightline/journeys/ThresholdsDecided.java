package org.sightline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.sightline.testing.Browser;

/// After mapping the chair writes down what was decided about assessments (B47 to B50).
final class ThresholdsDecided {

  private static final String PROMPT = "To be decided after mapping";

  private ThresholdsDecided() {}

  /// The place is to be assessed, the peer group is not.
  static void in(Browser browser, String exercise, String place, LocalDate day) {
    var page = browser.playwright();
    var clerk = new Clerk(browser);
    for (String question : List.of("CONTEXT", "PEER")) {
      boolean isPeer = question.equals("PEER");
      browser.open(exercise);
      page.click("main a:has-text('" + PROMPT + "') >> nth=0");
      page.click("main a[href$='/" + question + "']");
      assertThat(page.inputValue("#document"))
          .as("the document of the last decision")
          .isEqualTo(isPeer ? "Levels of need" : "");
      clerk.complete(
          "/" + question,
          "element",
          isPeer ? "" : place,
          "first",
          "YES",
          "second",
          isPeer ? "NOT_SURE" : "YES",
          "document",
          "Levels of need",
          "version",
          "May 2026",
          "decision",
          isPeer ? "NO" : "YES",
          "why",
          "Three reports in a month",
          "decided-by",
          "Service manager",
          "day",
          day);
    }
    assertThat(page.textContent("main"))
        .contains("About: " + place, "Yes, a context assessment", "About: The whole exercise");
    browser.open(exercise);
    assertThat(page.textContent("main")).doesNotContain(PROMPT);
  }
}
