package org.sightline.engagement.marks;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.audit.Processes;
import org.sightline.engagement.marks.SlipWithdrawals.Outcome;
import org.sightline.engagement.planning.Sessions;
import org.sightline.engagement.results.Publications;
import org.sightline.kernel.Refused;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.StudentStore;
import org.sightline.testing.SightlineTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Sessions close, slips are used and results are made in any order and at once, through the doors
/// that people use and the real tables: no two publications differ by one to four maps (issue 2;
/// ST-05, T17).
@SightlineTest
class PublishedMapsTest {

  private static final int STEPS = 24;

  @Autowired private OpenSessions sessions;
  @Autowired private Sessions planning;
  @Autowired private MarksClosing closing;
  @Autowired private Publications publications;
  @Autowired private StudentStore student;
  @Autowired private JdbcClient jdbc;
  @Autowired private Processes processes;
  @Autowired private Staging staging;
  @Autowired private PaperSlips slips;
  @Autowired private HashingDesk desk;
  @Autowired private DeletedMaps deleted;
  @Autowired private WithdrawalLedger ledger;

  private final SecureRandom codes = new SecureRandom();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void noTwoPublicationsDifferByFewerThanFiveMaps(long seed) throws Exception {
    assertThat(new Play(seed).played()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26})
  @Tag("long")
  void norDoTheyInManyMoreRounds(long seed) throws Exception {
    assertThat(new Play(seed).played()).isPositive();
  }

  private final class Play {

    private final Random chance;
    private final WorkspaceId round = sessions.round();
    private final List<String> live = new ArrayList<>();
    private final List<Set<String>> published = new ArrayList<>();

    // Its own, so that the limit on guesses is not met.
    private SlipWithdrawals box;

    private Play(long seed) {
      chance = new Random(seed);
    }

    int played() throws Exception {
      close(6);
      close(6);
      for (int step = 0; step < STEPS; step++) {
        box =
            new SlipWithdrawals(
                student, jdbc, processes, staging, slips, desk, deleted, ledger, Clock.systemUTC());
        switch (chance.nextInt(8)) {
          case 0, 1 -> close(1 + chance.nextInt(7));
          case 2, 3 -> withdraw(1 + chance.nextInt(5));
          case 4 -> deleted.clear();
          case 5, 6 -> publish();
          default -> publishWhileSomebodyWithdraws();
        }
        noTwoAreClose();
      }
      return published.size();
    }

    private void close(int maps) {
      var session = sessions.open(round, LocalDate.now(ZoneId.of("Europe/London")));
      var sheet = OpenSessions.sheet(staging, session);
      for (int n = 0; n < maps; n++) {
        var slip = SlipCode.random(codes, session.tag());
        var map = OpenSessions.map(sheet, 1 + chance.nextInt(4000));
        assertThat(staging.send(Seat.take(OpenSessions.code(session), codes), sheet, map, slip))
            .isInstanceOf(Staging.Sending.Sent.class);
        live.add(slip.printed());
      }
      var hashes = closing.hashAhead(sessions.owner(), session);
      planning.close(sessions.owner(), session.id(), maps, open -> closing.move(open, hashes));
    }

    /// Mostly those that came last: so results come back towards what they were.
    private String pick() {
      int last = Math.min(live.size(), 7);
      int at = chance.nextInt(3) == 0 ? chance.nextInt(live.size()) : live.size() - 1;
      return live.remove(at == live.size() - 1 ? live.size() - 1 - chance.nextInt(last) : at);
    }

    private void withdraw(int maps) {
      for (int n = 0; n < maps && live.size() > 1; n++) {
        assertThat(box.withdraw(pick())).isInstanceOf(Outcome.Gone.class);
      }
    }

    private boolean publish() {
      var now = Set.copyOf(live);
      if (tried()) {
        assertThat(counted()).isEqualTo(now.size());
        published.add(now);
        return true;
      }
      return false;
    }

    private void publishWhileSomebodyWithdraws() throws Exception {
      if (live.size() < 2) {
        return;
      }
      var before = Set.copyOf(live);
      String slip = pick();
      try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
        var gone = pool.submit(() -> box.withdraw(slip));
        var made = pool.submit(this::tried);
        assertThat(gone.get()).isInstanceOf(Outcome.Gone.class);
        if (made.get()) {
          published.add(counted() == before.size() ? before : Set.copyOf(live));
          assertThat(counted()).isIn(before.size(), live.size());
        }
      }
    }

    private boolean tried() {
      try {
        publications.publish(sessions.owner(), round);
        return true;
      } catch (Refused refused) {
        return false;
      }
    }

    private int counted() {
      return publications.latest(sessions.owner(), round).orElseThrow().outward().maps();
    }

    private void noTwoAreClose() {
      for (int one = 0; one < published.size(); one++) {
        for (int other = 0; other < one; other++) {
          int apart =
              missing(published.get(one), published.get(other))
                  + missing(published.get(other), published.get(one));
          assertThat(apart == 0 || apart >= 5)
              .as("publications %d and %d are %d maps apart", other + 1, one + 1, apart)
              .isTrue();
        }
      }
    }

    private static int missing(Set<String> from, Set<String> other) {
      var left = new HashSet<>(from);
      left.removeAll(other);
      return left.size();
    }
  }
}
