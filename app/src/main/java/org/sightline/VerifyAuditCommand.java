package org.sightline;

import java.util.concurrent.Callable;
import org.sightline.audit.AuditChain;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "verify-audit",
    description = "Checks that no audit entry was changed, removed, added, moved or cut off.",
    mixinStandardHelpOptions = true)
final class VerifyAuditCommand implements Callable<Integer> {

  @Mixin private final InstallationOptions installation = new InstallationOptions();

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
