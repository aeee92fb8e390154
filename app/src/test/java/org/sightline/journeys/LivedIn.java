package org.sightline.journeys;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sightline.access.Casework;
import org.sightline.access.GuestDesk;
import org.sightline.demonstration.InventedWorld;
import org.sightline.kernel.Role;
import org.sightline.testing.DroppedPile;
import org.sightline.testing.TestPeople;
import org.sightline.testing.TestRoleReviews;
import org.sightline.testing.Visitor;
import org.springframework.context.ApplicationContext;

/// The demonstration's world after somebody has worked in it: a concern raised, consent asked and
/// given, notes taken, a letter sent. Everything by filling in pages.
public final class LivedIn {

  private static final String[] PIECE = {
    "risk", "no",
    "title", "Invented work",
    "kind", "PLAN",
    "basis", "Children Act 2004",
    "whyNow", "Evenings get dark.",
    "contact", "Invented desk"
  };

  private final ApplicationContext application;
  private final TestPeople people;
  private final InventedWorld world;

  public LivedIn(ApplicationContext application, TestPeople people) {
    this.application = application;
    this.people = people;
    this.world = InventedWorld.in(application);
  }

  /// Addresses that no link leads to, or that are worth starting from, for each role that has some.
  public Map<Role, List<String>> furnish() {
    var facilitator = people.signedIn(Role.FACILITATOR);
    var owner = people.signedIn(Role.ROUND_OWNER);
    String receipt =
        Forms.send(
                facilitator,
                "/concerns/raising?session=" + world.openSession(),
                "form[action='/concerns/raising']",
                "immediate-risk",
                "no",
                "when-raised",
                "in-session",
                "what",
                "Somebody is waited for after school.",
                "known",
                "not-known",
                "enough",
                "not-known")
            .path();
    keepAwayFromTheConcern();
    keepARole(TestRoleReviews.comeRound(application, people.school()));
    askAGuest(Role.ROUND_OWNER, world.finished().id().value());
    askAGuest(Role.CHAIR, aPiece());
    String consent = "/engagement/sessions/" + world.plannedSession() + "/consent";
    Forms.send(
        owner,
        consent,
        "form[action$='/invitations']",
        "people",
        "Quill Invented, 13\nMorrow Madeup, 14\nTansy Fictional, 13");
    String form = returnAForm(facilitator, consent);
    String running = "/engagement/sessions/" + world.openSession() + "/running";
    Forms.send(facilitator, running, "[data-note]", "text", "Several say the light is poor.");
    keyTwice(facilitator, owner, "/engagement/sessions/" + world.openSession() + "/keying");
    DroppedPile.drop(facilitator, "/engagement/sessions/" + world.openSession());
    String plan = "/plans/" + world.finished().id();
    Forms.send(owner, plan + "/council", "form[action$='/sent']", "recipient", "Safer Places Team");
    Forms.send(
        owner,
        "/engagement/rounds/" + world.finished().id() + "/told",
        "form[action$='/told']",
        "audience",
        "EVERYBODY",
        "ways",
        "ASSEMBLY");
    String relied = relyOnAnAgreement();
    Forms.send(
        people.signedIn(Role.HEAD),
        "/clocks/calendar",
        "form[action$='/closures']",
        "name",
        "Invented holiday",
        "first-day",
        "3",
        "first-month",
        "4",
        "first-year",
        "2031");
    String address = leaveCopies();
    var chair = people.signedIn(Role.CHAIR);
    String exercise = MappedIn.exercise(chair);
    var chairs = new ArrayList<>(List.of(address, bringAFile(), aLine(), exercise, relied));
    var met = MetIn.an(chair, exercise);
    chairs.addAll(met);
    askAGuest(
        Role.CHAIR, UUID.fromString(met.getFirst().replaceAll(".*/sessions/([^/]+)/filing", "$1")));
    return Map.of(
        Role.CHAIR,
        chairs,
        Role.FACILITATOR,
        List.of(
            "/concerns/raising",
            receipt,
            "/engagement/sessions/" + world.openSession() + "/pile/review"),
        Role.ROUND_OWNER,
        List.of(
            "/signing-in",
            "/engagement/rounds/" + world.finished().id(),
            "/engagement/rounds/" + world.running().id(),
            "/engagement/sessions/" + world.plannedSession(),
            "/engagement/sessions/" + world.openSession(),
            "/engagement/sessions/" + world.closedSession(),
            consent,
            form + "/thanks?yes=true",
            "/engagement/rounds/" + world.running().id() + "/consent-text/versions/1",
            "/plans"));
  }

  /// The chair looks at a list of people that has not come onto the map yet.
  private String bringAFile() {
    var chair = people.signedIn(Role.CHAIR);
    byte[] list =
        "name\nQuill Invented\nQuill Invented\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    String map = "/network/maps/" + aPiece();
    chair.get(map);
    return chair.upload(map + "/import", "file", "people.csv", list).path();
  }

