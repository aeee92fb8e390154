package org.sightline.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sightline.kernel.Role.FACILITATOR;
import static org.sightline.kernel.Role.HEAD;
import static org.sightline.kernel.Role.ROUND_OWNER;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.audit.Processes;
import org.sightline.demonstration.InventedWorld;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A guest has one pack from one moment to another, and nothing else (AC-19). NeedToKnowMatrixTest
/// has what a pass opens in a table.
@SightlineTest
class GuestPassesTest {

  private static final Instant NOW = Instant.now();

  @Autowired private SettingUp settingUp;
  @Autowired private GuestPasses passes;
  @Autowired private Conflicts conflicts;
  @Autowired private Workspaces workspaces;
  @Autowired private Processes processes;
  @Autowired private JdbcClient jdbc;
  @Autowired private TestPeople people;
  @Autowired private ApplicationContext application;

  private final UUID pack = UUID.randomUUID();
  private OwnSchool school;
  private SignedIn guest;

  @BeforeEach
  void setUp() {
    school = new OwnSchool(settingUp);
    guest = SignedIn.as(school.stranger());
  }

  @Test
  void whoRunsSessionsAsksNoGuestsAndNobodyAsksThemselves() {
    assertThatThrownBy(() -> invite(school.as(FACILITATOR), NOW, NOW.plusSeconds(60)))
        .isInstanceOf(NotThere.class);
    assertThatThrownBy(() -> invite(guest, NOW, NOW.plusSeconds(60))).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> invite(school.as(HEAD), NOW, NOW.plus(Duration.ofDays(91))))
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void aPassOpensThePackAndNoWorkspace() {
    invite(school.as(ROUND_OWNER), NOW.minusSeconds(60), NOW.plusSeconds(600));

    assertThat(passes.mine(guest)).singleElement().matches(pass -> pass.pack().equals(pack));
    assertThat(has(pack)).isTrue();
    assertThat(has(UUID.randomUUID())).isFalse();
    assertThat(processes.look(guest, () -> workspaces.isOpen(school.id()))).isFalse();
    assertThat(passes.mine(school.as(HEAD))).isEmpty();
  }

  @Test
  void neitherBeforeItBeginsNorWhenItIsOver() {
    invite(school.as(ROUND_OWNER), NOW.plusSeconds(600), NOW.plusSeconds(1200));
    invite(school.as(ROUND_OWNER), NOW.minusSeconds(1200), NOW.minusSeconds(600));

    assertThat(passes.mine(guest)).isEmpty();
    assertThat(has(pack)).isFalse();
  }

  @Test
  void itEndsWhenItIsEndedAndWhenTheGuestIsKeptAway() {
    var pass = invite(school.as(ROUND_OWNER), NOW.minusSeconds(60), NOW.plusSeconds(600));
    assertThatThrownBy(() -> passes.end(school.as(FACILITATOR), school.id(), pass))
        .isInstanceOf(NotThere.class);
    passes.end(school.as(HEAD), school.id(), pass);
    assertThat(has(pack)).isFalse();

    invite(school.as(ROUND_OWNER), NOW.minusSeconds(60), NOW.plusSeconds(600));
    assertThat(has(pack)).isTrue();
    settingUp.member(school.id(), guest.user(), FACILITATOR, OwnSchool.EARLIER);
    conflicts.declare(school.as(HEAD), school.id(), null, guest.user(), "A relative");
    assertThat(has(pack)).isFalse();
  }

  /// The results of a round as the pack of a meeting.
  @Test
  void aGuestReadsTheResultsOfARoundAndNothingElseOfIt() {
    var round = InventedWorld.in(application).finished().id();
    assertThat(rows(guest, round)).containsOnly(0);

    passes.invite(
        people.as(ROUND_OWNER),
        round,
        round.value(),
        guest.user(),
        NOW.minusSeconds(60),
        NOW.plusSeconds(600));

    assertThat(rows(guest, round)).containsExactly(1, 0, 0, 0, 0, 0);
  }

  @Test
  void nobodyGivesAwayTheResultsOfAnothersRound() {
    var theirs = InventedWorld.in(application).finished().id();

    assertThatThrownBy(
            () ->
                passes.invite(
                    school.as(ROUND_OWNER),
                    school.id(),
                    theirs.value(),
                    guest.user(),
                    NOW.minusSeconds(60),
                    NOW.plusSeconds(600)))
        .isInstanceOf(DataAccessException.class);
    assertThat(rows(guest, theirs)).containsOnly(0);
  }

  private java.util.List<Integer> rows(SignedIn who, WorkspaceId round) {
    return processes.look(
        who,
        () ->
            jdbc.sql(
                    """
                    select (select least(count(*), 1) from engagement.publication where workspace_id = :round)
                    union all select count(*) from engagement.publication_inward where workspace_id = :round
                    union all select count(*) from engagement.breakdown where workspace_id = :round
                    union all select count(*) from engagement.round where workspace_id = :round
                    union all select count(*) from engagement.session where workspace_id = :round
                    union all select count(*) from access.workspace where id = :round
                    """)
                .param("round", round.value())
                .query(Integer.class)
                .list());
  }

  private UUID invite(SignedIn who, Instant from, Instant until) {
    return passes.invite(who, school.id(), pack, guest.user(), from, until);
  }

  private boolean has(UUID any) {
    try {
      processes.look(
          guest,
          () -> {
            passes.requirePack(any);
            return true;
          });
      return true;
    } catch (NotThere not) {
      return false;
    }
  }
}
