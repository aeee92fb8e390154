package org.sightline.network.together;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.MappingSession;
import org.sightline.network.MappingSessions;
import org.sightline.network.Maps;
import org.sightline.network.OwnMaps;
import org.sightline.network.Preparing;
import org.sightline.network.Subject;
import org.sightline.network.TestExercises;
import org.sightline.network.map.Change;
import org.sightline.network.map.Edit;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.Field;
import org.sightline.network.ownmap.Someone;
import org.sightline.testing.Browser;
import org.sightline.testing.BrowserTest;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;

/// The rings by touch and by keys, as a young person uses them (B95 to B99).
@BrowserTest
class RingsInABrowserTest {

  @Autowired private TestPeople people;
  @Autowired private TestCasework casework;
  @Autowired private Preparing preparing;
  @Autowired private OwnMaps own;
  @Autowired private MappingSessions sessions;
  @Autowired private Maps maps;

  private TestCasework.Team team;
  private WorkspaceId exercise;
  private UUID young;
  private String base;

  @BeforeEach
  void begin() {
    team = casework.aTeam("Rings");
    var chair = people.signedIn(team.chair());
    exercise = TestExercises.open(chair, team);
    var who = team.asChair();
    preparing.add(
        who,
        exercise,
        Subject.Kind.YOUNG_PERSON,
        null,
        List.of("Quill Invented"),
        Subject.Decision.PART,
        "Named in both reports");
    young = preparing.read(who, exercise).part().getLast().id();
    own.begin(who, exercise, young);
    put("Kit", 1, Someone.Kind.FRIEND, false, "Best friend since primary");
    put("Ash", 2, Someone.Kind.FRIEND, false, "know them from football");
    put("Cousin Bo", 2, Someone.Kind.FAMILY, false, "at weekends");
    put("Rowan", 3, Someone.Kind.FRIEND, true, "used to be good friends, moved away");
    put("Youth club", 3, Someone.Kind.PLACE, false, "");
    put("The Friday lot", 3, Someone.Kind.GROUP, false, "");
    base = "/network/exercises/" + exercise + "/own-maps/" + young;
  }

  @Test
  void peopleAreMovedByTouchAndByKeys(Browser browser) {
    browser.signIn(team.chair()).open("/casework/" + exercise);
    var page = browser.playwright();
    if (page.url().endsWith("/opening")) {
      page.locator("input[name=purpose]").first().check();
      page.locator("main form button").first().click();
    }
    browser.open(base + "/map");
    browser.page().checkAccessible();
    browser.screenshot("own-map");
    String kit = "a[data-someone]:has(text:text-is('Kit'))";
    page.locator(kit).focus();
    page.keyboard().press("ArrowDown");
    page.waitForSelector("[data-status]:has-text('Quite close')");
    assertThat(ring("Kit")).isEqualTo(2);
    int turned = angle("Kit") + 15;
    page.keyboard().press("ArrowRight");
    page.waitForSelector("a:focus[data-angle='%d']".formatted(turned));

    var box = page.locator("[data-rings] svg").boundingBox();
    var ash = page.locator("a[data-someone]:has(text:text-is('Ash')) .rings__touch").boundingBox();
    var finger = page.context().newCDPSession(page);
    touch(finger, "touchStart", ash.x + ash.width / 2, ash.y + ash.height / 2);
    touch(finger, "touchMove", box.x + box.width / 2 - 30, box.y + box.height / 2 + 100);
    touch(finger, "touchMove", box.x + box.width / 2, box.y + box.height * 0.66);
    var lifted = new JsonObject();
    lifted.addProperty("type", "touchEnd");
    lifted.add("touchPoints", new JsonArray());
    finger.send("Input.dispatchTouchEvent", lifted);
    page.waitForSelector("[data-status]:has-text('Ash')");
    assertThat(ring("Ash")).isEqualTo(1);
    assertThat(page.url()).endsWith("/map");

    page.locator("a[data-someone]:has(text:text-is('Ash'))").press("Enter");
    page.waitForURL("**/map/*");
    assertThat(page.locator("#name").inputValue()).isEqualTo("Ash");

    for (String shown : List.of("telling", "questions/3", "plans", "stopping", "comparing", "")) {
      browser.open(base + (shown.isEmpty() ? "" : "/" + shown));
      browser.page().checkAccessible();
      browser.screenshot("own-" + shown.replace('/', '-'));
    }
    joined();
    String map = "/network/maps/" + exercise;
    for (String shown :
        List.of(
            base + "/comparing",
            base.replaceAll("/[^/]+$", ""),
            base.replaceAll("/own-maps.*", "/photos"),
            map + "/wall-kit",
            map + "/screen",
            base + "/copies")) {
      browser.open(shown);
      browser.page().checkAccessible();
      browser.screenshot("own-2" + shown.replaceAll(".*/", "-"));
    }
    browser.onATelephone();
    for (String shown : List.of("map", "questions/3", "comparing", "")) {
      browser.open(base + (shown.isEmpty() ? "" : "/" + shown));
      browser.screenshot("own-phone-" + shown.replace('/', '-'));
    }
    staysInViewWhileItIsTalkedAbout(browser, map + "/screen");
  }