  private String aLine() {
    var chair = people.signedIn(Role.CHAIR);
    String work = chair.get("/casework").page().select("a:contains(Friday evenings)").attr("href");
    String table = work.replace("/casework/", "/network/maps/") + "/table";
    return chair.get(table).page().select("main td a").attr("href");
  }

  /// One piece of work relies on an agreement, and another can.
  ///
  /// @return the page of the one that does
  private String relyOnAnAgreement() {
    var chair = people.signedIn(Role.CHAIR);
    String piece = Forms.send(chair, "/casework/new", "form[action='/casework/new']", PIECE).path();
    Forms.send(chair, "/casework/new", "form[action='/casework/new']", PIECE);
    String page = "/sharing" + piece + "/agreements";
    String agreement =
        chair.get(page).page().select("option[value~=[0-9a-f]{8}-]").first().attr("value");
    chair.post(page, "agreement", agreement);
    return page;
  }

  /// The chair leaves a copy for the owner, and asks for a second person.
  ///
  /// @return where the second person is asked for
  private String leaveCopies() {
    var chair = people.signedIn(Role.CHAIR);
    String work = chair.get("/casework").page().select("a:contains(Friday evenings)").attr("href");
    String list = work.replace("/casework/", "/people/");
    String at = chair.get(list).page().select("main a:contains(Juno)").attr("href");
    Forms.send(
        chair,
        at + "/copies/new",
        "form[action$='/copies/new']",
        "toWhom",
        "An invented owner",
        "purpose",
        "PARTNERS",
        "way",
        "PICK_UP",
        "receiver",
        people.cast().the(Role.ROUND_OWNER).username());
    Forms.send(
        chair,
        at + "/copies/address",
        "form[action$='/copies/address']",
        "toWhom",
        "An invented officer",
        "reason",
        "They fetch her tonight.");
    return at + "/copies/address";
  }

  private void keepARole(Object review) {
    var head = people.signedIn(Role.HEAD);
    Forms.send(head, "/role-reviews/" + review, "form[action$=/keeping]");
  }

  /// The governance reader is asked to look at it, and somebody who never signed in.
  private void askAGuest(Role by, UUID pack) {
    var desk = application.getBean(GuestDesk.class);
    desk.ask(
        people.as(by),
        desk.pack(people.as(by), pack),
        "An invented guest",
        "guest-" + UUID.randomUUID(),
        LocalDate.now(ZoneId.of("Europe/London")).plusDays(30));
    var guest = people.cast().the(Role.GOVERNANCE);
    var found = desk.pack(people.as(by), pack);
    boolean asked =
        desk.given(people.as(by), found).stream()
            .anyMatch(pass -> !pass.over() && pass.name().equals(guest.name()));
    if (!asked) {
      var last = LocalDate.now(ZoneId.of("Europe/London")).plusDays(30);
      desk.ask(people.as(by), found, null, guest.username(), last);
    }
  }

  private UUID aPiece() {
    return application.getBean(Casework.class).mine(people.as(Role.CHAIR)).getFirst().id().value();
  }

  /// The deputy knows the family.
  private void keepAwayFromTheConcern() {
    var lead = people.signedIn(Role.SAFEGUARDING_LEAD);
    String concern =
        lead.get("/concerns").page().select("a[href~=/concerns/[0-9a-f]{8}-]").attr("href");
    String why = lead.get(concern).page().select(".why a").attr("href");
    Forms.send(
        lead,
        why.replace("/reasons/", "/conflicts/"),
        "form[action^='/conflicts/']:not([action$='/lifting'])",
        "colleague",
        people.cast().the(Role.DEPUTY_LEAD).id().toString(),
        "reason",
        "Knows the family.");
  }

  /// @return the address of the form that came back
  private static String returnAForm(Visitor facilitator, String consent) {
    var today = LocalDate.now(ZoneId.of("Europe/London"));
    String returning =
        facilitator.get(consent).page().select("a[href$='/returning']").first().attr("href");
    Forms.send(
        facilitator,
        returning,
        "form[action$='/returning']",
        "answer",
        "yes",
        "explainedBy",
        "An invented adult",
        "signedOn-day",
        "" + today.getDayOfMonth(),
        "signedOn-month",
        "" + today.getMonthValue(),
        "signedOn-year",
        "" + today.getYear());
    return returning.replace("/returning", "");
  }

  /// One sheet, read differently by two people.
  private static void keyTwice(Visitor first, Visitor second, String keying) {
    String said =
        Forms.send(first, keying, "form[action$='/labels']").page().select("[data-given]").text();
    String label = said.replaceAll("^Write (..) .*", "$1");
    String place = first.get(keying).page().select(".keying__place input").first().attr("name");
    Forms.send(first, keying, "#keying", "label", label, place, "R");
    Forms.send(second, keying + "?pass=2", "#keying", "label", label, place, "G");
  }
}
