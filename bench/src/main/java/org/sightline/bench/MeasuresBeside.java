package org.sightline.bench;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Betweenness beside the Gephi toolkit and JGraphT. `bench/measures/` measures it, with a class
/// path of its own that keeps the peers out of everything else; `bin/bench measures` runs that.
@Command(name = "measures", mixinStandardHelpOptions = true)
final class MeasuresBeside implements Callable<Integer> {

  @Override
  public Integer call() {
    throw new IllegalStateException("Run bin/bench measures, which measures beside its peers.");
  }
}
