package org.sightline;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sightline.access.FirstLink;
import org.sightline.store.KeyRing;
import org.sightline.web.Sites;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "serve",
    description = "Starts Sightline for real work.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

  @Mixin private final SiteOptions sites = new SiteOptions();

  @Mixin private final DatabaseOptions database = new DatabaseOptions();

  @Mixin private final MailOptions mail = new MailOptions();

  @Mixin private final AuditOptions audit = new AuditOptions();
  @Mixin private final DirectoryOptions directory = new DirectoryOptions();

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      required = true,
      description = "The installation's keys; outside the data directory.")
  private Path keyFile = Path.of("key");

  @Option(
      names = "--key-uri",
      paramLabel = "URI",
      description =
          "A new installation's key-encryption key is not in the file but in a key-management system: hcvault://host:8200/transit/keys/name?token-file=FILE")
  private @Nullable String keyUri;

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets it
  ServeCommand() {}

  @Override
  public Integer call() {
    var settings = sites.settings();
    settings.putAll(mail.settings());
    settings.putAll(audit.settings(sites.dataDirectory));
    settings.putAll(directory.settings());
    var data = sites.dataDirectory.toAbsolutePath().normalize();
    KeyRing.refuseInside(keyFile, data);
    refuseDemonstration(data);
    refusePlainHttp(URI.create(String.valueOf(settings.get("sightline.public-url"))));
    sites.refuseTakenPorts();
    var out = spec.commandLine().getOut();
    out.println("Starting Sightline in " + data + " …");
    out.flush();
    boolean firstKeys = !Files.exists(keyFile);
    Running.refuseWithoutItsKey(data, keyFile, database.given());
    KeyRing.readOrMake(keyFile, keyUri);
    if (firstKeys) {
      out.println(
          "Made the key files %1$s and %1$s.wrapped. Copy both to a safe place now: without them nothing can be read."
              .formatted(keyFile));
    }
    var context =
        Running.start(SightlineApplication.class, data, keyFile, database.given(), settings);
    var addresses = context.getBean(Sites.class);
    out.println("Staff site:   " + addresses.staffUrl());
    out.println("Student site: " + addresses.studentUrl());
    var first = context.getBean(FirstLink.class);
    if (first.isNobodyThere()) {
      out.println();
      out.println("Nobody is set up yet. Open this within 30 minutes to begin:");
      out.println(addresses.staffUrl() + first.make());
      out.println("For another link: bin/sightline set-up");
    }
    out.println("Stop with Ctrl-C.");
    out.flush();
    return Running.STAYS_UP;
  }

  private static void refuseDemonstration(Path data) {
    if (DemonstrationMark.isThere(data)) {
      throw new IllegalStateException(
          "%s holds a demonstration, whose sign-ins everybody can read. Real work needs a directory of its own: give another --data-dir."
              .formatted(data));
    }
  }

  /// Names and passwords do not cross a network unprotected (SC-04, CR-09).
  private static void refusePlainHttp(URI url) {
    if (url.getScheme().equals("https") || isThisMachine(url.getHost())) {
      return;
    }
    throw new IllegalStateException(
        "%s is not protected on its way. Give a certificate with --tls-cert and --tls-key, or an https address with --public-url when a proxy in front of Sightline has one."
            .formatted(url));
  }

  private static boolean isThisMachine(String host) {
    try {
      return host.equals("localhost") || InetAddress.ofLiteral(host).isLoopbackAddress();
    } catch (IllegalArgumentException aName) {
      return false;
    }
  }
}
