package org.sightline.plans;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sightline.kernel.Role;

/// A head who wants the plan to look finished: it says what it lacks (A33, A66).
class UnfinishedPagesTest extends PlanPageTest {

  @Test
  void aDecisionWithoutAMeasureDoesNotSettleAHottestPlace() {
    var stairs = hottest("North stairs", null);
    raise("Library", null, null);
    var visitor = people.signedIn(Role.SAFEGUARDING_LEAD);

    decide(visitor, stairs, "kind", "NO_ACTION", "reason", "It would cost too much");

    assertThat(visitor.get(at("")).page().select(".plan-lacking").text())
        .contains("not finished", "1 issue has no outcome yet")
        .contains("North stairs is among the places with most red and has no measure");
    assertThat(visitor.get(at("/print")).page().select(".plan-lacking").text())
        .contains("North stairs");

    act(stairs, "Doors held open", null);
    assertThat(visitor.get(at("")).page().select(".plan-lacking").text())
        .doesNotContain("North stairs");
  }

  @Test
  void aMeasureTakenOutAgainLeavesItUnfinished() {
    var stairs = hottest("North stairs", null);
    var action = act(stairs, "Doors held open", null);
    assertThat(plans.unfinished(owner, round).isFinished()).isTrue();

    actions.takeOut(owner, round, action, 1);

    var lacking = plans.unfinished(owner, round);
    assertThat(lacking.withoutOutcome()).isEqualTo(1);
    assertThat(lacking.hottestWithoutMeasure()).containsExactly("North stairs");
  }

  @Test
  void aPlaceThatBecomesHotLaterIsMarkedWhenResultsAreMadeAgain() {
    var stairs = raise("North stairs", null, null);
    issueHasAnOutcome(stairs);
    assertThat(plans.unfinished(owner, round).isFinished()).isTrue();

    hottest("North stairs", null);

    assertThat(plans.unfinished(owner, round).hottestWithoutMeasure())
        .containsExactly("North stairs");
    assertThat(rounds.actsIn(round)).contains("plans.issue-ranked DONE");
  }

  @Test
  void whereOneAdultIsInChargeAnOutcomeIsAskedForAndNoMeasure() {
    hottest("Room 12", Route.HEAD);

    var lacking = plans.unfinished(owner, round);

    assertThat(lacking.withoutOutcome()).isEqualTo(1);
    assertThat(lacking.hottestWithoutMeasure()).isEmpty();
    assertThat(people.signedIn(Role.FACILITATOR).get(at("")).page().text())
        .doesNotContain("Room 12", "no outcome yet");
  }

  @Test
  void aPlanIntoWhichNothingMarkedHasComeIsNotFinished() {
    var idea =
        plans.raiseIssue(
            owner,
            round,
            new NewIssue(
                null, Source.STUDENTS_IDEA, new IssueText("Yard", null, null, false, null, false)));
    issueHasAnOutcome(idea);

    assertThat(people.signedIn(Role.SAFEGUARDING_LEAD).get(at("")).page().text())
        .contains("Make the results of the round first");
  }

  private void issueHasAnOutcome(IssueId id) {
    decide(
        people.signedIn(Role.SAFEGUARDING_LEAD), id, "kind", "NO_ACTION", "reason", "Done before");
  }

  private IssueId hottest(String place, @org.jspecify.annotations.Nullable Route route) {
    return plans.raiseIssue(
        owner,
        round,
        new NewIssue(
            PlanRounds.zone(place),
            Source.MARKS,
            new IssueText(place, null, null, false, route, route != null),
            true));
  }
}
