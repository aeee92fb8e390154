package org.sightline.engagement.results;

/// What stays certain about two rows, and about the change between them, the more of the tables
/// they could stand for are seen.
final class Certainty {

  private static final int CELLS = 4;

  /// Every choice of cells but none and all; all of them are the public number of maps.
  private static final int CHOICES = (1 << CELLS) - 1;

  private final SmallNumbers small;
  private final Sums[] sums = new Sums[CHOICES];
  private boolean any;

  Certainty(SmallNumbers small) {
    this.small = small;
    for (int choice = 1; choice < CHOICES; choice++) {
      sums[choice] = new Sums();
    }
  }

  /// Sees one more pair of tables.
  void also(int[] before, int[] after) {
    any = true;
    for (int choice = 1; choice < CHOICES; choice++) {
      sums[choice].also(sum(before, choice), sum(after, choice));
    }
  }

  /// Whether no small number is certain. Once it is so, seeing more cannot change it.
  boolean isNothingSmall() {
    for (int choice = 1; choice < CHOICES; choice++) {
      if (sums[choice].giveAway(small)) {
        return false;
      }
    }
    return any;
  }

  private static int sum(int[] cells, int choice) {
    int sum = 0;
    for (int at = 0; at < CELLS; at++) {
      sum += (choice >> at & 1) * cells[at];
    }
    return sum;
  }

  /// One choice of cells, added up.
  private static final class Sums {

    private final Only before = new Only();
    private final Only after = new Only();
    private final Only change = new Only();
    private boolean up;
    private boolean down;

    void also(int from, int to) {
      before.also(from);
      after.also(to);
      change.also(Math.abs(to - from));
      up |= to >= from;
      down |= to < from;
    }

    boolean giveAway(SmallNumbers small) {
      boolean onlyOneWay = !up || !down;
      return before.isSmall(small) || after.isSmall(small) || (onlyOneWay && change.isSmall(small));
    }
  }

  /// The only value seen, while there is only one.
  private static final class Only {

    private static final int NONE = -1;
    private static final int SEVERAL = -2;

    private int value = NONE;

    void also(int another) {
      if (value == NONE) {
        value = another;
      } else if (value != another) {
        value = SEVERAL;
      }
    }

    boolean isSmall(SmallNumbers small) {
      return value >= 1 && value < small.k();
    }
  }
}
