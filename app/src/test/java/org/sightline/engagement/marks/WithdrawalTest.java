package org.sightline.engagement.marks;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.audit.Processes;
import org.sightline.audit.SystemProcesses;
import org.sightline.engagement.marks.SlipWithdrawals.Outcome;
import org.sightline.engagement.planning.Session;
import org.sightline.engagement.planning.Sessions;
import org.sightline.kernel.Role;
import org.sightline.store.DatabaseSettings;
import org.sightline.store.SessionKeys;
import org.sightline.store.StudentStore;
import org.sightline.store.SystemStore;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SightlineTest
class WithdrawalTest {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  @Autowired private OpenSessions sessions;
  @Autowired private Sessions planning;
  @Autowired private Staging staging;
  @Autowired private PaperSlips slips;
  @Autowired private Marks marks;
  @Autowired private MarkTallies tallies;
  @Autowired private HashingDesk desk;
  @Autowired private DeletedMaps deleted;
  @Autowired private WithdrawalLedger ledger;
  @Autowired private Processes processes;
  @Autowired private SystemProcesses systemProcesses;
  @Autowired private SystemStore systemStore;
  @Autowired private StudentStore student;
  @Autowired private SessionKeys keys;
  @Autowired private JdbcClient jdbc;
  @Autowired private TestPeople people;
  @Autowired private DatabaseSettings settings;

  private final SecureRandom random = new SecureRandom();
  private DatabaseReader thief;
  private SlipWithdrawals today;

  @BeforeEach
  void start() {
    thief = new DatabaseReader(settings);
    today = on(Clock.systemUTC());
  }

  @Test
  void fourWrongCodesGetFourDifferentAnswers() {
    var session = sessions.open();
    var slip = send(session, 1);
    var other = SlipCode.random(random, session.tag()).printed();
    marks.close(sessions.owner(), session.id(), 1);

    assertThat(today.withdraw(other)).isInstanceOf(Outcome.Wrong.class);
    assertThat(
            today.withdraw(
                slip.printed().replaceFirst("-.", "-" + another(slip.printed().charAt(5)))))
        .isEqualTo(new Outcome.Mistyped(null));
    assertThat(today.withdraw("2222-7QWE")).isEqualTo(new Outcome.Mistyped("E"));
    assertThat(today.withdraw(slip.printed())).isInstanceOf(Outcome.Gone.class);
    assertThat(today.withdraw(slip.printed())).isInstanceOf(Outcome.Used.class);
    assertThat(afterwards(session).withdraw(slip.printed()))
        .isEqualTo(new Outcome.Expired(session.lastDay()));
  }

  @Test
  void aSlipOfNoSessionIsWrong() {
    assertThat(today.withdraw(SlipCode.random(random, new SessionTag("QQQQ")).printed()))
        .isInstanceOf(Outcome.Wrong.class);
  }

  @Test
  void takesAMapOutWhileTheSessionIsOpenAndItStaysOut() {
    var session = sessions.open();
    var sheet = OpenSessions.sheet(staging, session);
    var seat = Seat.take(OpenSessions.code(session), random);
    var slip =
        ((Staging.Sending.Sent) staging.send(seat, sheet, OpenSessions.map(sheet, 9), null))
            .map()
            .slip();
    send(session, 10);

    assertThat(today.withdraw(slip.printed())).isInstanceOf(Outcome.Gone.class);

    assertThat(today.withdraw(slip.printed())).isInstanceOf(Outcome.Used.class);
    assertThat(staging.send(seat, sheet, OpenSessions.map(sheet, 9), slip))
        .as("a late repetition of the sending")
        .isInstanceOf(Staging.Sending.TakenOut.class);
    assertThat(marks.close(sessions.owner(), session.id(), 2).closure().mapsIn()).isEqualTo(1);
    assertThat(today.withdraw(slip.printed()))
        .as("remembered past the closing")
        .isInstanceOf(Outcome.Used.class);
  }

  @Test
  void takesAMapOutAfterClosingWithEveryMark() {
    var session = sessions.open();
    var slip = send(session, 0xFFF);
    send(session, 1);
    marks.close(sessions.owner(), session.id(), 2);

    assertThat(today.withdraw(slip.printed().toLowerCase(java.util.Locale.ROOT).replace("-", " ")))
        .isInstanceOf(Outcome.Gone.class);

    assertThat(maps(session)).isEqualTo(1);
    assertThat(
            thief.count(
                "select count(*)::int from engagement.mark k where not exists (select 1 from engagement.map m where m.id = k.map_id)"))
        .isZero();
    assertThat(
            thief.count(
                "select count(*)::int from engagement.withdrawal_ledger where session_id = ?",
                session.id().value()))
        .isEqualTo(1);
  }

