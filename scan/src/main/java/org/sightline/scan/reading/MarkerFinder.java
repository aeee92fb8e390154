package org.sightline.scan.reading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.scan.MarkerCodes;

/// Finds markers in a picture.
///
/// 1. The picture is made smaller; what is darker than its surroundings is cut out ([Blobs]).
/// 2. Blobs with four corners are looked at as squares of six by six: all around black, inside one
///    of the patterns ([MarkerCodes]), outside white.
/// 3. The edges are measured in the large picture, to a part of a pixel.
final class MarkerFinder {

  private static final int LONG_SIDE = 1250;
  private static final double[] UNIT = {0, 0, 1, 0, 1, 1, 0, 1};

  private final Picture picture;

  MarkerFinder(Picture picture) {
    this.picture = picture;
  }

  /// @return every marker, also the same one twice
  List<FoundMarker> find() {
    int longSide = Math.max(picture.width(), picture.height());
    int by = Math.max(1, (longSide + LONG_SIDE / 2) / LONG_SIDE);
    var found = findIn(SmallPicture.of(picture, by));
    if (different(found) < 4 && by > 1) {
      var nearer = findIn(SmallPicture.of(picture, (by + 1) / 2));
      return different(nearer) > different(found) ? nearer : found;
    }
    return found;
  }

  static long different(List<FoundMarker> markers) {
    return markers.stream().map(FoundMarker::id).distinct().count();
  }

  private List<FoundMarker> findIn(SmallPicture small) {
    var found = new ArrayList<FoundMarker>();
    for (double[] corners : Blobs.cornersOf(small)) {
      for (int i = 0; i < corners.length; i++) {
        corners[i] *= small.by();
      }
      var marker = look(corners);
      if (marker != null) {
        found.add(marker);
      }
    }
    return found;
  }

  private @Nullable FoundMarker look(double[] rough) {
    var first = patternIn(rough);
    if (first == null) {
      return null;
    }
    double[] fine = new EdgeFitting(picture).fit(rough);
    if (fine == null) {
      return null;
    }
    var second = patternIn(fine);
    if (second == null) {
      return null;
    }
    return new FoundMarker(second.marker(), turned(fine, second.turns()), second.wrong());
  }

  private MarkerCodes.@Nullable Found patternIn(double[] corners) {
    var projection = Projection.between(UNIT, corners);
    if (projection == null) {
      return null;
    }
    double white = 0;
    double black = 0;
    double side = MarkerCodes.WHOLE;
    for (int i = 0; i < 6; i++) {
      double along = (i + 0.5) / side;
      white += at(projection, along, -0.6 / side) + at(projection, along, 1 + 0.6 / side);
      white += at(projection, -0.6 / side, along) + at(projection, 1 + 0.6 / side, along);
      black += at(projection, along, 0.5 / side) + at(projection, along, 1 - 0.5 / side);
      black += at(projection, 0.5 / side, along) + at(projection, 1 - 0.5 / side, along);
    }
    white /= 24;
    black /= 24;
    if (white - black < 24 || white < black * 1.25) {
      return null;
    }
    return squaresIn(projection, black + (white - black) * 0.5);
  }

  private MarkerCodes.@Nullable Found squaresIn(Projection projection, double middle) {
    int squares = 0;
    int brokenBorder = 0;
    for (int row = 0; row < MarkerCodes.WHOLE; row++) {
      for (int column = 0; column < MarkerCodes.WHOLE; column++) {
        boolean bright =
            square(projection, (column + 0.5) / MarkerCodes.WHOLE, (row + 0.5) / MarkerCodes.WHOLE)
                > middle;
        if (row == 0 || column == 0 || row == 5 || column == 5) {
          brokenBorder += bright ? 1 : 0;
        } else {
          squares = squares << 1 | (bright ? 1 : 0);
        }
      }
    }
    return brokenBorder > 2 ? null : MarkerCodes.find(squares);
  }

  private double square(Projection projection, double x, double y) {
    double off = 0.2 / MarkerCodes.WHOLE;
    return (2 * at(projection, x, y)
            + at(projection, x - off, y - off)
            + at(projection, x + off, y - off)
            + at(projection, x - off, y + off)
            + at(projection, x + off, y + off))
        / 6;
  }

  private double at(Projection projection, double x, double y) {
    return picture.brightness(projection.x(x, y), projection.y(x, y));
  }

  /// The corners in the order in which they were printed.
  private static double[] turned(double[] corners, int turns) {
    var turned = new double[8];
    for (int i = 0; i < 4; i++) {
      int from = (i + turns) % 4;
      turned[2 * i] = corners[2 * from];
      turned[2 * i + 1] = corners[2 * from + 1];
    }
    return turned;
  }
}
