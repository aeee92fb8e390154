package org.sightline.engagement.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/// Somebody with every printed table of a round, patience, and the number of maps that came and
/// went between them. Reads the printed words only, tries every table of numbers that fits, and
/// reports what is certain. Shares no code with what it attacks.
record Attacker(int k) {

  static final String NOT_SHOWN = "not shown";

  /// A printed row: four cells, or one word for all of them, and "of n maps".
  ///
  /// @param cameSince maps in this row that were not in the row before it, as a reader may know
  /// @param wentSince maps in the row before it that are not in this one
  record Printed(List<String> cells, int maps, int cameSince, int wentSince) {}

  /// Each small count that the rows give away, as words; empty when they give none.
  List<String> attack(List<Printed> rows) {
    var layers = new ArrayList<List<int[]>>();
    rows.forEach(row -> layers.add(fitting(row)));
    for (int at = 1; at < layers.size(); at++) {
      layers.set(at, reachable(layers.get(at), layers.get(at - 1), rows.get(at), true));
    }
    for (int at = layers.size() - 2; at >= 0; at--) {
      layers.set(at, reachable(layers.get(at), layers.get(at + 1), rows.get(at + 1), false));
    }
    var found = new ArrayList<String>();
    for (int at = 0; at < layers.size(); at++) {
      certainCells(found, layers.get(at), "row " + at);
      if (at > 0) {
        certainCells(
            found, changes(layers.get(at - 1), layers.get(at), rows.get(at)), "into " + at);
      }
    }
    return found;
  }

  private List<int[]> fitting(Printed row) {
    var found = new ArrayList<int[]>();
    fill(row, new int[4], 0, row.maps(), found);
    return found;
  }

  private void fill(Printed row, int[] cells, int at, int left, List<int[]> found) {
    if (at == 4) {
      if (left == 0 && (row.cells().size() == 4 || fitsWords(row.cells().getFirst(), cells))) {
        found.add(cells.clone());
      }
      return;
    }
    for (int value = 0; value <= left; value++) {
      if (row.cells().size() == 1 || fits(row.cells().get(at), value)) {
        cells[at] = value;
        fill(row, cells, at + 1, left - value, found);
      }
    }
  }

  private boolean fits(String printed, int value) {
    if (printed.equals("fewer than " + k)) {
      return value < k;
    }
    return printed.equals(NOT_SHOWN) ? value >= k : value == Integer.parseInt(printed);
  }

  /// A row that prints one word in place of four cells.
  private boolean fitsWords(String word, int[] cells) {
    int hot = 3 * (cells[0] + cells[1]);
    int answered = cells[0] + cells[1] + cells[2];
    boolean tooFew = answered < k;
    return switch (word) {
      case "HOT" -> !tooFew && hot > 2 * answered;
      case "COOL" -> !tooFew && 3 * cells[2] > 2 * answered;
      case "MIXED" -> !tooFew && hot <= 2 * answered && 3 * cells[2] <= 2 * answered;
      default -> tooFew || Arrays.stream(cells).allMatch(each -> each < k);
    };
  }

  private static List<int[]> reachable(
      List<int[]> these, List<int[]> others, Printed link, boolean forwards) {
    return these.stream()
        .filter(
            here ->
                others.stream()
                    .anyMatch(
                        there -> forwards ? joins(there, here, link) : joins(here, there, link)))
        .toList();
  }

  private static boolean joins(int[] before, int[] after, Printed link) {
    int came = 0;
    int went = 0;
    for (int at = 0; at < 4; at++) {
      came += Math.max(0, after[at] - before[at]);
      went += Math.max(0, before[at] - after[at]);
    }
    return came <= link.cameSince() && went <= link.wentSince();
  }

  private static List<int[]> changes(List<int[]> befores, List<int[]> afters, Printed link) {
    var found = new ArrayList<int[]>();
    for (var before : befores) {
      for (var after : afters) {
        if (joins(before, after, link)) {
          var change = new int[4];
          for (int at = 0; at < 4; at++) {
            change[at] = after[at] - before[at];
          }
          found.add(change);
        }
      }
    }
    return found;
  }

  private void certainCells(List<String> found, List<int[]> tables, String where) {
    if (tables.isEmpty()) {
      throw new IllegalStateException("Nothing fits " + where + ": the attacker is wrong");
    }
    for (int cell = 0; cell < 4; cell++) {
      var values = new TreeSet<Integer>();
      for (var table : tables) {
        values.add(table[cell]);
      }
      int only = Math.abs(values.first());
      if (values.size() == 1 && only >= 1 && only < k) {
        found.add("%s, cell %d is %d".formatted(where, cell, values.first()));
      }
    }
  }
}
