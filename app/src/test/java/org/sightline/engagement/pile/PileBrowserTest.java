package org.sightline.engagement.pile;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sightline.audit.Processes;
import org.sightline.engagement.keying.Keying;
import org.sightline.engagement.keying.PrintedPages;
import org.sightline.engagement.marks.DatabaseReader;
import org.sightline.engagement.marks.Marks;
import org.sightline.engagement.planning.Session;
import org.sightline.kernel.Role;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.Browser;
import org.sightline.testing.BrowserTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.TestRounds;
import org.springframework.beans.factory.annotation.Autowired;

/// The paper round trip as a teacher makes it: print, drop, press one key for each doubt, finish.
@BrowserTest
class PileBrowserTest {

  @Autowired private TestPeople people;
  @Autowired private TestRounds rounds;
  @Autowired private Keying keying;
  @Autowired private PrintedPages pages;
  @Autowired private Processes processes;
  @Autowired private Marks marks;
  @Autowired private DatabaseSettings settings;
  @Autowired private JdbcZones zones;
  @Autowired private JdbcFiles files;

  private Session session;
  private String base;

  @BeforeEach
  void openASession() {
    session = rounds.anOpenSession(rounds.aRound());
    base = "/engagement/sessions/" + session.id() + "/pile";
  }

  @Test
  void aFewSheetsGoRound(Browser browser) {
    goRound(browser, 4, Classroom.SCANNER);
  }

  /// Issue 5: 30 sheets, spoiled, dropped, reviewed; the score map is the truth.
  @Test
  @Tag("long")
  void thirtySheetsGoRound(Browser browser) {
    goRound(browser, 30, Classroom.TELEPHONE);
  }

  @Test
  void withoutAScriptTheSameFormsWork(Browser browser) {
    var plain = browser.anotherWithoutScripts().signIn(Role.ROUND_OWNER);
    var sheets = sheets(2, Classroom.SCANNER);
    var page = plain.open(base).playwright();
    page.setInputFiles("#file", payloads(sheets));
    page.click("#dropping button");
    waitUntilRead(plain, page);
    assertThat(page.textContent("[data-progress]")).isEqualTo("2 of 2 pages");
    plain.open(base + "/review");
    if (page.url().endsWith("/review")) {
      page.click("[data-key=b]");
    }
    plain.open(base);
    plain.screenshot("pile-without-scripts");
  }

  @Test
  void aPhotographIsReadAndWhatIsDroppedWhileOthersAreSentIsSentToo(Browser browser) {
    var sheet = sheets(1, Classroom.SCANNER);
    var touched = browser.anotherTouched().signIn(Role.ROUND_OWNER).open(base);
    var page = touched.playwright();
    page.waitForSelector("[data-camera]:not([hidden])");
    page.setInputFiles("#camera", payloads(sheet));
    page.waitForFunction(
        "() => document.querySelector('[data-progress]')?.textContent === '1 of 1 pages'");

    dropTwice(page, "Everything is sent.");
    assertThat(page.locator("#pile .pile__refused li").allInnerTexts())
        .satisfiesExactlyInAnyOrder(
            line -> assertThat(line).startsWith("first.gif"),
            line -> assertThat(line).startsWith("second.gif"));
    dropTwice(page, "Everything is sent. 2 files were dropped before and are not read again.");
    touched.screenshot("pile-dropped-twice-telephone");
  }

  /// The second while the first is on its way.
  private static void dropTwice(Page page, String said) {
    page.evaluate(
        """
        () => {
          for (const name of ['first.gif', 'second.gif']) {
            const carried = new DataTransfer();
            carried.items.add(new File(['GIF89a ' + name], name));
            document.getElementById('dropping')
              .dispatchEvent(new DragEvent('drop', { dataTransfer: carried, bubbles: true }));
          }
        }
        """);
    page.waitForFunction(
        "said => document.querySelector('[data-status]').textContent === said"
            + " && document.querySelectorAll('#pile .pile__refused li').length === 2",
        said);
  }

