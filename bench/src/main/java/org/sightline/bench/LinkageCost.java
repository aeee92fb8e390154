package org.sightline.bench;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// The linkage engine beside DuckDB and beside merely reading the file. `LinkageCostTest` measures
/// it, since its peers are in the scope of tests only; `bin/bench` runs that instead of this.
@Command(name = "linkage", mixinStandardHelpOptions = true)
final class LinkageCost implements Callable<Integer> {

  @Override
  public Integer call() {
    throw new IllegalStateException("Run bin/bench linkage, which measures inside a test.");
  }
}
