package org.sightline.demonstration;

import java.nio.file.Path;
import org.springframework.stereotype.Component;

/// Makes the world on the first start and describes it on every start.
@Component
public class Demonstration {

  /// Prepares the world under this data directory and returns what to tell the person who started it.
  public String prepare(long seed, Path directory) {
    return "Ready.";
  }
}
