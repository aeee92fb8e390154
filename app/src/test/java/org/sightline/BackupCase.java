package org.sightline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.sightline.store.BackupKeys;
import org.sightline.store.DatabaseSettings;
import org.sightline.store.EmbeddedPostgres;
import org.sightline.store.KeyRing;
import org.sightline.testing.TestDatabase;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// A folder with a pair of keys, and the commands on the tests' own database, which to them is a
/// PostgreSQL that is already there.
public final class BackupCase {

  public final Path folder;
  public final Path publicKey;
  public final Path privateKey;
  public final Path keyFile;
  private final DatabaseSettings database;
  private final Path password;

  public BackupCase(Path folder, DatabaseSettings database) {
    this.folder = folder;
    this.database = database;
    this.keyFile = folder.resolve("ring/installation.key");
    this.publicKey = folder.resolve("pair").resolve(BackupKeys.PUBLIC);
    this.privateKey = folder.resolve("pair").resolve(BackupKeys.PRIVATE);
    this.password = folder.resolve("password");
    try {
      BackupKeys.make(folder.resolve("pair"));
      Files.createDirectories(keyFile.getParent());
      KeyRing.copy(TestDatabase.folder().resolve("keys/installation.key"), keyFile);
      Files.writeString(password, database.password());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  public CommandRun backup(Path file) {
    return backup(file, folder.resolve("nowhere"));
  }

  /// @param dataDirectory whose mark of a demonstration, if it has one, goes with the backup
  public CommandRun backup(Path file, Path dataDirectory) {
    return CommandRun.of(
        "backup",
        file,
        "--data-dir=" + dataDirectory,
        "--public-key=" + publicKey,
        "--key-file=" + keyFile,
        "--database-url=" + database.url() + "&user=" + database.owner(),
        "--database-password-file=" + password);
  }

  public CommandRun restore(Path file, Path dataDirectory, String... more) {
    var words =
        new ArrayList<Object>(
            List.of(
                "restore",
                file,
                "--private-key=" + privateKey,
                "--key-file=" + keyFile,
                "--data-dir=" + dataDirectory));
    words.addAll(List.of(more));
    if (!Files.exists(keyFile.resolveSibling("withdrawals.ledger"))) {
      words.add("--without-ledger");
    }
    words.add("--without-code");
    return CommandRun.of(words.toArray());
  }

  public CommandRun verify(Path file) {
    return CommandRun.of(
        "verify-backup", file, "--private-key=" + privateKey, "--key-file=" + keyFile);
  }

  /// As when the keys of sessions survive beside the key file.
  public void keepSessionKeys(Path sessionKeys) {
    try (var keys = Files.newDirectoryStream(sessionKeys, "*.key")) {
      Path sessions = Files.createDirectories(keyFile.resolveSibling("sessions"));
      for (Path key : keys) {
        Files.copy(key, sessions.resolve(key.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// The options that name another database of the same PostgreSQL.
  public String[] given(String name) {
    return new String[] {
      "--database-url=" + TestDatabase.postgres().url(name) + "&user=" + database.owner(),
      "--database-password-file=" + password
    };
  }

  public JdbcTemplate in(String name) {
    return jdbc(TestDatabase.postgres().url(name), database.owner(), database.password());
  }

  public JdbcTemplate source() {
    return jdbc(database.url(), database.owner(), database.password());
  }

  /// What is in a data directory, asked with every right there is.
  public static <T> T in(Path dataDirectory, Function<JdbcTemplate, T> question) {
    try (var postgres = EmbeddedPostgres.start(dataDirectory)) {
      return question.apply(
          jdbc(postgres.url("sightline"), postgres.superuser(), postgres.password()));
    }
  }

  /// A line for each table, whose rows were put together by other means than a backup's.
  public static Map<String, String> contents(JdbcTemplate jdbc) {
    var found = new TreeMap<String, String>();
    for (String table :
        jdbc.queryForList(
            """
            select format('%I.%I', schemaname, tablename) from pg_tables
             where schemaname not in ('pg_catalog', 'information_schema', 'migrations')
            """,
            String.class)) {
      found.put(
          table,
          jdbc.queryForObject(
              "select count(*) || ' ' || coalesce(encode(sha256(convert_to(string_agg(t::text, '|' order by t::text collate \"C\"), 'UTF8')), 'hex'), '') from %s t"
                  .formatted(table),
              String.class));
    }
    return found;
  }

  private static JdbcTemplate jdbc(String url, String user, String password) {
    return new JdbcTemplate(new DriverManagerDataSource(url, user, password));
  }
}
