package org.sightline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.sightline.audit.AuditChain;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "verify-audit",
    description = "Checks that no audit entry was changed, removed, added, moved or cut off.",
    mixinStandardHelpOptions = true)
final class VerifyAuditCommand implements Callable<Integer> {

  @Option(names = "--data-dir", paramLabel = "DIR", defaultValue = "data")
  private Path dataDirectory = Path.of("data");

  @Option(names = "--key-file", paramLabel = "FILE", defaultValue = "")
  private Path keyFile = Path.of("");

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets it
  VerifyAuditCommand() {}

  @Override
  public Integer call() {
    if (!Files.exists(dataDirectory.resolve("postgresql"))) {
      throw new IllegalStateException(
          "There is no installation in %s. Give its directory with --data-dir."
              .formatted(dataDirectory));
    }
    Path key =
        keyFile.toString().isEmpty() ? dataDirectory.resolve("keys/installation.key") : keyFile;
    var settings = Map.<String, Object>of("spring.main.web-application-type", "none");
    try (var context = Running.start(AuditReading.class, dataDirectory, key, settings)) {
      var chain = context.getBean(AuditChain.class);
      var bad = chain.firstBad();
      spec.commandLine()
          .getOut()
          .println(
              bad.isPresent()
                  ? "The audit is broken: entry %d does not follow from the one before it."
                      .formatted(bad.getAsLong())
                  : "The audit is whole: %d entries.".formatted(chain.length()));
      return bad.isPresent() ? 2 : 0;
    }
  }
}
