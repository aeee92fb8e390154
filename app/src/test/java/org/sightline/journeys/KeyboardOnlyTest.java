package org.sightline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.Role;
import org.sightline.testing.Browser;
import org.sightline.testing.BrowserTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.TestRounds;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// The part of the staff without a mouse: every control on the way can be reached with Tab, shows
/// that it has the focus, and answers to Enter.
@BrowserTest
class KeyboardOnlyTest {

  @Autowired private ApplicationContext application;
  @Autowired private TestPeople people;
  @Autowired private TestRounds rounds;

  @Test
  void theStaffDrawPlanRunAndCloseASessionPublishAndPlanWhatFollows(Browser browser) {
    var round = rounds.aRound();
    var keyboard = new Keyboard(browser.open("/signing-in").playwright());

    signIn(keyboard);
    skipToTheContent(keyboard);
    addAZoneInTheTable(keyboard, "/contexts/plans/" + rounds.aPlan().plan());
    planASession(keyboard, "/engagement/rounds/" + round.id());
    runIt(keyboard);
    close(keyboard);
    for (int i = 0; i < 2; i++) {
      new ManyMaps(application).holdASession(round.id(), 12);
    }
    publish(keyboard, "/engagement/rounds/" + round.id());
    planAMeasure(keyboard, round.id().toString());

    assertThat(keyboard.unseen()).as("Controls that do not show the focus").isEmpty();
  }

  private void signIn(Keyboard keyboard) {
    var owner = people.cast().the(Role.ROUND_OWNER);
    keyboard.to("#username").type(owner.username());
    keyboard.press("Tab").type(owner.password());
    keyboard.press("Enter");
    keyboard.page().locator(".top__who").waitFor();
  }

  private static void skipToTheContent(Keyboard keyboard) {
    keyboard.page().reload();
    keyboard.press("Tab");
    assertThat(keyboard.page().evaluate("document.activeElement.className"))
        .isEqualTo("govuk-skip-link");
    assertThat(keyboard.page().locator(".govuk-skip-link").boundingBox().height).isGreaterThan(20);
    keyboard.press("Enter").press("Tab");
    assertThat(keyboard.page().evaluate("document.activeElement.closest('main') !== null"))
        .as("After the skip link, Tab goes on within the content")
        .isEqualTo(true);
  }

  private static void addAZoneInTheTable(Keyboard keyboard, String plan) {
    keyboard.enter(".top__nav a[href='/contexts/plans']", "Plans");
    keyboard.enter("main a[href='" + plan + "']", "Test plan");
    keyboard.to("#name").type("Reading corner");
    keyboard.to("#corners").type("10,10 30,10 30,30 10,30");
    keyboard.press("Enter");
    keyboard.page().getByText("Reading corner was added.").waitFor();
  }

  private static void planASession(Keyboard keyboard, String round) {
    var today = LocalDate.now(ZoneId.of("Europe/London"));
    keyboard.enter(".top__nav a[href='/engagement/rounds']", "Rounds");
    keyboard.enter("main a[href='" + round + "']", "Spring round");
    keyboard.enter("a[href$='/sessions/new']", "Plan a session");
    keyboard.to("#heldOn-day").type("" + today.getDayOfMonth());
    keyboard.press("Tab").type("" + today.getMonthValue());
    keyboard.press("Tab").type("" + today.getYear());
    keyboard.press("Tab").type("11:15");
    keyboard.enter("main form button.govuk-button", "Session 1");
    keyboard.to("a[href$='/steps/confidentiality']").press("Enter");
    keyboard.to("[id='response.lead']").press("ArrowDown");
    keyboard.to("[id='response.pathway']");
    keyboard.page().keyboard().type("To the lead the same day.");
    keyboard.to("#done").press("Space");
    keyboard.to("button[name=then][value=back]").press("Enter");
    keyboard.enter("a[href$='/starting']", "Start session 1");
    keyboard.to("form[action$='/starting'] button").press("Enter");
    keyboard.page().waitForURL(url -> !url.endsWith("/starting"));
  }

  private static void runIt(Keyboard keyboard) {
    Page page = keyboard.page();
    if (!page.url().endsWith("/running")) {
      keyboard.enter("a[href$='/running']", "Run sheet");
    }
    String stage = page.locator("[data-stage]:has([data-cue])").first().getAttribute("data-stage");
    keyboard.to("[data-stage-link='" + stage + "']").press("Enter");
    keyboard.to(".run__stage--on [data-timer] button").press("Enter");
    page.waitForFunction(
        "() => document.querySelector('.run__stage--on [data-timer] button').textContent.includes('Pause')");
    keyboard.to(".run__stage--on [data-cue] button").press("Enter");
    page.locator(".run__stage--on .run__said").waitFor();
    keyboard.to("#text");
    page.keyboard().type("The stairs are dark.");
    keyboard.to("[data-note] button").press("Enter");
    page.locator(".run__notes li:has-text('stairs')").waitFor();
    keyboard.to("[data-step='1'][data-for=count-out]").press("Enter");
  }

  private static void close(Keyboard keyboard) {
    keyboard.enter("a[href$='/closing']", "Close the session");
    keyboard.to("#out").type("0");
    keyboard.to("main form button").press("Enter");
    keyboard.page().getByText("0 out, 0 in").waitFor();
  }

  private static void publish(Keyboard keyboard, String round) {
    keyboard.enter(".top__nav a[href='/engagement/rounds']", "Rounds");
    keyboard.enter("main a[href='" + round + "']", "Spring round");
    keyboard.enter("main a[href='" + round + "/results']", "Score summary map");
    keyboard.enter("main a[href$='/results/publishing']", "Make the results");
    keyboard.enter("form[action$='/publishing'] button", "Score summary map");
    var page = keyboard.page();
    page.getByText("Results 1 are made.").waitFor();
    assertThat(page.locator("main").innerText()).contains("24 maps");
    // The map can be scrolled without a mouse where it is wider than the window.
    keyboard.to(".results-map[tabindex]");
    keyboard.enter("main a[href$='/results/presenting']", "");
    page.waitForURL("**/presenting**");
    keyboard.press("ArrowRight");
    page.waitForURL("**/presenting/2");
  }

  private static void planAMeasure(Keyboard keyboard, String round) {
    var page = keyboard.page();
    page.navigate(page.url().replaceAll("/results.*", ""));
    keyboard.enter("main a[href='/plans/" + round + "']", "Intervention plan");
    keyboard.enter("main a[href$='/actions/new']", "Add an action");
    keyboard.to("#library").press("ArrowDown");
    keyboard.to("#answer").press("Space");
    keyboard.to("#owner").press("ArrowDown");
    var due = LocalDate.now(ZoneId.of("Europe/London")).plusDays(10);
    keyboard.to("#due-day").type("" + due.getDayOfMonth());
    keyboard.press("Tab").type("" + due.getMonthValue());
    keyboard.press("Tab").type("" + due.getYear());
    keyboard.to("#forStudents");
    page.keyboard().type("A light is put up.");
    keyboard.to("main form button.govuk-button").press("Enter");
    page.waitForURL(url -> !url.endsWith("/new"));
    assertThat(page.locator("main").innerText()).contains("A light is put up.");
    page.navigate(page.url().replaceAll("/issues/.*", ""));
    keyboard.to("main a[href$='/poster']").press("Enter");
    page.locator(".poster__title").waitFor();
  }
}
