package org.sightline.store;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;
import org.sightline.store.BackupHeader.Script;

/// Runs exactly the migrations a backed-up database had run, no more: newer ones have to find its
/// rows when they run. Numbers alone would not say which, since a lower one may be newer.
final class BackedUpMigrations {

  private BackedUpMigrations() {}

  /// @throws IllegalStateException with a sentence when one is not known here
  static void run(DataSource owner, Map<String, List<Script>> migrations) {
    migrations.forEach(BackedUpMigrations::refuseUnknown);
    for (String module : Migrations.MODULES) {
      if (migrations.containsKey(module)) {
        Flyway.configure()
            .dataSource(owner)
            .locations("classpath:db/migration/" + module)
            .resourceProvider(new Only(module, migrations.get(module)))
            .schemas("migrations")
            .defaultSchema("migrations")
            .table("history_of_" + module)
            .baselineOnMigrate(true)
            .baselineVersion("0")
            .outOfOrder(true)
            .load()
            .migrate();
      }
    }
  }

  private static void refuseUnknown(String module, List<Script> scripts) {
    for (Script script : scripts) {
      if (!Migrations.MODULES.contains(module)
          || !script.name().matches("V\\d+__\\w+\\.sql")
          || BackedUpMigrations.class.getResource(path(module, script.name())) == null) {
        throw new IllegalStateException(
            "The backup is of a newer Sightline than this one: it had run %s of %s. Put it back with that version, or a later one."
                .formatted(script.name(), module));
      }
    }
  }

  private static String path(String module, String script) {
    return "/db/migration/" + module + "/" + script;
  }

  private record Only(String module, List<Script> scripts) implements ResourceProvider {

    @Override
    public @Nullable LoadableResource getResource(String name) {
      return null;
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
      return scripts.stream()
          .map(Script::name)
          .filter(name -> name.startsWith(prefix) && List.of(suffixes).contains(".sql"))
          .<LoadableResource>map(name -> new Packaged(module, name))
          .toList();
    }
  }

  private static final class Packaged extends LoadableResource {

    private final String module;
    private final String name;

    Packaged(String module, String name) {
      this.module = module;
      this.name = name;
    }

    @Override
    public Reader read() {
      var stream = BackedUpMigrations.class.getResourceAsStream(path(module, name));
      if (stream == null) {
        throw new IllegalStateException("The migration %s is missing".formatted(name));
      }
      return new InputStreamReader(stream, StandardCharsets.UTF_8);
    }

    @Override
    public String getAbsolutePath() {
      return path(module, name);
    }

    @Override
    public String getAbsolutePathOnDisk() {
      return path(module, name);
    }

    @Override
    public String getFilename() {
      return name;
    }

    @Override
    public String getRelativePath() {
      return name;
    }
  }
}
