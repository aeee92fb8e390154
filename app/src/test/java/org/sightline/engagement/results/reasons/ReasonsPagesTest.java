package org.sightline.engagement.results.reasons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sightline.engagement.results.ResultsExample.CORRIDOR;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sightline.engagement.results.Reasons;
import org.sightline.engagement.results.ResultsExample;
import org.sightline.engagement.results.ResultsTest;
import org.sightline.kernel.Role;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;

@ResultsTest
class ReasonsPagesTest {

  @Autowired private ResultsExample example;
  @Autowired private Reasons reasons;
  @Autowired private TestPeople people;

  @Test
  void whatIsNoNumberComesBackWithASentenceAndWhatWasTyped() {
    var round = example.round();

    var answer =
        people
            .signedIn(Role.FACILITATOR)
            .post(
                round.results() + "/reasons",
                "zone",
                round.zones().get(CORRIDOR).value(),
                "times-dark",
                "lots");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.page().select(".govuk-error-summary").text()).contains("whole number");
    assertThat(answer.page().select("#times-dark").val()).isEqualTo("lots");
    assertThat(answer.page().select(".govuk-error-summary a").attr("href"))
        .isEqualTo("#times-dark");
    assertThat(reasons.counted(example.owner(), round.id())).isEmpty();
  }

  @Test
  void aZoneOfAnotherPlanIsNotThere() {
    var round = example.round();
    var other = example.round();

    var answer =
        people
            .signedIn(Role.FACILITATOR)
            .post(
                round.results() + "/reasons",
                "zone",
                other.zones().get(CORRIDOR).value(),
                "times-dark",
                "2");

    assertThat(answer.status()).isEqualTo(404);
  }

  @Test
  void aZoneThatIsNoneIsNotThere() {
    var round = example.round();
    var facilitator = people.signedIn(Role.FACILITATOR);

    for (String zone : List.of("", " ", "x", "null")) {
      String asked = java.net.URLEncoder.encode(zone, java.nio.charset.StandardCharsets.UTF_8);
      assertThat(facilitator.get(round.results() + "/reasons?zone=" + asked).status())
          .as("shown <%s>", zone)
          .isEqualTo(404);
      assertThat(facilitator.post(round.results() + "/reasons", "zone", zone).status())
          .as("counted <%s>", zone)
          .isEqualTo(404);
    }
  }

  @Test
  void whoOnlyReadsDoesNotCount() {
    var round = example.round();

    assertThat(people.signedIn(Role.HEAD).get(round.results() + "/reasons").status())
        .isIn(403, 404);
  }

  @Test
  void reasonsAreCountedAndCountedAgain() {
    var round = example.round();
    var facilitator = people.signedIn(Role.FACILITATOR);
    var zone = round.zones().get(CORRIDOR).value();
    facilitator.post(
        round.results() + "/reasons", "zone", zone, "times-dark", "4", "times-groups", "7");

    var saved =
        facilitator.post(
            round.results() + "/reasons", "zone", zone, "times-dark", "6", "times-groups", "0");

    assertThat(saved.page().text()).contains(CORRIDOR + " (counted)");
    assertThat(
            facilitator
                .get(round.results() + "/reasons?zone=" + zone)
                .page()
                .select("#times-dark")
                .val())
        .isEqualTo("6");
    assertThat(reasons.counted(example.owner(), round.id()).get(round.zones().get(CORRIDOR)))
        .containsExactly(new Reasons.Given(new Reasons.Reason("dark", "Dark or badly lit"), 6));
  }
}
