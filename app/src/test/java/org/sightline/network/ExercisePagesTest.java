package org.sightline.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.Superuser;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.sightline.web.Dates;
import org.springframework.beans.factory.annotation.Autowired;

/// The exercise of issue 4, through its pages.
@SightlineTest
class ExercisePagesTest {

  private static final String NEW = "/network/exercises/new/about";
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

  @Autowired private TestPeople people;
  @Autowired private TestCasework casework;
  @Autowired private org.sightline.store.DatabaseSettings database;

  private TestCasework.Team team;
  private Visitor chair;

  @BeforeEach
  void signIn() {
    team = casework.aTeam("Exercise");
    chair = people.signedIn(team.chair());
  }

  @Test
  void nothingIsAskedBeforeWhetherAnyoneIsAtRisk() {
    var first = chair.get("/network/exercises/new");
    assertThat(first.page().text()).contains("ring now", "999");

    assertThat(chair.get(NEW).status()).isEqualTo(422);
    var ring = chair.get(NEW + "?risk=ring");
    assertThat(ring.status()).isEqualTo(422);
    assertThat(ring.page().select(".govuk-error-summary").text()).contains("Ring the police");
    assertThat(chair.get(NEW + "?risk=no").page().select("#objective")).isNotEmpty();
    assertThat(chair.post(NEW, "title", "Sneaked in").status()).isEqualTo(422);
  }

