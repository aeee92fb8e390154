package org.sightline.access.reviewing;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.access.GlassReviews;

/// @param wrong the one whose form comes back, or `null`
/// @param problem `outcome` or `note`, or `null`
public record ReviewingPage(
    List<GlassReviews.Broken> all, @Nullable UUID wrong, String note, @Nullable String problem) {

  public ReviewingPage {
    all = List.copyOf(all);
  }

  public boolean isWrong(GlassReviews.Broken one) {
    return one.id().equals(wrong);
  }

  /// How long it was open, in minutes.
  public long minutes(GlassReviews.Broken one) {
    return Math.max(1, Duration.between(one.opened(), one.ended()).toMinutes());
  }

  public List<String> outcomes() {
    return List.of(GlassReviews.Outcome.values()).stream().map(Enum::name).toList();
  }
}
