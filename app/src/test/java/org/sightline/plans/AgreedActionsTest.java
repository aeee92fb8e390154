package org.sightline.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.access.Casework;
import org.sightline.audit.PastDays;
import org.sightline.audit.Processes;
import org.sightline.audit.SystemProcesses;
import org.sightline.clocks.Feeds;
import org.sightline.clocks.Progress.Light;
import org.sightline.kernel.Late;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.Stale;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.plans.agreed.ActionTarget;
import org.sightline.plans.agreed.ActionTerms;
import org.sightline.plans.agreed.AgreedAction;
import org.sightline.plans.agreed.AgreedAction.State;
import org.sightline.plans.agreed.AgreedActions;
import org.sightline.plans.agreed.OwnActions;
import org.sightline.store.RecordKeys;
import org.sightline.store.SystemStore;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestCasework;
import org.springframework.beans.factory.annotation.Autowired;

@SightlineTest
class AgreedActionsTest {

  @Autowired private AgreedActions actions;
  @Autowired private OwnActions own;
  @Autowired private Feeds feeds;
  @Autowired private PlanDates dates;
  @Autowired private TestCasework casework;
  @Autowired private Casework pieces;
  @Autowired private Processes processes;
  @Autowired private SystemProcesses systemProcesses;
  @Autowired private SystemStore store;
  @Autowired private RecordKeys keys;

  private TestCasework.Team team;
  private WorkspaceId work;
  private SignedIn chair;
  private SignedIn practitioner;

  @BeforeEach
  void open() {
    team = casework.aTeam("Actions");
    work = casework.aPieceOf(team);
    chair = team.asChair();
    practitioner = team.asPractitioner();
  }

  @Test
  void whoHasNothingToDoWithItReadsAndSaysNothing() {
    var id = actions.agree(chair, work, null, terms(practitioner.user(), 10));
    var stranger = casework.aTeam("Elsewhere").asChair();

    assertThatThrownBy(() -> actions.of(stranger, work)).isInstanceOf(NotThere.class);
    assertThatThrownBy(() -> actions.find(stranger, work, id)).isInstanceOf(NotThere.class);
    assertThatThrownBy(() -> actions.agree(stranger, work, null, terms(null, 3)))
        .isInstanceOf(NotThere.class);
    assertThatThrownBy(() -> actions.update(stranger, work, id, State.DONE, "Ours"))
        .isInstanceOf(NotThere.class);
    assertThatThrownBy(() -> actions.takeBack(stranger, work, id, true))
        .isInstanceOf(NotThere.class);
    assertThatThrownBy(() -> actions.agree(chair, team.id(), null, terms(null, 3)))
        .isInstanceOf(NotThere.class);
    assertThat(actions.outstanding(chair, work)).hasSize(1);
  }

  @Test
  void exactlyOneIsAccountableAndSeesWhatFor() {
    assertThatThrownBy(() -> terms(null, "", 3)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> terms(chair.user(), "Also a constable", 3))
        .isInstanceOf(IllegalArgumentException.class);
    var stranger = casework.aTeam("Elsewhere").asChair();
    assertThatThrownBy(() -> actions.agree(chair, work, null, terms(stranger.user(), 3)))
        .isInstanceOf(Refused.class);

    var outside = actions.agree(chair, work, null, terms(null, "Constable Invented", 3));

    assertThat(actions.find(practitioner, work, outside).terms().outside())
        .isEqualTo("Constable Invented");
  }

  @Test
  void anUpdateSaysHowFarItIsAndIsTakenBackAndSaidAgain() {
    var id = actions.agree(chair, work, null, terms(practitioner.user(), 10));
    assertThat(actions.find(chair, work, id).lastUpdated()).isNull();

    actions.update(practitioner, work, id, State.GOING_ON, "Rang twice");
    assertThat(actions.outstanding(chair, work)).extracting(AgreedAction::id).containsExactly(id);
    var done = actions.update(practitioner, work, id, State.DONE, "They came");

    var closed = actions.find(chair, work, id);
    assertThat(closed.isOutstanding()).isFalse();
    assertThat(closed.progress().light()).isEqualTo(Light.DONE);
    assertThat(closed.lastUpdated()).isEqualTo(dates.today());
    actions.takeBackUpdate(practitioner, work, id, done, true);
    assertThat(actions.find(chair, work, id).isOutstanding()).isTrue();
    assertThat(actions.find(chair, work, id).updates()).hasSize(2);
    actions.takeBackUpdate(practitioner, work, id, done, false);
    assertThat(actions.outstanding(chair, work)).isEmpty();
    assertThatThrownBy(() -> actions.takeBackUpdate(practitioner, work, id, done, false))
        .isInstanceOf(NotThere.class);
    assertThatThrownBy(
            () ->
                actions.update(chair, work, id, State.DONE, dates.today().plusDays(1), "Tomorrow"))
        .isInstanceOf(Refused.class);
  }

  @Test
  void termsAreChangedWithoutLosingWhatStoodThere() {
    var id = actions.agree(chair, work, null, terms(practitioner.user(), 10));

    actions.change(chair, work, id, 1, terms(chair.user(), 20));

    assertThat(actions.find(chair, work, id).terms().owner()).isEqualTo(chair.user());
    assertThat(actions.find(chair, work, id).version()).isEqualTo(2);
    assertThatThrownBy(() -> actions.change(chair, work, id, 1, terms(null, 5)))
        .isInstanceOf(Stale.class);
  }

