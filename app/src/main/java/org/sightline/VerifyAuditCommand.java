package org.sightline;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.AuditChain;
import org.sightline.audit.checkpoints.CheckpointFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "verify-audit",
    description = "Checks that no audit entry was changed, removed, added, moved or cut off.",
    mixinStandardHelpOptions = true)
final class VerifyAuditCommand implements Callable<Integer> {

  @Mixin private final InstallationOptions installation = new InstallationOptions();

  @Option(
      names = "--against",
      paramLabel = "FILE",
      description =
          "Checkpoints that were delivered; finds an audit that was rewritten as a whole.")
  private @Nullable Path checkpoints;

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets it
  VerifyAuditCommand() {}

  @Override
  public Integer call() {
    installation.mustExist();
    try (var context =
        Running.beside(
            AuditReading.class,
            installation.dataDirectory,
            installation.keys(),
            installation.given())) {
      var out = spec.commandLine().getOut();
      boolean whole = isWhole(context.getBean(AuditChain.class), out);
      boolean holds =
          checkpoints == null || holds(context.getBean(CheckpointFile.class), checkpoints, out);
      return whole && holds ? 0 : 2;
    }
  }

  private static boolean isWhole(AuditChain chain, PrintWriter out) {
    var bad = chain.firstBad();
    out.println(
        bad.isPresent()
            ? "The audit is broken: entry %d does not follow from the one before it."
                .formatted(bad.getAsLong())
            : "The audit is whole: %d entries.".formatted(chain.length()));
    return bad.isEmpty();
  }

  private static boolean holds(CheckpointFile file, Path path, PrintWriter out) {
    var comparison = file.compare(path);
    CheckpointWords.of(comparison).forEach(out::println);
    return comparison.holds();
  }
}
