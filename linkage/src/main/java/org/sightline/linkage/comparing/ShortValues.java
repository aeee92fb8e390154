package org.sightline.linkage.comparing;

import org.jspecify.annotations.Nullable;
import org.sightline.linkage.cleaning.Field;
import org.sightline.linkage.reading.ByteDictionary;

/// Birth dates and postcodes, each as the eight bytes of one number, the first sign lowest. Two of
/// the same length are compared by what is left when one is taken from the other bit by bit; it
/// says what [ValueLevels] says, and leaves everything else to it.
final class ShortValues {

  private static final int MOST = 8;
  private static final long NOT_ASCII = 0x8080808080808080L;
  private static final ShortValues NONE = new ShortValues(false, new long[0], new byte[0]);

  private final boolean areDates;
  private final long[] signs;
  private final byte[] lengths;

  private ShortValues(boolean areDates, long[] signs, byte[] lengths) {
    this.areDates = areDates;
    this.signs = signs;
    this.lengths = lengths;
  }

  static ShortValues of(Field field, ByteDictionary values) {
    if (field != Field.BIRTH_DATE && field != Field.POSTCODE) {
      return NONE;
    }
    var signs = new long[values.size()];
    var lengths = new byte[values.size()];
    byte[] pool = values.pool();
    for (int code = 1; code < signs.length; code++) {
      int length = values.length(code);
      long all = 0;
      for (int i = Math.min(length, MOST) - 1; i >= 0; i--) {
        all = all << 8 | pool[values.start(code) + i] & 0xff;
      }
      boolean fits = length <= MOST && (all & NOT_ASCII) == 0;
      signs[code] = fits ? all : 0;
      lengths[code] = (byte) (fits ? length : 0);
    }
    return new ShortValues(field == Field.BIRTH_DATE, signs, lengths);
  }

  /// @param a the number of a value
  /// @param b the number of another value
  /// @return nothing where it cannot be said this way
  @Nullable Level level(int a, int b) {
    if (signs.length == 0) {
      return null;
    }
    int length = lengths[a];
    if (length == 0 || length != lengths[b]) {
      return null;
    }
    if (areDates) {
      return length == MOST ? date(signs[a], signs[b]) : Level.DIFFERENT;
    }
    return postcode(signs[a], signs[b], length);
  }

  private static Level postcode(long a, long b, int length) {
    long apart = a ^ b;
    if (isOne(a, b, apart)) {
      return Level.ONE_DIGIT;
    }
    int start = Long.numberOfTrailingZeros(apart) >>> 3;
    if (length < 5 || start < length - 3) {
      return Level.DIFFERENT;
    }
    return start >= length - 2 ? Level.SECTOR : Level.DISTRICT;
  }

  private static Level date(long a, long b) {
    long apart = a ^ b;
    boolean year = (int) apart == 0;
    boolean month = (apart >>> 32 & 0xffff) == 0;
    boolean day = apart >>> 48 == 0;
    if (year && (int) (a >>> 32) == Integer.rotateLeft((int) (b >>> 32), 16)) {
      return Level.DAY_MONTH;
    }
    if (isOne(a, b, apart)) {
      return Level.ONE_DIGIT;
    }
    if (year ? month || day : month && day) {
      return Level.TWO_PARTS;
    }
    return Math.abs(days(a) - days(b)) <= 366 ? Level.ONE_YEAR : Level.DIFFERENT;
  }

  /// One sign changed, or two neighbours swapped.
  private static boolean isOne(long a, long b, long apart) {
    int first = Long.numberOfTrailingZeros(apart) & ~7;
    long rest = apart >>> first;
    if (rest >>> 8 == 0) {
      return true;
    }
    return rest >>> 16 == 0
        && (a >>> first & 0xff) == (b >>> first + 8 & 0xff)
        && (a >>> first + 8 & 0xff) == (b >>> first & 0xff);
  }

  private static int days(long date) {
    int year = digit(date, 0) * 1000 + digit(date, 1) * 100 + digit(date, 2) * 10 + digit(date, 3);
    int month = digit(date, 4) * 10 + digit(date, 5);
    int day = digit(date, 6) * 10 + digit(date, 7);
    return ValueLevels.days(year, month, day);
  }

  private static int digit(long date, int place) {
    return (int) (date >>> 8 * place & 0xff) - '0';
  }
}
