package org.sightline.linkage.comparing;

import org.jspecify.annotations.Nullable;
import org.sightline.linkage.cleaning.Field;
import org.sightline.linkage.reading.ByteDictionary;

/// Names of one word of at most sixteen signs of one byte, each as two numbers of eight bytes, the
/// first sign lowest: a sign is looked for among eight at once. It says what [ValueLevels] says, to
/// the last bit, and leaves everything else to it.
final class ShortNames {

  private static final int OF_A_NUMBER = 8;
  private static final int MOST = 2 * OF_A_NUMBER;
  private static final int IN_THE_TABLE = 0x40;
  private static final long ONES = 0x0101010101010101L;
  private static final long LOW_BITS = 0x7f7f7f7f7f7f7f7fL;

  /// Brings the highest bits of eight bytes together in the highest byte.
  private static final long TOGETHER = 0x0002040810204081L;

  private final int[][] groups;
  private final long[] signs;
  private final byte[] lengths;

  private ShortNames(int[][] groups, long[] signs, byte[] lengths) {
    this.groups = groups;
    this.signs = signs;
    this.lengths = lengths;
  }

  /// @param groups for each number of a name the groups of the table of nicknames it is in
  static ShortNames of(ByteDictionary names, int[][] groups) {
    var signs = new long[2 * names.size()];
    var lengths = new byte[names.size()];
    byte[] pool = names.pool();
    for (int code = 1; code < lengths.length; code++) {
      int start = names.start(code);
      int length = names.length(code);
      boolean fits = length <= MOST;
      for (int i = 0; fits && i < length; i++) {
        byte sign = pool[start + i];
        fits = sign > ' ';
        signs[2 * code + i / OF_A_NUMBER] |= (long) sign << 8 * (i % OF_A_NUMBER);
      }
      int mark = groups[code].length > 0 ? IN_THE_TABLE : 0;
      lengths[code] = (byte) (fits ? length | mark : 0);
    }
    return new ShortNames(groups, signs, lengths);
  }

  /// @param a the smaller of two numbers of names
  /// @return nothing where it cannot be said this way
  @Nullable Level level(Field field, int a, int b) {
    if (lengths[a] == 0 || lengths[b] == 0) {
      return null;
    }
    boolean sameName =
        (lengths[a] & lengths[b] & IN_THE_TABLE) != 0 && Nicknames.share(groups[a], groups[b]);
    if (field == Field.SURNAME) {
      return sameName ? Level.CLOSE : text(a, b);
    }
    return sameName ? Level.SAME_NAME : forename(a, b);
  }

  private Level forename(int a, int b) {
    int shorter = Math.min(length(a), length(b));
    int start = commonStart(a, b);
    if (shorter == 1 && start == 1) {
      return Level.SIMILAR;
    }
    var likeText = text(a, b);
    if (likeText != Level.DIFFERENT) {
      return likeText;
    }
    int stem = Math.max(ValueLevels.STEM, shorter - ValueLevels.OWN_OF_A_SHORT_FORM);
    boolean alike =
        shorter >= ValueLevels.STEM && start >= stem || shorter > 1 && isOne(a, b, start);
    return alike ? Level.SIMILAR : Level.DIFFERENT;
  }

  private Level text(int a, int b) {
    int start = commonStart(a, b);
    if (length(a) > 3 && length(b) > 3 && isOne(a, b, start)) {
      return Level.CLOSE;
    }
    double similarity = JaroWinkler.boosted(jaro(a, b), start);
    if (similarity >= ValueLevels.CLOSE) {
      return Level.CLOSE;
    }
    return similarity >= ValueLevels.SIMILAR ? Level.SIMILAR : Level.DIFFERENT;
  }

  private double jaro(int a, int b) {
    int m = length(a);
    int n = length(b);
    long low = signs[2 * b];
    long high = signs[2 * b + 1];
    int window = Math.max(0, Math.max(m, n) / 2 - 1);
    int takenLeft = 0;
    int takenRight = 0;
    for (int i = 0; i < m; i++) {
      long everywhere = at(a, i) * ONES;
      int equal = equal(low ^ everywhere);
      if (n > OF_A_NUMBER) {
        equal |= equal(high ^ everywhere) << OF_A_NUMBER;
      }
      equal &= (1 << Math.min(n, i + window + 1)) - 1 & -(1 << Math.max(0, i - window));
      equal &= ~takenRight;
      takenRight |= equal & -equal;
      takenLeft |= equal == 0 ? 0 : 1 << i;
    }
    int matches = Integer.bitCount(takenRight);
    if (matches == 0) {
      return 0;
    }
    int moved = 0;
    for (int left = takenLeft, right = takenRight;
        left != 0;
        left &= left - 1, right &= right - 1) {
      moved +=
          at(a, Integer.numberOfTrailingZeros(left)) == at(b, Integer.numberOfTrailingZeros(right))
              ? 0
              : 1;
    }
    return JaroWinkler.jaro(matches, m, n, moved / 2);
  }

  /// For each byte that is nought its bit.
  private static int equal(long apart) {
    long noughts = ~((apart & LOW_BITS) + LOW_BITS | apart | LOW_BITS);
    return (int) (noughts * TOGETHER >>> 56);
  }

  /// Whether the distance is one, as [DamerauLevenshtein#isOne] has it.
  private boolean isOne(int a, int b, int start) {
    int m = length(a);
    int n = length(b);
    if (Math.abs(m - n) > 1) {
      return false;
    }
    int most = Math.min(m, n) - start;
    int end = 0;
    while (end < most && at(a, m - 1 - end) == at(b, n - 1 - end)) {
      end++;
    }
    int differLeft = m - start - end;
    int differRight = n - start - end;
    if (differLeft <= 1 && differRight <= 1) {
      return true;
    }
    return differLeft == 2
        && differRight == 2
        && at(a, start) == at(b, start + 1)
        && at(a, start + 1) == at(b, start);
  }

  private int commonStart(int a, int b) {
    long low = signs[2 * a] ^ signs[2 * b];
    int same =
        low != 0
            ? Long.numberOfTrailingZeros(low) >>> 3
            : OF_A_NUMBER + (Long.numberOfTrailingZeros(signs[2 * a + 1] ^ signs[2 * b + 1]) >>> 3);
    return Math.min(same, Math.min(length(a), length(b)));
  }

  private int length(int name) {
    return lengths[name] & IN_THE_TABLE - 1;
  }

  private long at(int name, int place) {
    return signs[2 * name + (place >>> 3)] >>> 8 * (place & 7) & 0xff;
  }
}
