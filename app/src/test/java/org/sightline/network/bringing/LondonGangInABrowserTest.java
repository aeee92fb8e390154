package org.sightline.network.bringing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Maps;
import org.sightline.network.map.Change;
import org.sightline.network.map.Drawn;
import org.sightline.network.map.Edit;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.ElementKind;
import org.sightline.network.map.Field;
import org.sightline.network.taking.SecondPerson;
import org.sightline.testing.Browser;
import org.sightline.testing.BrowserTest;
import org.sightline.testing.SharedData;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;

/// The London gang (54 people, 315 ties) brought by keys alone, laid out in all four ways,
/// filtered, on a desk and on a tablet, printed and taken out. The pictures lie in
/// `target/screenshots`.
@BrowserTest
class LondonGangInABrowserTest {

  @Autowired private Maps maps;
  @Autowired private TestCasework casework;
  @Autowired private TestPeople people;

  private TestCasework.Team team;
  private WorkspaceId work;
  private String base;

  @BeforeEach
  void open() {
    team = casework.aTeam("London");
    work = casework.aPieceOf(team);
    base = "/network/maps/" + work;
  }

  @Test
  void broughtByKeysDrawnFilteredLaidOutPrintedAndTakenOut(Browser browser) {
    var page = browser.signIn(team.chair()).open(base + "/import").playwright();
    if (page.url().endsWith("/opening")) {
      page.check("input[name=purpose] >> nth=0");
      page.click("main form button");
      page.waitForURL(url -> !url.endsWith("/opening"));
    }
    bringByKeys(browser, page);
    inPlaces();
    page.reload();
    page.waitForSelector("[data-ready]");
    browser.screenshot("london-free");

    for (String layout : List.of("rings", "hierarchy", "geographic", "fcose")) {
      page.selectOption("[data-layout]", layout);
      assertThat(apart(page)).as(layout).isGreaterThan(5);
      assertThat(page.evaluate(STANDING, layout)).as(layout).isEqualTo(List.of());
      browser.screenshot("london-" + layout);
    }
    page.click(".map__filters summary");
    page.uncheck("[data-kind=YOUNG_PERSON]");
    assertThat(page.locator("[data-nodes] tr:not([hidden])").count()).isEqualTo(3);
    assertThat(page.locator("[data-lines] tr:not([hidden])").count()).isZero();
    page.check("[data-kind=YOUNG_PERSON]");
    assertThat(page.locator("[data-lines] tr:not([hidden])").count()).isEqualTo(324);
    page.click(".map__filters summary");
    for (String tablet : List.of("1024x768", "820x1180")) {
      String[] size = tablet.split("x");
      page.setViewportSize(Integer.parseInt(size[0]), Integer.parseInt(size[1]));
      page.click("[data-do=fit]");
      browser.page().checkAccessible();
      browser.screenshot("london-" + tablet);
    }
    page.setViewportSize(1280, 900);
    page.click("[data-do=fit]");
    for (String format : List.of("A4", "A3")) {
      page.pdf(
          new Page.PdfOptions()
              .setFormat(format)
              .setLandscape(true)
              .setPath(Path.of("target/screenshots/london-print-" + format + ".pdf")));
    }
    takeByKeys(browser, page);
  }

  private void bringByKeys(Browser browser, Page page) {
    var keys = page.keyboard();
    browser.page().checkAccessible();
    page.setInputFiles(
        "#file",
        new FilePayload(
            "london_gang.csv", "text/csv", SharedData.read("networks/london_gang.csv")));
    page.focus("#file");
    tabTo(page, "main form button");
    keys.press("Enter");
    page.waitForSelector("h1:has-text('What the file would do')");
    page.waitForLoadState();
    browser.page().checkAccessible();
    tabTo(page, "#role");
    keys.type("analyst");
    keys.press("Tab");
    keys.type("Police");
    keys.press("Tab");
    keys.type("Heard");
    for (String part : List.of("3", "5", "2026")) {
      keys.press("Tab");
      keys.type(part);
    }
    keys.press("Enter");
    page.waitForSelector("[data-ready]");
    assertThat(page.locator("[data-lines] tr").count()).isEqualTo(315);
  }

