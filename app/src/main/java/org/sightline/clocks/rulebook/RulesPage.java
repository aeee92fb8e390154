package org.sightline.clocks.rulebook;

import java.util.List;

/// The rule book.
public record RulesPage(List<Line> lines, boolean mayChange, List<String> conflicts) {

  /// One rule, each column in words.
  public record Line(
      String id,
      String sentence,
      String trigger,
      String length,
      String unit,
      String direction,
      String landing,
      String warning,
      String source) {}
}
