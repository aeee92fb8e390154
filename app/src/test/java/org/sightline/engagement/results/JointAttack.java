package org.sightline.engagement.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Somebody with everything a round ever showed of one zone, laid together: every publication with
/// the maps that came and went in between, whether the zone was raised in the plan, what hot set
/// against cool leaves of its band ([CrossReading]), and the bands of groups whose sizes they know.
/// Tries every table of numbers that fits, and reports what is certain. Zones share no number but
/// that of the maps, so each can be attacked alone. Shares no code with what it attacks.
record JointAttack(int k) {

  /// One publication.
  ///
  /// @param came maps in it that the one before did not hold; `went` the other way round
  /// @param cells as printed, or `null` where the row stands from an earlier one
  /// @param raised whether the plan has the zone as one with red, or `null` when nobody raised any
  /// @param bands those that places set against each other leave this one
  record Seen(
      int maps,
      int came,
      int went,
      @Nullable List<String> cells,
      @Nullable Boolean raised,
      Set<String> bands,
      List<Group> groups) {

    Seen with(List<Group> seenGroups) {
      return new Seen(maps, came, went, cells, raised, bands, seenGroups);
    }

    Seen left(Set<String> seenBands) {
      return new Seen(maps, came, went, cells, raised, seenBands, groups);
    }
  }

  /// What is left of a band of which nothing was said.
  static final Set<String> ANY_BAND = Set.of("hot", "mixed", "cool", "none");

  /// @param maps how many maps the group has
  record Group(int maps, String band) {}

  /// Each small number that is given away, in words; empty when there is none.
  List<String> attack(List<Seen> publications) {
    var layers = new ArrayList<List<int[]>>();
    for (int at = 0; at < publications.size(); at++) {
      var fits = fitting(publications.get(at));
      layers.add(at == 0 ? fits : joined(fits, layers.getLast(), publications.get(at), true));
    }
    for (int at = layers.size() - 2; at >= 0; at--) {
      layers.set(at, joined(layers.get(at), layers.get(at + 1), publications.get(at + 1), false));
    }
    var found = new ArrayList<String>();
    for (int at = 0; at < layers.size(); at++) {
      var certain = new Certain();
      layers.get(at).forEach(certain::see);
      certain.report(found, "publication " + (at + 1));
      if (at > 0) {
        changes(found, layers.get(at - 1), layers.get(at), publications.get(at), at + 1);
      }
      groups(found, publications.get(at), layers.get(at));
    }
    return found;
  }

  private List<int[]> fitting(Seen seen) {
    var found = new ArrayList<int[]>();
    for (var cells : tables(seen.maps())) {
      boolean raised = seen.raised() == null || seen.raised() == cells[0] > 0;
      boolean banded = seen.bands().size() == 4 || seen.bands().contains(band(cells));
      if (raised && banded && (seen.cells() == null || fits(seen.cells(), cells))) {
        if (seen.groups().isEmpty() || !splits(seen.groups(), cells).isEmpty()) {
          found.add(cells);
        }
      }
    }
    return found;
  }

  static List<int[]> tables(int maps) {
    var found = new ArrayList<int[]>();
    for (int red = 0; red <= maps; red++) {
      for (int yellow = 0; yellow <= maps - red; yellow++) {
        for (int green = 0; green <= maps - red - yellow; green++) {
          found.add(new int[] {red, yellow, green, maps - red - yellow - green});
        }
      }
    }
    return found;
  }

