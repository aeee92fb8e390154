package org.sightline.linkage.running;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Which list of an earlier run a list of now is. What it says decides: at least half of the rows
/// of the shorter one stand in the other. A list of the same name that holds as much goes before
/// one of another name; a list that says something else altogether and has its name is that list,
/// changed.
final class SameLists {

  /// @param rows how many rows the two have in common
  /// @param shorter how many the shorter of them has
  private record Likeness(String now, String before, int rows, int shorter) {
    boolean isHalf() {
      return rows > 0 && rows * 2L >= shorter;
    }
  }

  private SameLists() {}

  /// @param signs for each list what each of its rows says, as a number; 0 for nothing
  /// @param before the same of the earlier run, by the names of the lists
  /// @return for each list that was there before its name then
  static SortedMap<String, String> of(
      List<String> names, List<long[]> signs, SortedMap<String, long[]> before) {
    var found = new TreeMap<String, String>();
    var taken = new HashSet<String>();
    var others = new TreeMap<String, long[]>();
    for (int t = 0; t < names.size(); t++) {
      var name = names.get(t);
      var same = before.get(name);
      if (same != null && likeness(name, signs.get(t), name, same).isHalf()) {
        found.put(name, name);
        taken.add(name);
      } else {
        others.put(name, signs.get(t));
      }
    }
    before.entrySet().stream()
        .filter(earlier -> !taken.contains(earlier.getKey()))
        .flatMap(
            earlier ->
                others.entrySet().stream()
                    .map(
                        now ->
                            likeness(
                                now.getKey(),
                                now.getValue(),
                                earlier.getKey(),
                                earlier.getValue())))
        .filter(Likeness::isHalf)
        .sorted((a, b) -> b.rows() - a.rows())
        .forEach(
            alike -> {
              if (!found.containsKey(alike.now()) && taken.add(alike.before())) {
                found.put(alike.now(), alike.before());
              }
            });
    for (var name : others.keySet()) {
      if (!found.containsKey(name) && before.containsKey(name) && taken.add(name)) {
        found.put(name, name);
      }
    }
    return found;
  }

  private static Likeness likeness(String now, long[] signs, String before, long[] earlier) {
    return new Likeness(now, before, alike(signs, earlier), Math.min(signs.length, earlier.length));
  }

  /// How many rows two lists have in common.
  private static int alike(long[] some, long[] others) {
    long[] a = some.clone();
    long[] b = others.clone();
    Arrays.sort(a);
    Arrays.sort(b);
    int alike = 0;
    for (int i = 0, j = 0; i < a.length && j < b.length; ) {
      if (a[i] == b[j]) {
        alike += a[i] == 0 ? 0 : 1;
        i++;
        j++;
      } else if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    return alike;
  }
}
