package org.sightline.linkage.running;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.sightline.linkage.PersonIds;
import org.sightline.linkage.PersonIds.RecordKey;
import org.sightline.linkage.ReadFiles.OurTable;
import org.sightline.linkage.reading.Refusal;
import org.sightline.linkage.reading.Rows;
import org.sightline.linkage.reading.Table;
import org.sightline.linkage.writing.PeopleColumns;

/// Finds the rows of an earlier run again, list by list, as [EarlierPeople] says; which list is
/// which [SameLists] says.
final class FoundAgain {
  private final OurTable earlier;
  private final List<Table> tables;
  private final int[] ours;
  private final List<int[]> theirs = new ArrayList<>();
  private final int[] key;
  private final Map<String, Before> before = new HashMap<>();
  private final Map<RecordKey, String> ids = new HashMap<>();
  private final Set<RecordKey> changed = new HashSet<>();
  private long highest;
  private int moved;

  FoundAgain(OurTable earlier, List<Table> tables) {
    this.earlier = earlier;
    this.tables = tables;
    key = earlier.places("list", "row", "person_id");
    var now = PeopleColumns.of(tables);
    var both = now.names().stream().filter(n -> earlier.place(n) >= 0).toList();
    ours = both.stream().mapToInt(earlier::place).toArray();
    for (int t = 0; t < tables.size(); t++) {
      int[] columnOf = new int[now.names().size()];
      Arrays.fill(columnOf, -1);
      int[] places = now.places().get(t);
      for (int c = 0; c < places.length; c++) {
        columnOf[places[c]] = c;
      }
      theirs.add(both.stream().mapToInt(n -> columnOf[now.names().indexOf(n)]).toArray());
    }
  }

  EarlierPeople people() {
    earlier.forEach(
        (row, number) -> {
          var id = row.text(key[2]);
          highest = Math.max(highest, PersonIds.number(id));
          before
              .computeIfAbsent(row.text(key[0]), l -> new Before())
              .add(rowNumber(row), RowSigns.hash(row, ours), id);
        });
    before.values().forEach(Before::sort);
    var hashes = new ArrayList<long[]>();
    for (int t = 0; t < tables.size(); t++) {
      hashes.add(hashes(t));
    }
    var names = tables.stream().map(Table::name).toList();
    var signs = new TreeMap<String, long[]>();
    before.forEach((name, list) -> signs.put(name, list.signs()));
    var called = SameLists.of(names, hashes, signs);
    for (int t = 0; t < names.size(); t++) {
      var name = called.get(names.get(t));
      var list = name == null ? null : before.get(name);
      if (name != null && list != null) {
        find(t, hashes.get(t), name, list);
      }
    }
    called.values().removeIf(name -> !before.containsKey(name));
    called.entrySet().removeIf(e -> e.getKey().equals(e.getValue()));
    return new EarlierPeople(ids, changed, moved, highest, called);
  }

  private long[] hashes(int t) {
    var hashes = new long[tables.get(t).rowNumbers().length];
    forEach(tables.get(t), (row, n) -> hashes[n] = RowSigns.hash(row, theirs.get(t)));
    return hashes;
  }

  private int rowNumber(Rows row) {
    try {
      return Integer.parseInt(row.text(key[1]));
    } catch (NumberFormatException notOne) {
      throw new Refusal(
          "The people.csv of the run before holds a row that is not numbered. Link into another directory, or take that file away.");
    }
  }