  @Test
  void countsAMapThatWasPublishedAsGoneFromItsCohort() {
    var session = sessions.open();
    var slip = send(session, 3);
    for (int i = 0; i < 5; i++) {
      send(session, 5);
    }
    marks.close(sessions.owner(), session.id(), 6);
    processes.look(sessions.owner(), () -> tallies.assignCohort(session.round(), 1));

    today.withdraw(slip.printed());

    assertThat(processes.look(sessions.owner(), () -> tallies.cohorts(session.round())))
        .containsExactly(new CohortMaps(1, 5, 1));
  }

  @Test
  void theSameSlipTypedTwentyTimesAtOnceDeletesOnce() throws Exception {
    var session = sessions.open();
    var slip = send(session, 3);
    marks.close(sessions.owner(), session.id(), 1);
    List<Outcome> outcomes;
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      var tries = new ArrayList<Callable<Outcome>>();
      for (int i = 0; i < 20; i++) {
        tries.add(() -> today.withdraw(slip.printed()));
      }
      outcomes = pool.invokeAll(tries).stream().map(f -> f.resultNow()).toList();
    }

    assertThat(outcomes).filteredOn(Outcome.Gone.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(Outcome.Used.class::isInstance).hasSize(19);
  }

  @Test
  void aPaperSlipTakesItsMapOutBeforeAnybodyHasKeyedIt() {
    var session = sessions.open();
    var code = SlipCode.random(random, session.tag());
    processes.look(
        sessions.owner(),
        () -> {
          slips.issue(
              session.id(),
              List.of(slips.of(code), slips.of(SlipCode.random(random, session.tag()))));
          return true;
        });

    assertThat(today.withdraw(code.printed())).isInstanceOf(Outcome.Gone.class);
    assertThat(today.withdraw(code.printed())).isInstanceOf(Outcome.Used.class);
  }

