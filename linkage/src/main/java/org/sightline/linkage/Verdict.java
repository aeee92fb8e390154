package org.sightline.linkage;

import java.util.List;

/// What the engine concluded about two records. The weight is in bits: one more doubles the odds.
public sealed interface Verdict {

  double weight();

  record SamePerson(double weight) implements Verdict {}

  record DifferentPeople(double weight) implements Verdict {}

  /// Too close to call: a trained person decides.
  ///
  /// @param clues what speaks for and against, in words without values
  record NeedsReview(double weight, List<String> clues) implements Verdict {
    public NeedsReview {
      clues = List.copyOf(clues);
    }
  }

  /// As it stands in files.
  default String word() {
    return switch (this) {
      case SamePerson same -> "same";
      case DifferentPeople different -> "different";
      case NeedsReview review -> "review";
    };
  }
}
