package org.sightline.engagement.marks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.audit.Processes;
import org.sightline.contexts.floorplans.ZoneKey;
import org.sightline.engagement.planning.Session;
import org.sightline.engagement.planning.Sessions;
import org.sightline.kernel.Level;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.Role;
import org.sightline.store.DatabaseSettings;
import org.sightline.store.SessionKeys;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@SightlineTest
@TestPropertySource(properties = "sightline.test.hashing=real")
class ClosingTest {

  @Autowired private OpenSessions sessions;
  @Autowired private Staging staging;
  @Autowired private Marks marks;
  @Autowired private MarksClosing closing;
  @Autowired private HashingDesk desk;
  @Autowired private Sessions planned;
  @Autowired private MarkTallies tallies;
  @Autowired private PaperSlips slips;
  @Autowired private SlipWithdrawals withdrawals;
  @Autowired private Processes processes;
  @Autowired private SessionKeys keys;
  @Autowired private TestPeople people;
  @Autowired private DatabaseSettings settings;

  private final SecureRandom random = new SecureRandom();
  private DatabaseReader thief;

  @BeforeEach
  void steal() {
    thief = new DatabaseReader(settings);
  }

  @Test
  void isRefusedToWhoeverDoesNotRunTheRound() {
    var session = sessions.open();
    send(session, 5);

    assertThatThrownBy(() -> marks.close(people.as(Role.SAFEGUARDING_LEAD), session.id(), 1))
        .isInstanceOf(NotThere.class);
    assertThat(staging.behind(OpenSessions.code(session))).isInstanceOf(Staging.Door.Open.class);
  }

  @Test
  void isRefusedTwice() {
    var session = sessions.open();
    marks.close(sessions.owner(), session.id(), 0);

    assertThatThrownBy(() -> marks.close(sessions.owner(), session.id(), 0))
        .isInstanceOf(Refused.class);
  }

  @Test
  void aMapThatComesAfterClosingIsToldSoAndNotKept() {
    var session = sessions.open();
    var sheet = OpenSessions.sheet(staging, session);
    marks.close(sessions.owner(), session.id(), 0);

    var sending = staging.send(seat(session), sheet, OpenSessions.map(sheet, 7), null);

    assertThat(sending).isInstanceOf(Staging.Sending.Closed.class);
    assertThat(staging.behind(OpenSessions.code(session))).isInstanceOf(Staging.Door.Closed.class);
  }

  @Test
  void countsOutAndInAndWritesOneAuditEntry() {
    var session = sessions.open();
    IntStream.range(1, 7).forEach(n -> send(session, n));

    var closed = marks.close(sessions.owner(), session.id(), 7);

    assertThat(closed.closure().mapsIn()).isEqualTo(6);
    assertThat(closed.closure().mapsOut()).isEqualTo(7);
    assertThat(
            thief.count(
                "select count(*)::int from audit.entry where object = ? and act = 'engagement.session-closed'",
                session.id().value()))
        .isEqualTo(1);
    assertThat(
            thief.rows(
                "select detail from audit.entry where object = ? and act = 'engagement.session-closed'",
                session.id().value()))
        .extracting(row -> row.get("detail"))
        .containsExactly("maps moved: 6");
    assertThat(
            thief.count(
                "select count(*)::int from student.staged where session_id = ?",
                session.id().value()))
        .isZero();
    assertThat(keys.exists(session.id().value())).isFalse();
  }

  /// While a session is open a slip is known by the quick hash under its key; from the close on
  /// only by the slow one, which takes a thief years for each (ST-03).
  @Test
  void theQuickHashOfASlipBecomesTheSlowOneAtTheClose() {
    var session = sessions.open();
    var paper = SlipCode.random(random, session.tag());
    processes.look(
        sessions.owner(),
        () -> {
          slips.issue(session.id(), List.of(slips.of(paper)));
          return true;
        });
    send(session, 5);
    sessions.put(
        session,
        new MarkedMap(
            OpenSessions.map(OpenSessions.sheet(staging, session), 6).marks(),
            null,
            slips.of(paper)));
    var id = session.id().value();
    assertThat(
            thief.rows(
                "select octet_length(slip) as length from student.staged where session_id = ?", id))
        .extracting(row -> row.get("length"))
        .containsExactly(32);
    assertThat(thief.rows("select slip from student.paper_slip where session_id = ?", id))
        .singleElement()
        .satisfies(row -> assertThat(String.valueOf(row.get("slip"))).startsWith("hmac-sha256$"));

    marks.close(sessions.owner(), session.id(), 2);

    assertThat(thief.rows("select slip_hash from engagement.map where session_id = ?", id))
        .hasSize(2)
        .allSatisfy(
            row ->
                assertThat(String.valueOf(row.get("slip_hash")))
                    .matches("argon2id\\$v=19,m=19456,t=2,p=1\\$[\\w-]{43}\\$[\\w-]{43}"));
    for (String quick : List.of("student.staged", "student.paper_slip")) {
      assertThat(
              thief.count("select count(*)::int from %s where session_id = ?".formatted(quick), id))
          .as(quick)
          .isZero();
    }
  }

