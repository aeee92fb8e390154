package org.sightline.network.exchange;

import java.util.List;
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
  public record Node(String id, String label, String kind, String said, String bearing) {}

  /// @param kind as a [org.sightline.network.map.LineKind], or empty
  /// @param directed whether one influences the other, from the first to the second
  /// @param strength from 1 to 5, or `null` when it is not known
  /// @param said the line as one sentence, with who says so
  /// @param open how many questions about it were not asked yet
  public record Line(
      String from,
      String to,
      String kind,
      boolean directed,
      @Nullable Integer strength,
      String protects,
      String said,
      int open) {}
}
