package org.sightline.engagement.results.scores;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Two rounds zone by zone (A69).
///
/// @param why why there is nothing to compare, or `null`
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
