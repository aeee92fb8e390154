package org.sightline.scan.reading;

import java.util.List;

/// How the hue of one pencil turns with how strongly it was laid on.
///
/// @param hue in degrees, at the depth
/// @param depth the average, see [Shade]
/// @param slope in degrees
/// @param least and
/// @param most depth that was seen
record HueLine(double hue, double depth, double slope, double least, double most) {

  /// A slope needs depths that differ: with less than this, squared and summed, it is halved.
  private static final double HALVED = 0.06;

  private static final double BEYOND = 0.25;

  static HueLine through(List<Shade> shades, boolean mayTurn) {
    double hue = shades.stream().mapToDouble(Shade::hue).average().orElseThrow();
    double depth = shades.stream().mapToDouble(Shade::depth).average().orElseThrow();
    double both = 0;
    double squares = HALVED;
    double least = depth;
    double most = depth;
    for (var shade : shades) {
      double off = shade.depth() - depth;
      both += off * (shade.hue() - hue);
      squares += off * off;
      least = Math.min(least, shade.depth());
      most = Math.max(most, shade.depth());
    }
    return new HueLine(hue, depth, mayTurn ? both / squares : 0, least, most);
  }

  /// The hue where the colour is so deep; not far beyond what was seen.
  double at(double deep) {
    return hue + slope * (Math.clamp(deep, least - BEYOND, most + BEYOND) - depth);
  }

  HueLine turned(double by) {
    return new HueLine((hue + by) % 360, depth, slope, least, most);
  }

  double off(Shade shade) {
    return shade.hue() - at(shade.depth());
  }

  /// How far they lie from the line, squared, summed.
  double squares(List<Shade> shades) {
    return shades.stream().mapToDouble(shade -> off(shade) * off(shade)).sum();
  }
}
