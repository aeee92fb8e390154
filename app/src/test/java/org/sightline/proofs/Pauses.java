package org.sightline.proofs;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Waiting for another process.
final class Pauses {

  private Pauses() {}

  static void of(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  static void until(String what, Duration limit, BooleanSupplier reached) {
    for (long began = System.nanoTime(); !reached.getAsBoolean(); of(Duration.ofMillis(10))) {
      if (System.nanoTime() - began > limit.toNanos()) {
        throw new AssertionError("Not within %s: %s".formatted(limit, what));
      }
    }
  }
}
