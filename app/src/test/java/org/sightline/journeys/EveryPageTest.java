package org.sightline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.sightline.demonstration.InventedWorld;
import org.sightline.kernel.Role;
import org.sightline.testing.Browser;
import org.sightline.testing.BrowserTest;
import org.sightline.testing.TestPeople;
import org.sightline.web.Site;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.MethodMode;

/// Every page there is, as everybody who may open it: fit for a screen reader and a telephone, with
/// links that lead somewhere.
@BrowserTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EveryPageTest {

  /// Each long one has an application to itself: what the others did to theirs is done once.
  private static final int LAST = Integer.MAX_VALUE;

  private static final List<Role> WALKERS =
      List.of(
          Role.ROUND_OWNER,
          Role.FACILITATOR,
          Role.SAFEGUARDING_LEAD,
          Role.HEAD,
          Role.ADMINISTRATOR,
          Role.GOVERNANCE,
          Role.CHAIR);

  /// What somebody comes to who is not signed in yet or shows again who they are, and what a script
  /// or a calendar asks for: PasskeyBrowserTest, MapInABrowserTest, ClocksPagesTest and
  /// AssessmentsTest open those.
  private static final String NOT_LINKED =
      "/setting-up/.*|/signing-in(-again)?/passkey-options|/your-sign-in/passkeys/options|/signing-in/code|/signing-in-again|/signing-in(-again)?/directory(/answer)?|/your-sign-in/directory|/network/maps/[^/]+/(drawn|shape)|/network/maps/[^/]+/versions/[^/]+/drawn|/network/exercises/[^/]+/(photos|assessments/documents)/[^/]+|/engagement/sessions/[^/]+/pile/review/zones/[^/]+|/clocks/feed/[^/]+";

  private static final String GO_ON =
      "main form:not(.leave) button.govuk-button:not(.govuk-button--secondary)";

  private static final String[] STUDENT_PAGES = {
    "/joining",
    "/what-happens",
    "/year-group",
    "/marking",
    "/marking/floor/{position}",
    "/slip",
    "/leaving",
    "/withdrawing"
  };

  private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  @Autowired private ApplicationContext application;
  @Autowired private TestPeople people;

  @Test
  void ofTheStaffSiteIsFitForEverybodyAndEveryLinkLeadsSomewhere(Browser browser) {
    walk(browser, false);
  }

  @Test
  @Order(LAST)
  @DirtiesContext(methodMode = MethodMode.BEFORE_METHOD)
  @Tag("long")
  void ofTheStaffSiteIsFitInEachOfItsStates(Browser browser) {
    walk(browser, true);
  }

  /// @param closely several examples of every page as the owner of a round, not one
  private void walk(Browser browser, boolean closely) {
    var starts = new LivedIn(application, people).furnish();
    var routes = Routes.of(application, Site.STAFF);
    var kinds = new HashSet<String>();
    var opened = new HashSet<String>();
    var findings = new TreeMap<String, Set<Role>>();

    for (Role role : WALKERS) {
      var from = new ArrayList<>(List.of("/"));
      from.addAll(starts.getOrDefault(role, List.of()));
      boolean isOwner = role == WALKERS.getFirst();
      var walk =
          new Walk(routes, kinds, closely && isOwner).from(browser.another().signIn(role), from);
      opened.addAll(walk.routesSeen());
      walk.findings()
          .forEach(
              finding ->
                  findings
                      .computeIfAbsent(finding.replaceAll(ID, "…"), none -> new TreeSet<>())
                      .add(role));
    }

    assertThat(findings).isEmpty();
    assertThat(unopened(routes, opened))
        .as("No link leads to these, and LivedIn names no example of them")
        .isEmpty();
  }

  @Test
  void ofTheStudentSiteIsFitForEverybody(Browser browser) {
    var world = InventedWorld.in(application);
    String code =
        new Person(browser.another().signIn(Role.FACILITATOR))
            .open("/engagement/sessions/" + world.openSession() + "/class-code")
            .text(".joining__code");
    var page = browser.openStudentSite("/joining").playwright();
    browser.page().checkAccessible();
    var student = new Person(browser);
    student.type("code", "no").pressAt(GO_ON).find(".govuk-error-summary").waitFor();
    browser.page().checkAccessible();
    student.type("code", code);
    for (String next : List.of("what-happens", "year-group", "marking")) {
      student.pressAt(GO_ON).comesTo("/" + next);
      browser.page().checkAccessible();
    }
    student.pressAt("[data-use=list]");
    browser.page().checkAccessible();
    student.pressAt("#done").find("#send").waitFor();
    browser.page().checkAccessible();
    student.pressAt("#send").find(".slip").waitFor();
    browser.page().checkAccessible();
    String slip = student.find(".slip").getAttribute("data-code");
    student.pressAt("form[action='/leaving'] button").comesTo("/leaving");
    browser.page().checkAccessible();
    for (String typed : List.of("nonsense", slip)) {
      student.open("/withdrawing").type("code", typed).press("Delete my map");
      page.locator(".govuk-error-summary, .receipt").first().waitFor();
      browser.page().checkAccessible();
    }
    student.open("/marking");
    browser.page().checkAccessible();
    assertThat(Routes.of(application, Site.STUDENT).all())
        .as("Another page of the student site: look at it here")
        .containsExactlyInAnyOrder(STUDENT_PAGES);
  }

  private static Set<String> unopened(Routes routes, Set<String> opened) {
    var missing = new TreeSet<>(routes.all());
    missing.removeAll(opened);
    missing.removeIf(route -> route.matches(NOT_LINKED));
    return missing;
  }
}
