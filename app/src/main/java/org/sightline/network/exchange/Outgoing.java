package org.sightline.network.exchange;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A map as other programs read it: only what may leave, and no young person as a source.
///
/// @param nodes in the order in which lines name them
/// @param lines whose ends are among the nodes
public record Outgoing(List<Node> nodes, List<Line> lines) {

  public Outgoing {
    nodes = List.copyOf(nodes);
    lines = List.copyOf(lines);
  }

  /// @param kind as a [org.sightline.network.map.NodeKind]
  /// @param said what it is, in words
  /// @param bearing as the map has it, or empty
  /// @param more what else is said, by what other programs call it: [#NODES]
  public record Node(
      String id, String label, String kind, String said, String bearing, Map<String, String> more) {

    public Node {
      more = Map.copyOf(more);
    }
  }

  /// What more is said of people and places, and of lines, where a program has a place for it.
  public static final List<String> NODES = List.of("aliases", "part", "note");

  public static final List<String> LINES = List.of("current", "narrative");

  /// @param kind as a [org.sightline.network.map.LineKind], or empty
  /// @param directed whether one influences the other, from the first to the second
  /// @param strength from 1 to 5, or `null` when it is not known
  /// @param said the line as one sentence, with who says so
  /// @param open how many questions about it were not asked yet
  /// @param more what else is said, by what other programs call it: [#LINES]
  public record Line(
      String from,
      String to,
      String kind,
      boolean directed,
      @Nullable Integer strength,
      String protects,
      String said,
      int open,
      Map<String, String> more) {

    public Line {
      more = Map.copyOf(more);
    }

    /// Where nothing more can be said, a line that is over is left out: it would be read as one
    /// that holds.
    public boolean isOver() {
      return more.getOrDefault("current", "").equals("NO");
    }
  }
}
