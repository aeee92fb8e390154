package org.sightline.network.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.Directions;
import org.sightline.network.exchange.Incoming.Line;
import org.sightline.network.exchange.Incoming.Node;
import org.sightline.network.exchange.Incoming.OneSided;
import org.sightline.network.exchange.Incoming.RefusedRow;
import org.sightline.network.exchange.Incoming.Why;

/// Collects what a reader meets, and refuses what cannot be.
final class Gathering {

  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final List<Line> lines = new ArrayList<>();
  private final List<RefusedRow> refused = new ArrayList<>();
  private final List<OneSided> oneSided = new ArrayList<>();

  private String file = "";

  /// What is met from here on stands in this file, of several.
  void reading(String file) {
    this.file = file;
  }

  void node(String key, String label, Map<String, String> answers, int row) throws UnreadableMap {
    if (key.isBlank()) {
      refuse(row, label, Why.NAMELESS);
    } else if (nodes.containsKey(key)) {
      refuse(row, key, Why.TOLD_BEFORE);
    } else {
      MapLimits.require(nodes.size() < MapLimits.NODES, "people and places", MapLimits.NODES);
      String name = Directions.taken(label.isBlank() ? key : label);
      nodes.put(key, new Node(key, name, answers, row));
    }
  }

  void nodeIfNew(String key, int row) throws UnreadableMap {
    if (!nodes.containsKey(key)) {
      node(key, key, Map.of(), row);
    }
  }

  void line(Line line) throws UnreadableMap {
    if (line.from().isBlank() || line.to().isBlank()) {
      refuse(line.row(), line.from() + line.to(), Why.NOBODY_AT_THE_END);
    } else if (line.from().equals(line.to())) {
      refuse(line.row(), line.from(), Why.TO_ITSELF);
    } else {
      MapLimits.require(lines.size() < MapLimits.LINES, "lines", MapLimits.LINES);
      lines.add(line);
    }
  }

  void refuse(int row, String value, Why why) throws UnreadableMap {
    MapLimits.require(refused.size() < MapLimits.REFUSED, "rows we cannot read", MapLimits.REFUSED);
    refused.add(new RefusedRow(row, value, why, file));
  }

  void oneSided(OneSided pair) {
    oneSided.add(pair);
  }

  /// @return `null` when it is no number
  static @Nullable Double number(String text) {
    try {
      double number = Double.parseDouble(text.strip().replace(',', '.'));
      return Double.isFinite(number) ? number : null;
    } catch (NumberFormatException none) {
      return null;
    }
  }

  /// @param listed whether the file has a list of its own of everybody: then a line to somebody
  ///     else is refused, and otherwise the lines make the list
  Incoming done(boolean listed) throws UnreadableMap {
    var kept = new ArrayList<Line>();
    for (var line : lines) {
      String stranger =
          !nodes.containsKey(line.from())
              ? line.from()
              : nodes.containsKey(line.to()) ? null : line.to();
      if (stranger != null && listed) {
        refuse(line.row(), stranger, Why.NOT_IN_THE_LIST);
        continue;
      }
      for (var end : List.of(line.from(), line.to())) {
        nodeIfNew(end, line.row());
      }
      kept.add(line);
    }
    if (nodes.isEmpty()) {
      throw new UnreadableMap(
          "There is nobody in the file. Check that it is the right file, and that it is not empty.");
    }
    return new Incoming(List.copyOf(nodes.values()), kept, refused, oneSided);
  }
}
