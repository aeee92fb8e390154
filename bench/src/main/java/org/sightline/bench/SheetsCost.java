package org.sightline.bench;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Reading coloured sheets: one beside merely decoding it, a pile of 200 by one process and by two,
/// and their memory. The class of the same name in scan's tests, where invented sheets are, does
/// it; `bin/bench sheets` runs that.
@Command(name = "sheets", mixinStandardHelpOptions = true)
final class SheetsCost implements Callable<Integer> {

  @Override
  public Integer call() {
    throw new IllegalStateException("Run bin/bench sheets, which measures inside scan's tests.");
  }
}
