package org.sightline.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.sightline.demonstration.InventedWorld;
import org.sightline.kernel.Role;
import org.sightline.testing.Browser;
import org.sightline.testing.BrowserTest;
import org.sightline.testing.Likeness;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// The pictures of the README, taken of the demonstration's world. Written to `docs/screenshots`
/// with `-Dscreenshots.write=true`; otherwise what they show is checked, and that the pictures in
/// the README still look like it.
@BrowserTest
class ScreenshotsTest {

  private static final long HEAVIEST = 250_000;
  private static final Path README = Path.of("../docs/screenshots");
  private static final Path LETTERS = README.resolve("letters.txt");

  @Autowired private ApplicationContext application;

  @Test
  void ofTheScoreSummaryMap(Browser browser) throws IOException {
    var world = InventedWorld.in(application);
    browser
        .signIn(Role.ROUND_OWNER)
        .open("/engagement/rounds/" + world.finished().id() + "/results");

    Page page = browser.playwright();
    assertThat(page.locator("h1").innerText()).isEqualTo("Score summary map");
    assertThat(page.locator(".results-map svg").count()).isEqualTo(2);
    assertThat(page.locator("[aria-labelledby=hottest] li").count()).isGreaterThanOrEqualTo(5);
    page.evaluate("() => document.querySelector('.results-top').scrollIntoView()");
    isInTheReadme(browser, "score-map");
  }

  @Test
  void ofTheRunSheet(Browser browser) throws IOException {
    var world = InventedWorld.in(application);
    browser.signIn(Role.FACILITATOR);
    browser.open("/engagement/sessions/" + world.openSession() + "/running");

    Page page = browser.playwright();
    page.locator("[data-stage-link=marking]").click();
    assertThat(page.locator(".run__stage--on h2").innerText()).contains("Marking the map");
    assertThat(page.locator(".run__stage--on .run__cue").count()).isPositive();
    page.evaluate("() => document.activeElement.blur()");
    isInTheReadme(browser, "run-sheet");
  }

  @Test
  void ofTheMarking(Browser browser) throws IOException {
    var world = InventedWorld.in(application);
    browser.signIn(Role.FACILITATOR);
    browser.open("/engagement/sessions/" + world.openSession() + "/class-code");
    Page page = browser.playwright();
    String code = page.locator(".joining__code").innerText();
    browser.openStudentSite("/joining");
    page.locator("#code").fill(code);
    page.locator("main form:not(.leave) button.govuk-button").click();
    page.locator("form[action='/year-group'] button").click();
    page.locator("form[action='/marking'] button.govuk-button").click();
    page.locator(".brushes").waitFor();
    mark(page, "R", "Lockers", "North stairs");
    mark(page, "Y", "Canteen");
    mark(page, "G", "Library", "Main hall");

    assertThat(page.locator("#count").innerText()).contains("5");
    page.evaluate("() => document.querySelector('.brushes').scrollIntoView()");
    isInTheReadme(browser, "marking");
  }

  private static void mark(Page page, String level, String... places) {
    page.locator("[data-brush=" + level + "]").click();
    for (String place : places) {
      page.locator(".zone[data-name='" + place + "']").click();
    }
  }

  private static void isInTheReadme(Browser browser, String name) throws IOException {
    var taken = browser.screenshotForDocs(name);
    var shown = README.resolve(name + ".png");

    assertThat(Files.size(taken)).isLessThan(HEAVIEST);
    String letters = letters(browser.playwright());
    if (Boolean.getBoolean("screenshots.write")) {
      Files.writeString(LETTERS, letters + "\n");
    }
    assumeThat(Files.readString(LETTERS).strip())
        .as(
            "this machine's letters are not those of the pictures in the README: nothing to compare")
        .isEqualTo(letters);
    assertThat(Likeness.of(shown, taken))
        .as(
            "docs/screenshots/%s.png no longer looks like the page. Look at app/%s; if the page is right, renew the pictures:"
                + " mvn -pl app -am test -Dtest=ScreenshotsTest -Dsurefire.failIfNoSpecifiedTests=false"
                + " -Dscreenshots.write=true",
            name, taken)
        .matches(Likeness::isClose, "is close");
  }

  /// How wide a sentence is: another machine may have another typeface, and every line breaks
  /// elsewhere.
  private static String letters(Page page) {
    return String.valueOf(
        page.evaluate(
            "() => { const pen = document.createElement('canvas').getContext('2d');"
                + " pen.font = '100px ' + getComputedStyle(document.body).fontFamily;"
                + " return Math.round(pen.measureText('Many say the stairs are dark.').width); }"));
  }
}
