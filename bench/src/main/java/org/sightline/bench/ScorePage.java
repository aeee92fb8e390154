package org.sightline.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// How long the score page of 60 zones takes, of 1,800 maps and of ten times as many, in one run:
/// publishing each round, then reading its page again and again, the two rounds in turn.
@Command(name = "score-page", mixinStandardHelpOptions = true)
final class ScorePage implements Callable<Integer> {

  @Option(names = "--data-dir", required = true)
  private Path data = Path.of(".");

  @Option(names = "--zones", defaultValue = "60")
  private int zones;

  @Option(names = "--maps", split = ",", defaultValue = "1800,18000")
  private int[] maps = {};

  @Option(names = "--times", defaultValue = "200")
  private int times;

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets it
  ScorePage() {}

  @Override
  public Integer call() throws Exception {
    var out = spec.commandLine().getOut();
    try (var owner = new Owner(World.read(data))) {
      Map<String, Figures> pages = new LinkedHashMap<>();
      for (int count : maps) {
        String round = owner.round(zones);
        for (var session : owner.sessions(round, 2)) {
          owner.close(session, 0);
        }
        Filling.fill(data, UUID.fromString(round.substring(round.lastIndexOf('/') + 1)), count);
        long start = System.nanoTime();
        var published = owner.post(round + "/results/publishing", Map.of());
        out.printf(
            "publishing %,d maps × %d zones: %.2f s (%d)%n",
            count,
            zones,
            Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0,
            published.status());
        pages.put(
            round + "/results",
            new Figures("score page, %,d maps × %d zones".formatted(count, zones)));
      }
      for (int i = -times / 10; i < times; i++) {
        for (var page : pages.entrySet()) {
          long start = System.nanoTime();
          var answer = owner.get(page.getKey());
          if (i >= 0) {
            page.getValue().add(start, "" + answer.status());
          }
        }
      }
      out.println(Figures.heading());
      pages.values().forEach(figures -> out.println(figures.row()));
    }
    out.flush();
    return 0;
  }
}
