package org.sightline;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.sightline.access.AdministratorsCode;
import org.sightline.audit.Act;
import org.sightline.audit.SystemProcesses;
import org.sightline.store.Escrow;
import org.sightline.store.EscrowShare;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "split",
    description =
        "Writes three shares of the key, each as a page to print and a file: for the owner of the data directory with an administrator's one-time code. No share is shown on the screen.",
    mixinStandardHelpOptions = true)
final class EscrowSplitCommand implements Callable<Integer> {

  @Mixin private final InstallationOptions installation = new InstallationOptions();

  @Option(
      names = "--custodians",
      paramLabel = "A,B,C",
      split = ",",
      required = true,
      description =
          "Who gets the three shares, by office, as in \"Head teacher,Business manager,Chair of governors\". It stands on the page and nowhere else.")
  private List<String> custodians = new ArrayList<>();

  @Option(
      names = "--to",
      paramLabel = "DIR",
      required = true,
      description = "Where they are written; made anew. A stick is best.")
  private Path to = Path.of("shares");

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets it
  EscrowSplitCommand() {}

  @Override
  public Integer call() {
    installation.mustExist();
    refuseUnlessThree();
    ShareFiles.refusePlace(to, installation.dataDirectory);
    var keyFile = installation.existingKeys();
    var asking = OwnersCode.of(spec.commandLine(), installation.dataDirectory);
    try (var context =
        Running.beside(
            OwnersWork.class, installation.dataDirectory, keyFile, installation.given())) {
      var who =
          asking.signIn(installation.dataDirectory, context.getBean(AdministratorsCode.class));
      var clock = context.getBean(Clock.class).withZone(ZoneId.of("Europe/London"));
      var shares = Escrow.split(keyFile, LocalDate.now(clock));
      var act = new Act("store.key-split", null, shares.getFirst().split(), null);
      try {
        context
            .getBean(SystemProcesses.class)
            .change(
                who,
                act,
                () -> {
                  ShareFiles.write(to, shares, custodians);
                  return true;
                });
      } catch (RuntimeException failed) {
        ShareFiles.remove(to);
        throw failed;
      }
      say(shares, keyFile);
    }
    return 0;
  }

  private void refuseUnlessThree() {
    custodians = custodians.stream().map(String::strip).toList();
    boolean good =
        custodians.size() == Escrow.CUSTODIANS
            && new HashSet<>(custodians).size() == Escrow.CUSTODIANS
            && custodians.stream().allMatch(each -> each.matches("[\\p{L}\\p{N} .'’()-]{1,60}"));
    if (!good) {
      throw new IllegalStateException(
          "Give three different custodians with commas between them, each of at most 60 letters, as in --custodians \"Head teacher,Business manager,Chair of governors\".");
    }
  }

  private void say(List<EscrowShare> shares, Path keyFile) {
    var out = spec.commandLine().getOut();
    for (int i = 0; i < shares.size(); i++) {
      var share = shares.get(i);
      out.println(
          "%s: share %d, check word %s"
              .formatted(custodians.get(i), share.number(), share.checkWord()));
    }
    out.println(
        "They are in %s. Give each custodian their page and their file, and then delete that directory: whoever has two of them has the key. Write down the check words. The shares bring back %s; the file %s.wrapped has to be copied by itself, each day over the last copy."
            .formatted(to, keyFile, keyFile));
    out.println(
        "Shares of an earlier split go on working until the keys are changed: have them destroyed, and run rotate-keys and this again if one is lost.");
  }
}
