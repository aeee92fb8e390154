package org.sightline.network.taking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.network.exchange.MapWriting;
import org.sightline.network.exchange.Outgoing;
import org.sightline.web.Words;

/// A map as tables: who is on it, the lines, and who is linked with whom. A reference is the name,
/// or the name and a number where two are called the same; lines and matrices go by it, so that the
/// tables fit each other and come back as they were.
final class MapTables {

  private final Outgoing map;
  private final Words words;
  private final Map<String, String> references = new HashMap<>();

  MapTables(Outgoing map, Words words) {
    this.map = map;
    this.words = words;
    var taken = new HashSet<String>();
    for (var node : map.nodes()) {
      String name = oneLine(node.label());
      String reference = name;
      for (int n = 2; !taken.add(reference.toLowerCase(Locale.ROOT)); n++) {
        reference = "%s (%d)".formatted(name, n);
      }
      references.put(node.id(), reference);
    }
  }

  List<String> peopleHeader() {
    return header("name", "what", "bearing", "note", "reference");
  }

  List<List<String>> people() {
    return map.nodes().stream()
        .map(
            node ->
                List.of(
                    oneLine(node.label()),
                    node.said(),
                    said("bearing", node.bearing()),
                    node.more().getOrDefault("note", ""),
                    reference(node.id())))
        .toList();
  }

  List<String> linesHeader() {
    return header(
        "from",
        "to",
        "link",
        "strength",
        "directed",
        "protects",
        "current",
        "said",
        "narrative",
        "open");
  }

  List<List<@Nullable Object>> lines() {
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var line : map.lines()) {
      var row = new ArrayList<@Nullable Object>();
      row.add(reference(line.from()));
      row.add(reference(line.to()));
      row.add(said("line-kind", line.kind()));
      row.add(line.strength());
      row.add(line.directed() ? words.say("network.taking.yes") : "");
      row.add(said("protects", line.protects()));
      row.add(said("current", line.more().getOrDefault("current", "")));
      row.add(line.said());
      row.add(line.more().getOrDefault("narrative", ""));
      row.add(line.open());
      rows.add(row);
    }
    return rows;
  }

  /// @param corner what stands in the corner, where no name does
  List<String> matrixHeader(String corner) {
    var header = new ArrayList<String>();
    header.add(corner);
    map.nodes().forEach(node -> header.add(reference(node.id())));
    return header;
  }

  /// What a cell holds is the strength of the strongest line, 1 where nobody knows it, and 0 where
  /// there is none, or none that still holds.
  ///
  /// @param directed whether a line with one influencing the other stands in the row of the one
  ///     only
  List<List<Object>> matrix(boolean directed) {
    var numbers = new HashMap<String, Integer>();
    map.nodes().forEach(node -> numbers.put(node.id(), numbers.size()));
    var cells = new int[numbers.size()][numbers.size()];
    for (var line : map.lines()) {
      Integer from = numbers.get(line.from());
      Integer to = numbers.get(line.to());
      if (from == null || to == null || from.equals(to) || line.isOver()) {
        continue;
      }
      int strength = line.strength() == null ? 1 : line.strength();
      cells[from][to] = Math.max(cells[from][to], strength);
      if (!directed || !line.directed()) {
        cells[to][from] = Math.max(cells[to][from], strength);
      }
    }
    var rows = new ArrayList<List<Object>>();
    for (var node : map.nodes()) {
      var row = new ArrayList<Object>();
      row.add(reference(node.id()));
      for (int cell : cells[rows.size()]) {
        row.add(cell);
      }
      rows.add(row);
    }
    return rows;
  }

  private String reference(String id) {
    return references.getOrDefault(id, "");
  }

  private String said(String of, String value) {
    return value.isEmpty()
        ? ""
        : words.say(
            "network.answer.%s.%s".formatted(of, value.toLowerCase(Locale.ROOT).replace('_', '-')));
  }

  private List<String> header(String... columns) {
    return List.of(columns).stream()
        .map(column -> words.say("network.taking.column." + column))
        .toList();
  }

  private static String oneLine(String label) {
    return MapWriting.plain(label).replaceAll("\\s+", " ").strip();
  }
}
