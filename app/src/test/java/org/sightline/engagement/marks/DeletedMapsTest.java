package org.sightline.engagement.marks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.engagement.marks.SlipWithdrawals.Outcome;
import org.sightline.engagement.planning.Session;
import org.sightline.kernel.Role;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestDatabase;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;

/// What a map that was taken out leaves in the files of the database, for somebody who has the disk
/// (ST-02, ST-07, T9).
@SightlineTest
class DeletedMapsTest {

  @Autowired private OpenSessions sessions;
  @Autowired private Staging staging;
  @Autowired private Marks marks;
  @Autowired private SlipWithdrawals withdrawals;
  @Autowired private DeletedMaps deleted;
  @Autowired private TestPeople people;
  @Autowired private DatabaseSettings settings;

  private final SecureRandom random = new SecureRandom();
  private final RawPages disk = new RawPages(TestDatabase.folder().resolve("postgresql/data"));
  private DatabaseReader thief;

  @BeforeEach
  void steal() {
    thief = new DatabaseReader(settings);
  }

  @Test
  void theRightToClearAwayIsNoRightToReadOrChange() {
    for (String sql :
        List.of(
            "select 1 from engagement.map",
            "delete from engagement.map",
            "truncate engagement.map",
            "select 1 from engagement.withdrawal_ledger")) {
      assertThatThrownBy(() -> thief.as("sightline_system", sql))
          .as(sql)
          .hasStackTraceContaining("permission denied");
    }
  }

  @Test
  void aMapThatWasTakenOutIsInNoPageAfterAMinute() {
    UUID gone = takeOneOut();
    thief.rows("select 1 from engagement.map");
    onDisk();
    assertThat(items(gone)).as("the test aims right").isPositive();

    eventually(deleted::clear, () -> items(gone) == 0);

    assertThat(items(gone)).isZero();
  }

  @Test
  void andInNoByteOfAnyFileAfterTheNight() {
    UUID gone = takeOneOut();
    onDisk();
    assertThat(disk.files(gone))
        .as("the test aims right")
        .anyMatch(file -> file.startsWith("base/"))
        .anyMatch(file -> file.startsWith("pg_wal/"));

    eventually(deleted::clearToTheByte, () -> disk.files(gone).isEmpty());

    assertThat(disk.files(gone)).isEmpty();
  }

  @Test
  void theNightKeepsEveryOtherMapAndUsedSlip() {
    var session = sessions.open();
    var slips = List.of(send(session, 1), send(session, 2), send(session, 3));
    marks.close(sessions.owner(), session.id(), 3);
    withdrawals.withdraw(slips.get(1).printed());
    var kept = ids(session);

    assertThat(deleted.clearToTheByte()).isTrue();

    assertThat(ids(session)).isEqualTo(kept).hasSize(2);
    assertThat(withdrawals.withdraw(slips.get(1).printed())).isInstanceOf(Outcome.Used.class);
    assertThat(withdrawals.withdraw(slips.get(0).printed())).isInstanceOf(Outcome.Gone.class);
  }

  @Test
  void anAuditEntrySharesNoTransactionWithWhatItsSlipDeleted() {
    var session = sessions.open();
    var slip = send(session, 1);
    marks.close(sessions.owner(), session.id(), 1);
    var who = people.as(Role.SAFEGUARDING_LEAD);

    withdrawals.withdrawFromBox(who, slip.printed());

    var entry = thief.rows("select xmin::text x from audit.entry where request = ?", who.request());
    var used =
        thief.rows(
            "select xmin::text x from engagement.withdrawal_ledger where session_id = ?",
            session.id().value());
    assertThat(entry).hasSize(1);
    assertThat(used).hasSize(1).doesNotContainAnyElementsOf(entry);
  }

