package org.sightline.access.unsent;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.sightline.demonstration.InventedWorld;
import org.sightline.kernel.Role;
import org.sightline.testing.Browser;
import org.sightline.testing.BrowserTest;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/// What an unattended screen shows, and what is there again afterwards (AN-10).
@BrowserTest
class UnsentBrowserTest {

  private static final String WHAT = "Perpetua Quillfeather waits behind the kiosk";
  private static final long QUARTER = 15 * 60_000 + 5_000;

  @Autowired private TestPeople people;
  @Autowired private ApplicationContext application;
  @Autowired private SessionRepository<? extends Session> sessions;

  @Test
  void aPageCoversItselfAfterAQuarterOfAnHourAndWhatWasTypedComesBack(Browser browser) {
    var page = typing(browser);
    keepsWhatIsTyped(
        page,
        () -> {
          page.locator("#what").pressSequentially(".");
          page.clock().runFor(4_000);
        });
    endSession(page);

    page.clock().fastForward(QUARTER);
    page.waitForURL("**/signing-in");
    assertThat(page.content()).doesNotContain("Quillfeather").doesNotContain("concerns/raising");
    page.goBack();
    assertThat(page.content()).doesNotContain("Quillfeather");
    browser.open("/concerns/raising");
    fillIn(page);

    page.waitForURL("**/concerns/raising");
    assertThat(page.inputValue("#what")).isEqualTo(WHAT + ".");
    assertThat(page.textContent("main")).contains("This was not saved yet");
    browser.page().checkAccessible();
    browser.screenshot("unsent-back");
    browser.onATelephone().screenshot("unsent-back-390");
    browser.open("/your-sign-in/unsent");
    browser.page().checkAccessible();
    browser.screenshot("unsent-list-390");
    page.click("main form button");
    page.waitForSelector(".govuk-notification-banner--success");
  }

  @Test
  void withoutAConnectionItIsCoveredAllTheSame(Browser browser) {
    var page = typing(browser);
    browser.connected(false);

    page.clock().fastForward(QUARTER);

    page.waitForSelector("h1:has-text('Locked')");
    assertThat(page.innerText("body")).doesNotContain("Quillfeather").doesNotContain("Sign out");
    assertThat(page.title()).isEqualTo("Locked");
    assertThat(page.isVisible("#what")).isFalse();
    browser.screenshot("locked");
    browser.connected(true);
  }

  @Test
  void withoutScriptsTheLateFormComesBackAtItsOwnPage(Browser browser) {
    var world = InventedWorld.in(application);
    var plain = browser.anotherWithoutScripts().signIn(Role.FACILITATOR);
    String address = "/concerns/raising?round=" + world.running().id();
    var page = plain.open(address).playwright();
    page.fill("#what", WHAT);
    page.check("#known-yes");
    endSession(page);
    page.click("form[action='/concerns/raising'] button");
    page.waitForURL("**/signing-in");
    assertThat(page.textContent("main")).contains("What you typed is kept");
    plain.screenshot("late-sign-in");

    fillIn(page);

    page.waitForURL("**" + address);
    assertThat(page.inputValue("#what")).isEqualTo(WHAT);
    assertThat(page.isChecked("#known-yes")).isTrue();
    plain.open("/your-sign-in/unsent");
    page.click("main form button");
    page.waitForSelector(".govuk-notification-banner--success");
  }

  @Test
  void theRunSheetStaysWhileItsTimerRunsAndWithoutASignInOrAConnection(Browser browser) {
    browser.playwright().clock().install();
    browser.signIn(Role.FACILITATOR);
    var world = InventedWorld.in(application);
    var page =
        browser.open("/engagement/sessions/" + world.openSession() + "/running").playwright();
    String clock = page.textContent(".run__stage--on [data-clock]");
    page.click(".run__stage--on [data-timer] button");
    page.clock().runFor(2_000);
    boolean running = !page.textContent(".run__stage--on [data-clock]").equals(clock);
    assertThat(running).isTrue();
    endSession(page);
    browser.connected(false);

    for (int minute = 0; minute < 16; minute++) {
      page.clock().runFor(60_000);
    }

    assertThat(page.isVisible(".run__stage--on")).isTrue();
    assertThat(page.title()).isNotEqualTo("Locked");
    browser.connected(true);
  }

  @Test
  void thePresenterViewTurnsItsSlidesWithoutASignInOrAConnection(Browser browser) {
    browser.signIn(Role.ROUND_OWNER);
    var page = browser.playwright();
    String round = InventedWorld.in(application).finished().id().toString();
    browser.open("/engagement/rounds/" + round + "/results/presenting");
    page.waitForLoadState(LoadState.NETWORKIDLE);
    String first = page.textContent("h1");
    endSession(page);
    browser.connected(false);

    page.keyboard().press("ArrowRight");
    page.waitForFunction("first => document.querySelector('h1').textContent !== first", first);
    page.keyboard().press("ArrowLeft");
    page.waitForFunction("first => document.querySelector('h1').textContent === first", first);

    assertThat(page.isVisible(".slide")).isTrue();
    browser.connected(true);
  }

  private static Page typing(Browser browser) {
    var page = browser.playwright();
    page.clock().install();
    browser.signIn(Role.FACILITATOR).open("/concerns/raising");
    page.locator("#what").pressSequentially(WHAT);
    return page;
  }

  private static void keepsWhatIsTyped(Page page, Runnable wait) {
    var kept = page.waitForResponse("**/your-sign-in/unsent", wait);
    assertThat(kept.status()).isEqualTo(204);
  }

  private void fillIn(Page page) {
    var member = people.cast().the(Role.FACILITATOR);
    page.fill("#username", member.username());
    page.fill("#password", member.password());
    page.click("form[action='/signing-in'] button");
  }

  private void endSession(Page page) {
    page.context().cookies().stream()
        .filter(cookie -> cookie.name.equals("sightline"))
        .forEach(
            cookie -> sessions.deleteById(new String(Base64.getDecoder().decode(cookie.value))));
  }
}
