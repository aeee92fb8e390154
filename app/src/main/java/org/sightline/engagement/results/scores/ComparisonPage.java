package org.sightline.engagement.results.scores;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Two rounds zone by zone (A69).
///
/// @param before title of the earlier round, or `null` when it is not known to the reader
/// @param why why there is nothing to compare, or `null`
/// @param zones those of the later round, then those only the earlier one had
public record ComparisonPage(
    String results,
    String round,
    @Nullable String before,
    @Nullable String why,
    List<ComparedZone> zones) {

  public ComparisonPage {
    zones = List.copyOf(zones);
  }

  /// One zone, in words.
  ///
  /// @param before such as "12 red of 40 maps (30%)"
  public record ComparedZone(String name, String before, String after, String direction) {}
}
