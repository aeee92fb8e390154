package org.sightline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against real processes; each test has its own data directory.
class EmbeddedPostgresTest {

  @TempDir Path directory;

  @Test
  void refusesADirectoryAnotherApplicationUses() throws Exception {
    try (var first = EmbeddedPostgres.start(directory)) {
      var refusal =
          ("Another Sightline is already using the data directory %s. Stop it "
                  + "first, or choose another directory.")
              .formatted(directory.toRealPath());

      assertThatThrownBy(() -> EmbeddedPostgres.start(directory)).hasMessage(refusal);
      var other = startElsewhere();

      // After the refusal in this process the lock still holds against another process.
      assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(new String(other.getInputStream().readAllBytes())).contains(refusal);
      assertThat(valueIn(first, "select 1")).isEqualTo("1");
    }
  }

  @Test
  void listensOnThisMachineOnly() throws Exception {
    try (var postgres = EmbeddedPostgres.start(directory)) {
      assertThat(valueIn(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(valueIn(postgres, "show unix_socket_directories")).isEmpty();
      for (var address : addressesOfThisMachine()) {
        if (!address.getHostAddress().equals("127.0.0.1")) {
          assertThat(answers(address, postgres.port())).as(address.toString()).isFalse();
        }
      }
      assertThat(answers(InetAddress.ofLiteral("127.0.0.1"), postgres.port())).isTrue();
    }
  }

  @Test
  void keepsWhatWasStoredOverARestart() throws Exception {
    try (var postgres = EmbeddedPostgres.start(directory)) {
      run(postgres, "create table zone (name text)");
      run(postgres, "insert into zone values ('Café stairs')");
    }

    try (var postgres = EmbeddedPostgres.start(directory)) {
      assertThat(valueIn(postgres, "select name from zone")).isEqualTo("Café stairs");
    }
  }

  @Test
  void isMadeDurableCheckedAndInUnicode() throws Exception {
    try (var postgres = EmbeddedPostgres.start(directory)) {
      assertThat(valueIn(postgres, "show fsync")).isEqualTo("on");
      assertThat(valueIn(postgres, "show synchronous_commit")).isEqualTo("on");
      assertThat(valueIn(postgres, "show full_page_writes")).isEqualTo("on");
      assertThat(valueIn(postgres, "show data_checksums")).isEqualTo("on");
      assertThat(valueIn(postgres, "show server_encoding")).isEqualTo("UTF8");
      assertThat(valueIn(postgres, "select upper('é')")).isEqualTo("É");
      assertThat(valueIn(postgres, "select datlocprovider from pg_database limit 1"))
          .isEqualTo("b");
      assertThat(valueIn(postgres, "select rolpassword from pg_authid where rolname = 'postgres'"))
          .startsWith("SCRAM-SHA-256");
    }
  }

  @Test
  void keepsThePasswordFromOtherUsers() throws Exception {
    assumeTrue(Files.getFileStore(directory).supportsFileAttributeView("posix"));
    try (var postgres = EmbeddedPostgres.start(directory)) {
      var file = directory.resolve("postgresql/superuser");

      assertThat(Files.readString(file)).isEqualTo(postgres.password()).hasSize(48);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(directory.resolve("postgresql"))))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void writesNoValueToItsLog() throws Exception {
    try (var postgres = EmbeddedPostgres.start(directory)) {
      run(postgres, "create table person (name text primary key)");
      for (var broken :
          List.of(
              "insert into person values ('Plantedname'), ('Plantedname')",
              "select 'Plantedname'::integer",
              "select Plantedname")) {
        assertThatThrownBy(() -> run(postgres, broken)).isInstanceOf(SQLException.class);
      }
      try (var connection = connect(postgres);
          var statement = connection.prepareStatement("select ?::text::integer")) {
        statement.setString(1, "Plantedname");
        assertThatThrownBy(statement::executeQuery).isInstanceOf(SQLException.class);
      }
    }

    var log = directory.resolve("postgresql/log");
    try (var files = Files.list(log)) {
      var texts = files.map(EmbeddedPostgresTest::read).toList();
      assertThat(texts).anyMatch(text -> text.contains("ready to accept connections"));
      assertThat(texts).noneMatch(text -> text.toLowerCase().contains("plantedname"));
    }
  }

  @Test
  void keepsTheNewestLogsOnly() throws Exception {
    var logs = Files.createDirectories(directory.resolve("postgresql/log"));
    for (var day = 10; day < 30; day++) {
      Files.writeString(logs.resolve("postgresql-202601%d-000000.log".formatted(day)), "old");
    }

    EmbeddedPostgres.start(directory).close();

    assertThat(logs.resolve("postgresql-20260119-000000.log")).doesNotExist();
    assertThat(logs.resolve("postgresql-20260120-000000.log")).exists();
  }

  @Test
  void removesWhatAnInterruptedStartLeft() throws Exception {
    var left = directory.resolve("postgresql/unfinished-1/base");
    Files.createDirectories(left);

    EmbeddedPostgres.start(directory).close();

    try (var inside = Files.list(directory.resolve("postgresql"))) {
      assertThat(inside.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("binaries-18.6", "data", "log", "superuser");
    }
  }

  @Test
  void stopsTheOrphanOfAKilledApplication() throws Exception {
    var killed = startElsewhere();
    var said = killed.inputReader();
    assertThat(said.readLine()).isEqualTo("ready");
    var orphan = postmaster();
    killed.destroyForcibly().waitFor();
    assertThat(orphan.isAlive()).isTrue();

    try (var postgres = EmbeddedPostgres.start(directory)) {
      assertThat(runsStill(orphan)).isFalse();
      assertThat(postmaster().pid()).isNotEqualTo(orphan.pid());
      assertThat(valueIn(postgres, "select 1")).isEqualTo("1");
    }
  }

  @Test
  void startsBesideAFileThatNamesSomebodyElsesProcess() throws Exception {
    EmbeddedPostgres.start(directory).close();
    var stranger = new ProcessBuilder("sleep", "60").start();
    Files.writeString(
        directory.resolve("postgresql/data/postmaster.pid"),
        "%d\n%s\n1\n5432\n\n127.0.0.1\n".formatted(stranger.pid(), directory));

    try (var postgres = EmbeddedPostgres.start(directory)) {
      assertThat(valueIn(postgres, "select 1")).isEqualTo("1");
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void comesBackWithEveryAcknowledgedRowWhenItIsKilled() throws Exception {
    try (var postgres = EmbeddedPostgres.start(directory)) {
      run(postgres, "create table mark (id int primary key)");
      var acknowledged = 0;
      for (var round = 0; round < 3; round++) {
        // A backend that computes does not notice that its postmaster died.
        var busy = Thread.ofVirtual().start(() -> computeFor(postgres));
        var first = acknowledged;
        Thread.ofVirtual().start(() -> killSoon());
        acknowledged = insertUntilItFails(postgres, first);

        assertThat(acknowledged).isGreaterThan(first);
        assertThat(Integer.parseInt(valueWhenBack(postgres, "select count(*) from mark")))
            .isBetween(acknowledged, acknowledged + 1);
        acknowledged = Integer.parseInt(valueIn(postgres, "select count(*) from mark"));
        busy.join();
      }
      assertThat(postgres.isRunning()).isTrue();
    }
  }

  @Test
  void restsFromADatabaseThatKeepsDyingAndTriesAgain() throws Exception {
    try (var postgres = EmbeddedPostgres.start(directory)) {
      for (var death = 1; death <= PostgresWatch.DEATHS; death++) {
        valueWhenBack(postgres, "select 1");
        postmaster().destroyForcibly();
        Thread.sleep(50);
      }

      Thread.sleep(Duration.ofSeconds(2));
      assertThat(postgres.isRunning()).isFalse();
      Thread.sleep(PostgresWatch.REST);
      assertThat(valueWhenBack(postgres, "select 1")).isEqualTo("1");
    }
    EmbeddedPostgres.start(directory).close();
  }

  @Test
  void leavesNothingRunningWhenClosed() throws Exception {
    var postgres = EmbeddedPostgres.start(directory);
    var postmaster = postmaster();

    postgres.close();
    postgres.close();

    assertThat(runsStill(postmaster)).isFalse();
    assertThat(directory.resolve("postgresql/data/postmaster.pid")).doesNotExist();
    Thread.sleep(200);
    assertThat(postgres.isRunning()).isFalse();
  }

  /// For another process: starts, says so, and waits to be killed.
  static class Elsewhere {
    public static void main(String[] arguments) throws Exception {
      try {
        EmbeddedPostgres.start(Path.of(arguments[0]));
        System.out.println("ready");
        Thread.sleep(Duration.ofMinutes(2));
      } catch (DatabaseUnavailable e) {
        System.out.println(e.getMessage());
      }
    }
  }

  private Process startElsewhere() throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java,
            "-cp",
            System.getProperty("java.class.path"),
            Elsewhere.class.getName(),
            directory.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private ProcessHandle postmaster() throws IOException {
    var lines = Files.readAllLines(directory.resolve("postgresql/data/postmaster.pid"));
    return ProcessHandle.of(Long.parseLong(lines.getFirst())).orElseThrow();
  }

  /// A process nobody has collected yet is dead but still has its number; it has no program.
  private static boolean runsStill(ProcessHandle process) {
    return process.isAlive() && process.info().command().isPresent();
  }

  private void killSoon() {
    try {
      Thread.sleep(300);
      postmaster().destroyForcibly();
    } catch (InterruptedException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void computeFor(EmbeddedPostgres postgres) {
    try {
      run(postgres, "do $$ begin for i in 1..2000000000 loop end loop; end $$");
    } catch (SQLException e) {
      // It is killed while it computes.
    }
  }

  private static int insertUntilItFails(EmbeddedPostgres postgres, int first) {
    var next = first;
    try (var connection = connect(postgres);
        var insert = connection.prepareStatement("insert into mark values (?)")) {
      while (true) {
        insert.setInt(1, next);
        insert.executeUpdate();
        next++;
        if (next % 50 == 0 && !postgres.isRunning()) {
          return next;
        }
      }
    } catch (SQLException e) {
      return next;
    }
  }

  private static String valueWhenBack(EmbeddedPostgres postgres, String sql) throws Exception {
    var end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (true) {
      try {
        return valueIn(postgres, sql);
      } catch (SQLException e) {
        if (System.nanoTime() > end) {
          throw e;
        }
        Thread.sleep(20);
      }
    }
  }

  private static String valueIn(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (var connection = connect(postgres);
        var result = connection.createStatement().executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }

  private static void run(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (var connection = connect(postgres);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
    return DriverManager.getConnection(
        postgres.url("postgres"), postgres.superuser(), postgres.password());
  }

  private static List<InetAddress> addressesOfThisMachine() throws IOException {
    return NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses).toList();
  }

  private static boolean answers(InetAddress address, int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), 500);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
