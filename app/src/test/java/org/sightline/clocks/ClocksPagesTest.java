package org.sightline.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.Role;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.Superuser;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// The rule book, the days off and one's own calendar, through their pages.
@SightlineTest
class ClocksPagesTest {

  private static final String RULE = "/clocks/rules/protection-file";

  @Autowired private TestPeople people;
  @Autowired private RuleBook rules;
  @Autowired private DatabaseSettings database;

  private Visitor governance;

  @BeforeEach
  void signIn() {
    governance = people.signedIn(Role.GOVERNANCE);
  }

  @AfterEach
  void asItWas() {
    change("5", "As it came.");
  }

  @Test
  void everybodyReadsTheRules() {
    var page = people.signedIn(Role.FACILITATOR).get("/clocks/rules").page();

    assertThat(page.select("tbody tr")).hasSize(rules.rules().size());
    assertThat(page.text()).contains("B61", "working days", "before the day of the session");
  }

  @Test
  void onlyAGovernanceOfficerChangesThem() {
    var lead = people.signedIn(Role.SAFEGUARDING_LEAD);

    assertThat(lead.get(RULE).page().select("main form")).isEmpty();
    assertThat(lead.post(RULE, "version", "0", "amount", "4", "because", "No").status())
        .isEqualTo(404);
    assertThat(governance.post("/clocks/rules/nonsense", "version", "0").status()).isEqualTo(404);
  }

  @Test
  void aChangeHoldsAtOnceAndKeepsWhoWhenAndWhy() {
    var changed = change("3", "Our own procedure, page 4.");

    assertThat(changed.page().text())
        .contains(
            "within 3 school days", "Our own procedure, page 4.", "As it came with Sightline");
    assertThat(rules.rule(new RuleId("protection-file")).amount()).isEqualTo(3);
  }

  @Test
  void aRuleOutsideItsLimitsIsRefusedInASentence() {
    var refused = change("9", "Longer.");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.page().select(".govuk-error-summary").text())
        .contains("between 1 and 5, not 9");
    assertThat(refused.page().select("#amount").attr("value")).isEqualTo("9");
    assertThat(change("four", "Why").status()).isEqualTo(422);
    assertThat(change("4", "").status()).isEqualTo(422);
  }

  @Test
  void twoChangesAtOnceAreToldApart() {
    var version = governance.get(RULE).page().select("input[name=version]").attr("value");
    governance.post(RULE, "version", version, "amount", "2", "because", "First.");

    assertThat(
            governance
                .post(RULE, "version", version, "amount", "4", "because", "Second.")
                .page()
                .text())
        .contains("Somebody else changed this rule");
  }

  @Test
  void aHolidayIsEnteredTakenOffAndPutBack() {
    String at = "/clocks/calendar/" + people.school() + "/closures";
    var refused = governance.post(at, "name", "Autumn break");
    assertThat(refused.status()).isEqualTo(422);

    var entered =
        governance.post(
            at,
            "name",
            "Invented break",
            "first-day",
            "25",
            "first-month",
            "10",
            "first-year",
            "2032",
            "last-day",
            "29",
            "last-month",
            "10",
            "last-year",
            "2032");
    assertThat(entered.page().text()).contains("Invented break: Monday 25 October 2032");
    String ending =
        entered
            .page()
            .select("li:contains(Invented break) form[action$=/ending]")
            .first()
            .attr("action");
    var off = governance.post(ending);
    assertThat(off.page().select("li:contains(Invented break)").text()).contains("taken off");
    assertThat(
            governance
                .post(ending.replace("/ending", "/return"))
                .page()
                .select("li:contains(Invented break)")
                .text())
        .doesNotContain("taken off");
    governance.post(ending);
    assertThat(people.signedIn(Role.FACILITATOR).post(at, "name", "Mine").status()).isIn(404, 422);
  }

  @Test
  void theHolidaysOfFourNationsAreThere() {
    assertThat(governance.get("/clocks/calendar?nation=SCOTLAND&year=2027").page().text())
        .contains("Tuesday 30 November 2027");
    assertThat(governance.get("/clocks/calendar?nation=NORTHERN_IRELAND&year=2027").page().text())
        .contains("Wednesday 17 March 2027");
    assertThat(governance.get("/clocks/calendar?nation=WALES&year=2027").page().text())
        .contains("Monday 30 August 2027")
        .doesNotContain("Tuesday 30 November 2027");
  }

  @Test
  void aProclaimedHolidayIsAddedOnceAndTakenOff() {
    String[] form = {
      "nation",
      "WALES",
      "holidayName",
      "Invented jubilee",
      "holiday-day",
      "4",
      "holiday-month",
      "6",
      "holiday-year",
      "2030"
    };
    var added = governance.post("/clocks/calendar/bank-holidays", form);
    assertThat(added.page().text()).contains("Tuesday 4 June 2030: Invented jubilee");
    assertThat(governance.post("/clocks/calendar/bank-holidays", form).status()).isEqualTo(422);
    String ending =
        added.page().select("li:contains(Invented jubilee) form").first().attr("action");
    governance.post(ending);
    assertThat(governance.get("/clocks/calendar?nation=WALES&year=2030").page().text())
        .contains("Invented jubilee taken off");
  }

  @Test
  void aCalendarOfOnesOwnSaysNothingButThatSomethingIsDue() {
    var chair = people.signedIn(Role.CHAIR);
    var lent = chair.post("/clocks/my-calendar");
    String address = lent.page().select("#address").text();
    String path = address.substring(address.indexOf("/clocks/feed/"));

    assertThat(path).matches("/clocks/feed/[A-Za-z0-9_-]{22}\\.ics");
    var feed = people.stranger().get(path);
    assertThat(feed.status()).isEqualTo(200);
    String text = new String(feed.response().body(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(text).startsWith("BEGIN:VCALENDAR").endsWith("END:VCALENDAR\r\n");
    assertThat(text.lines().filter(line -> line.startsWith("SUMMARY")).distinct().toList())
        .allMatch("SUMMARY:Something is due in Sightline"::equals);
    assertThat(chair.get("/clocks/my-calendar").page().text()).doesNotContain(path);
    var secret = path.substring("/clocks/feed/".length(), path.length() - 4);
    long plain =
        Superuser.rolledBack(
            database,
            jdbc ->
                jdbc.sql("select count(*) from clocks.feed f where f::text like :secret")
                    .param("secret", "%" + secret + "%")
                    .query(Long.class)
                    .single());
    assertThat(plain).isZero();

    String renewed = chair.post("/clocks/my-calendar").page().select("#address").text();
    assertThat(people.stranger().get(path).status()).isEqualTo(404);
    String other = renewed.substring(renewed.indexOf("/clocks/feed/"));
    assertThat(people.stranger().get(other).status()).isEqualTo(200);
    chair.post("/clocks/my-calendar/ending");
    assertThat(people.stranger().get(other).status()).isEqualTo(404);
    assertThat(people.stranger().get("/clocks/feed/" + "A".repeat(22)).status()).isEqualTo(404);
  }

  @Test
  void aHolidayBelongsToASchoolOfOnesOwn() {
    assertThat(
            governance
                .post(
                    "/clocks/calendar/" + java.util.UUID.randomUUID() + "/closures",
                    "name",
                    "Elsewhere",
                    "first-day",
                    "1",
                    "first-month",
                    "2",
                    "first-year",
                    "2030")
                .status())
        .isEqualTo(404);
  }

  private Visitor.Arrived change(String amount, String because) {
    var version = governance.get(RULE).page().select("input[name=version]").attr("value");
    return governance.post(RULE, "version", version, "amount", amount, "because", because);
  }
}
