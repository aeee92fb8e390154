package org.sightline;

import org.jspecify.annotations.Nullable;
import org.sightline.store.DatabaseSettings;
import org.sightline.store.EmbeddedPostgres;
import org.sightline.store.RunningPostgres;

/// The database of an installation, for a command that needs nothing else of it: the one that is
/// given, the one that runs beside, or one started for as long as the command takes.
record OpenedInstallation(DatabaseSettings database, @Nullable EmbeddedPostgres started)
    implements AutoCloseable {

  static OpenedInstallation of(InstallationOptions installation) {
    var given = installation.given();
    if (given != null) {
      return new OpenedInstallation(given, null);
    }
    var running = RunningPostgres.in(installation.dataDirectory, Running.DATABASE);
    if (running.isPresent()) {
      return new OpenedInstallation(running.get(), null);
    }
    var postgres = EmbeddedPostgres.start(installation.dataDirectory);
    return new OpenedInstallation(
        new DatabaseSettings(
            postgres.url(Running.DATABASE), postgres.superuser(), postgres.password()),
        postgres);
  }

  @Override
  public void close() {
    if (started != null) {
      started.close();
    }
  }
}
