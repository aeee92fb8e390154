package org.sightline.network.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.UUID;
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
import org.sightline.testing.Browser;
import org.sightline.testing.BrowserTest;
import org.sightline.testing.TestCasework;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
class MapInABrowserTest {

  private static final String DATA =
      "([id, of]) => document.querySelector('[data-canvas]')._cyreg.cy.getElementById(id).data(of)";

  @Autowired private Maps maps;
  @Autowired private TestCasework casework;

  private TestCasework.Team team;
  private WorkspaceId work;
  private String base;

  @BeforeEach
  void open() {
    team = casework.aTeam("Drawing");
    work = casework.aPieceOf(team);
    base = "/network/maps/" + work;
  }

  @Test
  void aMapIsDrawnByKeysAloneUndoneAndRedone(Browser browser) {
    var page = opened(browser, base);
    var keys = page.keyboard();

    page.focus("[data-canvas]");
    keys.press("a");
    page.waitForSelector("#names");
    keys.type("Ann Invented");
    keys.press("Enter");
    keys.type("Bo Madeup");
    keys.press("Tab");
    keys.type("Young");
    keys.press("Tab");
    keys.press("Enter");
    waitForStatus(page, "2 are on the map now.");
    waitForNodes(page, 2);

    page.focus("[data-canvas]");
    keys.press("ArrowRight");
    waitForStatus(page, "Ann Invented: Young person");
    keys.press("l");
    waitForStatus(page, "From Ann Invented");
    keys.press("ArrowRight");
    keys.press("Enter");
    page.waitForSelector("#from");
    assertThat(page.locator("#to option:checked").textContent()).isEqualTo("Bo Madeup");
    page.focus("#line-kind");
    keys.type("Friends");
    keys.press("Tab");
    keys.type("youth worker");
    keys.press("Tab");
    keys.type("Youth service");
    keys.press("Tab");
    keys.type("Seen");
    keys.press("Tab");
    keys.type("3");
    keys.press("Tab");
    keys.type("5");
    keys.press("Tab");
    keys.type("2026");
    keys.press("Enter");
    waitForStatus(page, "The line is drawn.");
    page.waitForSelector("[data-lines] tr");
    assertThat(page.textContent("[data-lines]"))
        .contains("Ann Invented and Bo Madeup are friends")
        .contains("youth worker, Youth service");
    browser.page().checkAccessible();
    browser.screenshot("map-first-line");

    page.focus("[data-canvas]");
    keys.press("Control+z");
    waitForStatus(page, "Undone.");
    page.waitForFunction("() => !document.querySelector('[data-lines] tr')");
    keys.press("Control+z");
    waitForNodes(page, 0);
    keys.press("Control+y");
    waitForNodes(page, 2);
    keys.press("Control+y");
    page.waitForSelector("[data-lines] tr");
    assertThat(maps.open(team.asChair(), work).on(ElementKind.LINE)).hasSize(1);
  }

  @Test
  void aLineWithoutEvidenceIsRefusedInASentenceAndWhatWasTypedStays(Browser browser) {
    two();
    var page = opened(browser, base);
    page.click("[data-nodes] button >> nth=0");
    page.click("[data-panel] a[href*='lines/new']");
    page.waitForSelector("#to");
    page.selectOption("#to", new String[] {page.getAttribute("#to option >> nth=2", "value")});
    page.fill("#role", "neighbour");
    page.click("[data-panel] form button");

    page.waitForSelector("[data-panel] .govuk-error-summary");
    assertThat(page.textContent("[data-panel]"))
        .contains("Say which agency they are of.")
        .contains("Say whether it was seen or heard.");
    assertThat(page.inputValue("#role")).isEqualTo("neighbour");
    browser.page().checkAccessible();
    assertThat(maps.open(team.asChair(), work).on(ElementKind.LINE)).isEmpty();
  }

