package org.sightline.engagement.results;

import java.util.Arrays;
import java.util.List;

/// Whether bands by group leave every small number of every group open, also to somebody who knows
/// the zone's exact total and how many maps each group has.
///
/// Two groups that could each have one mark of the other's give a second table with the same
/// totals, the same sizes and the same bands, so nobody can tell the two apart; whatever differs
/// between them is not certain.
final class Exchanges {

  private static final int CELLS = 4;

  private Exchanges() {}

  /// @param groups the tallies of all groups of one zone; those without maps are left out
  /// @return whether each sum of a group's red, yellow, green and unanswered maps that is between 1
  ///     and `k - 1` could be another number
  static boolean leaveOpen(List<Tally> groups, SmallNumbers small) {
    var tables = groups.stream().filter(each -> each.maps() > 0).map(Exchanges::cells).toList();
    for (int[] group : tables) {
      if (!isOpen(group, tables, small)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOpen(int[] group, List<int[]> tables, SmallNumbers small) {
    var movable = new boolean[CELLS][CELLS];
    for (int[] other : tables) {
      for (int from = 0; from < CELLS && other != group; from++) {
        for (int to = 0; to < CELLS; to++) {
          movable[from][to] |=
              staysLikeIt(group, from, to, small) && staysLikeIt(other, to, from, small);
        }
      }
    }
    for (int choice = 1; choice < (1 << CELLS) - 1; choice++) {
      int sum = 0;
      for (int at = 0; at < CELLS; at++) {
        sum += (choice >> at & 1) * group[at];
      }
      if (sum >= 1 && sum < small.k() && !isMovable(movable, choice)) {
        return false;
      }
    }
    return true;
  }

  /// Whether something moves between the chosen cells and the others.
  private static boolean isMovable(boolean[][] movable, int choice) {
    for (int from = 0; from < CELLS; from++) {
      for (int to = 0; to < CELLS; to++) {
        if ((choice >> from & 1) != (choice >> to & 1) && movable[from][to]) {
          return true;
        }
      }
    }
    return false;
  }

  /// Whether one mark of this group could be another with nobody the wiser.
  private static boolean staysLikeIt(int[] group, int from, int to, SmallNumbers small) {
    if (from == to || group[from] == 0) {
      return false;
    }
    var moved = group.clone();
    moved[from]--;
    moved[to]++;
    return Band.of(tally(moved), small) == Band.of(tally(group), small);
  }

  private static int[] cells(Tally tally) {
    return new int[] {tally.red(), tally.yellow(), tally.green(), tally.maps() - tally.answered()};
  }

  private static Tally tally(int[] cells) {
    return new Tally(cells[0], cells[1], cells[2], Arrays.stream(cells).sum());
  }
}