  @Test
  void anActionThatWasNotAgreedIsTakenBackAndStaysWritten() {
    var target = new ActionTarget("map-element", UUID.randomUUID());
    var id = actions.agree(chair, work, target, terms(practitioner.user(), 10));

    actions.takeBack(chair, work, id, true);

    assertThat(actions.outstanding(chair, work)).isEmpty();
    assertThat(actions.of(chair, work)).hasSize(1);
    assertThatThrownBy(() -> actions.update(chair, work, id, State.DONE, "After all"))
        .isInstanceOf(Refused.class);
    actions.takeBack(chair, work, id, false);
    assertThat(actions.outstanding(chair, work).getFirst().answers(target.id())).isTrue();
  }

  @Test
  void severalUpdatesAreSaidInOneGo() {
    var one = actions.agree(chair, work, null, terms(practitioner.user(), 10));
    var two = actions.agree(chair, work, null, terms(chair.user(), 12));

    processes.look(
        chair,
        () -> {
          for (var action : actions.outstanding(chair, work)) {
            actions.update(chair, work, action.id(), State.NOT_NEEDED, "Agreed at the review");
          }
          return true;
        });

    assertThat(actions.outstanding(chair, work)).isEmpty();
    assertThat(actions.of(chair, work)).extracting(AgreedAction::id).containsExactly(one, two);
  }

  @Test
  void theOwnerFindsItAmongTheirOwnUntilItIsClosed() {
    assertThat(own.waitsFor(practitioner)).isFalse();
    var later = actions.agree(chair, work, null, terms(practitioner.user(), 300));
    assertThat(own.waitsFor(practitioner)).isFalse();
    var late = actions.agree(chair, work, null, terms(practitioner.user(), -2));

    assertThat(own.waitsFor(practitioner)).isTrue();
    assertThat(own.of(practitioner))
        .extracting(OwnActions.Own::due)
        .containsExactly(dates.today().minusDays(2), dates.today().plusDays(300));
    assertThat(own.of(practitioner).getFirst().progress().light()).isEqualTo(Light.OVERDUE);
    assertThat(own.of(chair)).isEmpty();
    String calendar = feeds.calendar(feeds.lend(practitioner)).orElseThrow();
    assertThat(calendar).contains(day(300)).contains(day(-2)).doesNotContain("youth worker");

    actions.update(practitioner, work, late, State.DONE, "Done at last");
    actions.update(practitioner, work, later, State.NOT_POSSIBLE, "The club has shut");

    assertThat(own.waitsFor(practitioner)).isFalse();
    assertThat(own.of(practitioner)).isEmpty();
  }

  @Test
  void whoDoesNothingThereAnyMoreHasNothingWaiting() {
    actions.agree(chair, work, null, terms(practitioner.user(), -2));
    assertThat(own.of(practitioner)).hasSize(1);

    pieces.end(chair, work, practitioner.user(), Role.PRACTITIONER);

    assertThat(own.of(practitioner)).isEmpty();
    assertThat(own.waitsFor(practitioner)).isFalse();
  }

  @Test
  void whatIsNotClosedByItsDayIsListedAsOverdue() {
    var id = actions.agree(chair, work, null, terms(null, "Constable Invented", 3));

    assertThat(late(id, 3)).isFalse();
    assertThat(late(id, 4)).isTrue();
    var update = actions.update(chair, work, id, State.NOT_POSSIBLE, "No constable");
    assertThat(late(id, 4)).isFalse();
    actions.takeBackUpdate(chair, work, id, update, true);
    assertThat(late(id, 4)).isTrue();
  }

  @Test
  void whatAnsweredSomebodyWhoWasErasedIsNotOverdueEither() {
    var target = UUID.randomUUID();
    var id =
        actions.agree(
            chair, work, new ActionTarget("map-node", target), terms(practitioner.user(), 10));
    assertThat(late(id, 11)).isTrue();

    keys.shred(target);

    assertThat(late(id, 11)).isFalse();
  }

  private boolean late(UUID id, int daysFromNow) {
    var later = Clock.offset(Clock.systemUTC(), Duration.ofDays(daysFromNow));
    return new LatePlans(new PastDays(systemProcesses, store, keys, later))
        .list().stream().map(Late::id).anyMatch(id::equals);
  }

  private String day(int daysFromNow) {
    return "DTSTART;VALUE=DATE:"
        + java.time.format.DateTimeFormatter.BASIC_ISO_DATE.format(
            dates.today().plusDays(daysFromNow));
  }

  private ActionTerms terms(@Nullable UserId owner, int days) {
    return terms(owner, owner == null ? "Somebody invented" : "", days);
  }

  private ActionTerms terms(@Nullable UserId owner, String outside, int days) {
    LocalDate due = dates.today().plusDays(days);
    return new ActionTerms(
        ActionTerms.Kind.DISRUPTION,
        ActionTerms.About.CONTEXT,
        "A youth worker at the arcade on Fridays",
        "Youth service",
        owner,
        outside,
        due);
  }
}
