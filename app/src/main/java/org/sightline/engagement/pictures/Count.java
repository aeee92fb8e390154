package org.sightline.engagement.pictures;

/// A number of maps as it may be shown: exact, or only "fewer than" (practice.md, Small groups).
///
/// A hidden number is drawn from its limit alone, so that the length of a bar gives nothing away.
public sealed interface Count {

  /// How much of the bar it takes, in maps.
  double drawn();

  record Exactly(int maps) implements Count {

    public Exactly {
      if (maps < 0) {
        throw new IllegalArgumentException("There cannot be %d maps".formatted(maps));
      }
    }

    @Override
    public double drawn() {
      return maps;
    }
  }

  record FewerThan(int limit) implements Count {

    public FewerThan {
      if (limit < 2) {
        throw new IllegalArgumentException("Fewer than %d hides nothing".formatted(limit));
      }
    }

    @Override
    public double drawn() {
      return limit / 2.0;
    }
  }

  /// A number that would give another away.
  ///
  /// @param drawn what the numbers that are shown leave for it, as any reader could work out
  record NotShown(double drawn) implements Count {

    public NotShown {
      if (!(drawn >= 0)) {
        throw new IllegalArgumentException("A bar cannot be %s maps long".formatted(drawn));
      }
    }
  }
}