  /// On the day of a session; on another day it is covered like any page with names.
  private void staysInViewWhileItIsTalkedAbout(Browser browser, String screen) {
    var page = browser.playwright();
    page.clock().install();
    sessions.plan(
        team.asChair(),
        exercise,
        MappingSession.Kind.INTERNAL,
        LocalDate.now(ZoneId.of("Europe/London")));
    browser.open(screen);

    for (int minute = 0; minute < 16; minute++) {
      page.waitForResponse("**/drawn?*", () -> page.clock().runFor(60_000));
    }

    assertThat(page.title()).isNotEqualTo("Locked");
    assertThat(page.isVisible(".screen svg")).isTrue();
  }

  /// A finger, and no mouse: the page has to keep the touch from scrolling it.
  private static void touch(CDPSession finger, String what, double x, double y) {
    var point = new JsonObject();
    point.addProperty("x", x);
    point.addProperty("y", y);
    var points = new JsonArray();
    points.add(point);
    var event = new JsonObject();
    event.addProperty("type", what);
    event.add("touchPoints", points);
    finger.send("Input.dispatchTouchEvent", event);
  }

  /// On our map too, seen differently.
  private void joined() {
    var me = ElementId.random();
    var kit = ElementId.random();
    var line = ElementId.random();
    var report = ElementId.random();
    var changes =
        List.of(
            new Change(me, Field.KIND, "YOUNG_PERSON"),
            new Change(me, Field.LABEL, "Quill Invented"),
            new Change(kit, Field.KIND, "YOUNG_PERSON"),
            new Change(kit, Field.LABEL, "Kit"),
            new Change(line, Field.FROM, me.toString()),
            new Change(line, Field.TO, kit.toString()),
            new Change(line, Field.CURRENT, "NO"),
            new Change(report, Field.ON, line.toString()),
            new Change(report, Field.AGENCY, "Youth service"),
            new Change(report, Field.ROLE, "youth worker"),
            new Change(report, Field.SEEN_OR_HEARD, "SEEN"),
            new Change(report, Field.WHEN, "2026-11-02"));
    maps.draw(team.asChair(), exercise, new Edit(UUID.randomUUID(), changes), 1_000);
    UUID map = own.find(team.asChair(), exercise, young).need().id();
    own.join(team.asChair(), exercise, young, map, me);
    own.join(team.asChair(), exercise, young, one("Kit").id(), kit);
  }

  private int ring(String name) {
    return one(name).ring();
  }

  private int angle(String name) {
    return one(name).angle();
  }

  private Someone one(String name) {
    return own.find(team.asChair(), exercise, young).need().map().people().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private void put(String name, int ring, Someone.Kind kind, boolean over, String said) {
    own.draw(
        team.asChair(),
        exercise,
        young,
        map ->
            map.with(
                new Someone(UUID.randomUUID(), kind, name, ring, map.roomOn(ring), over, said)));
  }
}
