package org.sightline.engagement.marks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.Level;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;

/// kill -9 of the database while a class sends: every acknowledged map is there once (issue 2, What
/// bad input gets).
@Tag("long")
@SightlineTest
class KilledDatabaseTest {

  private static final int MAPS = 300;
  private static final int KILLS = 3;

  @Autowired private OpenSessions sessions;
  @Autowired private Staging staging;
  @Autowired private Marks marks;
  @Autowired private DatabaseSettings settings;

  private final SecureRandom random = new SecureRandom();

  @Test
  void everyAcknowledgedMapIsThereOnceAndNoneTwice() throws Exception {
    var session = sessions.open();
    var sheet = OpenSessions.sheet(staging, session);
    Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();
    try (var pool = Executors.newFixedThreadPool(8)) {
      for (int n = 1; n <= MAPS; n++) {
        int number = n;
        var seat = Seat.take(OpenSessions.code(session), random);
        var slip = SlipCode.random(random, sheet.tag());
        pool.submit(
            () -> {
              Thread.sleep(random.nextInt(200));
              until(seat, sheet, OpenSessions.map(sheet, number), slip);
              return acknowledged.add(number);
            });
      }
      for (int kill = 0; kill < KILLS; kill++) {
        Thread.sleep(1_500);
        postmaster().destroyForcibly();
      }
      pool.shutdown();
      assertThat(pool.awaitTermination(3, TimeUnit.MINUTES)).isTrue();
    }
    assertThat(acknowledged).hasSize(MAPS);

    assertThat(marks.close(sessions.owner(), session.id(), MAPS).closure().mapsIn())
        .isEqualTo(MAPS);

    var numbers = new HashMap<Object, Integer>();
    new DatabaseReader(settings)
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
              numbers.merge(row.get("map_id"), digit << (2 * place), Integer::sum);
            });
    assertThat(numbers.values()).containsExactlyInAnyOrderElementsOf(acknowledged);
  }

  /// Like the page: the same slip again and again until an answer comes.
  private void until(Seat seat, OpenSheet sheet, UnslippedMap map, SlipCode slip)
      throws InterruptedException {
    var end = Instant.now().plus(Duration.ofMinutes(2));
    while (Instant.now().isBefore(end)) {
      try {
        var sending = staging.send(seat, sheet, map, slip);
        if (sending instanceof Staging.Sending.Sent || sending instanceof Staging.Sending.Already) {
          return;
        }
        throw new IllegalStateException("Not expected: " + sending);
      } catch (org.springframework.dao.DataAccessException
          | org.springframework.transaction.TransactionException away) {
        Thread.sleep(300);
      }
    }
    throw new IllegalStateException("The database did not come back");
  }

  private static ProcessHandle postmaster() throws IOException {
    var pid = TestDatabase.folder().resolve("postgresql/data/postmaster.pid");
    for (int i = 0; i < 200; i++) {
      if (Files.exists(pid)) {
        var found = ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).getFirst().strip()));
        if (found.isPresent()) {
          return found.get();
        }
      }
      java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
    }
    throw new IllegalStateException("There is no database to kill");
  }
}
