package org.sightline.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.Stale;
import org.sightline.testing.SightlineTest;

@SightlineTest
class PlanRefusalsTest extends PlanTest {

  @Test
  void somebodyWhoIsNoMemberFindsNothingThereAndTheDenialIsRecorded() {
    var outsider = SignedIn.as(people.cast().outsider().id());
    var head = people.as(Role.HEAD);

    assertThatThrownBy(() -> plans.issuesOf(outsider, round)).isInstanceOf(NotThere.class);
    assertThatThrownBy(() -> plans.raiseIssue(head, round, marks("Stairs", null)))
        .isInstanceOf(NotThere.class);
    assertThatThrownBy(
            () -> issues.decide(outsider, round, IssueId.random(), 0, noAction("Because")))
        .isInstanceOf(NotThere.class);

    assertThat(rounds.actsIn(round)).contains("plans.outcome-recorded DENIED");
  }

  @Test
  void aFacilitatorReadsThePlanButChangesNothing() {
    var id = plans.raiseIssue(owner, round, marks("Stairs", null));
    var facilitator = people.as(Role.FACILITATOR);

    assertThat(plans.issuesOf(facilitator, round)).extracting(Issue::id).containsExactly(id);
    assertThat(issues.mayWrite(facilitator, round)).isFalse();
    assertThatThrownBy(() -> issues.decide(facilitator, round, id, 0, noAction("No")))
        .isInstanceOf(NotThere.class);
    assertThatThrownBy(() -> actions.add(facilitator, round, id, terms("More light")))
        .isInstanceOf(NotThere.class);
    assertThatThrownBy(() -> letters.drafted(facilitator, round)).isInstanceOf(NotThere.class);
  }

  @Test
  void aFacilitatorNeverSeesAnIssueOnASensitiveRouteNorAnythingThatHangsOnIt() {
    var id = plans.raiseIssue(owner, round, marks("Music room", Route.HEAD));
    var action = actions.add(owner, round, id, terms("Two adults"));
    var facilitator = people.as(Role.FACILITATOR);

    assertThat(plans.issuesOf(facilitator, round)).isEmpty();
    assertThat(plans.withoutOutcome(facilitator, round)).isEmpty();
    assertThatThrownBy(() -> issues.one(facilitator, round, id)).isInstanceOf(NotThere.class);
    assertThatThrownBy(() -> actions.history(facilitator, round, action))
        .isInstanceOf(NotThere.class);
  }

  @Test
  void theDatabaseItselfHidesSensitiveIssuesAndRefusesFacilitatorsAndForgedAuthors() {
    var id = plans.raiseIssue(owner, round, marks("Music room", Route.HEAD));
    actions.add(owner, round, id, terms("Two adults"));
    var facilitator = people.as(Role.FACILITATOR);
    var lead = people.as(Role.SAFEGUARDING_LEAD);

    for (String table : List.of("issue", "issue_version", "outcome", "action", "action_version")) {
      assertThat(count(facilitator, table)).as(table).isZero();
      assertThat(count(lead, table)).as(table).isEqualTo(1);
      assertThat(count(people.as(Role.HEAD), table)).as(table).isZero();
    }
    assertThatThrownBy(() -> insertIssue(facilitator, facilitator.user()))
        .hasStackTraceContaining("row-level security");
    assertThatThrownBy(() -> insertIssue(lead, owner.user()))
        .hasStackTraceContaining("row-level security");
    assertThatThrownBy(
            () -> processes.look(lead, () -> jdbc.sql("delete from plans.outcome").update()))
        .hasStackTraceContaining("permission denied");
    assertThatThrownBy(
            () ->
                processes.look(
                    lead, () -> jdbc.sql("update plans.outcome set kind = 'NONE'").update()))
        .hasStackTraceContaining("permission denied");
  }

