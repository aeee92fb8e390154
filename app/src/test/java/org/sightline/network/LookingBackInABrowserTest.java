package org.sightline.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.sightline.network.map.Change;
import org.sightline.network.map.Drawn;
import org.sightline.network.map.Edit;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.Field;
import org.sightline.testing.Browser;
import org.sightline.testing.BrowserTest;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;

/// The time slider by keys alone, and the pages around a sealed version as they look.
@BrowserTest
class LookingBackInABrowserTest {

  @Autowired private TestPeople people;
  @Autowired private TestCasework casework;
  @Autowired private Maps maps;

  private TestCasework.Team team;
  private Meeting meeting;

  @Test
  void aVersionIsShownReadOnlyWithWhatCameAndWhatIsGoneInWords(Browser browser) {
    team = casework.aTeam("Looking");
    meeting = Meeting.of(people.signedIn(team.chair()), team);
    var ann = ElementId.random();
    var bo = ElementId.random();
    draw(Drawn.aPerson(ann, "Ann Invented"));
    draw(Drawn.aPerson(bo, "Bo Madeup"));
    draw(Drawn.aLine(ElementId.random(), ann, bo));
    String first = meeting.held("INTERNAL");
    var page = opened(browser, first + "/sealing");
    look(browser, "meetings-sealing");
    String version = meeting.version(first);
    draw(Edit.of(new Change(bo, Field.OFF, "Moved away")));
    var cy = ElementId.random();
    draw(Drawn.aPerson(cy, "Cy Fictional"));
    draw(Drawn.aLine(ElementId.random(), ann, cy));

    page.navigate(page.url().replaceAll("(//[^/]+)/.*", "$1") + meeting.map());
    page.waitForSelector("[data-ready]");
    page.focus("#time");
    assertThat(page.getAttribute("#time", "aria-valuetext")).isEqualTo("The map as it stands");
    page.keyboard().press("ArrowLeft");
    page.waitForFunction("() => document.querySelector('[data-back]').textContent !== ''");
    assertThat(page.getAttribute("#time", "aria-valuetext")).startsWith("Version 1: Inside the");
    assertThat(page.textContent("[data-nodes] tr:has(button:text-is('Bo Madeup'))"))
        .contains("gone since");
    assertThat(page.textContent("[data-nodes] tr:has-text('Cy Fictional')")).contains("new since");
    assertThat(page.isDisabled("[data-do=add]")).isTrue();
    page.keyboard().press("a");
    assertThat(page.locator("#names").count()).isZero();
    look(browser, "meetings-slider");

    page.focus("#time");
    page.keyboard().press("ArrowRight");
    page.waitForFunction("() => document.querySelector('[data-back]').textContent === ''");
    assertThat(page.textContent("[data-nodes]")).doesNotContain("Bo Madeup", "new since");
    assertThat(page.isEnabled("[data-do=add]")).isTrue();

    page.selectOption("[data-shape]", "edge");
    page.waitForFunction("() => document.querySelector('[data-status]').textContent !== ''");

    String base = page.url().replaceAll("(//[^/]+)/.*", "$1");
    String at = meeting.map() + "/versions";
    page.navigate(base + at);
    look(browser, "meetings-versions");
    page.navigate(base + at + "/" + version);
    look(browser, "meetings-version");
    page.navigate(base + at + "/" + version + "/until/now");
    look(browser, "meetings-difference");
    String review = meeting.planned("REVIEW") + "/review";
    page.navigate(base + review);
    look(browser, "meetings-review-lines");
    page.navigate(base + review + "?part=people");
    look(browser, "meetings-review-people");
  }

  private static void look(Browser browser, String name) {
    browser.page().checkAccessible();
    browser.screenshot(name);
    browser.onATelephone();
    browser.page().checkAccessible();
    browser.screenshot(name + "-telephone");
    browser.playwright().setViewportSize(1280, 900);
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

  private void draw(Edit edit) {
    maps.draw(
        team.asChair(), meeting.work(), edit, maps.open(team.asChair(), meeting.work()).last());
  }
}
