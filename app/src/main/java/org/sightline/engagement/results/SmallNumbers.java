package org.sightline.engagement.results;

/// How many maps a number must stand for before people outside the round may see it (ST-03).
///
/// @param k the smallest count that is shown; five unless a school asks for more, never under four
public record SmallNumbers(int k) {

  /// Five, as practice.md, Small groups, sets it.
  public static final SmallNumbers USUAL = new SmallNumbers(5);

  /// Ten, for what guests from outside the school read (ST-03).
  public static final SmallNumbers OUTSIDE = new SmallNumbers(10);

  public SmallNumbers {
    if (k < 4) {
      throw new IllegalArgumentException(
          "The smallest number shown cannot be %d: it must be four or more".formatted(k));
    }
  }

  /// The stricter of the two.
  SmallNumbers and(SmallNumbers other) {
    return k >= other.k ? this : other;
  }

  /// The sentence part shown in place of a small count.
  public String fewer() {
    return "fewer than " + k;
  }
}
