package org.sightline.engagement.marking;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.engagement.marks.DatabaseReader;
import org.sightline.engagement.marks.OpenSessions;
import org.sightline.engagement.marks.SlipCode;
import org.sightline.engagement.planning.Session;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.Browser;
import org.sightline.testing.BrowserTest;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;

/// With scripts: touch, keyboard, a lost connection, and what is left behind.
@BrowserTest
class MarkingInABrowserTest {

  @Autowired private OpenSessions sessions;
  @Autowired private TestPeople people;
  @Autowired private DatabaseSettings settings;

  private Browser browser;

  @BeforeEach
  void open(Browser opened) {
    browser = opened;
  }

  @Test
  void aTouchMarksAPlaceInThePictureAndInTheList() {
    var page = marking(sessions.open(), 390);
    brush(page, "Red").click();
    zone(page, "Canteen").click();
    assertThat(zone(page, "Canteen").getAttribute("data-level")).isEqualTo("R");
    assertThat(zone(page, "Canteen").getAttribute("aria-label")).contains("Red");
    assertThat(page.locator(".place[data-name='Canteen'] input:checked").inputValue())
        .isEqualTo("R");
    zone(page, "Canteen").click();
    assertThat(zone(page, "Canteen").getAttribute("data-level")).isEmpty();
    page.locator("[data-undo]").click();
    assertThat(zone(page, "Canteen").getAttribute("data-level")).isEqualTo("R");
  }

  @Test
  void everythingCanBeDoneWithTheKeyboard() {
    var session = sessions.open();
    var page = marking(session, 1280);

    zone(page, "Canteen").focus();
    page.keyboard().press("r");
    page.keyboard().press("ArrowRight");
    page.keyboard().press("g");
    page.locator("#done").focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("#review dd").allTextContents())
        .filteredOn(t -> !t.contains("No answer"))
        .hasSize(2);
    page.locator("#send").focus();
    page.keyboard().press("Enter");
    page.locator(".slip").waitFor();

