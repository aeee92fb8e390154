package org.sightline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sightline.contexts.floorplans.Corner;
import org.sightline.contexts.floorplans.Floor;
import org.sightline.contexts.floorplans.FloorPlans;
import org.sightline.contexts.floorplans.PlanVersion;
import org.sightline.kernel.Role;
import org.sightline.testing.Browser;
import org.sightline.testing.BrowserTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.TestRounds;
import org.springframework.beans.factory.annotation.Autowired;

/// Zones drawn on the plan (issue 2, Plan of the school): a shape and a box, with the mouse and
/// with a finger. What is drawn is saved as it was drawn, and stands in the table.
@BrowserTest
class DrawingInABrowserTest {

  private static final String SHAPE = "Draw a shape";
  private static final String BOX = "Draw a box";

  @Autowired private FloorPlans plans;
  @Autowired private TestPeople people;
  @Autowired private TestRounds rounds;

  private PlanVersion plan;
  private Person owner;
  private BoundingBox map;

  /// Where on the map, from its upper left corner.
  private record Point(double across, double down) {}

  private interface Hand {
    void at(Person person, double x, double y);
  }

  private static final Hand MOUSE = (person, x, y) -> person.page().mouse().click(x, y);
  private static final Hand FINGER = (person, x, y) -> person.page().touchscreen().tap(x, y);

  @Test
  void aBoxIsTouchedAtTwoCornersWithTheMouse(Browser browser) {
    open(browser);
    take(BOX);
    owner.reads("Touch two opposite corners");
    touch(MOUSE, new Point(0.4, 0.4), new Point(0.6, 0.5));
    owner.browser().screenshot("drawing-box-1280");
    savedAs("Reading corner");
    isABox("Reading corner");
  }

  @Test
  void aBoxIsPulledOpenWithTheMouse(Browser browser) {
    open(browser);
    take(BOX);
    var mouse = owner.page().mouse();
    mouse.move(x(0.3), y(0.3));
    mouse.down();
    mouse.move(x(0.4), y(0.4));
    mouse.move(x(0.6), y(0.5));
    assertThat(owner.find(".plan__pulled").isVisible()).as("the box shows as it opens").isTrue();
    mouse.up();
    savedAs("Reading corner");
    isABox("Reading corner");
  }

  @Test
  void aBoxIsTouchedAtTwoCornersOnATelephone(Browser browser) {
    open(browser.anotherTouched());
    take(BOX);
    touch(FINGER, new Point(0.3, 0.4), new Point(0.7, 0.6));
    owner.browser().screenshot("drawing-box-390");
    savedAs("Reading corner");
    isABox("Reading corner");
  }

  @Test
  void aBoxIsPulledOpenWithAFinger(Browser browser) {
    open(browser.anotherTouched());
    take(BOX);
    var finger = owner.page().context().newCDPSession(owner.page());
    finger.send("Input.dispatchTouchEvent", touching("touchStart", 0.3, 0.4));
    finger.send("Input.dispatchTouchEvent", touching("touchMove", 0.4, 0.5));
    finger.send("Input.dispatchTouchEvent", touching("touchMove", 0.7, 0.6));
    finger.send("Input.dispatchTouchEvent", touching("touchEnd", -1, -1));
    savedAs("Reading corner");
    isABox("Reading corner");
  }

  @Test
  void aShapeIsTouchedCornerByCornerOnATelephone(Browser browser) {
    open(browser.anotherTouched());
    take(SHAPE);
    var first = new Point(0.3, 0.4);
    touch(FINGER, first, new Point(0.7, 0.4), new Point(0.5, 0.6), first);
    owner.browser().screenshot("drawing-shape-390");
    savedAs("Reading corner");
    assertThat(corners("Reading corner")).hasSize(3);
  }

  @Test
  void whatLiesOutsideThePlanIsRefusedWithThePlaceAndDrawnAgainToBeMoved(Browser browser) {
    open(browser);
    take(SHAPE);
    var first = new Point(0.4, 0.4);
    touch(MOUSE, first, new Point(0.6, 0.4), new Point(0.5, 0.99), first);
    owner.reads("The shape is drawn.");
    owner.type("name", "Reading corner").pressAt("[data-add] button");
    owner.find(".govuk-error-summary").waitFor();
    assertThat(owner.text(".govuk-error-summary")).contains("Corner 3 is outside the plan");
    owner.reads("The shape is drawn.");

    map = owner.find("[data-map]").boundingBox();
    take("Move corners");
    var mouse = owner.page().mouse();
    mouse.move(x(0.5), y(0.99));
    mouse.down();
    mouse.move(x(0.5), y(0.8));
    mouse.move(x(0.5), y(0.6));
    mouse.up();
    savedAs("Reading corner");
    assertThat(corners("Reading corner")).hasSize(3);
  }

  @Test
  void whatWasDrawnByMistakeIsUndoneAndNothingIsSaved(Browser browser) {
    open(browser);
    take(BOX);
    touch(MOUSE, new Point(0.4, 0.4), new Point(0.6, 0.5));
    owner.reads("The shape is drawn.").press("Undo");
    assertThat(owner.find("#corners").inputValue()).isEmpty();
    owner.type("name", "Reading corner").pressAt("[data-add] button");
    owner.find(".govuk-error-summary").waitFor();
    assertThat(plans.newest(rounds.owner(), plan.plan()).number()).isEqualTo(plan.number());
  }

  private void open(Browser browser) {
    plan =
        plans.start(
            rounds.owner(),
            people.school(),
            "Plan to draw on",
            List.of(Floor.empty(0, "Ground floor")),
            List.of());
    owner = new Person(browser.signIn(Role.ROUND_OWNER)).open("/contexts/plans/" + plan.plan());
    owner.find("[data-map] canvas").first().waitFor();
  }

  private void take(String tool) {
    owner.press(tool).find("[data-tool][aria-pressed=true]").waitFor();
    owner.page().evaluate("() => document.querySelector('.plan__tools').scrollIntoView()");
    map = owner.find("[data-map]").boundingBox();
  }

  private void touch(Hand hand, Point... points) {
    for (Point point : points) {
      hand.at(owner, x(point.across()), y(point.down()));
      // OpenLayers takes two clicks within a quarter of a second for one double click.
      owner.page().waitForTimeout(300);
    }
  }

  private void savedAs(String name) {
    owner.reads("The shape is drawn.");
    owner.type("name", name).pressAt("[data-add] button").reads(name + " was added.");
    assertThat(owner.find(".plan__table tbody th").allInnerTexts()).contains(name);
  }

  private void isABox(String name) {
    var corners = corners(name);
    assertThat(corners).hasSize(4);
    assertThat(corners.stream().map(Corner::x).distinct()).hasSize(2);
    assertThat(corners.stream().map(Corner::y).distinct()).hasSize(2);
  }

  private List<Corner> corners(String name) {
    return plans.newest(rounds.owner(), plan.plan()).zones().stream()
        .filter(zone -> zone.name().equals(name))
        .findFirst()
        .orElseThrow()
        .outline()
        .corners();
  }

  private JsonObject touching(String type, double across, double down) {
    var points = new JsonArray();
    if (across >= 0) {
      var point = new JsonObject();
      point.addProperty("x", x(across));
      point.addProperty("y", y(down));
      points.add(point);
    }
    var event = new JsonObject();
    event.addProperty("type", type);
    event.add("touchPoints", points);
    return event;
  }

  private double x(double across) {
    return map.x + across * map.width;
  }

  private double y(double down) {
    return map.y + down * map.height;
  }
}
