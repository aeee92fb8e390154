package org.sightline.engagement.marks;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sightline.audit.Processes;
import org.sightline.engagement.marks.SlipWithdrawals.Outcome;
import org.sightline.engagement.planning.Session;
import org.sightline.store.DatabaseSettings;
import org.sightline.store.StudentStore;
import org.sightline.testing.SightlineTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Somebody who tries codes (ST-06): how many in a minute, and how far they come.
@SightlineTest
class GuessingTest {

  private static final int GUESSES = 100_000;

  @Autowired private OpenSessions sessions;
  @Autowired private Staging staging;
  @Autowired private PaperSlips slips;
  @Autowired private Marks marks;
  @Autowired private HashingDesk desk;
  @Autowired private DeletedMaps deleted;
  @Autowired private WithdrawalLedger ledger;
  @Autowired private Processes processes;
  @Autowired private StudentStore student;
  @Autowired private JdbcClient jdbc;
  @Autowired private DatabaseSettings settings;

  private final SecureRandom random = new SecureRandom();
  private final Hand clock = new Hand();

  /// A clock that is put on by hand.
  private static final class Hand extends Clock {

    private Instant now = Instant.now();

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return Clock.fixed(now, zone);
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  @Test
  void nobodyTriesMoreThanAHundredCodesInAMinuteWhateverTheirTags() {
    var door = door();
    int tooMany = 0;
    for (int tag = 0; tag < 5; tag++) {
      var of = anyTag();
      for (int i = 0; i < GuessLimit.PER_TAG - 5; i++) {
        tooMany += tries(door, of) instanceof Outcome.TooMany ? 1 : 0;
      }
    }
    assertThat(tooMany).isEqualTo(5 * (GuessLimit.PER_TAG - 5) - GuessLimit.ALL);
    assertThat(tries(door, anyTag())).as("a tag of its own").isInstanceOf(Outcome.TooMany.class);

    clock.now = clock.now.plus(Duration.ofMinutes(1));

    int tried = 0;
    while (!(tries(door, anyTag()) instanceof Outcome.TooMany)) {
      tried++;
    }
    assertThat(tried).as("a minute later").isEqualTo(GuessLimit.ALL);
  }

  /// Mistyped codes cost nothing and take nobody's turn: a class that types badly is not kept out.
  @Test
  void whatCannotBeACodeTakesNoTurn() {
    var door = door();
    for (int i = 0; i < 2 * GuessLimit.ALL; i++) {
      assertThat(door.withdraw("KMP4-7QW3")).isInstanceOf(Outcome.Mistyped.class);
    }
    assertThat(tries(door, anyTag())).isInstanceOf(Outcome.Wrong.class);
  }

  /// The tag is printed on every slip of a session, so it is known; the twelve letters after it are
  /// not. What is compared is the hash of an open session, of which that of a closed one is made:
  /// the slow hash on top would only make each guess dearer.
  @Test
  void aHundredThousandGuessesMeetNoneOfASchoolsSlips() {
    var tag = anyTag();
    byte[] key = new byte[32];
    random.nextBytes(key);
    var slipsOfASchool = new HashSet<String>();
    while (slipsOfASchool.size() < 1_800) {
      slipsOfASchool.add(SlipHash.whileOpen(SlipCode.random(random, tag), key).stored());
    }
    int hits = 0;
    var guesses = new HashSet<String>();
    for (int i = 0; i < GUESSES; i++) {
      var guess = SlipHash.whileOpen(SlipCode.random(random, tag), key).stored();
      guesses.add(guess);
      hits += slipsOfASchool.contains(guess) ? 1 : 0;
    }
    assertThat(hits).isZero();
    assertThat(guesses).as("no guess twice: the letters are drawn from all").hasSize(GUESSES);
  }

  /// At the door itself, slowly enough for the limit. One in five hundred has the tag of an open or
  /// of a closed session and costs a slow hash; the others come no farther than the tag.
  @Test
  @Tag("long")
  void aHundredThousandGuessesAtTheDoorTakeNothingOut() {
    var open = sessions.open();
    var closed = sessions.open();
    for (var session : List.of(open, closed)) {
      for (int i = 1; i <= 8; i++) {
        send(session, i);
      }
    }
    marks.close(sessions.owner(), closed.id(), 8);
    var door = door();
    Map<String, Integer> outcomes = new HashMap<>();
    for (int i = 0; i < GUESSES; i++) {
      clock.now = clock.now.plus(Duration.ofMillis(700));
      var tag = i % 1_000 == 0 ? open.tag() : i % 1_000 == 500 ? closed.tag() : anyTag();
      outcomes.merge(tries(door, tag).getClass().getSimpleName(), 1, Integer::sum);
    }
    assertThat(outcomes).as("each was tried").doesNotContainKeys("TooMany", "Gone", "Used");
    assertThat(outcomes.get("Wrong")).isGreaterThan(GUESSES * 9 / 10);
    var thief = new DatabaseReader(settings);
    assertThat(
            thief.count(
                "select count(*)::int from student.staged where session_id = ?", open.id().value()))
        .isEqualTo(8);
    assertThat(
            thief.count(
                "select count(*)::int from engagement.map where session_id = ?",
                closed.id().value()))
        .isEqualTo(8);
  }

  private Outcome tries(SlipWithdrawals door, SessionTag tag) {
    return door.withdraw(SlipCode.random(random, tag).printed());
  }

  private SessionTag anyTag() {
    return new SessionTag(CodeLetters.random(random, SessionTag.LENGTH));
  }

  private SlipWithdrawals door() {
    return new SlipWithdrawals(
        student, jdbc, processes, staging, slips, desk, deleted, ledger, clock);
  }

  private void send(Session session, int number) {
    var sheet = OpenSessions.sheet(staging, session);
    var seat = Seat.take(OpenSessions.code(session), random);
    staging.send(seat, sheet, OpenSessions.map(sheet, number), null);
  }
}
