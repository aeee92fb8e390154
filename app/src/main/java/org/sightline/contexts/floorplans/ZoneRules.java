package org.sightline.contexts.floorplans;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/// Why an outline cannot be a zone, with the place (issue 2, "What bad input gets").
///
/// Corners are counted from 1 in the order drawn, as the table beside the plan shows them.
public final class ZoneRules {

  static final int MIN_CORNERS = 3;
  static final int MAX_CORNERS = 100;

  /// Share of the plan: a square of 2.2% a side, less than a finger covers.
  static final double MIN_AREA = 0.0005;

  private ZoneRules() {}

  /// @return the sentence for the person who drew it, or nothing when it may stay
  public static Optional<String> check(List<Corner> corners) {
    if (corners.size() < MIN_CORNERS) {
      return Optional.of(
          "A zone needs at least 3 corners and this has %d: add more.".formatted(corners.size()));
    }
    if (corners.size() > MAX_CORNERS) {
      return Optional.of(
          "A zone can have at most 100 corners and this has %d: draw it more simply."
              .formatted(corners.size()));
    }
    return notANumber(corners)
        .or(() -> outside(corners))
        .or(() -> repeated(corners))
        .or(() -> Crossing.in(corners))
        .or(() -> tooSmall(corners));
  }

  /// By the shoelace formula.
  static double area(List<Corner> corners) {
    var twice = 0.0;
    for (var i = 0; i < corners.size(); i++) {
      var here = corners.get(i);
      var next = corners.get((i + 1) % corners.size());
      twice += here.x() * next.y() - next.x() * here.y();
    }
    return Math.abs(twice) / 2;
  }

  private static Optional<String> notANumber(List<Corner> corners) {
    for (var i = 0; i < corners.size(); i++) {
      var corner = corners.get(i);
      if (!Double.isFinite(corner.x()) || !Double.isFinite(corner.y())) {
        return Optional.of("Corner %d is not a place on the plan: draw it again.".formatted(i + 1));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> outside(List<Corner> corners) {
    for (var i = 0; i < corners.size(); i++) {
      var corner = corners.get(i);
      if (corner.x() < 0 || corner.x() > 1 || corner.y() < 0 || corner.y() > 1) {
        return Optional.of(
            "Corner %d is outside the plan: %s%% across, %s%% down. Move it inside."
                .formatted(i + 1, Corner.percent(corner.x()), Corner.percent(corner.y())));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> repeated(List<Corner> corners) {
    var seen = new HashMap<Corner, Integer>();
    for (var i = 0; i < corners.size(); i++) {
      var before = seen.putIfAbsent(corners.get(i), i + 1);
      if (before != null) {
        return Optional.of(
            "Corner %d is in the same place as corner %d, %s: take one of them out."
                .formatted(i + 1, before, corners.get(i).inWords()));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> tooSmall(List<Corner> corners) {
    if (area(corners) >= MIN_AREA) {
      return Optional.empty();
    }
    return Optional.of(
        "This zone is too small to see, near %s: it must cover at least 0.05%% of the plan."
            .formatted(corners.getFirst().inWords()));
  }
}
