package org.sightline;

import java.util.ArrayList;
import java.util.List;
import org.sightline.audit.checkpoints.CheckpointFile.Comparison;

/// What a comparison with checkpoints gave, in sentences.
final class CheckpointWords {

  private CheckpointWords() {}

  /// The last of them says whether they hold.
  static List<String> of(Comparison comparison) {
    var said = new ArrayList<String>();
    for (int line : comparison.unreadable()) {
      said.add(
          "Line %d of the checkpoints was cut off or is none; it was left out.".formatted(line));
    }
    if (comparison.later() > 0) {
      said.add(
          "%d checkpoints are of after the backup and were left out."
              .formatted(comparison.later()));
    }
    said.add(
        comparison.holds()
            ? "All %d checkpoints hold.".formatted(comparison.good())
            : "A checkpoint does not hold: %s.".formatted(comparison.fault()));
    return said;
  }
}
