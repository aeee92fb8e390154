package org.sightline.scan.reading;

/// A marker in a picture.
///
/// @param corners x and y of the top left, top right, bottom right and bottom left corner as the
///     marker was printed, in pixels
/// @param wrong squares that had to be mended
record FoundMarker(int id, double[] corners, int wrong) {

  double middleX() {
    return (corners[0] + corners[2] + corners[4] + corners[6]) / 4;
  }

  double middleY() {
    return (corners[1] + corners[3] + corners[5] + corners[7]) / 4;
  }

  double side() {
    return (Math.hypot(corners[2] - corners[0], corners[3] - corners[1])
            + Math.hypot(corners[4] - corners[2], corners[5] - corners[3]))
        / 2;
  }
}
