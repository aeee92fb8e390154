package org.sightline.engagement.results;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sightline.engagement.results.Shown.Cell;

/// Decides which of a zone's four cells are held back (ST-03). The number of maps is public, so the
/// held-back cells' sum is too.
///
/// 1. Fewer than `k` answers: nothing but that.
/// 2. Every count under `k` is held back.
/// 3. That is enough when the held-back sum is itself at least `k` and at least two short of the
///    most it could be (four and four make eight, and eight gives both away).
///    The intervention plan shows whether a place has any red, so that the same must hold for the
///    other small cells alone when red is nought.
/// 4. Otherwise one larger cell goes with them, in a fixed order, never by its size. Their sum must
///    then leave the small ones two marks of room.
/// 5. When no choice is safe, the row falls back to its band. Only small rounds come to that. A row
///    of four counts under `k` has too few answers even for that: seven, seven, seven and seven of
///    28 would be the only such row.
final class Suppression {

  /// Yellow first, because red and green are what readers need; positions as in [#cells].
  private static final int[] PARTNERS = {1, 3, 2, 0};

  private static final int RED = 0;

  private static final int ROOM = 2;

  private static final int NOBODY = -1;

  private Suppression() {}

  static Shown show(Tally tally, SmallNumbers small) {
    var band = Band.of(tally, small);
    if (band == null) {
      return new Shown.NotEnoughAnswers();
    }
    var counts = counts(cells(tally), small.k());
    if (counts != null) {
      return counts;
    }
    boolean allSmall = Arrays.stream(cells(tally)).allMatch(each -> each < small.k());
    return allSmall ? new Shown.NotEnoughAnswers() : new Shown.Banded(band);
  }

  /// Red, yellow, green, no answer.
  static int[] cells(Tally tally) {
    return new int[] {tally.red(), tally.yellow(), tally.green(), tally.noAnswer()};
  }

  private static Shown.@Nullable Counts counts(int[] cells, int k) {
    int count = (int) Arrays.stream(cells).filter(each -> each < k).count();
    int sum = Arrays.stream(cells).filter(each -> each < k).sum();
    int open = cells[RED] == 0 ? count - 1 : count;
    if (count == 0 || (sum >= k && sum <= open * (k - 1) - ROOM)) {
      return withPartner(cells, k, NOBODY);
    }
    for (int partner : PARTNERS) {
      if (cells[partner] >= k && sum + cells[partner] >= k + ROOM) {
        return withPartner(cells, k, partner);
      }
    }
    return null;
  }

  private static Shown.@Nullable Counts withPartner(int[] cells, int k, int partner) {
    var shown = new Cell[cells.length];
    for (int at = 0; at < cells.length; at++) {
      Cell large = at == partner ? new Cell.NotShown() : new Cell.Exact(cells[at]);
      shown[at] = cells[at] < k ? new Cell.Fewer() : large;
    }
    return new Shown.Counts(shown[0], shown[1], shown[2], shown[3]);
  }
}
