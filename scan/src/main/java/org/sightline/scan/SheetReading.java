package org.sightline.scan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of reading one page: either the whole sheet, zone by zone, or a refusal in a sentence
/// that says what is wrong and what to do. Never half a sheet.
public sealed interface SheetReading {

  /// Which sheet it is, or `null` when that could not be read.
  @Nullable String sheet();

  /// @param sheet the id in the square code
  /// @param version of the layout it was printed from
  record Read(String sheet, String version, List<ZoneReading> zones, List<TickReading> ticks)
      implements SheetReading {

    public Read {
      zones = List.copyOf(zones);
      ticks = List.copyOf(ticks);
    }
  }

  /// @param reason for the person who holds the paper
  record Refused(@Nullable String sheet, Refusal why, String reason) implements SheetReading {

    public static Refused because(Refusal why) {
      return new Refused(null, why, why.sentence());
    }
  }

  /// @param level `null` when a person has to decide
  /// @param confidence from 0 to 1
  /// @param doubt why a person has to decide, or `null`
  /// @param seen what was seen, for the person who decides
  /// @param crop the place as it is on the paper, upright, where it was asked for
  record ZoneReading(
      String id,
      @Nullable Level level,
      double confidence,
      @Nullable String doubt,
      String seen,
      @Nullable Crop crop) {

    public ZoneReading {
      if ((level == null) != (doubt != null)) {
        throw new IllegalArgumentException("Zone %s is neither read nor in doubt".formatted(id));
      }
    }

    public ZoneReading with(Crop picture) {
      return new ZoneReading(id, level, confidence, doubt, seen, picture);
    }
  }

  /// @param jpeg with nothing in it of what the camera wrote into the file
  record Crop(byte[] jpeg) {}

  record TickReading(String id, boolean on) {}
}