  boolean fits(List<String> printed, int[] cells) {
    if (printed.size() == 1) {
      boolean allSmall = cells[0] < k && cells[1] < k && cells[2] < k && cells[3] < k;
      return printed.getFirst().matches("hot|mixed|cool")
          ? band(cells).equals(printed.getFirst())
          : band(cells).equals("none") || allSmall;
    }
    for (int at = 0; at < cells.length; at++) {
      boolean fits =
          switch (printed.get(at)) {
            case "not shown" -> cells[at] >= k;
            case String words when words.startsWith("fewer than") -> cells[at] < k;
            default -> cells[at] == Integer.parseInt(printed.get(at));
          };
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  String band(int[] cells) {
    int answered = cells[0] + cells[1] + cells[2];
    if (answered < k) {
      return "none";
    }
    if (3 * (cells[0] + cells[1]) > 2 * answered) {
      return "hot";
    }
    return 3 * cells[2] > 2 * answered ? "cool" : "mixed";
  }

  private static List<int[]> joined(
      List<int[]> these, List<int[]> others, Seen link, boolean forwards) {
    return these.stream()
        .filter(
            one ->
                others.stream()
                    .anyMatch(
                        other -> forwards ? joins(other, one, link) : joins(one, other, link)))
        .toList();
  }

  private static boolean joins(int[] before, int[] after, Seen link) {
    int came = 0;
    int went = 0;
    for (int at = 0; at < before.length; at++) {
      came += Math.max(0, after[at] - before[at]);
      went += Math.max(0, before[at] - after[at]);
    }
    return came <= link.came() && went <= link.went();
  }

  private void changes(
      List<String> found, List<int[]> befores, List<int[]> afters, Seen link, int number) {
    var certain = new Certain();
    for (var before : befores) {
      for (var after : afters) {
        if (joins(before, after, link)) {
          certain.see(minus(after, before));
          certain.use(before);
          certain.use(after);
        }
      }
    }
    certain.report(found, "change into publication " + number);
  }

  private void groups(List<String> found, Seen seen, List<int[]> totals) {
    for (int group = 0; group < seen.groups().size(); group++) {
      var certain = new Certain();
      for (var total : totals) {
        for (var split : splits(seen.groups(), total)) {
          certain.see(split.get(group));
        }
      }
      certain.report(found, "group " + group);
    }
  }

  /// Every way to deal the total out to the groups.
  private List<List<int[]>> splits(List<Group> groups, int[] total) {
    if (groups.size() == 1) {
      boolean fits = band(total).equals(groups.getFirst().band());
      return fits && sum(total) == groups.getFirst().maps() ? List.of(List.of(total)) : List.of();
    }
    var found = new ArrayList<List<int[]>>();
    for (var first : tables(groups.getFirst().maps())) {
      var rest = minus(total, first);
      boolean less = rest[0] < 0 || rest[1] < 0 || rest[2] < 0 || rest[3] < 0;
      if (!less && band(first).equals(groups.getFirst().band())) {
        for (var others : splits(groups.subList(1, groups.size()), rest)) {
          var split = new ArrayList<int[]>();
          split.add(first);
          split.addAll(others);
          found.add(split);
        }
      }
    }
    return found;
  }

  private static int[] minus(int[] one, int[] other) {
    return new int[] {one[0] - other[0], one[1] - other[1], one[2] - other[2], one[3] - other[3]};
  }

  private static int sum(int[] cells) {
    return cells[0] + cells[1] + cells[2] + cells[3];
  }

  /// What every choice of cells adds up to, over all that fits.
  private final class Certain {

    private final List<TreeSet<Integer>> sums = new ArrayList<>();
    private int used;

    private Certain() {
      for (int choice = 0; choice < 15; choice++) {
        sums.add(new TreeSet<>());
      }
    }

    private void see(int[] cells) {
      for (int choice = 1; choice < 15; choice++) {
        int sum = 0;
        for (int at = 0; at < 4; at++) {
          sum += (choice >> at & 1) * cells[at];
        }
        if (sums.get(choice).size() < 2) {
          sums.get(choice).add(sum);
        }
      }
    }

    private void use(int[] cells) {
      for (int at = 0; at < 4; at++) {
        used |= cells[at] > 0 ? 1 << at : 0;
      }
    }

    /// Whether every map is in these cells, so that their sum is the public number of maps.
    private boolean isEverything(int choice) {
      return used != 0 && (used & ~choice) == 0;
    }

    private void report(List<String> found, String where) {
      if (sums.get(1).isEmpty()) {
        throw new IllegalStateException("Nothing fits " + where + ": the attacker is wrong");
      }
      for (int choice = 1; choice < 15; choice++) {
        int only = Math.abs(sums.get(choice).first());
        if (sums.get(choice).size() == 1 && only >= 1 && only < k && !isEverything(choice)) {
          found.add("%s, cells %s are %d".formatted(where, Integer.toBinaryString(choice), only));
        }
      }
    }
  }
}
