package org.sightline.engagement.marks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.BackupCase;
import org.sightline.CommandRun;
import org.sightline.engagement.marks.SlipWithdrawals.Outcome;
import org.sightline.engagement.planning.Session;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.SightlineTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;

/// A map that was taken out after a backup is not in what is put back (ST-07), and a session that
/// was open is not in a state that nobody can leave.
@SightlineTest
class RestoredSlipsTest {

  @Autowired private OpenSessions sessions;
  @Autowired private Staging staging;
  @Autowired private Marks marks;
  @Autowired private SlipWithdrawals withdrawals;
  @Autowired private DatabaseSettings database;

  @Value("${sightline.session-keys}")
  private Path sessionKeys;

  @TempDir private Path folder;

  private final SecureRandom random = new SecureRandom();

  @Test
  void whatWasTakenOutAfterTheBackupStaysOut() {
    var closed = sessions.open();
    var slips = List.of(send(closed, 1), send(closed, 2), send(closed, 3));
    marks.close(sessions.owner(), closed.id(), 3);
    var open = sessions.open();
    var waiting = List.of(send(open, 1), send(open, 2));
    var kit = new BackupCase(folder, database);
    Path file = folder.resolve("yesterday.backup");
    assertThat(kit.backup(file).code()).isZero();

    assertThat(withdrawals.withdraw(slips.get(1).printed())).isInstanceOf(Outcome.Gone.class);
    assertThat(withdrawals.withdraw(waiting.get(0).printed())).isInstanceOf(Outcome.Gone.class);
    Path ledger = Path.of(sessionKeys + ".ledger");
    kit.keepSessionKeys(sessionKeys);
    var restoring = kit.restore(file, folder.resolve("with-keys"), "--ledger=" + ledger);

    assertThat(restoring.errors()).doesNotContain("could not");
    assertThat(restoring.out()).contains("2 maps that were taken out after the backup are out");
    assertThat(maps(folder.resolve("with-keys"), closed)).isEqualTo(2);
    assertThat(stagedWithContent(folder.resolve("with-keys"), open)).isEqualTo(1);
    // The next restore has it from beside the key file.
    assertThat(WithdrawalLedger.read(kit.keyFile.resolveSibling("withdrawals.ledger")))
        .containsAll(WithdrawalLedger.read(ledger));
  }

  @Test
  void aSessionWhoseKeyIsGoneIsPlannedAgain() {
    var open = sessions.open();
    send(open, 1);
    var kit = new BackupCase(folder, database);
    Path file = folder.resolve("open.backup");
    assertThat(kit.backup(file).code()).isZero();

    CommandRun restoring = kit.restore(file, folder.resolve("without-keys"));

    assertThat(restoring.out())
        .contains("open when the backup was made", "can be held anew", "Print their sheets again");
    assertThat(stagedWithContent(folder.resolve("without-keys"), open)).isZero();
    String state =
        BackupCase.in(
            folder.resolve("without-keys"),
            jdbc ->
                jdbc.queryForObject(
                    "select started_on is null and closed_on is null from engagement.session where id = ?",
                    String.class,
                    open.id().value()));
    assertThat(state).isEqualTo("t");
  }

  private SlipCode send(Session session, int n) {
    var sheet = OpenSessions.sheet(staging, session);
    var slip = SlipCode.random(random, sheet.tag());
    var seat = Seat.take(OpenSessions.code(session), random);
    assertThat(staging.send(seat, sheet, OpenSessions.map(sheet, n), slip))
        .isInstanceOf(Staging.Sending.Sent.class);
    return slip;
  }

  private static int maps(Path place, Session session) {
    return count(place, "select count(*) from engagement.map where session_id = ?", session);
  }

  private static int stagedWithContent(Path place, Session session) {
    return count(
        place,
        "select count(*) from student.staged where session_id = ? and content is not null",
        session);
  }

  private static int count(Path place, String sql, Session session) {
    Integer found =
        BackupCase.in(
            place,
            (JdbcTemplate jdbc) -> jdbc.queryForObject(sql, Integer.class, session.id().value()));
    assertThat(Files.exists(place.resolve("postgresql"))).isTrue();
    return found;
  }
}
