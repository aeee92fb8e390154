package org.sightline.bench;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Bringing a file onto a map, taking maps out, and opening a large one. `BringingCostTest` and
/// `LargeMapTest` measure it inside the application; `bin/bench bringing` runs them.
@Command(name = "bringing", mixinStandardHelpOptions = true)
final class BringingCost implements Callable<Integer> {

  @Override
  public Integer call() {
    throw new IllegalStateException("Run bin/bench bringing, which measures inside a test.");
  }
}