  @Test
  void whatIsMissingIsSaidAndWhatWasTypedStays() {
    var refused = chair.post(NEW, "risk", "no", "objective", "See who is there.");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.page().select(".govuk-error-summary li")).hasSizeGreaterThan(8);
    assertThat(refused.page().select("#objective").text()).isEqualTo("See who is there.");
  }

  @Test
  void anExerciseIsIdentifiedTodayOrBefore() {
    var refused = chair.post(NEW, filled(TODAY.plusDays(1), "none"));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.page().select("#identified-error").text()).contains("today or before");
  }

  @Test
  void withoutAnAgreementItOpensAndThatIsRecorded() {
    var opened = chair.post(NEW, filled(TODAY, "none"));

    assertThat(opened.status()).isEqualTo(200);
    assertThat(opened.path()).matches("/network/exercises/[0-9a-f-]{36}");
    assertThat(opened.page().text())
        .contains("There is no agreement: that is recorded", "There was none when it was opened");
  }

  @Test
  void allDatesAreThereAndSayWhy() {
    var page = chair.post(NEW, filled(TODAY, "draft")).page();

    var rows = page.select("table tbody tr");
    assertThat(rows).hasSize(9);
    var first = rows.select("th:contains(First session, inside)").parents().first().parent();
    assertThat(page.text())
        .contains(
            "14 days after " + Dates.weekday(TODAY),
            "Rule: first-mapping. B58",
            "7 days before " + Dates.weekday(TODAY.plusDays(14)));
    assertThat(first).isNotNull();
    assertThat(page.select(".govuk-inset-text").text()).contains("Find out who waits");
  }

  @Test
  void whatIsDoneLateStaysLateAndWhatHangsOnItFollows() {
    String at = opened(TODAY.minusDays(40));
    assertThat(chair.get(at).page().text())
        .contains("These dates cannot all be kept", "Overdue by 26 days");

    var held = TODAY.minusDays(2);
    var kept = say(at, "FIRST_MAPPING", "DONE", held);
    assertThat(kept.status()).isEqualTo(200);
    assertThat(kept.page().text())
        .contains("Done, 24 days late", "Done on " + Dates.weekday(held))
        .contains("14 days after " + Dates.weekday(held) + ", the day of the first session");

    chair.post(at + "/closing", closing());
    assertThat(chair.get(at).page().text()).contains("Done, 24 days late", "Closed: it was agreed");
  }

  @Test
  void anExemptionHasAReasonAndCanBeTakenBack() {
    String at = opened(TODAY);
    var refused = chair.post(at + "/dates/FIRST_LIST", "what", "EXEMPT");
    assertThat(refused.status()).isEqualTo(422);

    var exempt =
        chair.post(
            at + "/dates/FIRST_LIST", "what", "EXEMPT", "because", "All of them sit in one room.");
    assertThat(exempt.page().text()).contains("Does not apply: All of them sit in one room.");
    var open = chair.post(at + "/dates/FIRST_LIST", "what", "OPEN");
    assertThat(open.page().text()).doesNotContain("All of them sit in one room.");
    assertThat(chair.get(at + "/dates/FIRST_LIST").page().text())
        .contains("All of them sit in one room.", "Said to be open again");
  }

  @Test
  void whatIsDoneWasDoneByToday() {
    String at = opened(TODAY);

    assertThat(say(at, "FIRST_MAPPING", "DONE", TODAY.plusDays(1)).status()).isEqualTo(422);
    assertThat(say(at, "FIRST_MAPPING", "PLANNED", TODAY.plusDays(20)).page().text())
        .contains(
            "it is planned for " + Dates.weekday(TODAY.plusDays(20)) + ", after its last day");
    assertThat(chair.get(at + "/dates/NEVER").status()).isEqualTo(404);
  }

  @Test
  void anEventBringsTheReviewForwardAndIsTakenBack() {
    String at = opened(TODAY.minusDays(30));
    say(at, "FIRST_MAPPING", "DONE", TODAY.minusDays(25));
    say(at, "FIRST_PARTNERS", "DONE", TODAY.minusDays(20));

    assertThat(chair.post(at + "/events", "kind", "INCIDENT").status()).isEqualTo(422);
    var added =
        chair.post(
            at + "/events",
            day("day", TODAY, "kind", "INCIDENT", "what", "A fight by the arcade."));
    assertThat(added.page().text())
        .contains(Dates.weekday(TODAY.plusDays(14)), "The earliest day wins", "A fight");
    String back = added.page().select("form[action$=/taking-back]").attr("action");
    assertThat(chair.post(back).page().text()).doesNotContain("A fight by the arcade.");
  }

  @Test
  void aSessionKeepsTheDateOfTheExerciseAndSaysWhoCame() {
    String at = opened(TODAY.minusDays(3));
    assertThat(chair.post(at + "/sessions", "kind", "INTERNAL").status()).isEqualTo(422);
    var session =
        chair.post(at + "/sessions", day("day", TODAY.plusDays(4), "kind", "INTERNAL")).path();
    assertThat(chair.get(at).page().text())
        .contains("Planned for " + Dates.weekday(TODAY.plusDays(4)));

    assertThat(chair.post(session + "/invitations", "role", "Nurse").status()).isEqualTo(422);
    var invited =
        chair.post(
            session + "/invitations", "partner", "health", "agency", "Invented", "role", "Nurse");
    String attendance = invited.page().select("form[action$=/attendance]").attr("action");
    assertThat(chair.post(attendance, "came", "NONSENSE").status()).isEqualTo(404);
    assertThat(chair.post(attendance, "came", "CAME").page().text()).contains("1 of 1 came");
    chair.post(session + "/notes", "note", "PARTNER", "words", "Ask the housing office");
    chair.post(session + "/notes", "note", "TANGENT", "words", "The shop next door");
    assertThat(chair.get(session).page().text()).contains("The shop next door", "parked");

    assertThat(
            chair.post(session + "/day", day("day", TODAY.plusDays(1), "state", "held")).status())
        .isEqualTo(422);
    chair.post(session + "/day", day("day", TODAY, "state", "held"));
    assertThat(chair.get(at).page().text()).contains("Done on " + Dates.weekday(TODAY));
    var partners = chair.post(at + "/sessions", day("day", TODAY.plusDays(9), "kind", "PARTNERS"));
    assertThat(partners.page().text()).contains("The first session named: Ask the housing office");

    chair.post(session + "/taking-back");
    assertThat(chair.get(at).page().text()).doesNotContain("Done on " + Dates.weekday(TODAY));
    chair.post(at + "/sessions", day("day", TODAY, "kind", "INTERNAL"));
    assertThat(chair.post(session + "/return").page().text())
        .contains("Another session keeps its date");
    var stranger = people.signedIn(casework.aTeam("Apart").chair());
    assertThat(stranger.get(session).status()).isEqualTo(404);
    assertThat(stranger.post(session + "/notes", "note", "RISK", "words", "x").status())
        .isEqualTo(404);
  }

  @Test
  void theObjectiveIsOnEveryPageAndChangesWithAReason() {
    String at = opened(TODAY);
    for (String page :
        List.of("", "/objective", "/events", "/closing", "/dates/REVIEW-1", "/preparing")) {
      assertThat(chair.get(at + page).page().select(".govuk-inset-text").text())
          .as(page)
          .contains("Find out who waits");
    }
    var refused = chair.post(at + "/objective", "version", "1", "objective", "Another");
    assertThat(refused.status()).isEqualTo(422);
    var changed =
        chair.post(
            at + "/objective", "version", "1", "objective", "Another", "because", "We know more.");
    assertThat(changed.page().select(".govuk-inset-text").text()).contains("Another");
    assertThat(
            chair
                .post(
                    at + "/objective", "version", "1", "objective", "Third", "because", "Too late.")
                .page()
                .text())
        .contains("Somebody else changed it");
    assertThat(chair.get(at + "/objective").page().text()).contains("Find out who waits");
  }

  @Test
  void aDateKeepsTheRuleItWasComputedBy() {
    var governance = people.signedIn(org.sightline.kernel.Role.GOVERNANCE);
    String before = opened(TODAY);
    rule(governance, "10");
    try {
      String after = opened(TODAY);
      assertThat(chair.get(before + "/dates/FIRST_MAPPING").page().text())
          .contains("14 days after " + Dates.weekday(TODAY));
      assertThat(chair.get(after + "/dates/FIRST_MAPPING").page().text())
          .contains("10 days after " + Dates.weekday(TODAY));
    } finally {
      rule(governance, "14");
    }
  }

  @Test
  void whoeverChangesARuleIsToldWhatCannotAllBeKept() {
    var governance = people.signedIn(org.sightline.kernel.Role.GOVERNANCE);
    assertThat(governance.get("/clocks/rules").page().select("#conflicts")).isEmpty();
    rule(governance, "list-out", "20");
    try {
      assertThat(governance.get("/clocks/rules/list-out").page().select("#conflicts").text())
          .contains("would have to be out before anybody knows of what it is about");
      assertThat(governance.get("/clocks/rules").page().select("#conflicts li")).isNotEmpty();
    } finally {
      rule(governance, "list-out", "7");
    }
    assertThat(governance.get("/clocks/rules").page().select("#conflicts")).isEmpty();
  }

  private static void rule(Visitor governance, String amount) {
    rule(governance, "first-mapping", amount);
  }

  private static void rule(Visitor governance, String rule, String amount) {
    String at = "/clocks/rules/" + rule;
    var form = governance.get(at).page();
    String version = form.select("input[name=version]").attr("value");
    assertThat(
            governance
                .post(
                    at,
                    "version",
                    version,
                    "amount",
                    amount,
                    "kind",
                    "calendar-days",
                    "landing",
                    "any-day",
                    "warning",
                    "5",
                    "because",
                    "To see what it does")
                .status())
        .isEqualTo(200);
  }

  @Test
  void onesOwnCalendarHasTheDaysAndNothingElse() {
    opened(TODAY);
    var lent = chair.post("/clocks/my-calendar").page().select("#address").text();
    var feed = people.stranger().get(lent.substring(lent.indexOf("/clocks/feed/")));
    String text = new String(feed.response().body(), java.nio.charset.StandardCharsets.UTF_8);

    assertThat(text)
        .contains("DTSTART;VALUE=DATE:" + TODAY.plusDays(14).toString().replace("-", ""))
        .contains("DTSTART;VALUE=DATE:" + TODAY.plusDays(7).toString().replace("-", ""))
        .doesNotContainIgnoringCase("corner", "waits", "mapping", team.word() + " desk");
    var other = people.signedIn(casework.aTeam("Apart").chair());
    String others = other.post("/clocks/my-calendar").page().select("#address").text();
    var empty = people.stranger().get(others.substring(others.indexOf("/clocks/feed/")));
    assertThat(new String(empty.response().body(), java.nio.charset.StandardCharsets.UTF_8))
        .doesNotContain("DTSTART");
  }

  @Test
  void practiceIsMarkedOnEveryPageAndHasNoDates() {
    var form = new ArrayList<>(Arrays.asList(filled(TODAY, "none")));
    form.addAll(List.of("practice", "yes"));
    var opened = chair.post(NEW, form.toArray(String[]::new));

    assertThat(opened.page().text()).contains("For practice", "no dates to keep");
    for (String page : List.of("/objective", "/events", "/closing", "/preparing")) {
      assertThat(chair.get(opened.path() + page).page().text()).contains("For practice");
    }
    assertThat(chair.get("/network/exercises").page().select(".govuk-tag").text())
        .contains("practice");
  }

  @Test
  void closingCanBeUndone() {
    String at = opened(TODAY);
    assertThat(chair.post(at + "/closing", "why", "Enough").status()).isEqualTo(422);
    chair.post(at + "/closing", closing());
    assertThat(chair.post(at + "/reopening").page().text()).doesNotContain("Closed: it was agreed");
  }

  @Test
  void whoDoesNotWorkOnItFindsNothing() {
    String at = opened(TODAY);
    var stranger = people.signedIn(casework.aTeam("Apart").chair());
    for (String page :
        List.of("", "/objective", "/events", "/closing", "/dates/REVIEW-1", "/preparing")) {
      assertThat(stranger.get(at + page).status()).as(page).isEqualTo(404);
    }
    assertThat(stranger.post(at + "/closing", closing()).status()).isEqualTo(404);
    assertThat(stranger.get("/network/exercises").page().text()).doesNotContain("Invented corner");
  }

  @Test
  void theDatabaseHoldsNoWordOfIt() {
    opened(TODAY);
    var written =
        Superuser.rolledBack(
            database,
            jdbc ->
                jdbc.sql("select encode(content, 'escape') from network.exercise_text")
                    .query(String.class)
                    .list());
    assertThat(written).isNotEmpty().noneMatch(text -> text.contains("waits"));
  }

  private String opened(LocalDate identified) {
    return chair.post(NEW, filled(identified, "none")).path();
  }

  private Visitor.Arrived say(String at, String slot, String what, LocalDate day) {
    return chair.post(at + "/dates/" + slot, day("day", day, "what", what));
  }

  private static String[] closing() {
    return day("agreedOn", TODAY, "why", "It is quiet there.", "agreedBy", "Police and youth work");
  }

  private String[] filled(LocalDate identified, String agreement) {
    return day(
        "identified",
        identified,
        "risk",
        "no",
        "place",
        team.id().toString(),
        "title",
        "Invented corner",
        "kind",
        "ASSESS",
        "basis",
        "Children Act 2004, section 11",
        "whyNow",
        "Two reports in a week.",
        "contact",
        "Invented desk",
        "framework",
        "contextual-safeguarding",
        "unit",
        "peer-group",
        "source",
        "police-report",
        "agreement",
        agreement,
        "objective",
        "Find out who waits at the corner.",
        "themes",
        "county-lines",
        "chairing",
        "Invented team");
  }

  private static String[] day(String name, LocalDate day, String... more) {
    var all = new ArrayList<>(Arrays.asList(more));
    all.addAll(
        List.of(
            name + "-day", "" + day.getDayOfMonth(),
            name + "-month", "" + day.getMonthValue(),
            name + "-year", "" + day.getYear()));
    return all.toArray(String[]::new);
  }
}
