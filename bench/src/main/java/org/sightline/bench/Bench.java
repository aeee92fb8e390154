package org.sightline.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// Puts a started demonstration to the proof. Loopback addresses only.
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    subcommands = {
      MarkingHour.class,
      Practitioners.class,
      ScorePage.class,
      StartUp.class,
      Backups.class,
      WhoSaw.class,
      Records.class,
      LinkageCost.class,
      MeasuresBeside.class,
      BringingCost.class,
      SheetsCost.class
    })
public final class Bench {

  private Bench() {}

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Bench()).execute(arguments));
  }
}
