package org.sightline.engagement.results;

import org.jspecify.annotations.Nullable;
import org.sightline.kernel.Level;

/// What the maps say about one zone (A58).
///
/// @param maps all maps counted, also those that left this zone blank; blank is never green
public record Tally(int red, int yellow, int green, int maps) {

  public Tally {
    if (red < 0 || yellow < 0 || green < 0 || red + yellow + green > maps) {
      throw new IllegalArgumentException(
          "%d red, %d yellow and %d green cannot come from %d maps"
              .formatted(red, yellow, green, maps));
    }
  }

  public static Tally none(int maps) {
    return new Tally(0, 0, 0, maps);
  }

  public int answered() {
    return red + yellow + green;
  }

  public int noAnswer() {
    return maps - answered();
  }

  public int of(Level level) {
    return switch (level) {
      case RED -> red;
      case YELLOW -> yellow;
      case GREEN -> green;
    };
  }

  /// One more map.
  ///
  /// @param level what it says, or `null` when it left the zone blank
  public Tally plus(@Nullable Level level) {
    return new Tally(
        red + (level == Level.RED ? 1 : 0),
        yellow + (level == Level.YELLOW ? 1 : 0),
        green + (level == Level.GREEN ? 1 : 0),
        maps + 1);
  }

  public Tally plus(Tally other) {
    return new Tally(
        red + other.red, yellow + other.yellow, green + other.green, maps + other.maps);
  }

  /// At least a quarter of the answers red, at least a quarter green, and `k` of each (A70).
  public boolean hasMixedViews(SmallNumbers small) {
    return red >= small.k()
        && green >= small.k()
        && 4 * red >= answered()
        && 4 * green >= answered();
  }
}
