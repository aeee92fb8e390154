package org.sightline.linkage.comparing;

import org.jspecify.annotations.Nullable;
import org.sightline.linkage.cleaning.Field;
import org.sightline.linkage.cleaning.Records;
import org.sightline.linkage.reading.ByteDictionary;

/// Compares two records: the one place where it is decided how far they agree. Each thread has its
/// own; what it answers does not depend on what it was asked before.
///
/// Values that are equal have the same number. For two that differ the level is worked out once and
/// kept in a table of fixed size, in which a newer pair of values takes the place of an older one;
/// short values of signs of one byte are compared within one or two numbers instead
/// ([ShortValues], [ShortNames]).
public final class Kernel {

  private static final int KEPT_BITS = 16;
  private static final int CODE_BITS = 29;
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private final int[] cells;
  private final int width;
  private final Patterns patterns;
  private final Field[] fields;
  private final int[] places;
  private final ByteDictionary[] values;
  private final ShortValues[] shortValues;
  private final @Nullable ShortNames shortNames;
  private final byte[][] levelIndex;
  private final long[][] kept;
  private final ValueLevels valueLevels;
  private final int[][] groups;
  private final int forename;
  private final int surname;
  private final int differentForename;
  private final int differentSurname;

  public Kernel(Records records, Patterns patterns, Names names) {
    this.cells = records.cells();
    this.width = records.width();
    this.patterns = patterns;
    this.groups = names.groups();
    this.valueLevels = new ValueLevels(groups);
    int n = patterns.size();
    fields = patterns.fields().toArray(Field[]::new);
    places = new int[n];
    values = new ByteDictionary[n];
    shortValues = new ShortValues[n];
    levelIndex = new byte[n][Level.values().length];
    for (int c = 0; c < n; c++) {
      places[c] = records.placeOf(fields[c]);
      values[c] = records.values().get(places[c]);
      shortValues[c] = ShortValues.of(fields[c], values[c]);
      var levels = patterns.levels(c);
      for (int l = 0; l < levels.size(); l++) {
        levelIndex[c][levels.get(l).ordinal()] = (byte) l;
      }
    }
    kept = new long[n][];
    int name = Math.max(records.placeOf(Field.FORENAME), records.placeOf(Field.SURNAME));
    shortNames = name < 0 ? null : ShortNames.of(records.values().get(name), groups);
    boolean bothNames =
        patterns.indexOf(Field.FORENAME) >= 0 && patterns.indexOf(Field.SURNAME) >= 0;
    forename = bothNames ? patterns.indexOf(Field.FORENAME) : -1;
    surname = bothNames ? patterns.indexOf(Field.SURNAME) : -1;
    differentForename = bothNames ? levelIndex[forename][Level.DIFFERENT.ordinal()] : 0;
    differentSurname = bothNames ? levelIndex[surname][Level.DIFFERENT.ordinal()] : 0;
  }

  private Kernel(Kernel like, int[] cells) {
    this.cells = cells;
    width = like.width;
    patterns = like.patterns;
    groups = like.groups;
    valueLevels = new ValueLevels(groups);
    fields = like.fields;
    places = like.places;
    values = like.values;
    shortValues = like.shortValues;
    shortNames = like.shortNames;
    levelIndex = like.levelIndex;
    kept = new long[fields.length][];
    forename = like.forename;
    surname = like.surname;
    differentForename = like.differentForename;
    differentSurname = like.differentSurname;
  }

  /// The same for another thread.
  public Kernel another() {
    return new Kernel(this, cells);
  }

  /// The same for other records of the same fields and values.
  public Kernel over(Records records) {
    return new Kernel(this, records.cells());
  }

  public long pattern(int left, int right) {
    return pattern(cells, left * width, right * width);
  }

  /// @param of cells of records, wherever they lie
  /// @param left where the one begins
  /// @param right where the other does
  public long pattern(int[] of, int left, int right) {
    long pattern = 0;
    for (int c = 0; c < places.length; c++) {
      int a = of[left + places[c]];
      int b = of[right + places[c]];
      if (a != 0 && b != 0) {
        pattern |= (long) (a == b ? 1 : level(c, a, b)) << 4 * c;
      }
    }
    return forename < 0 ? pattern : withSwappedNames(pattern, of, left, right);
  }

  /// Names in the other order count once, for the forename; the surname then says nothing more.
  private long withSwappedNames(long pattern, int[] of, int l, int r) {
    if (Patterns.level(pattern, forename) != differentForename
        && Patterns.level(pattern, surname) != differentSurname) {
      return pattern;
    }
    int f1 = of[l + places[forename]];
    int s1 = of[l + places[surname]];
    int f2 = of[r + places[forename]];
    int s2 = of[r + places[surname]];
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
    var quick = shortValues[c].level(a, b);
    if (quick != null) {
      return levelIndex[c][quick.ordinal()];
    }
    int low = Math.min(a, b);
    int high = Math.max(a, b);
    if (high >>> CODE_BITS != 0) {
      return worked(c, low, high);
    }
    long pair = ((long) low << CODE_BITS | high) << 4;
    long[] table = kept(c);
    int slot = (int) (pair * MIX >>> 64 - KEPT_BITS);
    long found = table[slot];
    if ((found & ~15L) == pair) {
      return (int) found & 15;
    }
    int level = worked(c, low, high);
    table[slot] = pair | level;
    return level;
  }

  private long[] kept(int c) {
    long[] table = kept[c];
    if (table == null) {
      table = new long[1 << KEPT_BITS];
      kept[c] = table;
    }
    return table;
  }

  private int worked(int c, int low, int high) {
    var names = shortNames;
    if (names != null && (fields[c] == Field.FORENAME || fields[c] == Field.SURNAME)) {
      var quick = names.level(fields[c], low, high);
      if (quick != null) {
        return levelIndex[c][quick.ordinal()];
      }
    }
    return levelIndex[c][valueLevels.level(fields[c], values[c], low, high).ordinal()];
  }

  public Patterns patterns() {
    return patterns;
  }
}
