package org.sightline.plans;

import java.util.List;

/// What a plan still lacks: every issue reaches an outcome (A33), and each of the hottest places a
/// measure (A66).
///
/// @param withoutOutcome how many issues have no outcome
/// @param hottestWithoutMeasure the hottest places that have no measure, by name
/// @param hasMarks whether places that were marked have come into the plan at all; before results
///     were made they have not
public record Unfinished(int withoutOutcome, List<String> hottestWithoutMeasure, boolean hasMarks) {

  public Unfinished {
    hottestWithoutMeasure = List.copyOf(hottestWithoutMeasure);
  }

  static Unfinished of(List<Issue> issues) {
    return new Unfinished(
        (int) issues.stream().filter(issue -> !issue.hasOutcome()).count(),
        issues.stream()
            .filter(Issue::needsMeasure)
            .map(issue -> issue.text().place())
            .distinct()
            .toList(),
        issues.stream().anyMatch(issue -> issue.source() == Source.MARKS));
  }

  public boolean isFinished() {
    return withoutOutcome == 0 && hottestWithoutMeasure.isEmpty() && hasMarks;
  }
}
