package org.sightline.bench;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The linkage engine beside DuckDB and Duke and beside merely reading the file. `LinkageCostTest`
/// measures it, since its peers are in the scope of tests only; `bin/bench` runs that instead of
/// this, with these options.
@Command(name = "linkage", mixinStandardHelpOptions = true)
final class LinkageCost implements Callable<Integer> {

  @Option(names = "--rows", split = ",", description = "One size after another.")
  private List<Integer> rows = List.of(1_000_000);

  @Option(names = "--no-peers", description = "Without DuckDB and Duke.")
  private boolean alone;

  @Override
  public Integer call() {
    throw new IllegalStateException(
        "Run bin/bench linkage, which measures %s rows%s inside a test."
            .formatted(rows, alone ? " without peers" : ""));
  }
}
