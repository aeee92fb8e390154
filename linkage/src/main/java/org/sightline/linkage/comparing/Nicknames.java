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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sightline.linkage.cleaning.Cleaning;
import org.sightline.linkage.cleaning.Field;
import org.sightline.linkage.reading.ByteDictionary;
import org.sightline.linkage.reading.Refusal;

/// Which names are forms of one another: pet names, and spellings of a name from another script.
/// Each line of the table is one group; a name may stand in several.
public final class Nicknames implements Serializable {

  private static final String TABLE = "/org/sightline/linkage/nicknames.txt";

  private static final int[] NONE = {};

  private final Map<String, int[]> groupsOf = new HashMap<>();
  private final List<String> heads = new ArrayList<>();
  private final List<String[]> groups = new ArrayList<>();

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

  /// This table and more groups; one that begins with the same name as one of this table replaces
  /// it. A line of one name alone says that it has no other forms.
  ///
  /// @param where the lines are from, as in "names.txt"
  public Nicknames with(List<String> lines, String where) {
    var groups = new LinkedHashMap<String, List<String>>();
    for (int line = 0; line < lines.size(); line++) {
      var text = lines.get(line).replace("\ufeff", "").strip();
      if (text.isEmpty() || text.startsWith("#")) {
        continue;
      }
      var names = new ArrayList<String>();
      for (var name : text.split(",", -1)) {
        names.add(Cleaning.asCompared(Field.FORENAME, name.strip()));
      }
      if (names.contains("")) {
        throw new Refusal(
            "Line %d of %s must be names with commas between them, such as \"katherine,kate,katy\"."
                .formatted(line + 1, where));
      }
      if (groups.put(names.getFirst(), names) != null) {
        throw new Refusal(
            "Line %d of %s begins with the same name as a line before it; put the two into one."
                .formatted(line + 1, where));
      }
    }
    var table = new Nicknames();
    for (var group : this.groups) {
      var own = groups.remove(group[0]);
      table.addGroup(own == null ? group : own.toArray(String[]::new));
    }
    groups.values().forEach(own -> table.addGroup(own.toArray(String[]::new)));
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

  /// For each name of the table the numbers of its groups, in the order of the names.
  public SortedMap<String, List<Integer>> groupsOfNames() {
    var groups = new TreeMap<String, List<Integer>>();
    groupsOf.forEach((name, of) -> groups.put(name, Arrays.stream(of).boxed().toList()));
    return groups;
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
    var stripped = Arrays.stream(names).map(String::strip).toArray(String[]::new);
    heads.add(stripped[0]);
    groups.add(stripped);
    for (var each : stripped) {
      groupsOf.merge(
          each,
          new int[] {group},
          (old, more) -> {
            int[] both = Arrays.copyOf(old, old.length + 1);
            both[old.length] = group;
            return both;
          });
    }
  }
}
