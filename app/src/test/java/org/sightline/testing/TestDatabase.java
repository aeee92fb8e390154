package org.sightline.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.access.PasswordAlone;
import org.sightline.kernel.HashingCost;
import org.sightline.store.DatabaseSettings;
import org.sightline.store.EmbeddedPostgres;
import org.sightline.store.KeyRing;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/// One PostgreSQL for all tests of a process (two run side by side), and a database of its own for
/// every application started.
public final class TestDatabase
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private static final Path FOLDER =
      Path.of("target/test-data", System.getProperty("test.fork", "process-1")).toAbsolutePath();

  private static final EmbeddedPostgres POSTGRES = start();

  private static @Nullable DatabaseProxy proxy;

  /// Everything the tests' applications store lies here.
  public static Path folder() {
    return FOLDER;
  }

  public static EmbeddedPostgres postgres() {
    return POSTGRES;
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    String database = "test_" + UUID.randomUUID().toString().replace("-", "");
    execute(POSTGRES, "create database " + database);
    // One key for all: the roles' passwords follow from it, and roles belong to the whole cluster.
    var keys = KeyRing.readOrMake(FOLDER.resolve("keys/installation.key"));
    var registry = (GenericApplicationContext) context;
    registry.registerBean(KeyRing.class, () -> keys);
    if (!"real".equals(context.getEnvironment().getProperty("sightline.test.sign-in"))) {
      registry.registerBean(PasswordAlone.class, PasswordAlone::new);
    }
    if (!"real".equals(context.getEnvironment().getProperty("sightline.test.hashing"))) {
      registry.registerBean(HashingCost.class, () -> new HashingCost(64, 2));
    }
    registry.registerBean(
        DatabaseSettings.class,
        () ->
            new DatabaseSettings(
                url(context, database), POSTGRES.superuser(), POSTGRES.password()));
    TestPropertyValues.of(
            "sightline.student-port=0",
            "sightline.data-dir=" + FOLDER.resolve("app"),
            "sightline.session-keys=" + FOLDER.resolve("keys/" + database),
            "sightline.mail.delay=P1D",
            "sightline.audit.watch-delay=P1D",
            "sightline.alerts.telling-delay=P1D",
            "sightline.access.upkeep-delay=P1D",
            "sightline.access.leavers-delay=P1D",
            "sightline.access.strangers=40",
            "sightline.pool.staff=6",
            "sightline.pool.student=4")
        .applyTo(context);
  }

  /// Where the application finds its database: behind something that fails as networks do, when a
  /// test asks for that.
  private static String url(ConfigurableApplicationContext context, String database) {
    String url = POSTGRES.url(database);
    if (context.getEnvironment().getProperty("sightline.test.database") == null) {
      return url;
    }
    return url.replace(":" + POSTGRES.port() + "/", ":" + proxy().port() + "/");
  }

  /// What stands between an application and the database.
  public static synchronized DatabaseProxy proxy() {
    if (proxy == null) {
      proxy = DatabaseProxy.before(POSTGRES.port());
    }
    return proxy;
  }

  private static EmbeddedPostgres start() {
    try {
      Files.createDirectories(FOLDER);
    } catch (IOException unwritable) {
      throw new IllegalStateException(unwritable);
    }
    var postgres = EmbeddedPostgres.start(FOLDER);
    // After the applications that use it, which Spring ends one after another.
    SpringApplication.getShutdownHandlers().add(postgres::close);
    // Tests connect thousands of times, and a password is hashed 4,096 times for each.
    execute(postgres, "alter system set scram_iterations = 1", "select pg_reload_conf()");
    execute(
        postgres,
        "set scram_iterations = 1",
        "alter role \"%s\" password '%s'".formatted(postgres.superuser(), postgres.password()));
    return postgres;
  }

  private static void execute(EmbeddedPostgres postgres, String... statements) {
    try (var connection =
            DriverManager.getConnection(
                postgres.url("postgres"), postgres.superuser(), postgres.password());
        var statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
