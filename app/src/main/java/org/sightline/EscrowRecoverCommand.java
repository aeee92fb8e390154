package org.sightline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.sightline.audit.Act;
import org.sightline.audit.Alerts;
import org.sightline.audit.SystemProcesses;
import org.sightline.store.Escrow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Nobody's one-time code is asked for: without the key none can be checked. Two of three
/// custodians and the owner of the data directory are the authority; everybody who watches over the
/// installation is told.
@Command(
    name = "recover",
    description =
        "Puts a lost key file back from the shares of two custodians: for the owner of the data directory. Never writes over a key.",
    mixinStandardHelpOptions = true)
final class EscrowRecoverCommand implements Callable<Integer> {

  @Mixin private final InstallationOptions installation = new InstallationOptions();

  @Mixin private final GivenShares shares = new GivenShares();

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets it
  EscrowRecoverCommand() {}

  @Override
  public Integer call() {
    shares.read();
    if (Files.exists(installation.dataDirectory)) {
      OwnersCode.requireOwner(installation.dataDirectory);
    }
    Path keyFile = installation.keys();
    Escrow.recover(keyFile, shares.one(), shares.other());
    spec.commandLine()
        .getOut()
        .println("%s have brought %s back.".formatted(shares.named(), keyFile));
    if (installation.isThere()) {
      record(keyFile);
    } else {
      spec.commandLine()
          .getOut()
          .println(
              "There is no installation in %s in whose audit this could be written: write it down by hand."
                  .formatted(installation.dataDirectory));
    }
    spec.commandLine()
        .getOut()
        .println(
            "Two shares have met: when the sites run again, change the keys with rotate-keys and split anew.");
    return 0;
  }

  private void record(Path keyFile) {
    try (var context =
        Running.beside(
            OwnersWork.class, installation.dataDirectory, keyFile, installation.given())) {
      var alerts = context.getBean(Alerts.class);
      context
          .getBean(SystemProcesses.class)
          .change(
              new Act("store.key-recovered", null, shares.one().split(), null),
              () -> {
                alerts.raise("key-recovered", null, null);
                return true;
              });
    } catch (RuntimeException away) {
      throw new IllegalStateException(
          "The key is back in %s. That it came back could not be written into the audit: write it down by hand, and see why the database does not start."
              .formatted(keyFile),
          away);
    }
  }
}
