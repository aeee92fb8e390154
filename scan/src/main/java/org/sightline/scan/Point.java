package org.sightline.scan;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/// A place on the page in millimetres from its top left. Written as `[x, y]`.
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({"x", "y"})
public record Point(double x, double y) {

  public Point {
    if (!Double.isFinite(x) || !Double.isFinite(y) || Math.abs(x) > 1e6 || Math.abs(y) > 1e6) {
      throw new IllegalArgumentException("Not a place on a page: %s, %s".formatted(x, y));
    }
  }
}
