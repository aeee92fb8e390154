package org.sightline.engagement.keying;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sightline.contexts.floorplans.Floor;
import org.sightline.contexts.floorplans.FloorPlans;
import org.sightline.contexts.floorplans.LabelledBoxes;
import org.sightline.contexts.floorplans.Zone;
import org.sightline.engagement.marks.Marks;
import org.sightline.engagement.planning.ResponsePlan;
import org.sightline.engagement.planning.Rounds;
import org.sightline.engagement.planning.Session;
import org.sightline.engagement.planning.SessionDetails;
import org.sightline.engagement.planning.Sessions;
import org.sightline.kernel.Role;
import org.sightline.testing.Browser;
import org.sightline.testing.BrowserTest;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;

/// A pile of eight sheets with twelve places, keyed by keyboard alone.
@BrowserTest
class KeyingBrowserTest {

  private static final int SHEETS = 8;
  private static final int PLACES = 12;
  private static final List<String> NAMES =
      List.of(
          "Gate",
          "Canteen",
          "North stairs",
          "Lockers",
          "Toilets by the gym",
          "Library",
          "Playground",
          "Bus stop",
          "Science corridor",
          "Field",
          "Changing rooms",
          "Somewhere else");

  @Autowired private TestPeople people;
  @Autowired private FloorPlans plans;
  @Autowired private Rounds rounds;
  @Autowired private Sessions sessions;
  @Autowired private PrintedSheets sheets;
  @Autowired private Keying keying;
  @Autowired private Marks marks;

  private Session session;
  private List<String> labels;
  private String base;

  @BeforeEach
  void printAPile() {
    var owner = people.as(Role.ROUND_OWNER);
    var boxes = LabelledBoxes.lay(PLACES);
    var zones =
        IntStream.range(0, PLACES).mapToObj(i -> Zone.at(0, NAMES.get(i), boxes.get(i))).toList();
    var plan =
        plans.start(
            owner, people.school(), "Keyed plan", List.of(Floor.empty(0, "Ground floor")), zones);
    var round = rounds.start(owner, people.school(), "Keyed round", plan.id(), null);
    people
        .cast()
        .all(Role.FACILITATOR)
        .forEach(f -> rounds.addFacilitator(owner, round.id(), f.id()));
    var planned =
        sessions.plan(
            owner,
            round.id(),
            SessionDetails.on(LocalDate.now(ZoneId.of("Europe/London")), LocalTime.of(10, 0)));
    sessions.respond(
        owner,
        planned.id(),
        new ResponsePlan(
            people.cast().the(Role.SAFEGUARDING_LEAD).id(), "To the safeguarding lead."));
    sessions.start(owner, planned.id());
    session = sessions.find(owner, planned.id());
    labels =
        sheets.issue(owner, session.id(), SHEETS).stream().map(s -> s.label().letters()).toList();
    base = "/engagement/sessions/" + session.id() + "/keying";
  }

  @Test
  void thePagesAreAccessible(Browser browser) {
    browser.signIn(Role.FACILITATOR).open(base);
    var keys = browser.playwright().keyboard();
    keys.type(labels.get(0));
    waitForStatus(browser.playwright(), "is open");
    keys.type("RYG RYG R");
    browser.page().checkAccessible();
    browser.screenshot("keying");
    browser.onATelephone().screenshot("keying-telephone");
  }

  @Test
  void marksWithKeysUndoesAndMovesInPlanOrder(Browser browser) {
    var page = browser.signIn(Role.FACILITATOR).open(base).playwright();
    var keys = page.keyboard();
    keys.type(labels.get(0));
    waitForStatus(page, "is open");

    keys.type("RY");
    keys.press("Backspace");
    assertThat(checked(page)).containsExactly("R");
    keys.press("ArrowDown");
    keys.press("ArrowDown");
    keys.press("ArrowUp");
    keys.type("g");
    assertThat(checked(page)).containsExactly("R", "G");
    assertThat(page.locator(".zone[data-level=G]").count()).isEqualTo(1);
    assertThat(page.locator(".zone[data-here]").count()).isEqualTo(1);

    keys.press("Enter");
    assertThat(page.textContent("[data-status]")).contains("Not gone through yet");
    keys.press("Enter");
    waitForStatus(page, "is saved");
    assertThat(page.textContent("[data-progress]")).isEqualTo("1 sheet keyed");

    keys.type(labels.get(0));
    waitForStatus(page, "before");
    assertThat(checked(page)).contains("R", "G").hasSize(PLACES);

    keys.type("!Help");
    keys.press("Tab");
    keys.press("Enter");
    waitForStatus(page, "Passed on");
    assertThat(page.textContent("[data-status]")).contains("so it still counts");
    keys.press("Enter");
    page.waitForSelector(".govuk-notification-banner");
    assertThat(page.textContent("[data-progress]")).isEqualTo("0 sheets keyed");
  }

