package org.sightline.engagement.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.Role;
import org.sightline.testing.Browser;
import org.sightline.testing.BrowserTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.TestRounds;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/// The run sheet's script: what the server refuses, what waits for a connection, and its timers.
@BrowserTest
class RunSheetBrowserTest {

  private static final Pattern CLOCK = Pattern.compile("(\\+?)(\\d+):(\\d\\d)");
  private static final Pattern AGE = Pattern.compile("age=(\\d+)");

  @Autowired private TestPeople people;
  @Autowired private TestRounds rounds;
  @Autowired private SessionRepository<? extends Session> signIns;

  private Browser browser;
  private Page page;
  private String session;
  private String base;

  @BeforeEach
  void openASession(Browser opened) {
    browser = opened;
    page = browser.playwright();
    session = "/engagement/sessions/" + rounds.anOpenSession(rounds.aRound()).id();
    base = session + "/running";
  }

  /// Practice.md 5: nothing that was refused looks done.
  @Test
  void whatTheServerRefusesComesBackAndThePageSaysWhy() {
    var colleague = people.signedIn(Role.ROUND_OWNER);
    colleague.post(base + "/notes", "text", "It is dark behind the hall");
    browser.expectNo("/strikings", "/cues", "/counts").signIn(Role.FACILITATOR).open(base);
    colleague.post(session + "/closing", "out", "0");

    page.click("[data-striking] button");
    says("Not saved. This session is closed");
    page.waitForSelector("[data-striking] button");
    assertThat(page.textContent("[data-notes]"))
        .contains("It is dark behind the hall")
        .doesNotContain("Struck out");
    page.click(".run__stage--on [data-cue] button");
    page.click("[data-step='1'][data-for=count-out]");

    page.waitForFunction("() => document.getElementById('count-out').value === '0'");
    assertThat(page.locator(".run__stage--on .run__said").count()).isZero();
    assertThat(page.isVisible(".run__stage--on [data-cue] button")).isTrue();
    says("Not saved. This session is closed");
  }

  /// A49, A52, A23: the clock of the day counts, also while a laptop sleeps; every part keeps its
  /// time; and the promise that was not said is brought up wherever one goes on.
  @Test
  void everyPartsTimerGoesOnWhereItStoodAndAPromiseNotSaidIsBroughtUp() {
    page.clock().install();
    browser.signIn(Role.FACILITATOR).open(base);
    int welcome = left();
    press("Pause");
    sleep(welcome - 90);
    assertThat(left()).isBetween(80, 90);
    assertThat(page.textContent(".run__stage--on [data-left]")).isEqualTo("2 minutes left");
    assertThat(page.isVisible(".run__stage--on [data-due]")).isTrue();

    press("Carry on");
    int paused = left();
    page.clock().runFor(30_000);
    assertThat(left()).as("it stands").isEqualTo(paused);

    page.click("[data-stage-link=marking]");
    assertThat(page.isVisible("#stage-marking [data-missed]")).isTrue();
    browser.screenshot("run-sheet-missed");
    browser.onATelephone().screenshot("run-sheet-missed-telephone");
    int marking = left();
    press("Pause");
    page.clock().runFor(20_000);
    assertThat(left()).isBetween(marking - 35, marking - 19);

    page.click("#stage-marking [data-go]");
    assertThat(left()).as("the first part as it stood").isEqualTo(paused);
    page.keyboard().press("Enter");
    page.locator("#stage-welcome .run__said").waitFor();
    page.click("[data-stage-link=marking]");
    assertThat(page.isVisible("#stage-marking [data-missed]")).isFalse();
    press("Carry on");
    page.reload();
    assertThat(page.textContent("[aria-current=step]")).contains("Marking");
    assertThat(left()).isBetween(marking - 40, marking - 19);

    page.click("[data-stage-link=welcome]");
    assertThat(left()).isBetween(paused - 1, paused);
    press("Pause");
    sleep(120);
    assertThat(page.textContent(".run__stage--on [data-left]")).startsWith("Time is up");
    assertThat(left()).isNegative();
  }

