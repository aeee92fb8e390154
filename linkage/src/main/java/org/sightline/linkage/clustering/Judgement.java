package org.sightline.linkage.clustering;

/// What a person said about two records.
///
/// @param left a row of the records
/// @param right another row
public record Judgement(int left, int right, Answer answer) {

  /// "Unsure" keeps the pair for review; it neither joins nor parts.
  public enum Answer {
    SAME,
    DIFFERENT,
    UNSURE
  }

  public Judgement {
    if (left == right) {
      throw new IllegalArgumentException("A record cannot be judged against itself");
    }
  }
}
