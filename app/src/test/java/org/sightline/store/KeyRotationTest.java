package org.sightline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.testing.TestDatabase;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// CR-04: keys are changed under load and with ends at the wrong moment; afterwards everything can
/// be read, nothing lies under the old keys, and those are gone.
class KeyRotationTest {

  private static final SealedColumn NAME = new SealedColumn("access.user_account", "name");
  private static final SealedColumn USERNAME = new SealedColumn("access.user_account", "username");
  private static final SealedColumn BODY = new SealedColumn("consent.research", "body");
  private static final SealedColumn ETHICS = new SealedColumn("consent.research", "ethics");
  private static final SealedColumn NOTES = new SealedColumn("contexts.zone", "notes");
  private static final SealedColumn WORDS = new SealedColumn("concerns.step", "words");

  @TempDir private Path folder;

  private final Map<UUID, String> names = new ConcurrentHashMap<>();
  private DatabaseSettings settings;
  private KeyRing keys;
  private Path file;
  private final UUID shredded = UUID.randomUUID();

  @BeforeEach
  void aDatabaseWithItsOwnCopyOfTheKeys() throws SQLException {
    var postgres = TestDatabase.postgres();
    var name = "test_" + UUID.randomUUID().toString().replace("-", "");
    as(postgres.url("postgres")).execute("create database " + name);
    file = folder.resolve("key");
    Path shared = TestDatabase.folder().resolve("keys/installation.key");
    KeyRing.readOrMake(shared);
    KeyRing.copy(shared, file);
    keys = KeyRing.readOrMake(file);
    settings = new DatabaseSettings(postgres.url(name), postgres.superuser(), postgres.password());
    Roles.prepare(settings, keys);
    Migrations.run(
        new DriverManagerDataSource(settings.url(), Roles.OWNER, keys.rolePassword(Roles.OWNER)));
    try (var connection = connect()) {
      fill(connection);
    }
  }

  @Test
  void everythingIsSealedAnewAndTheOldKeysAreGone() throws Exception {
    var before = keys.keys();
    byte[] taken = sealed("access.user_account", "name");

    var rotated = new KeyRotation(keys, settings, line -> {}).run(null);

    assertAllNew(keys);
    assertThat(rotated.resealed()).isEqualTo(2 * 300 + 2 + 2 + 1);
    assertThat(rotated.shredded()).isEqualTo(1);
    assertThat(keys.keys().primary()).isNotEqualTo(before.primary());
    assertThat(keys.keys().isChanging()).isFalse();
    assertThat(new RecordKeys(keys).isShredded(shredded)).isTrue();
    assertThatThrownBy(() -> new Sealing(keys).open(NAME, names.keySet().iterator().next(), taken))
        .hasMessageContaining("does not open");
  }

  @Test
  void underLoadAndEndedFiveTimesNothingIsLost() throws Exception {
    var chance = new SplittableRandom(20_261_122);
    var stop = new AtomicBoolean();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = threads.submit(() -> writeUntil(stop));
      for (int end = 0; end < 5; end++) {
        int after = chance.nextInt(4);
        assertThatThrownBy(() -> killed(KeyRing.readOrMake(file), after)).isNotNull();
      }
      new KeyRotation(KeyRing.readOrMake(file), settings, line -> {}).run(null);
      stop.set(true);
      running.get();
    }