  @Test
  void usedSlipsSayNeitherWhenNorInWhichOrder() {
    for (int attempt = 0; attempt < 4; attempt++) {
      var session = sessions.open();
      var slips = java.util.stream.IntStream.range(0, 8).mapToObj(n -> send(session, n)).toList();
      marks.close(sessions.owner(), session.id(), 8);
      slips.forEach(slip -> withdrawals.withdraw(slip.printed()));
      var before = ledger(session, "ctid");
      assertThat(ledger(session, "xmin::text::bigint")).as("aims right").isEqualTo(before);

      deleted.clear();

      assertThat(
              thief.count(
                  "select count(distinct xmin::text)::int from engagement.withdrawal_ledger"))
          .isEqualTo(1);
      if (!ledger(session, "ctid").equals(before)) {
        return;
      }
    }
    assertThat(false).as("four times in the order of the withdrawals").isTrue();
  }

  @Test
  void thePlannersSamplesHoldNothingThatPointsAtAMap() {
    takeOneOut();
    thief.rows("select 1");
    for (String table : DeletedMaps.TABLES) {
      thief.run("analyze " + table);
    }

    assertThat(
            thief.rows(
                """
                select schemaname, tablename, attname from pg_stats
                 where (tablename in ('map', 'staged') and attname in ('id', 'slip_hash', 'slip', 'seat', 'content'))
                    or tablename = 'mark' and attname = 'map_id'
                    or tablename = 'withdrawal_ledger' and attname = 'slip_hash'
                    or tablename in ('printed_sheet', 'paper_slip') and attname in ('label', 'slip')
                """))
        .isEmpty();
    assertThat(thief.rows("select 1 from pg_stats where tablename = 'mark'")).isNotEmpty();
  }

  private UUID takeOneOut() {
    var session = sessions.open();
    var slip = send(session, 0xFFF);
    send(session, 1);
    send(session, 2);
    marks.close(sessions.owner(), session.id(), 3);
    var before = ids(session);
    assertThat(withdrawals.withdraw(slip.printed())).isInstanceOf(Outcome.Gone.class);
    return before.stream().filter(id -> !ids(session).contains(id)).findFirst().orElseThrow();
  }

  /// How often the map's number stands in an item of a page of the tables of maps and marks and of
  /// their indexes.
  private int items(UUID id) {
    return thief
        .rows(
            """
            select pg_relation_filepath(c.oid) as path from pg_class c
             where c.oid in ('engagement.map'::regclass, 'engagement.mark'::regclass)
                or c.oid in (select indexrelid from pg_index where indrelid in
                     ('engagement.map'::regclass, 'engagement.mark'::regclass))
            """)
        .stream()
        .mapToInt(row -> disk.items(row.get("path").toString(), id))
        .sum();
  }

  /// Other tests' readers, in the same database, may hold on to deleted rows for a moment.
  private void eventually(Runnable work, java.util.function.BooleanSupplier done) {
    for (int attempt = 0; attempt < 5; attempt++) {
      work.run();
      onDisk();
      if (done.getAsBoolean()) {
        return;
      }
    }
  }

  private void onDisk() {
    thief.run("checkpoint");
  }

  private List<String> ledger(Session session, String order) {
    return thief
        .rows(
            "select slip_hash from engagement.withdrawal_ledger where session_id = ? order by "
                + order,
            session.id().value())
        .stream()
        .map(row -> row.get("slip_hash").toString())
        .toList();
  }

  private List<UUID> ids(Session session) {
    return thief
        .rows(
            "select id from engagement.map where session_id = ? order by id", session.id().value())
        .stream()
        .map(row -> (UUID) row.get("id"))
        .toList();
  }

  private SlipCode send(Session session, int number) {
    var sheet = OpenSessions.sheet(staging, session);
    var seat = Seat.take(OpenSessions.code(session), random);
    var sending = staging.send(seat, sheet, OpenSessions.map(sheet, number), null);
    return ((Staging.Sending.Sent) sending).map().slip();
  }
}
