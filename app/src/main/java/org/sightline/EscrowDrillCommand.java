package org.sightline;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.sightline.access.AdministratorsCode;
import org.sightline.audit.Act;
import org.sightline.audit.SystemProcesses;
import org.sightline.store.DatabaseSettings;
import org.sightline.store.Escrow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

@Command(
    name = "drill",
    description =
        "Proves that two shares would bring the key back, by opening what is sealed with it in memory, and writes down that it was tried: for the owner of the data directory with an administrator's one-time code. Once a year.",
    mixinStandardHelpOptions = true)
final class EscrowDrillCommand implements Callable<Integer> {

  @Mixin private final InstallationOptions installation = new InstallationOptions();

  @Mixin private final GivenShares shares = new GivenShares();

  @Option(names = "--json", description = "Says what was found as JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets it
  EscrowDrillCommand() {}

  @Override
  public Integer call() {
    installation.mustExist();
    shares.read();
    var keyFile = installation.existingKeys();
    var asking = OwnersCode.of(spec.commandLine(), installation.dataDirectory);
    try (var context =
        Running.beside(
            OwnersWork.class, installation.dataDirectory, keyFile, installation.given())) {
      var who =
          asking.signIn(installation.dataDirectory, context.getBean(AdministratorsCode.class));
      int opened =
          Escrow.drill(
                  keyFile, context.getBean(DatabaseSettings.class), shares.one(), shares.other())
              .size();
      context
          .getBean(SystemProcesses.class)
          .change(
              who,
              new Act("store.key-drill-held", null, shares.one().split(), "columns=" + opened),
              () -> true);
      var clock = context.getBean(Clock.class).withZone(ZoneId.of("Europe/London"));
      say(opened, LocalDate.now(clock).plusYears(1));
    }
    return 0;
  }

  private void say(int opened, LocalDate next) {
    spec.commandLine()
        .getOut()
        .println(
            json
                ? JsonMapper.builder()
                    .build()
                    .writeValueAsString(
                        new TreeMap<>(Map.of("columns", opened, "next", next.toString())))
                : "%s would bring the key back: samples of %d sealed columns open with it. No key was written. The next drill is due by %s."
                    .formatted(shares.named(), opened, next));
  }
}
