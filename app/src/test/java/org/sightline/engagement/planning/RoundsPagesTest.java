package org.sightline.engagement.planning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sightline.contexts.floorplans.FloorPlans;
import org.sightline.kernel.Role;
import org.sightline.store.SystemStore;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;

@SightlineTest
class RoundsPagesTest {

  @Autowired private TestPeople people;
  @Autowired private FloorPlans plans;
  @Autowired private Rounds rounds;
  @Autowired private Sessions sessions;
  @Autowired private SystemStore store;

  @Test
  void aStrangerIsAskedToSignIn() {
    assertThat(people.stranger().get("/engagement/rounds").path()).isEqualTo("/signing-in");
    assertThat(people.stranger().get("/engagement/rounds/new").path()).isEqualTo("/signing-in");
  }

  @Test
  void somebodyFromAnotherSchoolFindsNoRoundOfOurs() {
    var made = new PlannedRound(people, plans, rounds, sessions);
    var outsider = people.signedIn(people.cast().outsider());

    assertThat(outsider.get("/engagement/rounds").page().text()).doesNotContain("Invented round");
    assertThat(outsider.get(path(made)).status()).isEqualTo(404);
    assertThat(outsider.post(path(made) + "/ending").status()).isEqualTo(404);
    assertThat(outsider.get(path(made) + "/questions/discussion").status()).isEqualTo(404);
    assertThat(Trail.of(store, made.round().id().value()))
        .contains("engagement.round-ended DENIED");
  }

  @Test
  void anEmptyListTeachesWithTheFourAims() {
    var page = people.signedIn(people.cast().outsider()).get("/engagement/rounds");

    assertThat(page.heading()).isEqualTo("Rounds");
    assertThat(page.page().select("ol").getFirst().select("li")).hasSize(4);
    assertThat(page.page().text()).contains("For example");
  }

  @Test
  void aRoundIsNotStartedByAFacilitator() {
    var facilitator = people.signedIn(Role.FACILITATOR);

    assertThat(facilitator.get("/engagement/rounds/new").status()).isEqualTo(404);
    assertThat(facilitator.post("/engagement/rounds", "title", "Mine").status()).isEqualTo(404);
  }

  @Test
  void aRoundIsNotStartedWithoutATitleAndAPlanAndKeepsWhatWasTyped() {
    new PlannedRound(people, plans, rounds, sessions);

    var page =
        people
            .signedIn(Role.ROUND_OWNER)
            .post("/engagement/rounds", "title", "Spring round", "plan", "nonsense");

    assertThat(page.status()).isEqualTo(422);
    assertThat(page.page().select(".govuk-error-summary a").eachText())
        .containsExactly("Choose the plan that students will mark.");
    assertThat(page.page().select("#title").val()).isEqualTo("Spring round");
    assertThat(
            people
                .signedIn(Role.ROUND_OWNER)
                .post("/engagement/rounds", "title", " ")
                .page()
                .select(".govuk-error-summary a")
                .eachText())
        .hasSize(2);
  }

  @Test
  void aRoundIsNotStartedOnThePlanOfAnotherSchool() {
    var outsider = people.cast().outsider();
    var theirs =
        plans.newestOf(
            org.sightline.kernel.SignedIn.as(outsider.id()),
            org.sightline.demonstration.InventedSchool.workspace(outsider.school()));

    assertThat(theirs).isEmpty();
    var page =
        people
            .signedIn(Role.ROUND_OWNER)
            .post(
                "/engagement/rounds",
                "title",
                "Ours",
                "plan",
                java.util.UUID.randomUUID().toString());
    assertThat(page.status()).isEqualTo(422);
  }

