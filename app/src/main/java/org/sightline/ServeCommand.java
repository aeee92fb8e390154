package org.sightline;

import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "serve",
    description = "Starts Sightline for real work. Not before there are accounts.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

  @Mixin private final SiteOptions sites = new SiteOptions();

  @Mixin private final MailOptions mail = new MailOptions();

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      required = true,
      description = "The installation's keys; outside the data directory.")
  private Path keyFile = Path.of("key");

  @Option(
      names = "--database-url",
      paramLabel = "URL",
      description = "JDBC address of a PostgreSQL that is already there.")
  private @Nullable URI database;

  @Override
  public Integer call() {
    sites.settings();
    mail.settings();
    var data = sites.dataDirectory.toAbsolutePath().normalize();
    if (keyFile.toAbsolutePath().normalize().startsWith(data)) {
      throw new IllegalStateException(
          "The key file %s lies inside the data directory %s: whoever copies the data would have the key. Keep it elsewhere."
              .formatted(keyFile, sites.dataDirectory));
    }
    throw new IllegalStateException(
        "Sightline cannot hold real data yet: there are no accounts to sign in with. Until they come, use `sightline demo` and invented data.");
  }
}
