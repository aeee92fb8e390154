package org.sightline.bench;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// How long the score page of a published round takes to come, one reader after another.
@Command(name = "score-page", mixinStandardHelpOptions = true)
final class ScorePage implements Callable<Integer> {

  @Option(names = "--data-dir", required = true)
  private Path data = Path.of(".");

  @Option(names = "--round", required = true, split = ",", description = "Ids of published rounds")
  private String[] rounds = {};

  @Option(names = "--times", defaultValue = "200")
  private int times;

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets it
  ScorePage() {}

  @Override
  public Integer call() throws Exception {
    var out = spec.commandLine().getOut();
    out.println(Figures.heading());
    try (var owner = new Owner(World.read(data))) {
      for (String round : rounds) {
        String path = "/engagement/rounds/" + round + "/results";
        for (int i = 0; i < times / 10; i++) {
          owner.get(path);
        }
        var figures = new Figures("score page of " + round.substring(0, 8));
        for (int i = 0; i < times; i++) {
          long start = System.nanoTime();
          figures.add(start, "" + owner.get(path).status());
        }
        out.println(figures.row());
      }
    }
    out.flush();
    return 0;
  }
}