  @Test
  void anOwnerStartsARoundOnANewestPlanComparedWithAnEarlierOne() {
    var earlier = new PlannedRound(people, plans, rounds, sessions);
    var owner = people.signedIn(Role.ROUND_OWNER);

    var page =
        owner.post(
            "/engagement/rounds",
            "title",
            "Autumn <round>",
            "plan",
            earlier.plan().id().toString(),
            "before",
            earlier.round().id().toString());

    assertThat(page.heading()).isEqualTo("Autumn <round>");
    assertThat(page.page().select("a[href$=" + earlier.round().id() + "]").eachText())
        .contains("Invented round");
    var id = org.sightline.kernel.WorkspaceId.of(page.path().replaceAll(".*/", ""));
    assertThat(Trail.of(store, id.value())).containsExactly("engagement.round-started DONE");
    assertThat(
            page.page()
                .select(
                    "main a[href$=/results], main a[href^=/plans/], main a[href^=/contexts/plans/]"))
        .hasSize(3);
  }

  @Test
  void theHeadLooksButChangesNothing() {
    var made = new PlannedRound(people, plans, rounds, sessions);
    var head = people.signedIn(Role.HEAD);

    var page = head.get(path(made));

    assertThat(page.heading()).isEqualTo("Invented round");
    assertThat(page.page().select("form[action*=facilitators]")).isEmpty();
    assertThat(head.post(path(made) + "/ending").status()).isEqualTo(404);
    assertThat(
            head.post(
                    path(made) + "/sessions",
                    "heldOn-day",
                    "1",
                    "heldOn-month",
                    "2",
                    "heldOn-year",
                    "2027",
                    "startsAt",
                    "9:00")
                .status())
        .isEqualTo(404);
  }

  @Test
  void aColleagueFromTheSchoolIsAddedOnceAndAnOutsiderNever() {
    var made = new PlannedRound(people, plans, rounds, sessions);
    var owner = people.signedIn(Role.ROUND_OWNER);
    var second = people.cast().all(Role.FACILITATOR).get(1).id();
    var outsider = people.cast().outsider().id();

    assertThat(owner.post(path(made) + "/facilitators", "colleague", outsider.toString()).status())
        .isEqualTo(404);
    var added = owner.post(path(made) + "/facilitators", "colleague", second.toString());

    assertThat(added.page().text()).contains(people.cast().all(Role.FACILITATOR).get(1).name());
    assertThat(Trail.of(store, second.value())).contains("engagement.facilitator-added DONE");
    assertThat(owner.post(path(made) + "/facilitators", "colleague", second.toString()).status())
        .isEqualTo(422);
  }

  @Test
  void aRoundWithAnOpenSessionDoesNotEnd() {
    var made = new PlannedRound(people, plans, rounds, sessions);
    sessions.start(people.as(Role.ROUND_OWNER), made.readySession().id());

    var page = people.signedIn(Role.ROUND_OWNER).post(path(made) + "/ending");

    assertThat(page.status()).isEqualTo(422);
    assertThat(page.page().text()).contains("still open");
  }

  @Test
  void afterItsEndNoSessionIsPlanned() {
    var made = new PlannedRound(people, plans, rounds, sessions);
    var owner = people.signedIn(Role.ROUND_OWNER);

    var refused = owner.post(path(made) + "/ending");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.page().select("main").text())
        .contains(
            "The plan is not finished", "No place that students marked has come into this plan");

    var ended = owner.post(path(made) + "/ending", "although", "yes");

    assertThat(ended.page().text()).contains("has ended and its plan is not finished");
    assertThat(ended.page().select("a[href$=/sessions/new]")).isEmpty();
    assertThat(
            owner
                .post(
                    path(made) + "/sessions",
                    "heldOn-day",
                    "1",
                    "heldOn-month",
                    "2",
                    "heldOn-year",
                    "2027",
                    "startsAt",
                    "9:00")
                .status())
        .isEqualTo(422);
    assertThat(Trail.of(store, made.round().id().value())).contains("engagement.round-ended DONE");
  }

  private static String path(PlannedRound made) {
    return "/engagement/rounds/" + made.round().id();
  }
}