  /// Three places in the world, each with three who go there.
  private void inPlaces() {
    var people = maps.open(team.asChair(), work).on(ElementKind.NODE);
    var changes = new ArrayList<Change>();
    String[] at = {"51.5000 -0.1200", "51.5050 -0.0900", "51.4900 -0.1000"};
    for (int i = 0; i < at.length; i++) {
      var place = ElementId.random();
      changes.add(new Change(place, Field.KIND, "PLACE"));
      changes.add(new Change(place, Field.LABEL, "Invented place " + (i + 1)));
      changes.add(new Change(place, Field.AT, at[i]));
      for (int j = 0; j < 3; j++) {
        var line = ElementId.random();
        changes.addAll(Drawn.aLine(line, people.get(3 * i + j).id(), place).changes());
      }
    }
    maps.draw(team.asChair(), work, new Edit(java.util.UUID.randomUUID(), changes), 1);
  }

  /// The 54 of them take a second person (AC-12).
  private void takeByKeys(Browser browser, Page page) {
    SecondPerson.agrees(people.signedIn(team.chair()), people.signedIn(team.practitioner()), base);
    browser.open(base + "/copies");
    browser.page().checkAccessible();
    browser.screenshot("taking");
    for (String file : List.of("picture-a4.pdf", "picture-and-sentences.pdf", "picture.png")) {
      var taken =
          page.waitForDownload(
              () -> {
                tabTo(page, "a[href$='/" + file + "']");
                page.keyboard().press("Enter");
              });
      taken.saveAs(Path.of("target/screenshots/london-" + file));
      assertThat(taken.suggestedFilename()).isEqualTo(file);
      page.waitForFunction("() => document.querySelector('[data-making] progress').hidden");
      assertThat(page.textContent("[data-making] [role=status]")).startsWith("There: ");
    }
    browser.onATelephone().page().checkAccessible();
    browser.screenshot("taking-telephone");
  }

  /// What stands where it should not: a ring or a row is one step further from who the picture
  /// begins with; places lie as in the world, and each person is nearest to their own.
  private static final String STANDING =
      """
      (layout) => {
        const cy = document.querySelector('[data-canvas]')._cyreg.cy;
        const wrong = [];
        const key = cy.nodes('[?key]').first();
        const middle = key.length ? key : cy.nodes().first();
        const steps = new Map();
        cy.elements().bfs({ roots: middle, visit: (node, edge, from, i, depth) => { steps.set(node, depth); } });
        const far = (a, b) => Math.hypot(a.position('x') - b.position('x'), a.position('y') - b.position('y'));
        const measure = { rings: (node) => far(node, middle), hierarchy: (node) => node.position('y') }[layout];
        if (measure) {
          const most = Math.max(...steps.values());
          if (most < 2) wrong.push(`only ${most} steps`);
          for (let step = 1; step <= most; step++) {
            const of = (which) => [...steps].filter(([, depth]) => depth === which).map(([node]) => measure(node));
            if (Math.max(...of(step - 1)) >= Math.min(...of(step))) wrong.push(`step ${step}`);
          }
        }
        if (layout === 'geographic') {
          const places = cy.nodes().filter((node) => node.data('at')).toArray();
          const [one, two, three] = places.sort((a, b) => a.data('label').localeCompare(b.data('label')));
          const east = (a, b) => b.position('x') - a.position('x');
          const north = (a, b) => a.position('y') - b.position('y');
          if (!(north(one, two) > 0 && north(three, one) > 0)) wrong.push('north is not above');
          if (!(east(one, three) > 0 && east(three, two) > 0)) wrong.push('east is not to the right');
          const ratio = east(one, two) / north(one, two) / ((0.03 * Math.cos(51.4975 * Math.PI / 180)) / 0.005);
          if (Math.abs(ratio - 1) > 0.02) wrong.push(`stretched ${ratio}`);
          for (const place of places) {
            for (const person of place.neighborhood('node').toArray()) {
              const nearest = [...places].sort((a, b) => far(person, a) - far(person, b))[0];
              if (nearest !== place) wrong.push(`${person.data('label')} is not at ${place.data('label')}`);
            }
          }
        }
        return wrong;
      }
      """;

  private static void tabTo(Page page, String selector) {
    for (int i = 0; i < 90; i++) {
      page.keyboard().press("Tab");
      if ((Boolean)
          page.evaluate("selector => document.activeElement.matches(selector)", selector)) {
        return;
      }
    }
    throw new AssertionError("Not reached by the tab key: " + selector);
  }

  /// How far the two nearest are apart, in the units of the map.
  private static double apart(Page page) {
    return ((Number)
            page.evaluate(
                """
                () => {
                  const at = document.querySelector('[data-canvas]')._cyreg.cy.nodes().map(node => node.position());
                  let least = Infinity;
                  for (let i = 0; i < at.length; i++)
                    for (let j = 0; j < i; j++) least = Math.min(least, Math.hypot(at[i].x - at[j].x, at[i].y - at[j].y));
                  return least;
                }
                """))
        .doubleValue();
  }
}