  @Test
  void keysDoNothingWhileALabelOrATextIsTyped(Browser browser) {
    var page = browser.signIn(Role.FACILITATOR).open(base).playwright();
    var keys = page.keyboard();

    keys.type("R");
    keys.press("!");
    waitForStatus(page, "No sheet of this session");
    assertThat(page.inputValue("#label")).isEqualTo("R!");
    assertThat(checked(page)).isEmpty();
    assertThat(page.locator("#writing[open]").count()).isZero();

    page.fill("#label", "");
    page.focus("#label");
    keys.type(labels.get(0));
    waitForStatus(page, "is open");
    keys.type("R!");
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("writing-text");
    keys.type("RGX!");
    assertThat(page.inputValue("#writing-text")).isEqualTo("RGX!");
    assertThat(checked(page)).containsExactly("R");
    keys.press("Tab");
    browser.connected(false);
    keys.press("Enter");
    page.waitForFunction(
        "() => document.querySelector('[data-writing-status]').textContent.startsWith('Not passed on')");
    assertThat(page.inputValue("#writing-text")).isEqualTo("RGX!");
    browser.screenshot("keying-writing");
    browser.connected(true);
    // A second press within a second is taken for a double one.
    page.waitForTimeout(1_100);
    keys.press("Enter");

    waitForStatus(page, "Passed on");
    assertThat(page.textContent("[data-status]"))
        .contains("Receipt")
        .contains("Sheet " + labels.get(0) + " is not saved and is not counted");
    assertThat(checked(page)).as("what was keyed before").containsExactly("R");
    assertThat(page.inputValue("#writing-text")).isEmpty();
    assertThat(page.textContent("[data-progress]")).isEqualTo("0 sheets keyed");
    browser.screenshot("keying-passed-on");
    keys.type(labels.get(1));
    waitForStatus(page, labels.get(1) + " is open");
    assertThat(checked(page)).isEmpty();
  }

  @Test
  void worksByMouseAndSaysWhenALabelIsUnknown(Browser browser) {
    var page = browser.signIn(Role.FACILITATOR).open(base).playwright();
    page.keyboard().type(labels.contains("23") ? "24" : "23");
    waitForStatus(page, "No sheet of this session");

    page.fill("#label", labels.get(1));
    waitForStatus(page, "is open");
    page.click("#p3-YELLOW");
    page.click(".zone >> nth=5");
    page.keyboard().type("g");
    assertThat(checked(page)).containsExactly("Y", "G");
    page.click("#save");
    page.click("#save");
    waitForStatus(page, "is saved");
  }

  @Test
  void aPileIsKeyedTwiceAndReconciledByFastFingers(Browser browser) {
    keyTwiceAndReconcile(browser, 15);
  }

  /// Issue 2: eight sheets of twelve zones keyed twice and reconciled within six minutes.
  @Test
  @Tag("long")
  void aPileIsKeyedTwiceAndReconciledInSixMinutesAtAHumanPace(Browser browser) {
    assertThat(keyTwiceAndReconcile(browser, 150)).isLessThan(Duration.ofMinutes(6));
  }

  private Duration keyTwiceAndReconcile(Browser browser, int delay) {
    browser.signIn(Role.FACILITATOR).open(base);
    var page = browser.playwright();
    long start = System.nanoTime();
    keyPile(page, 0, delay);
    assertThat(page.textContent("[data-progress]")).isEqualTo("8 sheets keyed");
    page.click(".top__out");
    browser.signIn(Role.ROUND_OWNER).open(base + "?pass=2");
    keyPile(page, 3, delay);
    assertThat(page.textContent("[data-progress]")).isEqualTo("8 of 8 sheets");
    page.click("[data-differing]");
    page.waitForURL("**/differences");
    browser.page().checkAccessible();
    browser.screenshot("keying-differences");
    for (int left = 3; left > 0; left--) {
      assertThat(page.locator(".settling").count()).isEqualTo(left);
      page.waitForFunction("() => document.activeElement.type === 'radio'");
      page.keyboard().type("Y", delayed(delay));
      page.keyboard().press("Enter");
      int then = left - 1;
      page.waitForFunction("n => document.querySelectorAll('.settling').length === n", then);
    }
    var taken = Duration.ofNanos(System.nanoTime() - start);
    System.err.printf(
        "Keying %d sheets of %d places twice at %d ms a key, with 3 differences settled: %.1f s%n",
        SHEETS, PLACES, delay, taken.toMillis() / 1000.0);
    assertThat(marks.close(people.as(Role.ROUND_OWNER), session.id(), SHEETS).closure().mapsIn())
        .isEqualTo(SHEETS);
    return taken;
  }

  /// Without waiting for any answer, as somebody does who keys fast.
  private void keyPile(Page page, int mistakes, int delay) {
    for (int sheet = 0; sheet < SHEETS; sheet++) {
      var line = new StringBuilder();
      for (int place = 0; place < PLACES; place++) {
        line.append("RYG ".charAt((sheet + place) % 4));
      }
      if (sheet < mistakes) {
        line.setCharAt(5, line.charAt(5) == 'R' ? 'G' : 'R');
      }
      page.keyboard().type(labels.get(sheet) + line, delayed(delay));
      page.keyboard().press("Enter");
    }
    waitForStatus(page, labels.get(SHEETS - 1) + " is saved");
  }

  private static Keyboard.TypeOptions delayed(int delay) {
    return new Keyboard.TypeOptions().setDelay(delay);
  }

  private static void waitForStatus(Page page, String text) {
    page.waitForFunction(
        "text => document.querySelector('[data-status]').textContent.includes(text)", text);
  }

  private static List<String> checked(Page page) {
    var values = new ArrayList<String>();
    for (var input : page.locator(".keying__place input:checked").all()) {
      values.add(input.inputValue());
    }
    return values;
  }
}
