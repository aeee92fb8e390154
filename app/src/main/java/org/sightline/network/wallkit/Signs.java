package org.sightline.network.wallkit;

import java.util.Locale;
import org.sightline.network.map.NodeKind;

/// The signs of the map as pictures to print, in black and white (look.md, Network).
final class Signs {

  private static final String LINE = "fill=\"#ffffff\" stroke=\"#0b0c0c\" stroke-width=\"3\"";

  private Signs() {}

  /// A whole `svg` element.
  static String of(NodeKind kind) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 60 60\" width=\"60\""
        + " height=\"60\" class=\"picture\">"
        + shape(kind)
        + "</svg>";
  }

  /// A line as it is drawn, 200 long.
  static String line(String more) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 200 24\" width=\"200\""
        + " height=\"24\" class=\"picture\"><line x1=\"4\" y1=\"12\" x2=\"190\" y2=\"12\""
        + " stroke=\"#0b0c0c\" "
        + more
        + "/></svg>";
  }

  private static String shape(NodeKind kind) {
    return switch (kind) {
      case YOUNG_PERSON -> "<circle cx=\"30\" cy=\"30\" r=\"25\" " + LINE + "/>";
      case UNKNOWN_PERSON ->
          "<circle cx=\"30\" cy=\"30\" r=\"25\" stroke-dasharray=\"7 5\" "
              + LINE
              + "/><text x=\"30\" y=\"39\" font-size=\"26\" text-anchor=\"middle\">?</text>";
      case ADULT -> box(9, "");
      case GAP ->
          box(5, "stroke-dasharray=\"7 5\" ")
              + "<text x=\"30\" y=\"39\" font-size=\"26\" text-anchor=\"middle\">?</text>";
      case PLACE -> box(0, "");
      case PEER_GROUP -> corners(8, 22.5);
      case SCHOOL -> corners(5, -90);
      case HOME -> corners(3, -90);
      case ONLINE_SPACE -> corners(6, 0);
      case INCIDENT -> corners(4, 0);
      case ROUTE -> corners(4, 20);
    };
  }

  private static String box(int round, String more) {
    return "<rect x=\"6\" y=\"6\" width=\"48\" height=\"48\" rx=\""
        + round
        + "\" "
        + more
        + LINE
        + "/>";
  }

  private static String corners(int corners, double turned) {
    var points = new StringBuilder();
    for (int i = 0; i < corners; i++) {
      double turn = Math.toRadians(turned + 360.0 * i / corners);
      points.append(
          String.format(
              Locale.ROOT, "%.1f,%.1f ", 30 + 26 * Math.cos(turn), 31 + 26 * Math.sin(turn)));
    }
    return "<polygon points=\"" + points.toString().strip() + "\" " + LINE + "/>";
  }
}
