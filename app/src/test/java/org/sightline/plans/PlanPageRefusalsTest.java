package org.sightline.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.Role;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.Visitor;

@SightlineTest
class PlanPageRefusalsTest extends PlanPageTest {

  @Test
  void aStrangerIsAskedToSignIn() {
    assertThat(people.stranger().get(at("")).path()).isEqualTo("/signing-in");
    assertThat(people.stranger().get("/plans/measures").path()).isEqualTo("/signing-in");
  }

  @Test
  void whoIsNoMemberOfTheRoundFindsNoPageOfIt() {
    var id = raise("Stairs", null, null);
    var action = act(id, "More light", null);
    for (Visitor visitor :
        List.of(people.signedIn(people.cast().outsider()), people.signedIn(Role.HEAD))) {
      for (String page :
          List.of(
              "",
              "/print",
              "/poster",
              "/council",
              "/issues/new",
              "/issues/" + id,
              "/issues/" + id + "/wording",
              "/issues/" + id + "/outcome",
              "/issues/" + id + "/actions/new",
              "/actions/" + action,
              "/actions/" + action + "/change")) {
        assertThat(visitor.get(at(page)).status()).as(page).isEqualTo(404);
      }
    }
    assertThat(people.signedIn(Role.GOVERNANCE).get("/plans/measures").status()).isEqualTo(404);
    assertThat(people.signedIn(Role.FACILITATOR).get("/plans/council-contacts").status())
        .isEqualTo(404);
    assertThat(people.student().get(at("")).status()).isEqualTo(404);
  }

  @Test
  void aFacilitatorReadsThePlanWithoutItsSensitivePlacesAndCannotPost() {
    var stairs = raise("Stairs", null, null);
    var music = raise("Music room", Route.HEAD, null);
    var facilitator = people.signedIn(Role.FACILITATOR);

    var plan = facilitator.get(at(""));
    assertThat(plan.page().select("th a").eachText()).containsExactly("Stairs");
    assertThat(plan.page().text()).doesNotContain("Music room", "Add an issue");
    assertThat(facilitator.get(at("/print")).page().text()).doesNotContain("Music room");
    assertThat(facilitator.get(at("/issues/" + music)).status()).isEqualTo(404);
    assertThat(facilitator.get(at("/council")).status()).isEqualTo(404);
    assertThat(facilitator.get(at("/issues/" + stairs + "/outcome")).status()).isEqualTo(404);
    assertThat(
            facilitator
                .post(
                    at("/issues/" + stairs + "/outcome"),
                    "kind",
                    "NO_ACTION",
                    "reason",
                    "No",
                    "version",
                    "0")
                .status())
        .isEqualTo(404);
    assertThat(plans.withoutOutcome(owner, round)).hasSize(2);
  }

  @Test
  void aFormThatIsNotRightKeepsWhatWasTypedAndSaysWhatToMend() {
    var visitor = people.signedIn(Role.ROUND_OWNER);

    var again =
        visitor.post(
            at("/issues/new"),
            "place",
            "",
            "said",
            "Too dark to see",
            "forStudents",
            "Ask Larkspurvenn about it");

    assertThat(again.status()).isEqualTo(422);
    assertThat(again.page().title()).startsWith("Error:");
    assertThat(again.page().select(".govuk-error-summary a").eachAttr("href"))
        .contains("#place", "#source", "#route", "#forStudents");
    for (String link : again.page().select(".govuk-error-summary a").eachAttr("href")) {
      assertThat(again.page().select(link)).as(link).hasSize(1);
    }
    assertThat(again.page().select("#said").text()).isEqualTo("Too dark to see");
    assertThat(plans.issuesOf(owner, round)).isEmpty();

    var id = raise("Stairs", null, null);
    assertThat(visitor.post(at("/issues/" + id + "/outcome"), "version", "0").status())
        .isEqualTo(422);
    assertThat(
            visitor
                .post(at("/issues/" + id + "/outcome"), "version", "0", "kind", "NO_ACTION")
                .page()
                .select(".govuk-error-summary a")
                .attr("href"))
        .isEqualTo("#reason");
    var action =
        visitor.post(
            at("/issues/" + id + "/actions/new"),
            "due-day",
            "31",
            "due-month",
            "6",
            "due-year",
            "2027");
    assertThat(action.status()).isEqualTo(422);
    assertThat(action.page().select(".govuk-error-summary a").eachAttr("href"))
        .contains("#library", "#kind", "#owner", "#due", "#answer");
  }

  @Test
  void whoSavesSecondIsToldSoAndTheFirstStays() {
    var id = raise("Stairs", null, null);
    var visitor = people.signedIn(Role.ROUND_OWNER);
    var form = visitor.get(at("/issues/" + id + "/wording"));
    String version = form.page().select("[name=version]").attr("value");
    String[] first = {"version", version, "place", "North stairs", "route", "none"};
    String[] second = {"version", version, "place", "South stairs", "route", "none"};

    assertThat(visitor.post(at("/issues/" + id + "/wording"), first).status()).isEqualTo(200);
    var late =
        people.signedIn(Role.SAFEGUARDING_LEAD).post(at("/issues/" + id + "/wording"), second);

    assertThat(late.status()).isEqualTo(412);
    assertThat(late.heading()).isEqualTo("Somebody else saved first");
    assertThat(late.page().select(".govuk-summary-card__title").eachText())
        .containsExactly("Which place is it?");
    assertThat(late.page().select(".govuk-summary-card dd").eachText())
        .containsExactly("Stairs", "North stairs", "South stairs");
    assertThat(late.page().select("[name=place]").val()).isEqualTo("South stairs");
    assertThat(late.page().select("[name=version]").val()).isEqualTo("2");
    assertThat(plans.issuesOf(owner, round))
        .singleElement()
        .satisfies(issue -> assertThat(issue.text().place()).isEqualTo("North stairs"));
  }
}