  /// @param called the name of the list in the run before
  private void find(int t, long[] hashes, String called, Before list) {
    var table = tables.get(t);
    int[] numbers = table.rowNumbers();
    var open = new ArrayList<Integer>();
    for (int n = 0; n < numbers.length; n++) {
      int at = list.placeOf(numbers[n]);
      if (at >= 0 && list.hashes[at] == hashes[n]) {
        take(table, numbers[n], list, at);
      } else {
        open.add(n);
      }
    }
    var elsewhere = new HashMap<Long, ArrayDeque<Integer>>();
    for (int at = 0; at < list.used.length; at++) {
      if (!list.used[at]) {
        elsewhere.computeIfAbsent(list.hashes[at], h -> new ArrayDeque<>()).add(at);
      }
    }
    var edited = new HashMap<Integer, Integer>();
    for (int n : open) {
      var same = elsewhere.get(hashes[n]);
      int at = list.placeOf(numbers[n]);
      if (at >= 0) {
        changed.add(new RecordKey(table.name(), numbers[n]));
      }
      if (same != null && !same.isEmpty()) {
        take(table, numbers[n], list, same.remove());
        moved++;
      } else if (at >= 0) {
        edited.put(n, at);
      }
    }
    edited.values().removeIf(at -> list.used[at]);
    if (!edited.isEmpty()) {
      takeEdited(t, numbers, called, list, edited);
    }
  }

  /// Rows that were changed where they stand.
  private void takeEdited(
      int t, int[] numbers, String called, Before list, Map<Integer, Integer> edited) {
    var table = tables.get(t);
    var wanted = new HashMap<Integer, long[]>();
    edited.values().forEach(at -> wanted.put(list.rows[at], new long[0]));
    earlier.forEach(
        (row, number) -> {
          if (row.text(key[0]).equals(called) && wanted.containsKey(rowNumber(row))) {
            wanted.put(rowNumber(row), RowSigns.cells(row, ours));
          }
        });
    forEach(
        table,
        (row, n) -> {
          var at = edited.get(n);
          if (at != null
              && RowSigns.isMostlyTheSame(
                  wanted.getOrDefault(list.rows[at], new long[0]),
                  RowSigns.cells(row, theirs.get(t)))) {
            take(table, numbers[n], list, at);
            changed.remove(new RecordKey(table.name(), numbers[n]));
          }
        });
  }

  private void take(Table table, int number, Before list, int at) {
    list.used[at] = true;
    ids.put(new RecordKey(table.name(), number), list.ids.get(at));
  }

  private interface OnRow {
    void take(Rows row, int n);
  }

  private static void forEach(Table table, OnRow visitor) {
    var n = new int[1];
    for (int slice = 0; slice < table.source().slices(); slice++) {
      table.source().forEachTaken(slice, row -> visitor.take(row, n[0]++));
    }
  }

  /// The rows of one list of the earlier run, in the order of their numbers.
  private static final class Before {
    private int[] rows = new int[64];
    private long[] hashes = new long[64];
    private boolean[] used = new boolean[0];
    private final List<String> ids = new ArrayList<>();

    void add(int row, long hash, String id) {
      if (ids.size() == rows.length) {
        rows = Arrays.copyOf(rows, rows.length * 2);
        hashes = Arrays.copyOf(hashes, rows.length);
      }
      rows[ids.size()] = row;
      hashes[ids.size()] = hash;
      ids.add(id);
    }

    /// Puts rows of a file that somebody has sorted back into the order of their numbers.
    void sort() {
      used = new boolean[ids.size()];
      var order = new long[ids.size()];
      boolean sorted = true;
      for (int i = 0; i < order.length; i++) {
        order[i] = (long) rows[i] << 32 | i;
        sorted &= i == 0 || rows[i] > rows[i - 1];
      }
      if (sorted) {
        return;
      }
      Arrays.sort(order);
      int[] oldRows = rows.clone();
      long[] oldHashes = hashes.clone();
      var oldIds = List.copyOf(ids);
      for (int i = 0; i < order.length; i++) {
        int from = (int) order[i];
        rows[i] = oldRows[from];
        hashes[i] = oldHashes[from];
        ids.set(i, oldIds.get(from));
      }
    }

    /// What its rows say.
    long[] signs() {
      return Arrays.copyOf(hashes, ids.size());
    }

    int placeOf(int row) {
      return Arrays.binarySearch(rows, 0, ids.size(), row);
    }
  }
}