    assertThat(names).hasSizeGreaterThan(300);
    assertAllNew(KeyRing.readOrMake(file));
    try (var left = Files.list(folder)) {
      assertThat(left.map(each -> each.getFileName().toString()))
          .containsExactlyInAnyOrder("key", "key.wrapped", "key.lock");
    }
  }

  @Test
  void aValueThatDoesNotOpenKeepsTheOldKeys() throws Exception {
    try (var connection = connect();
        var statement = connection.createStatement()) {
      statement.execute(
          "update access.user_account set name = set_byte(name, 40, (get_byte(name, 40) + 1) % 256) where id = (select min(id::text)::uuid from access.user_account)");
    }

    assertThatThrownBy(() -> new KeyRotation(keys, settings, line -> {}).run(null))
        .hasMessageContaining("1 values in access.user_account.name do not open")
        .hasMessageContaining("the old keys are still there");

    assertThat(keys.keys().isChanging()).isTrue();
  }

  @Test
  void aUserOfTheDatabaseWhoSeesTooLittleIsRefusedBeforeAnythingIsChanged() throws Exception {
    String before = Files.readString(file);
    var owner = new DatabaseSettings(settings.url(), Roles.OWNER, keys.rolePassword(Roles.OWNER));

    assertThatThrownBy(() -> new KeyRotation(keys, owner, line -> {}).run(null))
        .hasMessageContaining("has to see every row");

    assertThat(Files.readString(file)).isEqualTo(before);
  }

  /// An end that comes without a word, wherever it is just then.
  private void killed(KeyRing of, int after) {
    int[] said = {0};
    new KeyRotation(
            of,
            settings,
            line -> {
              if (said[0]++ == after) {
                throw new IllegalStateException("killed");
              }
            })
        .run(null);
    throw new IllegalStateException("was done before");
  }

  private int writeUntil(AtomicBoolean stop) throws SQLException {
    var sealing = new Sealing(KeyRing.readOrMake(file));
    try (var connection = connect()) {
      while (!stop.get()) {
        person(connection, sealing);
      }
    }
    return names.size();
  }

  private void assertAllNew(KeyRing now) throws SQLException {
    var values = SealedValues.of(settings, now);
    assertThat(values.shut()).isEmpty();
    assertThat(values.old()).isZero();
    assertThat(values.opened())
        .contains(NAME.table() + ".name", "consent.research.body", "contexts.zone.notes");
    try (var connection = connect();
        var rows =
            connection.createStatement().executeQuery("select id, name from access.user_account")) {
      int read = 0;
      while (rows.next()) {
        UUID id = rows.getObject(1, UUID.class);
        assertThat(new Sealing(now).open(NAME, id, rows.getBytes(2))).isEqualTo(names.get(id));
        read++;
      }
      assertThat(read).isEqualTo(names.size());
    }
  }

  private void fill(Connection connection) throws SQLException {
    var sealing = new Sealing(keys);
    var records = new RecordKeys(keys);
    connection.createStatement().execute("set session_replication_role = replica");
    for (int i = 0; i < 300; i++) {
      person(connection, sealing);
    }
    UUID round = UUID.randomUUID();
    put(
        connection,
        "insert into consent.research (workspace_id, body, ethics, declared_on, declared_by) values (?, ?, ?, now(), gen_random_uuid())",
        round,
        sealing.seal(BODY, round, "Planted"),
        sealing.seal(ETHICS, round, "Planted"));
    UUID zone = UUID.randomUUID();
    for (int version = 0; version < 2; version++) {
      put(
          connection,
          "insert into contexts.zone (version_id, workspace_id, zone_key, floor, name, outline, adults, watched, other_years, one_adult, elsewhere, notes) select gen_random_uuid(), gen_random_uuid(), ?, 0, '', '', 'NOT_ASKED', 'NOT_ASKED', 'NOT_ASKED', false, false, ?",
          zone,
          sealing.seal(NOTES, zone, "Planted"));
    }
    for (UUID record : new UUID[] {shredded, UUID.randomUUID()}) {
      UUID step = UUID.randomUUID();
      put(
          connection,
          "insert into concerns.step (id, words, concern_id, number, cycle, kind, at, by_user) values (?, ?, gen_random_uuid(), 1, 0, 'NOTED', now(), gen_random_uuid())",
          step,
          records.seal(record, WORDS, step, "Planted"));
    }
    records.shred(shredded);
  }

  private void person(Connection connection, Sealing sealing) throws SQLException {
    UUID id = UUID.randomUUID();
    String name = "Planted " + id;
    put(
        connection,
        "insert into access.user_account (id, username_index, username, name) values (?, ?, ?, ?)",
        id,
        sealing.blindIndex(USERNAME, name),
        sealing.seal(USERNAME, id, name),
        sealing.seal(NAME, id, name));
    names.put(id, name);
  }

  private static void put(Connection connection, String sql, Object... values) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  private byte[] sealed(String table, String column) throws SQLException {
    try (var connection = connect();
        var rows =
            connection.createStatement().executeQuery("select " + column + " from " + table)) {
      rows.next();
      return rows.getBytes(1);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(settings.url(), settings.owner(), settings.password());
  }

  private static JdbcTemplate as(String url) {
    var postgres = TestDatabase.postgres();
    return new JdbcTemplate(
        new DriverManagerDataSource(url, postgres.superuser(), postgres.password()));
  }
}