  @Test
  void anIssueOfAnotherRoundIsNotThere() {
    var id = plans.raiseIssue(owner, round, marks("Stairs", null));
    var other = rounds.open();

    assertThatThrownBy(() -> issues.one(owner, other, id)).isInstanceOf(NotThere.class);
    assertThatThrownBy(() -> actions.add(owner, other, id, terms("More light")))
        .isInstanceOf(NotThere.class);
  }

  @Test
  void aPlanWithoutAnActionIsNoOutcome() {
    var id = plans.raiseIssue(owner, round, marks("Stairs", null));

    assertThatThrownBy(() -> issues.decide(owner, round, id, 0, new Outcome.Planned()))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("at least one action");
  }

  @Test
  void anActionIsNotGivenToSomebodyOutsideTheRound() {
    var id = plans.raiseIssue(owner, round, marks("Stairs", null));
    var stranger = people.cast().outsider().id();

    assertThatThrownBy(() -> actions.add(owner, round, id, terms("More light", stranger)))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("member");
    assertThat(plans.withoutOutcome(owner, round)).hasSize(1);
  }

  @Test
  void anActionIsNotDoneTomorrowAndNotReviewedBeforeItIsDone() {
    var id = plans.raiseIssue(owner, round, marks("Stairs", null));
    var action = actions.add(owner, round, id, terms("More light"));
    var tomorrow = dates.today().plusDays(1);

    assertThatThrownBy(() -> actions.markDone(owner, round, action, 1, tomorrow, tomorrow))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(
            () ->
                actions.review(
                    owner, round, action, 1, new Action.Review(Finding.SAFER, null), null))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("done");
  }

  @Test
  void theSecondOfTwoPeopleWhoEditTheSameThingIsToldAndNothingIsLost() {
    var id = plans.raiseIssue(owner, round, marks("Stairs", null));
    var action = actions.add(owner, round, id, terms("More light"));
    var lead = people.as(Role.SAFEGUARDING_LEAD);
    actions.change(lead, round, action, 1, terms("Brighter lamps"));
    issues.reword(lead, round, id, 1, text("North stairs", null));
    issues.decide(lead, round, id, 1, noAction("The stairs are closed"));

    assertThatThrownBy(() -> actions.change(owner, round, action, 1, terms("Paint it")))
        .isInstanceOf(Stale.class)
        .hasMessageContaining("Somebody else");
    assertThatThrownBy(() -> issues.reword(owner, round, id, 1, text("South stairs", null)))
        .isInstanceOf(Stale.class);
    assertThatThrownBy(() -> issues.setAside(owner, round, id, 1)).isInstanceOf(Stale.class);
    assertThatThrownBy(() -> issues.decide(owner, round, id, 7, noAction("Forged")))
        .isInstanceOf(Stale.class);

    assertThat(actions.history(owner, round, action).getLast().terms().measure())
        .isEqualTo("Brighter lamps");
  }

  @Test
  void ofManyWhoSaveAtTheSameMomentOneSavesAndTheOthersAreTold() throws Exception {
    var id = plans.raiseIssue(owner, round, marks("Stairs", null));
    var saved = new java.util.concurrent.atomic.AtomicInteger();
    var told = new java.util.concurrent.atomic.AtomicInteger();
    var raised = java.util.concurrent.ConcurrentHashMap.<IssueId>newKeySet();
    var start = new java.util.concurrent.CountDownLatch(1);
    try (var pool = java.util.concurrent.Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 4; i++) {
        String place = "Stairs " + i;
        pool.submit(
            () -> {
              start.await();
              raised.add(plans.raiseIssue(owner, round, marks("Gate", null)));
              try {
                issues.reword(owner, round, id, 1, text(place, null));
                saved.incrementAndGet();
              } catch (Stale stale) {
                told.incrementAndGet();
              }
              return true;
            });
      }
      start.countDown();
    }

    assertThat(saved).hasValue(1);
    assertThat(told).hasValue(3);
    assertThat(raised).hasSize(1);
    assertThat(issues.wordings(owner, round, id)).hasSize(2);
  }
}
