package org.sightline.engagement.results.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sightline.engagement.results.ResultsExample.CORRIDOR;
import static org.sightline.engagement.results.ResultsExample.OFFICE;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sightline.engagement.results.HeldMarks;
import org.sightline.engagement.results.HeldOutcomes;
import org.sightline.engagement.results.ResultsExample;
import org.sightline.engagement.results.ResultsTest;
import org.sightline.engagement.results.ZoneOutcomes.Red;
import org.sightline.kernel.Level;
import org.sightline.kernel.Role;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;

@ResultsTest
class PublishingPagesTest {

  @Autowired private ResultsExample example;
  @Autowired private HeldMarks marks;
  @Autowired private HeldOutcomes outcomes;
  @Autowired private TestPeople people;

  @Test
  void whatWaitsIsSaidAndNothingCanBeMade() {
    var round = example.round();
    example.plan(round);

    var page = people.signedIn(Role.ROUND_OWNER).get(round.results() + "/publishing").page();

    assertThat(page.select("#refusal").text()).startsWith("No session of this round");
    assertThat(page.text()).contains("1 session is still planned or open");
    assertThat(page.select("main form")).isEmpty();
  }

  @Test
  void thePageIsForTheOwnerOnly() {
    var round = example.thirty();

    for (var role : List.of(Role.SAFEGUARDING_LEAD, Role.FACILITATOR, Role.HEAD)) {
      var visitor = people.signedIn(role);
      assertThat(visitor.get(round.results() + "/publishing").status()).isIn(403, 404);
      assertThat(visitor.post(round.results() + "/publishing").status()).isIn(403, 404);
    }
  }

  @Test
  void theOwnerMakesResults() {
    var round = example.thirty();
    var owner = people.signedIn(Role.ROUND_OWNER);
    assertThat(owner.get(round.results() + "/publishing").page().text())
        .contains("2 sessions are closed", "Places will show numbers");

    var made = owner.post(round.results() + "/publishing");

    assertThat(made.heading()).isEqualTo("Score summary map");
    assertThat(made.page().select(".govuk-notification-banner").text())
        .contains("Results 1 are made");
    assertThat(owner.get(round.results() + "/publishing").page().select("#made").text())
        .contains("from 30 maps");
  }

  @Test
  void publishingTwiceIsRefusedWithoutSayingHowManyMapsChanged() {
    var round = example.published();
    marks.withdraw(round.id(), 0);

    var refused = people.signedIn(Role.ROUND_OWNER).post(round.results() + "/publishing");

    assertThat(refused.page().text())
        .contains("fewer than 5 maps have changed. They stay as they are.");
    assertThat(refused.status()).isBetween(400, 499);
  }

  @Test
  void smallRoundsShowBands() {
    var round = example.round();
    example.close(round, 8, java.util.Collections.nCopies(7, Map.of(CORRIDOR, Level.RED)));
    var owner = people.signedIn(Role.ROUND_OWNER);
    owner.post(round.results() + "/publishing");

    for (var role : List.of(Role.HEAD, Role.ROUND_OWNER)) {
      var page = people.signedIn(role).get(round.results()).page();
      assertThat(page.select("main").text()).contains("hot, mixed or cool");
      assertThat(page.select("#all-places thead").text()).doesNotContain("Red");
      assertThat(
              page.select("#all-places tr:has(th:contains(%s)) td".formatted(CORRIDOR)).eachText())
          .startsWith("7", "hot");
      assertThat(page.select("svg").text()).contains(CORRIDOR, "hot");
      assertThat(page.select("#hottest")).isEmpty();
    }
    assertThat(owner.get(round.results() + "/outcomes").page().select("tbody tr").text())
        .contains(CORRIDOR, "some")
        .doesNotContain("7 of");
  }

  @Test
  void aBreakdownIsMadeOnceAndShownInBands() {
    var round = example.published();
    var owner = people.signedIn(Role.ROUND_OWNER);

    owner.post(round.results() + "/breakdown", "by", "YEAR_GROUP");

    var table = people.signedIn(Role.HEAD).get(round.results()).page().select("#by-group");
    assertThat(table.select("caption").text()).isEqualTo("Places by year group");
    assertThat(table.text()).contains(CORRIDOR).doesNotContain(OFFICE);
    assertThat(owner.get(round.results() + "/publishing").page().select("#no-breakdown").text())
        .contains("already been broken down");
    assertThat(owner.post(round.results() + "/breakdown", "by", "GENDER").status())
        .isBetween(400, 499);
  }

  @Test
  void aBreakdownByGenderIsShownInBands() {
    var round = example.published();

    people.signedIn(Role.ROUND_OWNER).post(round.results() + "/breakdown", "by", "GENDER");

    var table = people.signedIn(Role.HEAD).get(round.results()).page().select("#by-group");
    assertThat(table.select("caption").text()).isEqualTo("Places by groups of girls and of boys");
    assertThat(table.select("tbody td").eachText())
        .isNotEmpty()
        .allMatch(text -> text.matches("(?i)hot|mixed|cool|too few.*"));
  }

  @Test
  void everyZoneWithAnyRedIsListedHottestFirstAndRaisedInPlanOrder() {
    var round = example.published();
    var lead = people.signedIn(Role.SAFEGUARDING_LEAD);
    var page = lead.get(round.results() + "/outcomes").page();
    assertThat(page.select("tbody tr").first().text())
        .contains(CORRIDOR, "22 of 30 maps", "Not raised yet", "among the hottest");
    assertThat(page.text()).contains(OFFICE, "One adult is in charge here");

    lead.post(round.results() + "/outcomes");

    assertThat(outcomes.raised(round.id()))
        .extracting(Red::name)
        .containsExactly(CORRIDOR, ResultsExample.YARD, OFFICE, ResultsExample.HOSTILE);
    assertThat(lead.get(round.results() + "/outcomes").page().text())
        .contains("Raised; no outcome yet")
        .doesNotContain("Not raised yet");
  }

  @Test
  void theListOfRedZonesIsNotForOthers() {
    var round = example.published();

    for (var role : List.of(Role.FACILITATOR, Role.HEAD, Role.DEPUTY_LEAD)) {
      assertThat(people.signedIn(role).get(round.results() + "/outcomes").status()).isIn(403, 404);
    }
  }
}