    assertThat(SlipCode.read(page.locator(".slip").getAttribute("data-code")))
        .isInstanceOf(SlipCode.Reading.Correct.class);
    assertThat(staged(session)).isEqualTo(1);
  }

  @Test
  void theWayBackFromCheckingLeadsToTheMapAsItWas() {
    var session = sessions.open();
    var page = marking(session, 390);
    brush(page, "Red").click();
    zone(page, "Field").click();
    page.locator("#done").click();

    page.goBack();
    page.locator("#mark").waitFor();
    assertThat(page.locator("#list input[value=R]:checked").count()).isEqualTo(1);
    page.goForward();
    page.locator("#send").click();
    page.locator(".slip").waitFor();
    page.goBack();

    assertThat(page.locator(".slip").isVisible()).isTrue();
    assertThat(staged(session)).isEqualTo(1);
  }

  @Test
  void theFirstWayBackFromTheMapKeepsTheMarksAndTheNextLeaves() {
    var page = marking(sessions.open(), 390);
    brush(page, "Red").click();
    zone(page, "Field").click();
    page.goBack();
    page.getByText("Your marks are still here.").waitFor();
    page.evaluate("history.back()");
    page.waitForURL(url -> !url.endsWith("/marking"));
  }

  @Test
  void aLostConnectionKeepsTheMapOnThePageUntilItIsSentOnce() {
    var session = sessions.open();
    var page = marking(session, 768);
    brush(page, "Green").click();
    zone(page, "Field").click();
    page.locator("#done").click();

    // A network's own page, with 200, is not our answer: leaving still asks.
    page.route(
        "**/slip", route -> route.fulfill(new FulfillOptions().setBody("<main>Guests</main>")));
    page.locator("#send").click();
    page.locator("[data-lost]").waitFor();
    String asks = "!dispatchEvent(new Event('beforeunload', { cancelable: true }))";
    assertThat(page.evaluate(asks)).isEqualTo(true);
    // The answer to every sending is lost after the server has kept the map.
    page.route(
        "**/slip",
        route -> {
          route.fetch();
          route.abort("internetdisconnected");
        });
    page.waitForRequest("**/slip", () -> page.locator("#retry").click());
    shot(page, "lost-768");
    axe(page);
    page.unroute("**/slip");
    // The page may have tried again by itself in the meantime.
    page.evaluate("document.getElementById('retry')?.click()");
    page.locator(".slip").waitFor();

    assertThat(page.locator("[role=alert]").textContent()).contains("counted once");
    assertThat(staged(session)).isEqualTo(1);
  }

  @Test
  void theSquareCodeFillsTheFieldAndLeavesTheAddress() {
    var session = sessions.open();
    var asked = new ArrayList<String>();
    var page = page(390, true);
    page.onRequest(request -> asked.add(request.url()));

    page.navigate(people.studentUrl() + "/#" + session.classCode());

    assertThat(page.locator(".code-input").inputValue()).isEqualTo(session.classCode());
    assertThat(page.url()).isEqualTo(people.studentUrl() + "/joining");
    assertThat(asked).allMatch(url -> url.startsWith(people.studentUrl()));
  }

  @Test
  void nothingIsKeptInTheBrowserAfterLeaving() {
    var session = sessions.open();
    var page = marking(session, 390);
    brush(page, "Yellow").click();
    zone(page, "Field").click();
    page.locator("#done").click();
    page.locator("#send").click();
    page.locator(".slip").waitFor();
    assertThat(page.evaluate("localStorage.length + sessionStorage.length")).isEqualTo(0);
    page.locator("form[action='/leaving'] button").click();

    assertThat(page.locator("h1").textContent()).isEqualTo("Thank you");
    assertThat(page.context().cookies()).isEmpty();
    page.goBack();
    page.waitForURL("**/joining");
    assertThat(page.locator("main").textContent()).doesNotContain(session.tag().letters() + "-");
  }

  /// Kept as a picture on somebody's own telephone, and on no other (practice.md, Slips and paper).
  @Test
  void theSlipIsKeptAsAPictureOnlyOnceSomebodySaysItIsTheirOwnPhone() throws Exception {
    var page = marking(sessions.open(), 390);
    brush(page, "Yellow").click();
    zone(page, "Field").click();
    page.locator("#done").click();
    page.locator("#send").click();
    page.locator(".slip").waitFor();
    var keep = page.locator("#keep-picture");
    assertThat(page.locator("#own-phone").isChecked()).isFalse();
    assertThat(keep.isVisible()).isFalse();

    page.locator("#own-phone").check();
    var kept = page.waitForDownload(keep::click);

    assertThat(kept.suggestedFilename()).as("says nothing of the code").isEqualTo("map-code.png");
    assertThat(page.locator("#kept").isVisible()).isTrue();
    var picture = ImageIO.read(kept.path().toFile());
    assertThat(picture.getWidth()).isEqualTo(1000);
    for (int line : List.of(90, 210, 310)) {
      assertThat(ink(picture, line)).as("words at " + line).isGreaterThan(100);
    }
    assertThat(ink(picture, 140)).as("between the words").isLessThan(ink(picture, 210) / 4);
    page.locator("#own-phone").uncheck();
    assertThat(keep.isVisible()).isFalse();
  }

  @Test
  void leavingQuicklyTakesThePlaceOfThePageInTheHistory() {
    var session = sessions.open();
    var page = marking(session, 390);
    int before = (int) page.evaluate("history.length");

    page.locator(".leave button").click();
    page.waitForURL("**/leaving");

    assertThat(page.evaluate("history.length")).isEqualTo(before);
    assertThat(page.locator("h1").textContent()).isEqualTo("You have left");
    assertThat(page.context().cookies()).isEmpty();
    assertThat(staged(session)).isZero();
  }

  @Test
  void everyPageIsFitForAssistiveTechnologyAtEveryWidth() {
    var session = sessions.open();
    for (int width : List.of(390, 768, 1280)) {
      var page = page(width, true);
      page.navigate(people.studentUrl() + "/joining");
      look(page, "joining", width);
      page.locator(".code-input").fill("234567");
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Join")).click();
      look(page, "joining-wrong", width);
      page.locator(".code-input").fill(session.classCode());
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Join")).click();
      look(page, "what-happens", width);
      page.getByText("I want to mark a map").click();
      look(page, "year-group", width);
      page.getByText("Next").click();
      look(page, "marking-empty", width);
      brush(page, "Red").click();
      zone(page, "Canteen").click();
      zone(page, "Toilets by the hall").click();
      brush(page, "Yellow").click();
      zone(page, "Main corridor").click();
      brush(page, "Green").click();
      zone(page, "Field").click();
      look(page, "marking", width);
      page.locator("[data-use=list]").click();
      look(page, "list", width);
      page.locator("[data-use=map]").click();
      page.locator("#done").click();
      look(page, "review", width);
      page.locator("#send").click();
      page.locator(".slip").waitFor();
      page.locator("#own-phone").check();
      look(page, "slip", width);
      page.locator("form[action='/leaving'] button").click();
      look(page, "finished", width);
      page.navigate(people.studentUrl() + "/withdrawing");
      page.locator("#code").fill("KMP4-7QW3-CM9X-22VR-E");
      page.getByText("Delete my map").click();
      look(page, "withdrawing", width);
    }
  }

  @Test
  void aCrowdedPlanCanBeMarkedOnATelephone() throws Exception {
    var session =
        sessions.open(
            sessions.crowdedRound(picture(), 1200, 900),
            java.time.LocalDate.now(ZoneId.of("Europe/London")));
    for (int width : List.of(390, 1280)) {
      var page = marking(session, width);
      brush(page, "Red").click();
      zone(page, "Toilets").click();
      brush(page, "Yellow").click();
      zone(page, "Lockers 2").click();
      brush(page, "Green").click();
      zone(page, "Science corridor 1").click();
      page.waitForFunction("document.querySelector('svg image').getBoundingClientRect().width > 0");
      look(page, "crowded", width);
      page.locator("[data-zoom]").click();
      assertThat(zone(page, "Toilets").locator("polygon").boundingBox().width)
          .isGreaterThan(width == 390 ? 44 : 90);
      look(page, "crowded-big", width);
      page.locator("#done").click();
      page.locator("#send").click();
      page.locator(".slip").waitFor();
    }
  }

  @Test
  void withoutScriptsTheListDoesEverything() {
    var session = sessions.open();
    var page = page(390, false);
    page.navigate(people.studentUrl() + "/joining");
    page.locator(".code-input").fill(session.classCode());
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Join")).click();
    page.getByText("I want to mark a map").click();
    page.getByText("Next").click();
    page.locator(".place[data-name='Canteen'] input[value='R']").check();
    shot(page, "no-script-marking-390");
    page.locator("#done").click();
    shot(page, "no-script-checking-390");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Change")).click();
    assertThat(page.locator(".place[data-name='Canteen'] input[value='R']").isChecked()).isTrue();
    page.locator("#done").click();
    page.getByText("Send my map").click();

    assertThat(page.locator(".slip__code").isVisible()).isTrue();
    assertThat(staged(session)).isEqualTo(1);
  }

  /// Dark dots in the forty rows above a line of the picture, its frame left out.
  private static int ink(BufferedImage picture, int line) {
    int dark = 0;
    for (int y = line - 40; y < line; y++) {
      for (int x = 30; x < picture.getWidth() - 30; x++) {
        dark += (picture.getRGB(x, y) & 0xff) < 128 ? 1 : 0;
      }
    }
    return dark;
  }

  private static byte[] picture() throws java.io.IOException {
    var image = new BufferedImage(1200, 900, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    pen.setColor(java.awt.Color.WHITE);
    pen.fillRect(0, 0, 1200, 900);
    pen.setColor(java.awt.Color.DARK_GRAY);
    for (int i = 0; i < 12; i++) {
      pen.drawRect(20 + i * 45, 20 + i * 20, 600, 400);
    }
    pen.dispose();
    var out = new java.io.ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  private Page marking(Session session, int width) {
    var page = page(width, true);
    page.navigate(people.studentUrl() + "/joining");
    page.locator(".code-input").fill(session.classCode());
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Join")).click();
    page.getByText("I want to mark a map").click();
    page.getByText("Next").click();
    // The map is hidden until its script has started.
    page.locator(".brushes").waitFor();
    return page;
  }

  private Page page(int width, boolean scripts) {
    var window =
        !scripts
            ? browser.anotherWithoutScripts()
            : width < 1000 ? browser.anotherTouched() : browser.another();
    var page = window.playwright();
    page.setViewportSize(width, width == 390 ? 844 : 900);
    return page;
  }

  private static Locator brush(Page page, String name) {
    return page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(name))
        .and(page.locator(".brush"));
  }

  private static Locator zone(Page page, String name) {
    return page.locator(".zone[data-name='" + name + "']");
  }

  private static void look(Page page, String name, int width) {
    shot(page, name + "-" + width);
    axe(page);
    assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
        .as(name + " scrolls sideways at " + width)
        .isLessThanOrEqualTo(width);
  }

  private static void axe(Page page) {
    assertThat(new AxeBuilder(page).analyze().getViolations())
        .filteredOn(v -> List.of("serious", "critical").contains(v.getImpact()))
        .extracting(v -> page.url() + " " + v.getId() + " " + v.getNodes().getFirst().getHtml())
        .isEmpty();
  }

  private static void shot(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target/screenshots/student/" + name + ".png")));
  }

  private int staged(Session session) {
    return new DatabaseReader(settings)
        .count(
            "select count(*)::int from student.staged where session_id = ?", session.id().value());
  }
}