  @Test
  void staffTypeASlipAndTheRecordSaysNeitherWhichNorWhatCameOfIt() {
    var session = sessions.open();
    var slip = send(session, 3);
    marks.close(sessions.owner(), session.id(), 1);
    var who = people.as(Role.SAFEGUARDING_LEAD);

    assertThat(today.withdrawFromBox(who, slip.printed())).isInstanceOf(Outcome.Gone.class);

    assertThat(maps(session)).isZero();
    assertThat(
            thief.rows(
                "select workspace, object, detail, outcome from audit.entry where request = ?",
                who.request()))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.get("workspace")).isNull();
              assertThat(row.get("object")).isNull();
              assertThat(row.get("detail")).isNull();
            });
  }

  @Test
  void nobodyTriesMoreThanThirtyCodesOfASessionInAMinute() {
    var session = sessions.open();
    var stopped = Clock.fixed(Instant.now(), LONDON);
    var limited = on(stopped);
    var outcomes = new ArrayList<Outcome>();
    for (int i = 0; i < GuessLimit.PER_TAG + 5; i++) {
      outcomes.add(limited.withdraw(SlipCode.random(random, session.tag()).printed()));
    }

    assertThat(outcomes).filteredOn(Outcome.TooMany.class::isInstance).hasSize(5);
  }

  /// 28 days inclusive, both changes of the clocks in the United Kingdom (ST-08).
  @ParameterizedTest
  @CsvSource({
    "2027-03-08, 2027-04-04T22:59:59Z, true",
    "2027-03-08, 2027-04-05T22:59:59Z, true",
    "2027-03-08, 2027-04-05T23:00:00Z, false",
    "2026-10-05, 2026-11-01T23:59:59Z, true",
    "2026-10-05, 2026-11-02T23:59:59Z, true",
    "2026-10-05, 2026-11-03T00:00:00Z, false"
  })
  void aSlipWorksToTheEndOfItsLastDay(LocalDate heldOn, Instant at, boolean works) {
    var session = sessions.open(sessions.round(), heldOn);
    var slip = send(session, 3);
    marks.close(sessions.owner(), session.id(), 1);

    var outcome = on(Clock.fixed(at, LONDON)).withdraw(slip.printed());

    assertThat(session.lastDay()).isEqualTo(heldOn.plusDays(28));
    assertThat(outcome).isInstanceOf(works ? Outcome.Gone.class : Outcome.Expired.class);
  }

  @Test
  void aSessionThatIsHeldLateHasItsFourWeeksFromThatDayAndOneHeldEarlyKeepsThePrintedDay() {
    var day = LocalDate.now(LONDON);
    var late = sessions.planned(sessions.round(), day.minusDays(20));
    var early = sessions.planned(sessions.round(), day.plusDays(10));
    for (var planned : List.of(late, early)) {
      planning.start(sessions.owner(), planned.id());
    }

    var startedLate = planning.find(sessions.owner(), late.id());
    assertThat(startedLate.lastDay()).isAfterOrEqualTo(day.plusDays(28));
    assertThat(OpenSessions.sheet(staging, startedLate).lastDay()).isEqualTo(startedLate.lastDay());
    assertThat(planning.find(sessions.owner(), early.id()).lastDay()).isEqualTo(early.lastDay());
  }

  @Test
  void afterTheLastDayNobodyCanFindAMapAnyMore() {
    var heldOn = LocalDate.of(2026, 1, 12);
    var session = sessions.open(sessions.round(), heldOn);
    send(session, 3);
    send(session, 5);
    marks.close(sessions.owner(), session.id(), 2);
    var before = ids(session);

    upkeep(session.lastDay()).nightly();
    assertThat(ids(session)).as("on the last day").isEqualTo(before);

    upkeep(session.lastDay().plusDays(1)).nightly();
    assertThat(ids(session)).hasSize(2).doesNotContainAnyElementsOf(before);
    assertThat(
            thief.count(
                "select count(*)::int from engagement.map where session_id = ? and slip_hash is not null",
                session.id().value()))
        .isZero();
    assertThat(
            thief.count(
                "select count(*)::int from engagement.slip_salt where session_id = ?",
                session.id().value()))
        .isZero();
    assertThat(
            thief.count(
                "select count(*)::int from engagement.mark k join engagement.map m on m.id = k.map_id where m.session_id = ?",
                session.id().value()))
        .isEqualTo(3);
  }

  @Test
  void theNightWritesOneCountForADay() {
    var session = sessions.open();
    var slip = send(session, 3);
    today.withdraw(slip.printed());
    var day = LocalDate.now(LONDON);

    upkeep(day).nightly();
    assertThat(
            thief.count("select count(*)::int from engagement.withdrawal_day where day = ?", day))
        .isEqualTo(1);
    upkeep(day.plusDays(1)).nightly();
    upkeep(day.plusDays(1)).nightly();

    assertThat(
            thief.rows(
                "select detail from audit.entry where act = 'engagement.maps-withdrawn' and detail like ?",
                "day: " + day + "%"))
        .hasSize(1);
    assertThat(
            thief.count("select count(*)::int from engagement.withdrawal_day where day = ?", day))
        .isZero();
  }

  @Test
  void aNightThatWasSleptThroughIsCaughtUpOnceAndNotTwice() {
    var session = sessions.open();
    var day = LocalDate.now(LONDON).minusDays(9);
    var then = on(Clock.fixed(day.atTime(15, 0).atZone(LONDON).toInstant(), LONDON));
    var count = "select count(*)::int from engagement.withdrawal_day where day = ?";
    var woken = upkeep(day.plusDays(1));
    then.withdraw(send(session, 3).printed());
    assertThat(thief.count(count, day)).isEqualTo(1);

    woken.catchUp();
    assertThat(thief.count(count, day)).isZero();

    then.withdraw(send(session, 4).printed());
    woken.catchUp();
    assertThat(thief.count(count, day)).isEqualTo(1);
  }

  @Test
  void theStartDestroysKeysOfSessionsThatAreNotOpen() {
    var open = sessions.open();
    var left = java.util.UUID.randomUUID();
    keys.make(left);

    upkeep(LocalDate.now(LONDON)).destroyKeysOfClosedSessions();

    assertThat(keys.exists(left)).isFalse();
    assertThat(keys.exists(open.id().value())).isTrue();
  }

  private SlipWithdrawals on(Clock clock) {
    return new SlipWithdrawals(
        student, jdbc, processes, staging, slips, desk, deleted, ledger, clock);
  }

  private SlipWithdrawals afterwards(Session session) {
    return on(Clock.fixed(session.lastDay().plusDays(1).atStartOfDay(LONDON).toInstant(), LONDON));
  }

  private MarksUpkeep upkeep(LocalDate day) {
    var clock = Clock.fixed(day.atTime(0, 7).atZone(LONDON).toInstant(), LONDON);
    return new MarksUpkeep(systemProcesses, systemStore, keys, deleted, clock, 35);
  }

  private List<Object> ids(Session session) {
    return thief
        .rows(
            "select id from engagement.map where session_id = ? order by id", session.id().value())
        .stream()
        .map(row -> row.get("id"))
        .toList();
  }

  private int maps(Session session) {
    return thief.count(
        "select count(*)::int from engagement.map where session_id = ?", session.id().value());
  }

  private static char another(char letter) {
    return letter == '7' ? '8' : '7';
  }

  private SlipCode send(Session session, int number) {
    var sheet = OpenSessions.sheet(staging, session);
    var sending =
        staging.send(
            Seat.take(OpenSessions.code(session), random),
            sheet,
            OpenSessions.map(sheet, number),
            null);
    return ((Staging.Sending.Sent) sending).map().slip();
  }
}
