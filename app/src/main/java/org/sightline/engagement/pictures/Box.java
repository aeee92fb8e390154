package org.sightline.engagement.pictures;

/// A rectangle in the units of a picture.
record Box(double x, double y, double width, double height) {

  static Box around(double middleX, double middleY, double width, double height) {
    return new Box(middleX - width / 2, middleY - height / 2, width, height);
  }

  double middleX() {
    return x + width / 2;
  }

  double middleY() {
    return y + height / 2;
  }

  /// This box moved, as little as it takes, to lie inside another.
  Box inside(Box other) {
    return new Box(
        Math.max(other.x, Math.min(x, other.x + other.width - width)),
        Math.max(other.y, Math.min(y, other.y + other.height - height)),
        width,
        height);
  }

  Box moved(double right, double down) {
    return new Box(x + right, y + down, width, height);
  }

  double overlap(Box other) {
    double across = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
    double down = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
    return across > 0 && down > 0 ? across * down : 0;
  }

  Object[] parts() {
    return new Object[] {Svg.number(x), Svg.number(y), Svg.number(width), Svg.number(height)};
  }
}
