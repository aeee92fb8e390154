package org.sightline.network.bringing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Maps;
import org.sightline.network.map.ElementKind;
import org.sightline.testing.Browser;
import org.sightline.testing.BrowserTest;
import org.sightline.testing.SharedData;
import org.sightline.testing.TestCasework;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
class BringingInABrowserTest {

  @Autowired private Maps maps;
  @Autowired private TestCasework casework;

  private TestCasework.Team team;
  private WorkspaceId work;
  private String base;

  @BeforeEach
  void open() {
    team = casework.aTeam("Bringing");
    work = casework.aPieceOf(team);
    base = "/network/maps/" + work;
  }

  @Test
  void theLondonGangIsBroughtLookedAtAndTakenBack(Browser browser) {
    var page = opened(browser, base + "/import");
    page.setInputFiles("#file", payload("networks/london_gang.csv"));
    page.click("main form button");
    page.waitForSelector("h1:has-text('What the file would do')");
    assertThat(page.textContent("main"))
        .contains("The file has 54 people")
        .contains("The file has 315 lines");
    browser.page().checkAccessible();
    browser.screenshot("bringing");
    page.click("button:has-text('Draw it')");
    assertThat(page.textContent(".govuk-error-summary")).contains("Say which agency they are of.");
    assertThat(maps.open(team.asChair(), work).on(ElementKind.NODE)).isEmpty();

    page.fill("#role", "analyst");
    page.fill("#agency", "Police");
    page.selectOption("#seen-or-heard", "HEARD");
    page.fill("#when-day", "3");
    page.fill("#when-month", "5");
    page.fill("#when-year", "2009");
    page.check("input[name='by-the-police']");
    page.click("button:has-text('Draw it')");
    page.waitForSelector("[data-ready]");

    assertThat(page.textContent(".govuk-notification-banner")).contains("54 added").contains("315");
    assertThat(page.locator("[data-lines] tr").count()).isEqualTo(315);
    browser.page().checkAccessible();
    browser.screenshot("map-london-gang");
    page.selectOption("[data-layout]", "rings");
    browser.screenshot("map-london-gang-rings");
    page.selectOption("[data-layout]", "hierarchy");
    browser.screenshot("map-london-gang-hierarchy");

    page.click("[data-do=undo]");
    page.waitForFunction("() => document.querySelectorAll('[data-nodes] tr').length === 0");
    assertThat(maps.open(team.asChair(), work).on(ElementKind.LINE)).isEmpty();
  }

  @Test
  void aFileThatIsNoneIsRefusedByNameAndTheRestIsNotTakenEither(Browser browser) {
    var page = opened(browser, base + "/import");
    page.setInputFiles(
        "#file",
        new FilePayload[] {
          new FilePayload("people.csv", "text/csv", "name\nAnn Invented\n".getBytes()),
          new FilePayload(
              "evil.graphml",
              "text/xml",
              "<!DOCTYPE a [<!ENTITY x 'y'>]><graphml>&x;</graphml>".getBytes())
        });
    page.click("main form button");

    assertThat(page.textContent(".govuk-error-summary")).contains("evil.graphml");
    browser.page().checkAccessible();
    assertThat(maps.open(team.asChair(), work).on(ElementKind.NODE)).isEmpty();
  }

  private static FilePayload payload(String name) {
    return new FilePayload(
        name.substring(name.lastIndexOf('/') + 1), "text/csv", SharedData.read(name));
  }

  private Page opened(Browser browser, String path) {
    var page = browser.signIn(team.chair()).open(path).playwright();
    if (page.url().endsWith("/opening")) {
      page.check("input[name=purpose] >> nth=0");
      page.click("main form button");
      page.waitForURL(url -> !url.endsWith("/opening"));
    }
    return page;
  }
}
