package org.sightline.engagement.pictures;

/// A point on a plan: 0,0 is the upper left corner, 1,1 the lower right one.
public record Corner(double x, double y) {

  public Corner {
    if (!(x >= 0 && x <= 1 && y >= 0 && y <= 1)) {
      throw new IllegalArgumentException("The point %s, %s lies outside the plan".formatted(x, y));
    }
  }
}