  @Test
  void whatOnePersonDrawsTheOtherSeesAndAClashIsRefusedInASentence(Browser browser) {
    var ann = two();
    var called =
        List.of(
            new Change(ann, Field.ALIASES, "Ace"), new Change(ann, Field.BEARING, "OF_CONCERN"));
    maps.draw(team.asChair(), work, new Edit(UUID.randomUUID(), called), 2);
    var page = opened(browser, base);
    assertThat(page.evaluate(DATA, new Object[] {ann.toString(), "text"}))
        .isEqualTo("Ann Invented −");
    page.click("[data-nodes] button >> nth=0");
    page.waitForSelector("[data-panel] #label");

    page.fill("[data-find]", "ace");
    waitForStatus(page, "Ann Invented");
    maps.draw(
        team.asPractitioner(), work, Edit.of(new Change(ann, Field.LABEL, "Anne Invented")), 3);
    maps.draw(team.asPractitioner(), work, Drawn.aPerson(ElementId.random(), "Cy Fictional"), 4);
    waitForNodes(page, 3);
    assertThat(page.textContent("[data-nodes]")).contains("Anne Invented").contains("Cy Fictional");

    page.fill("#label", "Annie Invented");
    page.fill("#note", "Draws well");
    page.selectOption("#note-label", "OPINION");
    page.click("[data-panel] form >> nth=0 >> button:has-text('Save')");
    waitForStatus(page, "Somebody else has just said something different about Anne Invented.");
    assertThat(page.inputValue("#label")).isEqualTo("Annie Invented");
    assertThat(page.inputValue("#note")).isEqualTo("Draws well");
  }

  @Test
  void whereSomebodyIsPutByHandTheyStay(Browser browser) {
    var ann = two();
    var page = opened(browser, base);
    var box = page.locator("[data-canvas]").boundingBox();
    page.evaluate("() => document.querySelector('[data-canvas]').scrollIntoView()");
    page.waitForFunction("() => true");
    box = page.locator("[data-canvas]").boundingBox();
    var at = centreOf(page, ann);
    page.mouse().move(box.x + at[0], box.y + at[1]);
    page.mouse().down();
    page.mouse().move(box.x + at[0] + 60, box.y + at[1] + 40);
    page.mouse().up();

    page.waitForCondition(
        () -> !maps.open(team.asChair(), work).find(ann).value(Field.PIN).isEmpty());
    page.click("[data-do=pin-all]");
    waitForStatus(page, "kept where");
    assertThat(maps.open(team.asChair(), work).on(ElementKind.NODE))
        .allMatch(node -> !node.value(Field.PIN).isEmpty());
  }

  @Test
  void onATelephoneTheMapIsThere(Browser browser) {
    two();
    var page = opened(browser.onATelephone(), base);
    waitForNodes(page, 2);
    browser.page().checkAccessible();
    browser.screenshot("map-telephone");
  }

  private ElementId two() {
    var ann = ElementId.random();
    maps.draw(team.asChair(), work, Drawn.aPerson(ann, "Ann Invented"), 0);
    maps.draw(team.asChair(), work, Drawn.aPerson(ElementId.random(), "Bo Madeup"), 1);
    return ann;
  }

  private Page opened(Browser browser, String path) {
    var page = browser.signIn(team.chair()).open(path).playwright();
    if (page.url().endsWith("/opening")) {
      page.check("input[name=purpose] >> nth=0");
      page.click("main form button");
      page.waitForURL(url -> !url.endsWith("/opening"));
    }
    page.waitForSelector("[data-ready]");
    return page;
  }

  private static double[] centreOf(Page page, ElementId node) {
    var at =
        (java.util.List<?>)
            page.evaluate(
                "id => { const p = document.querySelector('[data-canvas]')._cyreg.cy.getElementById(id).renderedPosition(); return [p.x, p.y]; }",
                node.toString());
    return new double[] {((Number) at.get(0)).doubleValue(), ((Number) at.get(1)).doubleValue()};
  }

  private static void waitForStatus(Page page, String text) {
    page.waitForFunction(
        "text => document.querySelector('[data-status]').textContent.includes(text)", text);
  }

  private static void waitForNodes(Page page, int count) {
    page.waitForFunction("n => document.querySelectorAll('[data-nodes] tr').length === n", count);
  }
}