  @Test
  void takesMapsFromEverySourceButNotThoseThatWereTakenOut() {
    var session = sessions.open();
    var sheet = OpenSessions.sheet(staging, session);
    var kept = SlipCode.random(random, session.tag());
    var takenOut = SlipCode.random(random, session.tag());
    processes.look(
        sessions.owner(),
        () -> {
          slips.issue(session.id(), List.of(slips.of(kept), slips.of(takenOut)));
          return true;
        });
    withdrawals.withdraw(takenOut.printed());
    for (var slip : List.of(kept, takenOut)) {
      sessions.put(session, new MarkedMap(OpenSessions.map(sheet, 5).marks(), 9, slips.of(slip)));
    }
    sessions.put(session, new MarkedMap(OpenSessions.map(sheet, 6).marks(), null, null));
    send(session, 7);

    assertThat(marks.close(sessions.owner(), session.id(), 4).closure().mapsIn()).isEqualTo(3);
    assertThat(withdrawals.withdraw(kept.printed()))
        .isInstanceOf(SlipWithdrawals.Outcome.Gone.class);
  }

  @Test
  void hashesNoSlipWhileTheSessionIsLocked() {
    var session = sessions.open();
    var sheet = OpenSessions.sheet(staging, session);
    for (int n = 1; n <= 8; n++) {
      send(session, n);
      var slip = slips.of(SlipCode.random(random, session.tag()));
      sessions.put(session, new MarkedMap(OpenSessions.map(sheet, n).marks(), null, slip));
    }
    var hashes = closing.hashAhead(sessions.owner(), session);
    long before = desk.measured().hashes();

    planned.close(sessions.owner(), session.id(), 16, open -> closing.move(open, hashes));

    assertThat(hashes).hasSize(16);
    assertThat(desk.measured().hashes()).isEqualTo(before);
  }

  @Test
  void keepsEveryMarkExactlyOnce() {
    var session = sessions.open();
    var sheet = OpenSessions.sheet(staging, session);
    var sent = new HashMap<String, Integer>();
    for (int n = 1; n <= 25; n++) {
      send(session, n * 37);
      OpenSessions.map(sheet, n * 37)
          .marks()
          .forEach((zone, level) -> sent.merge(zone + " " + level, 1, Integer::sum));
    }

    marks.close(sessions.owner(), session.id(), 25);

    var counted = new HashMap<String, Integer>();
    processes.look(
        sessions.owner(),
        () -> {
          assertThat(tallies.maps(session.round())).isEqualTo(new RoundMaps(25, 1, 25));
          for (LevelCount count : tallies.counts(session.round())) {
            put(counted, count.zone(), Level.RED, count.red());
            put(counted, count.zone(), Level.YELLOW, count.yellow());
            put(counted, count.zone(), Level.GREEN, count.green());
          }
          return true;
        });
    assertThat(counted).isEqualTo(sent);
  }

  /// ST-02: 2.7 standard deviations of chance for thirty maps. Tried with a fresh session where
  /// chance alone goes over, so that the test fails about once in a million runs.
  @Test
  void destroysTheOrderInWhichMapsCame() {
    double[] taus = null;
    for (int attempt = 0; attempt < 3; attempt++) {
      taus = taus();
      if (Math.abs(taus[0]) < 0.35 && Math.abs(taus[1]) < 0.35 && Math.abs(taus[2]) < 0.35) {
        return;
      }
    }
    assertThat(taus).as("order on disk, of ids, of marks").containsOnly(0);
  }

