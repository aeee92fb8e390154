package org.sightline.linkage.weighing;

import java.util.Arrays;
import org.sightline.linkage.cleaning.Field;
import org.sightline.linkage.cleaning.Records;
import org.sightline.linkage.cleaning.ValueCounts;

/// How often each value of a field stands in the lists, when one person may stand there over and
/// over: of rows that are the same in every field, name and birth date among them, only the first
/// few count. Otherwise a list that is one person a hundred thousand times would teach that
/// everybody has the same name.
final class Repeats {

  private static final int MOST_ALIKE = 3;
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private final Records records;
  private final ValueCounts counts;
  private final boolean[] passedOver;

  /// @param any whether rows are to be passed over at all
  Repeats(Records records, ValueCounts counts, boolean any) {
    this.records = records;
    this.counts = counts;
    int[] ofAPerson =
        Arrays.stream(new Field[] {Field.FORENAME, Field.SURNAME, Field.BIRTH_DATE})
            .mapToInt(records::placeOf)
            .toArray();
    passedOver =
        any && Arrays.stream(ofAPerson).allMatch(place -> place >= 0)
            ? found(ofAPerson)
            : new boolean[0];
  }

  int[] counts(int field) {
    if (passedOver.length == 0) {
      return counts.of(field);
    }
    int[] fewer = counts.of(field).clone();
    for (int row = 0; row < passedOver.length; row++) {
      fewer[records.cell(row, field)] -= passedOver[row] ? 1 : 0;
    }
    return fewer;
  }

  private boolean[] found(int[] ofAPerson) {
    int rows = records.rows();
    var found = new boolean[rows];
    int mask = Integer.highestOneBit(Math.max(4, rows)) * 4 - 1;
    var signs = new long[mask + 1];
    var alike = new byte[mask + 1];
    for (int row = 0; row < rows; row++) {
      long sign = sign(row, ofAPerson);
      int slot = (int) (sign >>> 20) & mask;
      while (sign != 0 && signs[slot] != 0 && signs[slot] != sign) {
        slot = (slot + 1) & mask;
      }
      if (sign != 0) {
        signs[slot] = sign;
        found[row] = alike[slot] == MOST_ALIKE;
        alike[slot] += found[row] ? 0 : 1;
      }
    }
    return found;
  }

  /// 0 where name or birth date is missing.
  private long sign(int row, int[] ofAPerson) {
    for (int field : ofAPerson) {
      if (records.cell(row, field) == 0) {
        return 0;
      }
    }
    long sign = 1;
    for (int field = 0; field < records.width(); field++) {
      sign = (sign ^ records.cell(row, field)) * MIX;
      sign ^= sign >>> 29;
    }
    return sign == 0 ? 1 : sign;
  }
}
