package org.sightline.scan;

import java.util.ArrayList;
import java.util.List;
import org.sightline.scan.SheetLayout.Zone;

/// Where the label of a zone is printed: the largest letters with which it fits inside, around the
/// point furthest from the edges. The reader asks too, so that a label is not taken for writing.
///
/// @param x of the middle, in millimetres
/// @param y of the middle
/// @param size of the letters in points
public record LabelPlace(List<String> lines, double x, double y, double size) {

  private static final double[] SIZES = {8, 7, 6, 5, 4.5};
  private static final double MILLIMETRES_PER_POINT = 25.4 / 72;

  /// Of an average letter, as a part of the size; on the large side.
  private static final double LETTER = 0.56;

  public static LabelPlace of(Zone zone) {
    var outline = new Outline(zone.polygon());
    var middle = outline.middle();
    var smallest = smallest(zone, outline);
    for (double size : SIZES) {
      for (int lines = 1; lines <= 4; lines++) {
        var place = new LabelPlace(wrapped(zone.label(), lines), middle.x(), middle.y(), size);
        if (place.lines.size() == lines && place.fits(outline)) {
          return place;
        }
      }
    }
    return smallest;
  }

  /// Where no word fits: broken anywhere, so that it does not run over the places beside.
  private static LabelPlace smallest(Zone zone, Outline outline) {
    var middle = outline.middle();
    double room = 1.6 * outline.distanceToEdge(middle.x(), middle.y());
    int most = Math.max(3, (int) (room / (4.5 * LETTER * MILLIMETRES_PER_POINT)));
    var lines = new ArrayList<String>();
    for (var word : zone.label().strip().split("\\s+")) {
      for (int from = 0; from < word.length(); from += most) {
        lines.add(word.substring(from, Math.min(word.length(), from + most)));
      }
    }
    return new LabelPlace(List.copyOf(lines), middle.x(), middle.y(), 4.5);
  }

  public double lineHeight() {
    return size * 1.15 * MILLIMETRES_PER_POINT;
  }

  /// Half the width of the text, in millimetres, at most.
  public double halfWidth() {
    int longest = lines.stream().mapToInt(String::length).max().orElse(0);
    return longest * size * LETTER * MILLIMETRES_PER_POINT / 2;
  }

  public double halfHeight() {
    return lines.size() * lineHeight() / 2;
  }

  private boolean fits(Outline outline) {
    double w = halfWidth() + 0.7;
    double h = halfHeight() + 0.5;
    for (double part = -1; part <= 1; part += 0.25) {
      if (!outline.contains(x + part * w, y - h)
          || !outline.contains(x + part * w, y + h)
          || !outline.contains(x - w, y + part * h)
          || !outline.contains(x + w, y + part * h)) {
        return false;
      }
    }
    return true;
  }

  private static List<String> wrapped(String label, int count) {
    var words = label.strip().split("\\s+");
    int target = (label.strip().length() + count - 1) / count;
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (var word : words) {
      if (!line.isEmpty()
          && lines.size() < count - 1
          && line.length() + word.length() / 2.0 + 1 > target) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return List.copyOf(lines);
  }
}
