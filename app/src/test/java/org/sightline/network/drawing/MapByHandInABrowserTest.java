package org.sightline.network.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Maps;
import org.sightline.network.map.Change;
import org.sightline.network.map.Drawn;
import org.sightline.network.map.Edit;
import org.sightline.network.map.Element;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.ElementKind;
import org.sightline.network.map.Field;
import org.sightline.testing.Browser;
import org.sightline.testing.BrowserTest;
import org.sightline.testing.TestCasework;
import org.springframework.beans.factory.annotation.Autowired;

/// A map touched, filtered and looked at closely.
@BrowserTest
class MapByHandInABrowserTest {

  private static final List<Field> EVERYTHING =
      List.of(
          Field.INFLUENCE,
          Field.STRENGTH,
          Field.HARM_DONE,
          Field.HARM_SUFFERED,
          Field.TIMES_SEEN,
          Field.WHERE_SEEN,
          Field.SEEN_BY,
          Field.CERTAINTY);

  @Autowired private Maps maps;
  @Autowired private TestCasework casework;

  private TestCasework.Team team;
  private WorkspaceId work;

  @BeforeEach
  void open() {
    team = casework.aTeam("Touching");
    work = casework.aPieceOf(team);
  }

  @Test
  void aLineIsDrawnByTouchAlone(Browser browser) {
    person("Ann Invented");
    person("Bo Madeup");
    var page = opened(browser.anotherTouched());
    tap(page, "[data-do=add]");
    page.waitForSelector("#names");
    page.fill("#names", "Cy Fictional");
    page.selectOption("#kind", "YOUNG_PERSON");
    tap(page, "[data-panel] form button");
    status(page, "Cy Fictional");
    var cy = node("Cy Fictional");
    page.waitForFunction(
        "id => document.querySelector('[data-canvas]')._cyreg.cy.getElementById(id).length",
        "" + cy);

    tap(page, "[data-do=link]");
    status(page, "first");
    touch(page, node("Ann Invented"));
    status(page, "From Ann Invented");
    touch(page, cy);
    page.waitForSelector("#role");
    assertThat(page.locator("#to option:checked").textContent()).isEqualTo("Cy Fictional");
    page.fill("#role", "youth worker");
    page.fill("#agency", "Youth service");
    page.selectOption("#seen-or-heard", "SEEN");
    page.fill("#when-day", "3");
    page.fill("#when-month", "5");
    page.fill("#when-year", "2026");
    assertThat(page.isVisible("#grading")).as("only under its tick").isFalse();
    tap(page, "[for=by-the-police]");
    page.waitForSelector("#grading");
    page.fill("#grading", "2BP");
    tap(page, "[data-panel] form button");
    status(page, "The line is drawn.");

    assertThat(drawn().on(ElementKind.LINE)).hasSize(1);
    browser.screenshot("map-touched");
  }

  @Test
  void everybodyOfAGroupStandsInsideItsOutline(Browser browser) {
    var group = ElementId.random();
    draw(Edit.of(group, Map.of(Field.KIND, "PEER_GROUP", Field.LABEL, "Arcade regulars")));
    for (String name : List.of("Ann Invented", "Bo Madeup", "Cy Fictional")) {
      draw(Edit.of(new Change(line(person(name), group), Field.LINE_KIND, "PART_OF")));
    }
    var apart = person("Dee Pretend");
    var page = opened(browser);

    for (String name : List.of("Ann Invented", "Bo Madeup", "Cy Fictional")) {
      assertThat(outlined(page, node(name))).as(name).isTrue();
    }
    assertThat(outlined(page, apart)).isFalse();
    browser.screenshot("map-hulls");
    page.click("[data-filters] summary");
    page.uncheck("[data-kind=PEER_GROUP]");
    assertThat(outlined(page, node("Ann Invented"))).as("the group is not shown").isFalse();
  }

