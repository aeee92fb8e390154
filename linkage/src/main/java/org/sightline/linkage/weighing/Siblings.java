package org.sightline.linkage.weighing;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sightline.linkage.cleaning.Field;
import org.sightline.linkage.cleaning.Records;
import org.sightline.linkage.weighing.Model.Families;
import org.sightline.linkage.weighing.Model.FieldModel;

/// How many brothers, sisters and twins there are, counted where two rows cannot be one person: in
/// the lists that hold nobody twice. Two rows of one surname and one birth date are twins there but
/// for strangers who agree by chance; two of one surname and one postcode are of one family.
///
/// A few families of the shipped model are counted with them, so that short lists are not believed
/// too much.
public final class Siblings {

  /// As many rows of a list are enough; families are taken whole.
  private static final int ENOUGH_ROWS = 1 << 16;

  private static final double SHIPPED_PAIRS = 4;
  private static final long MIX = 0x9E3779B97F4A7C15L;

  /// @param pairs how many pairs of rows have both values
  /// @param alike how many of them agree in both
  private record Count(double pairs, double alike) {}

  private final double rows;
  private Count twins = new Count(0, 0);
  private Count siblings = new Count(0, 0);

  /// @param free for each list whether it holds nobody twice
  public Siblings(Records records, boolean[] free) {
    rows = records.rows();
    int surname = records.placeOf(Field.SURNAME);
    int born = records.placeOf(Field.BIRTH_DATE);
    int home = records.placeOf(Field.POSTCODE);
    for (int list = 0; surname >= 0 && born >= 0 && list < free.length; list++) {
      if (free[list]) {
        int from = records.listStarts()[list];
        int to = records.listStarts()[list + 1];
        twins = sum(twins, count(records, from, to, surname, born));
        if (home >= 0) {
          siblings = sum(siblings, count(records, from, to, surname, home));
        }
      }
    }
  }

  Families families(Model model) {
    var usual = Families.usual();
    var surname = model.of(Field.SURNAME);
    return new Families(
        forEachRecord(twins, usual.twins(), surname, model.of(Field.BIRTH_DATE)),
        forEachRecord(siblings, usual.siblings(), surname, model.of(Field.POSTCODE)));
  }

  /// How much of what is known of twins the lists themselves say, from 0 to 1.
  double twinsKnown() {
    double seen = twins.pairs() * Families.usual().twins() / rows;
    return seen / (seen + SHIPPED_PAIRS);
  }

  private double forEachRecord(
      Count count, double usual, @Nullable FieldModel one, @Nullable FieldModel other) {
    if (count.pairs() == 0 || one == null || other == null) {
      return usual;
    }
    double byChance = count.pairs() * one.at(1).u() * other.at(1).u();
    double seen = Math.max(0, count.alike() - byChance) + SHIPPED_PAIRS;
    double pairs = count.pairs() * one.at(1).m() * other.at(1).m() + SHIPPED_PAIRS * rows / usual;
    return seen / pairs * rows;
  }

  private static Count sum(Count a, Count b) {
    return new Count(a.pairs() + b.pairs(), a.alike() + b.alike());
  }

  private static Count count(Records records, int from, int to, int one, int other) {
    int shares = 1 + (to - from) / ENOUGH_ROWS;
    var keys = new long[Math.min(to - from, 2 * ENOUGH_ROWS)];
    int n = 0;
    double all = 0;
    for (int row = from; row < to; row++) {
      long a = records.cell(row, one);
      long b = records.cell(row, other);
      if (a == 0 || b == 0) {
        continue;
      }
      all++;
      if ((a * MIX >>> 33) % shares == 0 && n < keys.length) {
        keys[n++] = a << 32 | b;
      }
    }
    Arrays.sort(keys, 0, n);
    double alike = 0;
    for (int start = 0; start < n; ) {
      int end = start + 1;
      while (end < n && keys[end] == keys[start]) {
        end++;
      }
      alike += (end - start) * (end - start - 1.0) / 2;
      start = end;
    }
    return new Count(all * (all - 1) / 2, alike * shares);
  }
}
