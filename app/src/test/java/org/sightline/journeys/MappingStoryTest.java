package org.sightline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.demonstration.Cast;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.Browser;
import org.sightline.testing.BrowserTest;
import org.sightline.testing.Superuser;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// Issue 4 from one end to the other: a group of young people is identified, four agencies map it
/// in two sessions, one guest is asked, one colleague must not see one of the young people, a
/// stranger must see nothing; one of the young people draws their own map; papers are filed, the
/// two questions about assessments are decided, the review goes through everything, and it is
/// closed.
@BrowserTest
class MappingStoryTest {

  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));
  private static final LocalDate SEEN = TODAY.minusDays(14);
  private static final String KEPT_AWAY = "Cory Keptaway";

  @Autowired private TestCasework casework;
  @Autowired private TestPeople people;
  @Autowired private DatabaseSettings database;

  private TestCasework.Team team;
  private Cast.Member police;
  private Cast.Member health;
  private Cast.Member school;
  private Page page;
  private Clerk clerk;
  private String exercise;
  private String map;
  private WorkspaceId work;

  @BeforeEach
  void invite() {
    team = casework.aTeam("Story");
    police = casework.joins(team, Role.ANALYST);
    health = casework.joins(team, Role.PRACTITIONER);
    school = casework.joins(team, Role.PRACTITIONER);
  }

  @Test
  void fromIdentificationToClosing(Browser browser) {
    page = browser.signIn(team.chair()).playwright();
    clerk = new Clerk(browser);
    identify(browser);
    letFourAgenciesIn(browser);
    prepare(browser);
    String first = meet(browser, "INTERNAL", TODAY.minusDays(9));
    held(first, TODAY.minusDays(9));
    drawTogether(browser);
    agree(browser);
    var tablet = new OwnMapOnATablet(browser.another(), team.practitioner(), exercise);
    String own = tablet.draw("Bo Madeup");
    tablet.compare("Bo Madeup", KEPT_AWAY);
    oneMustNotSeeIt(own);
    seal(browser, first);
    file(browser, first);
    ThresholdsDecided.in(browser, exercise, "The arcade", TODAY);
    String guests = meet(browser, "PARTNERS", TODAY);
    held(guests, TODAY);
    askAGuest(browser, guests);
    seal(browser, guests);
    String review = meet(browser, "REVIEW", TODAY);
    goThrough(browser, review);
    held(review, TODAY);
    seal(browser, review);
    browser.open(map + "/versions");
    assertThat(page.textContent("main")).contains("Inside the agency", "With partners", "Review");
    clerk.send(
        exercise + "/closing",
        "/closing",
        "agreedOn",
        TODAY,
        "why",
        "It is quiet there.",
        "agreedBy",
        "Police, health, school and youth work");
    assertThat(page.textContent("main")).contains("Closed: it was agreed");
    browser.page().checkAccessible();
    tablet.isAsItWas();
    aStrangerFindsNothing(own);
    everythingIsWrittenDown();
  }

  private void identify(Browser browser) {
    browser.open("/network/exercises");
    page.click("text=Open a mapping exercise");
    page.check("input[name=risk][value=no]");
    page.click("main form button");
    clerk.complete(
        "/new/about",
        "title",
        "The arcade",
        "kind",
        "ASSESS",
        "basis",
        "Children Act 2004, section 11",
        "whyNow",
        "Two reports in a week",
        "contact",
        "Story desk",
        "framework",
        "contextual-safeguarding",
        "unit",
        "peer-group",
        "source",
        "police-report",
        "identified",
        TODAY.minusDays(12),
        "agreement",
        "none",
        "objective",
        "Find out who waits at the arcade, and make it safer.",
        "themes",
        "county-lines",
        "chairing",
        "Story team");
    browser.page().checkAccessible();
    exercise = page.url().replaceAll("https?://[^/]+", "");
    clerk.answerPurpose();
    exercise = exercise.replaceAll("/casework/([^/]+).*", "/network/exercises/$1");
    work = WorkspaceId.of(exercise.replaceAll(".*/", ""));
    map = "/network/maps/" + work;
    browser.open(exercise);
    assertThat(page.textContent("main"))
        .contains("There was none when it was opened", "First session, inside the agency");
  }

  private void letFourAgenciesIn(Browser browser) {
    for (var one : List.of(team.practitioner(), police, health, school)) {
      clerk.send(
          "/casework/" + work, "/members", "username", one.username(), "role", one.role().name());
    }
    assertThat(page.textContent("main")).contains(police.name());
  }

  private void prepare(Browser browser) {
    String subjects = exercise + "/preparing/subjects";
    var record =
        casework.aPerson(team.asChair(), work, "Cory", "Keptaway", LocalDate.of(2011, 3, 4));
    casework.keepAway(team.asChair(), work, record.value(), SignedIn.as(health.id()).user());
    clerk.send(
        subjects,
        "/subjects",
        "kind",
        "YOUNG_PERSON",
        "name",
        KEPT_AWAY,
        "record",
        record.toString(),
        "decision",
        "PART",
        "because",
        "Named in both reports");
    clerk.send(
        subjects,
        "/subjects",
        "kind",
        "YOUNG_PERSON",
        "name",
        "Ann Larkwing\nBo Madeup",
        "decision",
        "PART",
        "because",
        "Named in both reports");
    clerk.send(
        subjects,
        "/subjects",
        "kind",
        "PLACE",
        "name",
        "The arcade",
        "decision",
        "PART",
        "because",
        "Both reports are from there");
    clerk.send(
        exercise + "/preparing/questions",
        "/questions",
        "question",
        "Who pays for the taxis?",
        "agency",
        "Police");
  }

  private String meet(Browser browser, String kind, LocalDate day) {
    clerk.send(exercise + "/sessions", "/sessions", "kind", kind, "day", day);
    String session = page.url().replaceAll("https?://[^/]+", "");
    for (String agency : List.of("Police", "Health", "School", "Youth work")) {
      clerk.send(
          session, "/invitations", "partner", "police", "agency", agency, "role", "practitioner");
      page.locator("button[name=came][value=CAME]").last().click();
    }
    clerk.send(session, "/notes", "note", "RISK", "words", "Bo waits for somebody in a car.");
    return session;
  }

  private void held(String session, LocalDate day) {
    clerk.send(session, "/day", "state", "held", "day", day);
  }

  /// The analyst of the police draws in another window; the chair sees it come.
  private void drawTogether(Browser browser) {
    browser.open(map);
    page.waitForSelector("[data-ready]");
    var other = browser.another().signIn(police);
    var theirs = other.playwright();
    other.open(map);
    if (theirs.url().endsWith("/opening")) {
      theirs.check("input[name=purpose] >> nth=0");
      theirs.click("main form button");
    }
    theirs.waitForSelector("[data-ready]");
    page.focus("[data-canvas]");
    page.keyboard().press("a");
    page.waitForSelector("input[name=known]");
    page.locator("input[name=known]").all().forEach(each -> each.check());
    page.click("[data-panel] form button");
    page.waitForFunction("() => document.querySelectorAll('[data-nodes] tr').length === 4");
    theirs.waitForFunction("() => document.querySelectorAll('[data-nodes] tr').length === 4");
    Clerk.drawLine(theirs, "Bo Madeup", "The arcade", "Police", SEEN);
    Clerk.drawLine(theirs, "Bo Madeup", KEPT_AWAY, "Police", SEEN);
    page.waitForFunction("() => document.querySelectorAll('[data-lines] tr').length === 2");
    Clerk.drawLine(page, "Ann Larkwing", "Bo Madeup", "Youth work", SEEN);
    browser.page().checkAccessible();

    var kept = people.signedIn(health);
    var seen = kept.get(map + "/table").page().text();
    assertThat(seen).contains("Ann Larkwing", "Bo Madeup").doesNotContain("Cory");
    for (String name : List.of("Ann Larkwing", "Bo Madeup")) {
      browser.open(map + "/table");
      page.click("main th a:has-text('" + name + "')");
      page.check("input[name=key]");
      clerk.complete(page.url().replaceAll(".*/elements/", "/"));
    }
  }

  private void agree(Browser browser) {
    browser.open(map + "/actions");
    page.click("main a[href$='/actions/new']");
    clerk.complete(
        "/actions",
        "words",
        "Light the way to the bus stop",
        "kind",
        "ENVIRONMENT",
        "about",
        "CONTEXT",
        "agency",
        "Council",
        "owner",
        "outside",
        "outside",
        "Street lighting desk",
        "due",
        TODAY.plusDays(30));
    assertThat(page.textContent("main")).contains("Light the way to the bus stop");
  }

  private void seal(Browser browser, String session) {
    browser.open(session + "/sealing");
    var rest = page.querySelector("form[action$='/sealing/gaps'] button");
    if (rest != null) {
      rest.click();
      page.waitForLoadState();
      browser.open(session + "/sealing");
    }
    if (page.querySelector("[name=told]") != null) {
      page.fill("[name=told]", "Both were told on Monday.");
    }
    clerk.complete("/sealing");
    assertThat(page.url()).contains("/versions/");
  }

  private void file(Browser browser, String session) {
    String at = session + "/filing";
    clerk.send(
        at,
        "/minutes",
        "pattern",
        "mapping-minutes",
        "risk",
        "County line to the coast",
        "words",
        "Bo Madeup waits for a car; Cory Keptaway was seen in it.");
    page.click("tbody th a:has-text('Ann Larkwing')");
    assertThat(page.textContent(".sheet-of-paper"))
        .contains("For the file of Ann Larkwing", "Light the way to the bus stop")
        .doesNotContain("Madeup", "Cory", "Keptaway");
    browser.page().checkAccessible();
    browser.open(at);
    page.locator("input[name=papers]").all().forEach(each -> each.check());
    clerk.complete("/receipts", "where", "Case system of the council", "day", TODAY);
    assertThat(page.textContent("main")).contains("Nothing is waiting");
  }

  /// To health Cory is closed: neither ours nor what Bo drew shows them.
  private void oneMustNotSeeIt(String own) {
    var kept = people.signedIn(health);
    assertThat(text(kept, exercise + "/own-maps")).contains("Bo Madeup").doesNotContain("Cory");
    assertThat(text(kept, own + "/comparing")).contains("Kit").doesNotContain("Cory");
    assertThat(text(people.signedIn(police), own + "/comparing")).contains(KEPT_AWAY);
  }

  private void askAGuest(Browser browser, String session) {
    String id = session.replaceAll(".*/", "");
    var head = people.cast().the(Role.HEAD);
    browser.open("/guests/" + id);
    assertThat(page.textContent("main")).contains("What your guest will not see");
    browser.page().checkAccessible();
    clerk.complete("/guests/" + id, "username", head.username(), "until", TODAY.plusDays(2));
    var guest = people.signedIn(head);
    assertThat(guest.get("/network/guest-sessions/" + id).page().text())
        .contains("Ann Larkwing", "Find out who waits at the arcade");
    assertThat(guest.get(exercise).status()).isEqualTo(404);
    assertThat(guest.get(map).status()).isEqualTo(404);
    assertThat(guest.get(exercise + "/own-maps").status()).isEqualTo(404);
    assertThat(guest.get(exercise + "/assessments").status()).isEqualTo(404);
  }

  private void goThrough(Browser browser, String session) {
    for (String part : List.of("lines", "people", "contexts", "gaps", "actions")) {
      browser.open(session + "/review?part=" + part);
      var first = page.querySelectorAll("fieldset");
      for (ElementHandle each : first) {
        each.querySelector("input[type=radio]").check();
      }
      for (var words : page.querySelectorAll("input[name^=words-]")) {
        words.fill("As before");
      }
      if (!first.isEmpty()) {
        page.click("form[action$='/review/" + part + "'] button");
        page.waitForLoadState();
      }
    }
    browser.open(session + "/review");
    assertThat(page.textContent("main")).contains("Everything");
  }

  /// Each step stands in the audit, in the order of the work.
  private void everythingIsWrittenDown() {
    assertThat(Superuser.acts(database, work))
        .containsSubsequence(
            "network.exercise-opened",
            "network.subject-added",
            "network.map-drawn",
            "network.own-map-told",
            "network.own-map-drawn",
            "network.own-map-finished",
            "network.own-map-joined",
            "network.map-sealed",
            "network.papers-filed",
            "network.threshold-decided",
            "network.guest-pack-made",
            "network.guest-pack-read",
            "network.exercise-closed");
  }

  private void aStrangerFindsNothing(String own) {
    var stranger = people.signedIn(casework.aTeam("Apart").chair());
    for (String path : List.of("", "/telling", "/map", "/comparing", "/copies")) {
      assertThat(stranger.get(own + path).status()).as("own map" + path).isEqualTo(404);
    }
    for (String path :
        List.of("", "/preparing", "/sessions", "/assessments", "/own-maps", "/photos")) {
      assertThat(stranger.get(exercise + path).status()).as(path).isEqualTo(404);
    }
    for (String path : List.of("", "/table", "/log", "/versions", "/actions", "/gaps", "/copies")) {
      assertThat(stranger.get(map + path).status()).as(path).isEqualTo(404);
    }
    assertThat(text(stranger, "/network/exercises")).doesNotContain("The arcade");
  }

  private static String text(Visitor visitor, String path) {
    return visitor.get(path).page().text();
  }
}
