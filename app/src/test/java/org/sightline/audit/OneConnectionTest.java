package org.sightline.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.access.SettingUp;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.Sealing;
import org.sightline.testing.SightlineTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/// A pool of one connection, on which everybody comes after everybody else: whoever is acting ends
/// with their transaction, however it ends (DB-03).
@SightlineTest
class OneConnectionTest {

  private static final int REQUESTS = 10_000;
  private static final int AT_ONCE = 24;

  @Autowired private Map<String, DataSource> pools;
  @Autowired private AuditedRequests requests;
  @Autowired private SettingUp settingUp;
  @Autowired private Sealing sealing;

  @Autowired private Grounds grounds;

  private final Map<UserId, WorkspaceId> theirs = new java.util.LinkedHashMap<>();
  private HikariDataSource one;
  private JdbcClient jdbc;
  private Processes processes;

  @BeforeEach
  void setUp() throws java.sql.SQLException {
    var config = new HikariConfig();
    pools.get("staffDataSource").unwrap(HikariDataSource.class).copyStateTo(config);
    config.setPoolName("one");
    config.setMaximumPoolSize(1);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(120_000);
    one = new HikariDataSource(config);
    jdbc = JdbcClient.create(one);
    processes = new Processes(jdbc, new JdbcTransactionManager(one), requests, sealing, grounds);
    for (int i = 0; i < 20; i++) {
      var school = WorkspaceId.random();
      var user = UserId.random();
      settingUp.school(school, "One " + i, java.time.LocalDate.of(2026, 1, 5));
      settingUp.personWithoutPassword(user, user.toString(), "Invented " + i);
      settingUp.member(school, user, Role.HEAD, java.time.LocalDate.of(2026, 1, 5));
      theirs.put(user, school);
    }
  }

  @AfterEach
  void close() {
    one.close();
  }

  @Test
  void tenThousandInterleavedRequestsLeakNothing() throws InterruptedException {
    Queue<String> leaks = new ConcurrentLinkedQueue<>();
    var users = new ArrayList<>(theirs.keySet());
    var done = new AtomicInteger();
    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      IntStream.range(0, AT_ONCE)
          .forEach(
              thread ->
                  threads.submit(
                      () -> {
                        var random = new Random(thread);
                        while (done.getAndIncrement() < REQUESTS) {
                          var user = users.get(random.nextInt(users.size()));
                          try {
                            ask(user, random.nextInt(100), leaks);
                          } catch (RuntimeException unforeseen) {
                            leaks.add(unforeseen.toString());
                          }
                        }
                      }));
    }

    assertThat(leaks).isEmpty();
    assertThat(done.get()).isGreaterThanOrEqualTo(REQUESTS);
  }

  private void ask(UserId user, int kind, Queue<String> leaks) {
    var who = SignedIn.as(user);
    if (kind < 60) {
      seesOnlyTheirs(who, leaks);
    } else if (kind < 75) {
      endsIn(who, leaks, () -> fail(new IllegalStateException("a fault of ours")));
    } else if (kind < 80) {
      endsIn(who, leaks, () -> jdbc.sql("select no_such_column").query().listOfRows());
    } else if (kind < 82) {
      endsIn(
          who,
          leaks,
          () -> {
            jdbc.sql("set local statement_timeout = '5ms'").update();
            jdbc.sql("select pg_sleep(1)").query().listOfRows();
          });
    } else if (kind < 85) {
      denied(who, leaks);
    } else {
      nobodyIsActing(leaks);
    }
  }

  private void seesOnlyTheirs(SignedIn who, Queue<String> leaks) {
    var seen = processes.look(who, this::schools);
    if (!seen.equals(List.of(theirs.get(who.user()).value()))) {
      leaks.add(who.user() + " sees " + seen);
    }
  }

  private void endsIn(SignedIn who, Queue<String> leaks, Runnable trouble) {
    try {
      processes.look(
          who,
          () -> {
            if (!schools().equals(List.of(theirs.get(who.user()).value()))) {
              leaks.add(who.user() + " sees " + schools());
            }
            trouble.run();
            return true;
          });
      leaks.add("no trouble");
    } catch (RuntimeException expected) {
      nobodyIsActing(leaks);
    }
  }

  private void denied(SignedIn who, Queue<String> leaks) {
    var somebodyElses = theirs.values().stream().filter(w -> !w.equals(theirs.get(who.user())));
    var act =
        Act.in(somebodyElses.findFirst().orElseThrow(), "access.role-given", UUID.randomUUID());
    try {
      processes.change(who, act, () -> fail(new NotThere()));
      leaks.add("not denied");
    } catch (NotThere expected) {
      nobodyIsActing(leaks);
    }
  }

  /// Without a process, on the connection somebody else has just used.
  private void nobodyIsActing(Queue<String> leaks) {
    var seen = schools();
    if (!seen.isEmpty()) {
      leaks.add("nobody sees " + seen);
    }
  }

  private List<UUID> schools() {
    return jdbc.sql("select id from access.workspace").query(UUID.class).list();
  }

  private static void fail(RuntimeException how) {
    throw how;
  }
}