  private void goRound(Browser browser, int count, Classroom.Device device) {
    var sheets = sheets(count, device);
    var page = browser.signIn(Role.ROUND_OWNER).open(base).playwright();
    browser.page().checkAccessible();
    browser.screenshot("pile-empty");
    page.waitForSelector("[data-here]:not([hidden])");
    page.setInputFiles("#file", payloads(sheets));
    long start = System.nanoTime();
    page.click("#dropping .govuk-button");
    page.waitForSelector("#pile[data-reading=yes]");
    browser.screenshot("pile-reading");
    page.waitForSelector(
        "#pile[data-reading=no] [data-progress]",
        new Page.WaitForSelectorOptions().setTimeout(180_000));
    page.waitForFunction(
        "n => document.querySelector('[data-progress]').textContent.startsWith(n + ' of ' + n)",
        count);
    System.err.printf(
        "Reading %d sheets dropped in the browser: %.1f s%n",
        count, Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0);
    browser.page().checkAccessible();
    browser.screenshot("pile-read");
    browser.onATelephone().screenshot("pile-read-telephone");
    page.setViewportSize(1280, 900);

    var truth = truth(sheets);
    browser.open(base + "/review");
    int decided = 0;
    while (page.url().endsWith("/review")) {
      if (decided == 0) {
        browser.page().checkAccessible();
        browser.screenshot("pile-review");
        browser.onATelephone().screenshot("pile-review-telephone");
        page.setViewportSize(1280, 900);
        page.waitForSelector(".zone[data-here]");
        page.keyboard().press("!");
        page.waitForSelector("[data-label]");
        browser.page().checkAccessible();
        browser.screenshot("pile-writing");
        browser.open(base + "/review");
      }
      page.waitForSelector(".zone[data-here]");
      var zone = page.inputValue("[name=zone]");
      page.keyboard().press("" + Character.toLowerCase(truth.get(zone).letter()));
      page.waitForFunction(
          "zone => !document.querySelector('[name=zone]') || document.querySelector('[name=zone]').value !== zone",
          zone);
      decided++;
    }
    if (decided > 0) {
      assertThat(page.textContent("[data-to-look-at]")).startsWith("0 of " + decided);
    }
    if (decided > 0) {
      page.click("form[action$=finishing] button");
      page.waitForSelector(
          "form[action$=finishing]",
          new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
    }
    assertThat(page.textContent("[data-staged]")).isEqualTo("" + count);
    browser.screenshot("pile-finished");

    page.waitForSelector("[data-here]:not([hidden])");
    page.setInputFiles("#file", payloads(sheets));
    page.click("#dropping .govuk-button");
    page.waitForFunction(
        "said => document.querySelector('[data-status]').textContent === said",
        "Everything is sent. %d files were dropped before and are not read again."
            .formatted(count));
    assertThat(page.textContent("[data-staged]")).isEqualTo("" + count);
    assertThat(page.locator("#pile[data-reading=no]").count()).isEqualTo(1);
    assertThat(marks.close(rounds.owner(), session.id(), count).closure().mapsIn())
        .isEqualTo(count);
    assertThat(scores()).isEqualTo(meant(sheets));
  }

  private static void waitUntilRead(Browser browser, Page page) {
    for (int i = 0;
        i < 300 && page.locator("#pile[data-reading=no] [data-progress]").count() == 0;
        i++) {
      page.waitForTimeout(200);
      page.reload();
    }
    assertThat(browser.origin()).isNotEmpty();
  }

  private List<Classroom.Page> sheets(int count, Classroom.Device device) {
    byte[] pdf =
        people
            .signedIn(Role.ROUND_OWNER)
            .post(
                "/engagement/sessions/" + session.id() + "/pack/printing",
                "part",
                "plan-sheets",
                "plan-sheets",
                "" + count)
            .response()
            .body();
    try {
      Files.write(
          Files.createDirectories(Path.of("target/pictures")).resolve("pile-sheets.pdf"), pdf);
      var made =
          new Classroom(pages, processes, rounds.owner(), session.id()).colour(pdf, 400, device);
      Files.write(Path.of("target/pictures/pile-sheet.jpg"), made.getFirst().picture());
      return made;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static FilePayload[] payloads(List<Classroom.Page> sheets) {
    var all = new ArrayList<FilePayload>();
    sheets.forEach(sheet -> all.add(new FilePayload(sheet.name(), "image/jpeg", sheet.picture())));
    return all.toArray(FilePayload[]::new);
  }

  /// What is to be pressed for each place that is shown.
  private Map<String, Looked> truth(List<Classroom.Page> sheets) {
    var who = rounds.owner();
    var places = keying.sheet(who, session.id()).zones();
    var names = new HashMap<UUID, String>();
    processes
        .look(who, () -> files.of(session.id(), who.user()))
        .forEach(file -> names.put(file.id(), file.name()));
    var truth = new HashMap<String, Looked>();
    for (var zone : processes.look(who, () -> zones.of(session.id(), who.user()))) {
      var sheet =
          sheets.stream()
              .filter(one -> one.name().equals(names.get(zone.file())))
              .findFirst()
              .orElseThrow();
      truth.put(zone.id().toString(), sheet.truth().get(places.get(zone.place()).key().toString()));
    }
    return truth;
  }

  private static Map<String, Integer> meant(List<Classroom.Page> sheets) {
    var scores = new HashMap<String, Integer>();
    for (var sheet : sheets) {
      sheet
          .truth()
          .forEach(
              (zone, level) -> {
                if (level != Looked.BLANK) {
                  scores.merge(zone + " " + level.name(), 1, Integer::sum);
                }
              });
    }
    return scores;
  }

  private Map<String, Integer> scores() {
    var scores = new HashMap<String, Integer>();
    new DatabaseReader(settings)
        .rows(
            "select k.zone_key::text as zone, k.level as level, count(*)::int as n from engagement.mark k join engagement.map m on m.id = k.map_id where m.session_id = ? group by 1, 2",
            session.id().value())
        .forEach(
            row -> scores.put(row.get("zone") + " " + row.get("level"), (Integer) row.get("n")));
    return scores;
  }
}
