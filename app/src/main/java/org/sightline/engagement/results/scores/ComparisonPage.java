package org.sightline.engagement.results.scores;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Two rounds zone by zone (A69).
///
/// @param before title of the earlier round, or `null` when it is not known to the reader
/// @param why why there is nothing to compare, or `null`
/// @param zones those of the later round, then those only the earlier one had
/// @param told when and how students were told what was done about the earlier round
public record ComparisonPage(
    String results,
    String round,
    @Nullable String before,
    @Nullable String why,
    List<ComparedZone> zones,
    List<String> told) {

  public ComparisonPage {
    zones = List.copyOf(zones);
    told = List.copyOf(told);
  }

  /// One zone, in words.
  ///
  /// @param before such as "12 red of 40 maps (30%)"
  /// @param done what the earlier round's plan has as done there, in the words for students
  public record ComparedZone(
      String name, String before, String after, String direction, List<String> done) {

    public ComparedZone {
      done = List.copyOf(done);
    }
  }
}
