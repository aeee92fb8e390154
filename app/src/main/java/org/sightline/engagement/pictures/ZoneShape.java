package org.sightline.engagement.pictures;

import java.util.List;

/// A zone as it is drawn.
///
/// @param number its number on the plan, from 1
/// @param corners its outline, at least three, in order
/// @param label where its name is written
public record ZoneShape(String key, int number, String name, List<Corner> corners, Corner label) {

  public ZoneShape {
    corners = List.copyOf(corners);
    if (corners.size() < 3) {
      throw new IllegalArgumentException(
          "Zone %s has %d corners; it needs three".formatted(key, corners.size()));
    }
    if (number < 1) {
      throw new IllegalArgumentException("Zones are numbered from 1, not " + number);
    }
  }

  double widest() {
    double least = corners.stream().mapToDouble(Corner::x).min().orElse(0);
    return corners.stream().mapToDouble(Corner::x).max().orElse(0) - least;
  }
}