  /// Practice.md, The room: what waits is kept in order, with its own moment, and one refusal in
  /// the middle of it is still read when the rest has arrived.
  @Test
  void whatWaitsArrivesInOrderWithItsAgeAndARefusalAmongItStaysReadable() {
    page.clock().install();
    browser.expectNo("/counts", "/later").signIn(Role.FACILITATOR).open(base);
    var sent = new ArrayList<String>();
    page.onRequest(
        asked -> {
          if (asked.url().endsWith("/later") || asked.url().endsWith("/cues")) {
            sent.add(asked.postData());
          }
        });
    browser.connected(false);
    note("Before the count.");
    page.fill("#count-out", "900");
    page.press("#count-out", "Tab");
    page.clock().runFor(700);
    page.click(".run__stage--on [data-cue] button");
    page.click("[data-later] summary");
    page.fill("#later-text", "Somebody is followed home.");
    page.click("[data-later-form] button");
    note("After the count.");
    says("Do not close or reload this page");
    says("Waiting to be sent: 5");
    assertThat(page.textContent("[data-later-status]")).contains("paper form");
    browser.onATelephone().screenshot("run-sheet-offline-telephone");

    sleep(600);
    browser.connected(true);
    tryAgain();

    says("Not saved. Counts lie between 0 and 500.");
    page.waitForFunction(
        "() => document.querySelector('[data-later-status]').textContent === 'Saved.'");
    assertThat(page.inputValue("#count-out")).isEqualTo("0");
    assertThat(page.textContent("#link")).as("until the next success").contains("Not saved.");
    assertThat(sent).hasSizeGreaterThanOrEqualTo(2).allMatch(body -> age(body) >= 600);
    note("Then another.");
    page.waitForFunction("() => document.getElementById('link').textContent === ''");
    page.reload();
    assertThat(page.locator("[data-notes] li > p:nth-child(2)").allTextContents())
        .containsExactlyInAnyOrder("Before the count.", "After the count.", "Then another.");
  }

  @Test
  void aServerInTroubleANetworksOwnPageAndALostSignInKeepNothingFromBeingSent() {
    browser.expectNo("/notes").signIn(Role.FACILITATOR).open(base);
    page.route("**/notes", route -> answer(route, 503, "<main id='main'><p>Busy</p></main>"));
    note("Once.");
    says("Waiting to be sent: 1");
    page.unroute("**/notes");
    page.route("**/notes", route -> answer(route, 200, "<p>Sign in to the guest network</p>"));
    page.waitForResponse("**/notes", this::tryAgain);
    says("Waiting to be sent: 1");
    endSignIn();
    page.unroute("**/notes");
    tryAgain();
    says("sign in again in another tab");

    var tab = page.context().newPage();
    var member = people.cast().the(Role.FACILITATOR);
    tab.navigate(people.staffUrl() + "/signing-in");
    tab.fill("#username", member.username());
    tab.fill("#password", member.password());
    tab.click("form[action='/signing-in'] button");
    tab.waitForURL(url -> !url.endsWith("/signing-in"));
    tryAgain();

    says("Connected again.");
    page.reload();
    assertThat(page.locator("[data-notes] li").allTextContents())
        .singleElement()
        .asString()
        .contains("Once.");
  }

  private static void answer(Route route, int status, String html) {
    route.fulfill(
        new Route.FulfillOptions().setStatus(status).setContentType("text/html").setBody(html));
  }

  private void note(String text) {
    page.fill("#text", text);
    page.click("[data-note] button");
  }

  /// A laptop that sleeps: the clock of the day goes on, everything else stands still.
  private void sleep(int seconds) {
    long now = ((Number) page.evaluate("Date.now()")).longValue();
    page.clock().setSystemTime(now + seconds * 1_000L);
    page.clock().runFor(600);
  }

  private void press(String then) {
    page.waitForResponse("**/stages", () -> page.click(".run__stage--on [data-timer] button"));
    assertThat(page.textContent(".run__stage--on [data-timer] button")).isEqualTo(then);
  }

  private void tryAgain() {
    page.evaluate("dispatchEvent(new Event('online'))");
  }

  private void says(String text) {
    page.waitForFunction(
        "text => document.getElementById('link').textContent.includes(text)", text);
  }

  /// Seconds that are left of the part on the screen; negative when it is over.
  private int left() {
    Matcher read = CLOCK.matcher(page.textContent(".run__stage--on [data-clock]"));
    assertThat(read.matches()).isTrue();
    int seconds = Integer.parseInt(read.group(2)) * 60 + Integer.parseInt(read.group(3));
    return read.group(1).isEmpty() ? seconds : -seconds;
  }

  private static int age(String body) {
    Matcher found = AGE.matcher(body);
    return found.find() ? Integer.parseInt(found.group(1)) : -1;
  }

  private void endSignIn() {
    List.copyOf(page.context().cookies()).stream()
        .filter(cookie -> cookie.name.equals("sightline"))
        .forEach(
            cookie -> signIns.deleteById(new String(Base64.getDecoder().decode(cookie.value))));
  }
}