  @Test
  void theTicksLeaveTheLinesThatAreAllOfWhatIsTicked(Browser browser) {
    var ann = person("Ann Invented");
    var bo = person("Bo Madeup");
    var concern = line(ann, bo);
    var protective = line(bo, person("Cy Fictional"));
    var past = line(person("Dee Pretend"), person("Eli Assumed"));
    draw(Edit.of(new Change(concern, Field.PROTECTS, "OF_CONCERN")));
    draw(Edit.of(new Change(protective, Field.PROTECTS, "PROTECTIVE")));
    draw(Edit.of(new Change(report(protective), Field.SEEN_OR_HEARD, "HEARD")));
    answered(past);
    var page = opened(browser);
    page.click("[data-filters] summary");

    assertThat(shown(page)).containsExactlyInAnyOrder("" + concern, "" + protective, "" + past);
    assertThat(only(page, "evidenced")).containsExactlyInAnyOrder("" + concern, "" + past);
    assertThat(only(page, "concern")).containsExactly("" + concern);
    assertThat(only(page, "protective")).containsExactly("" + protective);
    assertThat(only(page, "harm-open")).containsExactlyInAnyOrder("" + concern, "" + protective);
    assertThat(only(page, "current")).containsExactlyInAnyOrder("" + concern, "" + protective);
    page.check("[data-only=evidenced]");
    page.check("[data-only=current]");
    assertThat(shown(page)).as("both").containsExactly("" + concern);
    assertThat(page.locator("[data-lines] tr:visible").count()).as("in the table too").isEqualTo(1);
    page.uncheck("[data-kind=HOME]");
    String said = page.textContent("[data-out]");
    assertThat(said)
        .isEqualTo(
            "Shown: 5 of 5 on the map, and 1 of 3 lines. Left out: Home or address. Only lines that"
                + " are: seen by somebody, or from the police, not known to be over.");
    browser.screenshot("map-left-out");
    browser.page().checkAccessible();
    page.click("[data-copies]");
    assertThat(page.textContent("[data-screen]")).as("the pictures too").contains(said);
    browser.screenshot("copies-as-on-the-screen");
    browser.page().checkAccessible();
  }

  @Test
  void onePersonIsLookedAtWithWhomTheyAreJoinedTo(Browser browser) {
    var ann = person("Ann Invented");
    line(ann, person("Bo Madeup"));
    line(person("Cy Fictional"), person("Dee Pretend"));
    var page = opened(browser);

    page.focus("[data-canvas]");
    page.keyboard().press("ArrowRight");
    status(page, "Ann Invented: Young person");
    page.keyboard().press("f");
    status(page, "Ann Invented");
    assertThat(people(page)).containsExactlyInAnyOrder("Ann Invented", "Bo Madeup");
    assertThat(page.getAttribute("[data-do=focus]", "aria-pressed")).isEqualTo("true");
    assertThat(page.textContent("[data-out]")).contains("2 of 4", "Only Ann Invented and what");
    assertThat(page.getAttribute("[data-copies]", "href")).endsWith("/copies?around=" + ann);
    page.keyboard().press("Escape");
    assertThat(page.textContent("[data-out]")).isEmpty();
    assertThat(people(page)).hasSize(4);
    page.click("[data-do=focus]");
    assertThat(people(page)).as("the one who is chosen").hasSize(2);
    page.click("[data-do=focus]");
    assertThat(people(page)).hasSize(4);
  }

  @Test
  void whatWasPutByHandIsLetGoOneByOneOrAllAtOnce(Browser browser) {
    var ann = person("Ann Invented");
    var bo = person("Bo Madeup");
    for (var each : List.of(ann, bo)) {
      draw(Edit.of(new Change(each, Field.PIN, "100.0 50.0")));
    }
    var page = opened(browser);
    page.click("[data-do=unpin]");
    status(page, "Choose somebody");
    page.click("[data-nodes] button >> nth=0");
    page.waitForSelector("[data-panel] form[action$='/unpin']");
    page.click("[data-do=unpin]");
    page.waitForCondition(() -> pin(ann).isEmpty());
    assertThat(pin(bo)).isNotEmpty();

    page.waitForFunction(
        "id =>"
            + " !document.querySelector('[data-canvas]')._cyreg.cy.getElementById(id).hasClass('pinned')",
        "" + ann);
    page.waitForFunction("() => !document.querySelector(\"[data-panel] form[action$='/unpin']\")");
    page.click("[data-do=unpin-all]");
    status(page, "1 that was put by hand can move again.");
    assertThat(pin(bo)).isEmpty();
    page.focus("[data-canvas]");
    page.keyboard().press("Control+z");
    status(page, "Undone.");
    assertThat(pin(bo)).isEqualTo("100.0 50.0");
  }