  private double[] taus() {
    var session = sessions.open();
    var sheet = OpenSessions.sheet(staging, session);
    IntStream.rangeClosed(1, 30).forEach(n -> send(session, n));
    marks.close(sessions.owner(), session.id(), 30);
    var number = new HashMap<UUID, Integer>();
    thief
        .rows(
            "select k.map_id, k.zone_key, k.level from engagement.mark k join engagement.map m on m.id = k.map_id where m.session_id = ?",
            session.id().value())
        .forEach(
            row -> {
              int place =
                  sheet.zones().stream()
                      .map(z -> z.key().value())
                      .toList()
                      .indexOf(row.get("zone_key"));
              int digit = Level.valueOf((String) row.get("level")).ordinal() + 1;
              number.merge((UUID) row.get("map_id"), digit << (2 * place), Integer::sum);
            });
    assertThat(number.values())
        .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 30).boxed().toList());
    assertThat(
            thief.rows(
                "select distinct xmin::text from engagement.map where session_id = ?",
                session.id().value()))
        .hasSize(1);
    return new double[] {
      tau(
          numbers(
              number, "select id from engagement.map where session_id = ? order by ctid", session)),
      tau(
          numbers(
              number, "select id from engagement.map where session_id = ? order by id", session)),
      tau(
          numbers(
              number,
              "select map_id as id from engagement.mark k join engagement.map m on m.id = k.map_id where m.session_id = ? group by map_id order by min(k.ctid)",
              session))
    };
  }

  private List<Integer> numbers(Map<UUID, Integer> number, String sql, Session session) {
    return thief.rows(sql, session.id().value()).stream()
        .map(row -> number.get((UUID) row.get("id")))
        .toList();
  }

  private static double tau(List<Integer> order) {
    int score = 0;
    for (int i = 0; i < order.size(); i++) {
      for (int j = i + 1; j < order.size(); j++) {
        score += Integer.signum(order.get(j) - order.get(i));
      }
    }
    return score / (order.size() * (order.size() - 1) / 2.0);
  }

  @Test
  void aMapSentWhileTheSessionClosesIsEitherCountedOrToldThatItIsClosed() throws Exception {
    for (int round = 0; round < 4; round++) {
      var session = sessions.open();
      var sheet = OpenSessions.sheet(staging, session);
      List<Staging.Sending> sendings;
      try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
        var tasks = new ArrayList<Callable<Staging.Sending>>();
        for (int n = 1; n <= 24; n++) {
          int number = n;
          tasks.add(
              () -> {
                Thread.sleep(random.nextInt(60));
                return staging.send(seat(session), sheet, OpenSessions.map(sheet, number), null);
              });
        }
        var closing = pool.submit(() -> marks.close(sessions.owner(), session.id(), 24));
        sendings = pool.invokeAll(tasks).stream().map(f -> f.resultNow()).toList();
        long acknowledged =
            sendings.stream().filter(Staging.Sending.Sent.class::isInstance).count();
        assertThat(closing.get().closure().mapsIn()).isEqualTo((int) acknowledged);
        assertThat(
                thief.count(
                    "select count(*)::int from engagement.map where session_id = ?",
                    session.id().value()))
            .isEqualTo((int) acknowledged);
      }
      assertThat(sendings)
          .allMatch(s -> s instanceof Staging.Sending.Sent || s instanceof Staging.Sending.Closed);
    }
  }

  @Test
  void breaksDownByYearOnlyForMapsThatSaidOne() {
    var session = sessions.open();
    var sheet = OpenSessions.sheet(staging, session);
    for (int n = 0; n < 6; n++) {
      var map = OpenSessions.map(sheet, 0b010101);
      staging.send(seat(session), sheet, new UnslippedMap(n < 4 ? 8 : null, map.marks()), null);
    }
    marks.close(sessions.owner(), session.id(), 6);

    var byYear = processes.look(sessions.owner(), () -> tallies.countsByYear(session.round()));

    assertThat(byYear).containsOnlyKeys(8);
    assertThat(byYear.get(8)).hasSize(3).allMatch(count -> count.answered() == 4);
  }

  @Test
  void aRoundOfThreeMapsHasNoCountsAndAStrangerSeesNone() {
    var session = sessions.open();
    IntStream.range(1, 4).forEach(n -> send(session, n));
    marks.close(sessions.owner(), session.id(), 3);
    assertThat(processes.look(sessions.owner(), () -> tallies.counts(session.round()))).isEmpty();

    var outsider = org.sightline.kernel.SignedIn.as(people.cast().outsider().id());
    assertThat(processes.look(outsider, () -> tallies.maps(session.round())).maps()).isZero();
  }

  @Test
  void assignsACohortOnceToEveryMap() {
    var session = sessions.open();
    IntStream.range(1, 6).forEach(n -> send(session, n));
    marks.close(sessions.owner(), session.id(), 5);

    assertThat(processes.look(sessions.owner(), () -> tallies.assignCohort(session.round(), 1)))
        .isEqualTo(5);
    assertThat(processes.look(sessions.owner(), () -> tallies.assignCohort(session.round(), 2)))
        .isZero();
    assertThat(processes.look(sessions.owner(), () -> tallies.cohorts(session.round())))
        .isEqualTo(Collections.singletonList(new CohortMaps(1, 5, 0)));
  }

  private static void put(Map<String, Integer> counted, ZoneKey zone, Level level, int number) {
    if (number > 0) {
      counted.put(zone + " " + level, number);
    }
  }

  private Seat seat(Session session) {
    return Seat.take(OpenSessions.code(session), random);
  }

  private void send(Session session, int number) {
    var sheet = OpenSessions.sheet(staging, session);
    assertThat(staging.send(seat(session), sheet, OpenSessions.map(sheet, number), null))
        .isInstanceOf(Staging.Sending.Sent.class);
  }
}
