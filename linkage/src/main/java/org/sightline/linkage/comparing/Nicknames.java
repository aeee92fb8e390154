package org.sightline.linkage.comparing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sightline.linkage.reading.ByteDictionary;

/// Which names are forms of one another: pet names, and spellings of a name from another script.
/// Each line of the table is one group; a name may stand in several.
public final class Nicknames implements Serializable {

  private static final String TABLE = "/org/sightline/linkage/nicknames.txt";

  private static final int[] NONE = {};

  private final Map<String, int[]> groupsOf = new HashMap<>();
  private final List<String> heads = new ArrayList<>();

  private Nicknames() {}

  /// The table that is shipped.
  public static Nicknames shipped() {
    var stream = Objects.requireNonNull(Nicknames.class.getResourceAsStream(TABLE), TABLE);
    try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return of(lines.lines().toList());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// @param lines names in lower case between commas; a line with `#` is a remark
  public static Nicknames of(List<String> lines) {
    var table = new Nicknames();
    for (var line : lines) {
      if (!line.isBlank() && !line.startsWith("#")) {
        table.addGroup(line.split(","));
      }
    }
    return table;
  }

  public boolean areOneName(String left, String right) {
    return share(groupsOf.getOrDefault(left, NONE), groupsOf.getOrDefault(right, NONE));
  }

  /// For each number of a name its groups, or nothing: looked up once and not for each pair.
  int[][] groups(ByteDictionary names) {
    var groups = new int[names.size()][];
    for (int code = 1; code < groups.length; code++) {
      groups[code] = groupsOf.getOrDefault(names.text(code), NONE);
    }
    groups[0] = NONE;
    return groups;
  }

  static boolean share(int[] left, int[] right) {
    for (int a : left) {
      for (int b : right) {
        if (a == b) {
          return true;
        }
      }
    }
    return false;
  }

  boolean knows(String name) {
    return groupsOf.containsKey(name);
  }

  /// The name under which forms of it are looked up together; itself if the table has none.
  public String head(String name) {
    int[] groups = groupsOf.get(name);
    return groups == null ? name : heads.get(groups[0]);
  }

  private void addGroup(String[] names) {
    int group = heads.size();
    heads.add(names[0].strip());
    for (var each : names) {
      groupsOf.merge(
          each.strip(),
          new int[] {group},
          (old, more) -> {
            int[] both = Arrays.copyOf(old, old.length + 1);
            both[old.length] = group;
            return both;
          });
    }
  }
}