  private ElementId person(String name) {
    var id = ElementId.random();
    draw(Drawn.aPerson(id, name));
    return id;
  }

  private ElementId line(ElementId from, ElementId to) {
    var id = ElementId.random();
    draw(Drawn.aLine(id, from, to));
    return id;
  }

  /// Everything asked of a line is answered, and it holds no longer.
  private void answered(ElementId line) {
    var nobodyKnows =
        EVERYTHING.stream().map(field -> new Change(line, field, Field.NOT_KNOWN)).toList();
    var edit = new java.util.ArrayList<>(nobodyKnows);
    edit.add(new Change(line, Field.LINE_KIND, "FRIENDS"));
    edit.add(new Change(line, Field.PROTECTS, Field.NOT_KNOWN));
    edit.add(new Change(line, Field.CURRENT, "NO"));
    edit.add(new Change(report(line), Field.RELIABILITY, "FIRST_HAND"));
    draw(new Edit(java.util.UUID.randomUUID(), edit));
  }

  private ElementId report(ElementId line) {
    return drawn().reports(line).getFirst().id();
  }

  private void draw(Edit edit) {
    maps.draw(team.asChair(), work, edit, drawn().last());
  }

  private org.sightline.network.map.Picture drawn() {
    return maps.open(team.asChair(), work);
  }

  private ElementId node(String name) {
    return drawn().on(ElementKind.NODE).stream()
        .filter(node -> node.value(Field.LABEL).equals(name))
        .map(Element::id)
        .findFirst()
        .orElseThrow();
  }

  private String pin(ElementId node) {
    return drawn().find(node).value(Field.PIN);
  }

  private Page opened(Browser browser) {
    var page = browser.signIn(team.chair()).open("/network/maps/" + work).playwright();
    if (page.url().endsWith("/opening")) {
      page.check("input[name=purpose] >> nth=0");
      page.click("main form button");
      page.waitForURL(url -> !url.endsWith("/opening"));
    }
    page.waitForSelector("[data-ready]");
    return page;
  }

  private static List<String> only(Page page, String tick) {
    page.check("[data-only=" + tick + "]");
    var left = shown(page);
    page.uncheck("[data-only=" + tick + "]");
    return left;
  }

  @SuppressWarnings("unchecked")
  private static List<String> shown(Page page) {
    return (List<String>)
        page.evaluate(
            "() => document.querySelector('[data-canvas]')._cyreg.cy.edges(':visible').map(each =>"
                + " each.id())");
  }

  @SuppressWarnings("unchecked")
  private static List<String> people(Page page) {
    return (List<String>)
        page.evaluate(
            "() => document.querySelector('[data-canvas]')._cyreg.cy.nodes(':visible').map(each =>"
                + " each.data('label'))");
  }

  /// Whether something is painted around a node, under the picture.
  private static boolean outlined(Page page, ElementId node) {
    return (boolean)
        page.evaluate(
            """
            (id) => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => {
              const hulls = document.querySelector('[data-hulls]');
              const at = document.querySelector('[data-canvas]')._cyreg.cy.getElementById(id).renderedPosition();
              const scale = window.devicePixelRatio || 1;
              const dot = hulls.getContext('2d').getImageData(Math.round(at.x * scale), Math.round(at.y * scale), 1, 1).data;
              done(dot[3] > 0);
            })))
            """,
            "" + node);
  }

  private static void tap(Page page, String selector) {
    page.locator(selector).first().tap();
  }

  private static void touch(Page page, ElementId node) {
    page.locator("[data-canvas]").scrollIntoViewIfNeeded();
    var box = page.locator("[data-canvas]").boundingBox();
    var at =
        (List<?>)
            page.evaluate(
                "id => { const p ="
                    + " document.querySelector('[data-canvas]')._cyreg.cy.getElementById(id).renderedPosition();"
                    + " return [p.x, p.y]; }",
                "" + node);
    page.touchscreen()
        .tap(
            box.x + ((Number) at.get(0)).doubleValue(), box.y + ((Number) at.get(1)).doubleValue());
  }

  private static void status(Page page, String text) {
    page.waitForFunction(
        "text => document.querySelector('[data-status]').textContent.includes(text)", text);
  }
}
