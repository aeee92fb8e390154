package org.sightline.linkage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.sightline.linkage.cleaning.Records;
import org.sightline.linkage.clustering.Judgement;
import org.sightline.linkage.clustering.Judgement.Answer;
import org.sightline.linkage.reading.Refusal;
import org.sightline.linkage.reading.Table;

/// What people judged, by the rows it is about now.
///
/// Judgements that contradict each other are refused, whichever comes first: the same pair judged
/// the same and different, or judged different while others make it one person by way of a third
/// row. "Unsure" contradicts nothing and gives way to either.
final class Judgements {

  private final List<JudgedRows> judged;
  private final RowPlaces places;
  private final RowChecks checks;
  private final Map<Long, Integer> answered = new LinkedHashMap<>();
  private final List<int[]> rows = new ArrayList<>();

  private Judgements(List<JudgedRows> judged, List<Table> tables, Records records) {
    this.judged = judged;
    this.places = new RowPlaces(tables, records);
    this.checks = new RowChecks(records);
  }

  static List<Judgement> of(List<JudgedRows> judged, List<Table> tables, Records records) {
    return judged.isEmpty() ? List.of() : new Judgements(judged, tables, records).taken();
  }

  private List<Judgement> taken() {
    for (int i = 0; i < judged.size(); i++) {
      take(i);
    }
    refuseRoundabout();
    return answered.values().stream()
        .map(i -> new Judgement(rows.get(i)[0], rows.get(i)[1], judged.get(i).answer()))
        .toList();
  }

  private void take(int i) {
    var j = judged.get(i);
    int left = place(j, j.leftList(), j.leftRow(), j.leftCheck());
    int right = place(j, j.rightList(), j.rightRow(), j.rightCheck());
    if (left == right) {
      throw new Refusal(
          "%s judges row %d of %s against itself."
              .formatted(capital(j.where()), j.leftRow(), j.leftList()));
    }
    rows.add(new int[] {Math.min(left, right), Math.max(left, right)});
    long pair = (long) Math.min(left, right) << 32 | Math.max(left, right);
    int before = answered.getOrDefault(pair, i);
    var said = judged.get(before).answer();
    if (said != Answer.UNSURE && j.answer() != Answer.UNSURE && said != j.answer()) {
      throw new Refusal(
          "%s and %s say opposite things about row %d of %s and row %d of %s. Correct one of them."
              .formatted(
                  capital(judged.get(before).where()),
                  j.where(),
                  j.leftRow(),
                  j.leftList(),
                  j.rightRow(),
                  j.rightList()));
    }
    if (before == i || said == Answer.UNSURE) {
      answered.put(pair, i);
    }
  }

  private int place(JudgedRows j, String list, long row, String check) {
    int place = places.listOf(list, j.where());
    int at = places.of(place, row);
    boolean byPlace = check.isEmpty() || check.equals(JudgedRows.NOW);
    int found = byPlace ? at : checks.find(place, at, check);
    if (found >= 0) {
      return found;
    }
    if (byPlace) {
      throw new Refusal(
          "%s names row %d of %s, which is not there or was refused."
              .formatted(capital(j.where()), row, list));
    }
    throw new Refusal(
        "%s is about what was row %d of %s, and no row of that list, or more than one, says the same now. Look at the pair again: correct the row and write \"now\" for its check, or take the judgement out."
            .formatted(capital(j.where()), row, list));
  }

  /// Two rows judged different that are one person by way of others.
  private void refuseRoundabout() {
    var same = new HashMap<Integer, List<int[]>>();
    for (int i : answered.values()) {
      if (judged.get(i).answer() == Answer.SAME) {
        int[] pair = rows.get(i);
        same.computeIfAbsent(pair[0], r -> new ArrayList<>()).add(new int[] {pair[1], i});
        same.computeIfAbsent(pair[1], r -> new ArrayList<>()).add(new int[] {pair[0], i});
      }
    }
    var groups = groups(same);
    for (int i : answered.values()) {
      int[] pair = rows.get(i);
      if (judged.get(i).answer() == Answer.DIFFERENT
          && groups.getOrDefault(pair[0], -1).equals(groups.getOrDefault(pair[1], -2))) {
        var way = new TreeSet<>(way(same, pair[0], pair[1]));
        throw new Refusal(
            "%s says two people, and %s together make them one. Correct one of these."
                .formatted(
                    capital(judged.get(i).where()),
                    String.join(" and ", way.stream().map(w -> judged.get(w).where()).toList())));
      }
    }
  }

  private static Map<Integer, Integer> groups(Map<Integer, List<int[]>> same) {
    var groups = new HashMap<Integer, Integer>();
    for (int start : same.keySet()) {
      if (groups.containsKey(start)) {
        continue;
      }
      var waiting = new ArrayDeque<>(List.of(start));
      while (!waiting.isEmpty()) {
        int row = waiting.remove();
        if (groups.putIfAbsent(row, start) == null) {
          same.getOrDefault(row, List.of()).forEach(next -> waiting.add(next[0]));
        }
      }
    }
    return groups;
  }

  /// The judgements along the shortest way from one row to another.
  private static List<Integer> way(Map<Integer, List<int[]>> same, int from, int to) {
    var cameBy = new HashMap<Integer, int[]>();
    var seen = new HashSet<>(List.of(from));
    var waiting = new ArrayDeque<>(List.of(from));
    while (!seen.contains(to)) {
      int row = waiting.remove();
      for (int[] next : same.getOrDefault(row, List.of())) {
        if (seen.add(next[0])) {
          cameBy.put(next[0], new int[] {row, next[1]});
          waiting.add(next[0]);
        }
      }
    }
    var way = new ArrayList<Integer>();
    int row = to;
    while (row != from) {
      int[] step = java.util.Objects.requireNonNull(cameBy.get(row));
      way.add(step[1]);
      row = step[0];
    }
    return way;
  }

  private static String capital(String where) {
    return Character.toUpperCase(where.charAt(0)) + where.substring(1);
  }
}
