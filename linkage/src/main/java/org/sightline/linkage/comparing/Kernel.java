package org.sightline.linkage.comparing;

import org.sightline.linkage.cleaning.Field;
import org.sightline.linkage.cleaning.Records;
import org.sightline.linkage.reading.ByteDictionary;

/// Compares two records: the one place where it is decided how far they agree. Each thread has its
/// own; what it answers does not depend on what it was asked before.
///
/// Values that are equal have the same number. For two that differ the level is worked out once and
/// kept in a table of fixed size, in which a newer pair of values takes the place of an older one.
public final class Kernel {

  private static final int KEPT = 1 << 17;
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private final int[] cells;
  private final int width;
  private final Patterns patterns;
  private final Field[] fields;
  private final int[] places;
  private final ByteDictionary[] values;
  private final byte[][] levelIndex;
  private final long[][] keptPairs;
  private final byte[][] keptLevels;
  private final ValueLevels valueLevels;
  private final int forename;
  private final int surname;

  public Kernel(Records records, Patterns patterns, Names names) {
    this.cells = records.cells();
    this.width = records.width();
    this.patterns = patterns;
    this.valueLevels = new ValueLevels(names.groups());
    int n = patterns.size();
    fields = patterns.fields().toArray(Field[]::new);
    places = new int[n];
    values = new ByteDictionary[n];
    levelIndex = new byte[n][Level.values().length];
    keptPairs = new long[n][KEPT];
    keptLevels = new byte[n][KEPT];
    for (int c = 0; c < n; c++) {
      places[c] = records.placeOf(fields[c]);
      values[c] = records.values().get(places[c]);
      var levels = patterns.levels(c);
      for (int l = 0; l < levels.size(); l++) {
        levelIndex[c][levels.get(l).ordinal()] = (byte) l;
      }
    }
    boolean bothNames =
        patterns.indexOf(Field.FORENAME) >= 0 && patterns.indexOf(Field.SURNAME) >= 0;
    forename = bothNames ? patterns.indexOf(Field.FORENAME) : -1;
    surname = bothNames ? patterns.indexOf(Field.SURNAME) : -1;
  }

  public long pattern(int left, int right) {
    int l = left * width;
    int r = right * width;
    long pattern = 0;
    for (int c = 0; c < places.length; c++) {
      int a = cells[l + places[c]];
      int b = cells[r + places[c]];
      if (a != 0 && b != 0) {
        pattern |= (long) (a == b ? 1 : level(c, a, b)) << 4 * c;
      }
    }
    return forename < 0 ? pattern : withSwappedNames(pattern, l, r);
  }

  /// Names in the other order count once, for the forename; the surname then says nothing more.
  private long withSwappedNames(long pattern, int l, int r) {
    int different = levelIndex[forename][Level.DIFFERENT.ordinal()];
    int differentSurname = levelIndex[surname][Level.DIFFERENT.ordinal()];
    if (Patterns.level(pattern, forename) != different
        && Patterns.level(pattern, surname) != differentSurname) {
      return pattern;
    }
    int f1 = cells[l + places[forename]];
    int s1 = cells[l + places[surname]];
    int f2 = cells[r + places[forename]];
    int s2 = cells[r + places[surname]];
    if (f1 == 0 || s1 == 0 || f2 == 0 || s2 == 0 || f1 != s2 && s1 != f2) {
      return pattern;
    }
    boolean swapped = (f1 == s2 || isAlike(f1, s2)) && (s1 == f2 || isAlike(s1, f2));
    if (!swapped) {
      return pattern;
    }
    long forenames =
        Patterns.with(pattern, forename, levelIndex[forename][Level.SWAPPED.ordinal()]);
    return Patterns.with(forenames, surname, levelIndex[surname][Level.SWAPPED.ordinal()]);
  }

  private boolean isAlike(int a, int b) {
    return level(surname, a, b) <= levelIndex[surname][Level.SIMILAR.ordinal()];
  }

  private int level(int c, int a, int b) {
    long pair = a < b ? (long) a << 32 | b : (long) b << 32 | a;
    int slot = (int) (pair * MIX >>> 47);
    if (keptPairs[c][slot] == pair) {
      return keptLevels[c][slot];
    }
    int low = Math.min(a, b);
    int high = Math.max(a, b);
    byte level = levelIndex[c][valueLevels.level(fields[c], values[c], low, high).ordinal()];
    keptPairs[c][slot] = pair;
    keptLevels[c][slot] = level;
    return level;
  }

  public Patterns patterns() {
    return patterns;
  }
}
