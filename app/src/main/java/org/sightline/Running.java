package org.sightline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.sightline.access.PasswordAlone;
import org.sightline.store.DatabaseSettings;
import org.sightline.store.EmbeddedPostgres;
import org.sightline.store.KeyRing;
import org.sightline.store.RightKeys;
import org.sightline.store.RunningPostgres;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/// Starts the database, then the application on it; ends them in the other order.
final class Running {

  /// Exit code of a command that leaves servers running.
  static final int STAYS_UP = -1;

  static final String DATABASE = "sightline";

  private Running() {}

  /// The whole application on a PostgreSQL of its own under this data directory.
  static ConfigurableApplicationContext start(
      Path dataDirectory, Path keyFile, Map<String, Object> settings) {
    return start(SightlineApplication.class, dataDirectory, keyFile, null, settings);
  }

  /// The application, or a part of it, on a PostgreSQL that is already there or on one of its own.
  ///
  /// @param given the PostgreSQL that is already there, or `null`
  static ConfigurableApplicationContext start(
      Class<?> part,
      Path dataDirectory,
      Path keyFile,
      @Nullable DatabaseSettings given,
      Map<String, Object> settings) {
    TimeZone.setDefault(TimeZone.getTimeZone("Europe/London"));
    refuseWithoutItsKey(dataDirectory, keyFile, given);
    KeyRing.refuseInside(keyFile, dataDirectory.resolve("postgresql"));
    KeyRing keys = KeyRing.readOrMake(keyFile);
    if (given != null) {
      RightKeys.refuseOthers(given, keys, keyFile);
      return run(part, dataDirectory, keyFile, settings, on(given, keys));
    }
    EmbeddedPostgres postgres = EmbeddedPostgres.start(dataDirectory);
    try {
      createDatabase(postgres);
      var own =
          new DatabaseSettings(postgres.url(DATABASE), postgres.superuser(), postgres.password());
      RightKeys.refuseOthers(own, keys, keyFile);
      return run(part, dataDirectory, keyFile, settings, on(postgres, own, keys));
    } catch (RuntimeException failed) {
      postgres.close();
      throw failed;
    }
  }

  /// A part of the application without its pages, for a command: beside one that is running on this
  /// data directory, or by itself.
  static ConfigurableApplicationContext beside(
      Class<?> part, Path dataDirectory, Path keyFile, @Nullable DatabaseSettings given) {
    var settings =
        Map.<String, Object>of(
            "spring.main.web-application-type", "none", "spring.main.lazy-initialization", true);
    var running = given == null ? RunningPostgres.in(dataDirectory, DATABASE).orElse(null) : given;
    return start(part, dataDirectory, keyFile, running, settings);
  }

  private static ConfigurableApplicationContext run(
      Class<?> part,
      Path dataDirectory,
      Path keyFile,
      Map<String, Object> settings,
      ApplicationContextInitializer<ConfigurableApplicationContext> beans) {
    boolean invented = Boolean.TRUE.equals(settings.get("sightline.demonstration"));
    return new SpringApplicationBuilder(part)
        .initializers(beans)
        .initializers(
            context -> {
              if (invented) {
                ((GenericApplicationContext) context)
                    .registerBean(PasswordAlone.class, PasswordAlone::new);
              }
            })
        .properties(
            Map.of(
                "sightline.data-dir", dataDirectory.toAbsolutePath().toString(),
                "sightline.session-keys",
                    keyFile.toAbsolutePath().resolveSibling("sessions").toString(),
                "sightline.checkpoints.file",
                    keyFile.toAbsolutePath().resolveSibling("audit-checkpoints").toString(),
                "sightline.withdrawal-ledger", ledger(keyFile).toString()))
        .properties(settings)
        .run();
  }

  /// Where an installation with this key file keeps its ledger of used slips.
  static Path ledger(Path keyFile) {
    return keyFile.toAbsolutePath().resolveSibling("withdrawals.ledger");
  }

  private static ApplicationContextInitializer<ConfigurableApplicationContext> on(
      DatabaseSettings database, KeyRing keys) {
    return context -> {
      var registry = (GenericApplicationContext) context;
      registry.registerBean(KeyRing.class, () -> keys);
      registry.registerBean(DatabaseSettings.class, () -> database);
    };
  }

  /// A new key in the place of a lost one would open nothing of what is there.
  ///
  /// @param given the PostgreSQL that is already there, or `null`
  /// @throws IllegalStateException with a sentence that says how the key comes back
  static void refuseWithoutItsKey(
      Path dataDirectory, Path keyFile, @Nullable DatabaseSettings given) {
    if (Files.exists(keyFile)) {
      return;
    }
    boolean filled =
        given == null ? Files.exists(dataDirectory.resolve("postgresql/data")) : isFilled(given);
    if (filled) {
      throw new IllegalStateException(
          "The key file %s is missing, and without it nothing sealed in %s can be read. Put the file back from where it is kept safe, or have two custodians bring it back: bin/sightline escrow recover."
              .formatted(keyFile, given == null ? dataDirectory : "the database"));
    }
  }

  /// Whether an installation has been here before. A database that cannot be reached is said to be
  /// so by whoever needs it next.
  private static boolean isFilled(DatabaseSettings given) {
    try (var connection =
            DriverManager.getConnection(given.url(), given.owner(), given.password());
        var statement = connection.createStatement();
        var found = statement.executeQuery("select 1 from pg_namespace where nspname = 'audit'")) {
      return found.next();
    } catch (SQLException away) {
      return false;
    }
  }

  private static ApplicationContextInitializer<ConfigurableApplicationContext> on(
      EmbeddedPostgres postgres, DatabaseSettings database, KeyRing keys) {
    return context -> {
      var registry = (GenericApplicationContext) context;
      registry.registerBean("postgres", EmbeddedPostgres.class, () -> postgres);
      registry.registerBean(KeyRing.class, () -> keys);
      registry.registerBean(
          DatabaseSettings.class,
          () -> database,
          definition -> definition.setDependsOn("postgres"));
    };
  }

  private static void createDatabase(EmbeddedPostgres postgres) {
    try (var connection =
            DriverManager.getConnection(
                postgres.url("postgres"), postgres.superuser(), postgres.password());
        var statement = connection.createStatement()) {
      var found =
          statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'");
      if (!found.next()) {
        statement.execute("create database " + DATABASE);
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(
          "The database could not be created: " + failed.getMessage(), failed);
    }
  }
}
