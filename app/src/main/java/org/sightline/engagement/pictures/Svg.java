package org.sightline.engagement.pictures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/// Writes SVG with presentation attributes only (no `style`, for the Content-Security-Policy),
/// every text escaped, every number in the same short form.
final class Svg {

  static final String INK = "#0b0c0c";
  static final String PAPER = "#ffffff";
  static final String LINE = "#b1b4b6";

  /// The first two print; screens use what they have.
  private static final String FONTS =
      "'Liberation Sans','DejaVu Sans',Inter,'Segoe UI',Roboto,Arial,sans-serif";

  private final StringBuilder out = new StringBuilder();

  static String picture(Box view, String title, Svg inside) {
    var svg = new Svg();
    svg.out
        .append("<svg xmlns=\"http://www.w3.org/2000/svg\"")
        .append(" xmlns:xlink=\"http://www.w3.org/1999/xlink\"");
    svg.attribute("viewBox", "%s %s %s %s".formatted(view.parts()));
    svg.attribute("width", number(view.width()));
    svg.attribute("height", number(view.height()));
    svg.attribute("class", "picture");
    svg.attribute("role", "img");
    svg.attribute("aria-label", title);
    svg.attribute("font-family", FONTS);
    svg.out.append("><title>").append(escaped(title)).append("</title>");
    svg.box(view, PAPER, "none", 0);
    return svg.out.append(inside.out).append("</svg>").toString();
  }

  void box(Box box, String fill, String stroke, double width) {
    element(
        "rect",
        "x",
        number(box.x()),
        "y",
        number(box.y()),
        "width",
        number(box.width()),
        "height",
        number(box.height()),
        "fill",
        fill,
        "stroke",
        stroke,
        "stroke-width",
        number(width));
  }

  void veil(Box box) {
    element(
        "rect",
        "x",
        number(box.x()),
        "y",
        number(box.y()),
        "width",
        number(box.width()),
        "height",
        number(box.height()),
        "rx",
        "3",
        "fill",
        PAPER,
        "fill-opacity",
        "0.88");
  }

  void image(Box box, String href) {
    element(
        "image",
        "x",
        number(box.x()),
        "y",
        number(box.y()),
        "width",
        number(box.width()),
        "height",
        number(box.height()),
        "preserveAspectRatio",
        "none",
        "opacity",
        "0.4",
        "xlink:href",
        href);
  }

  void outline(List<double[]> points, String stroke, double width) {
    var path = new StringBuilder();
    for (var point : points) {
      path.append(path.isEmpty() ? "M" : "L")
          .append(number(point[0]))
          .append(' ')
          .append(number(point[1]));
    }
    path(path.append('Z').toString(), "none", stroke, width);
  }

  void path(String path, String fill, String stroke, double width) {
    element(
        "path",
        "d",
        path,
        "fill",
        fill,
        "stroke",
        stroke,
        "stroke-width",
        number(width),
        "stroke-linejoin",
        "round");
  }

  void disc(double x, double y, double radius, String fill) {
    element(
        "circle",
        "cx",
        number(x),
        "cy",
        number(y),
        "r",
        number(radius),
        "fill",
        fill,
        "stroke",
        PAPER,
        "stroke-width",
        "1.5");
  }

  /// Text on its base line; `anchor` is start, middle or end.
  void text(String text, double x, double y, double size, String ink, String anchor, boolean bold) {
    out.append("<text");
    attribute("x", number(x));
    attribute("y", number(y));
    attribute("font-size", number(size));
    attribute("fill", ink);
    attribute("text-anchor", anchor);
    if (bold) {
      attribute("font-weight", "bold");
    }
    out.append('>').append(escaped(text)).append("</text>");
  }

  /// Opens a group that moves and scales what follows, until [#close].
  void open(double x, double y, double scale) {
    out.append("<g");
    attribute(
        "transform", "translate(%s %s) scale(%s)".formatted(number(x), number(y), exact(scale)));
    out.append('>');
  }

  void close() {
    out.append("</g>");
  }

  static String number(double value) {
    return rounded(value, 1);
  }

  private static String exact(double value) {
    return rounded(value, 4);
  }

  private static String rounded(double value, int digits) {
    var number = BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP);
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private void element(String name, String... attributes) {
    out.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      attribute(attributes[i], attributes[i + 1]);
    }
    out.append("/>");
  }

  private void attribute(String name, String value) {
    out.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
  }

  /// Escaped for XML and HTML. Characters XML cannot hold become U+FFFD, so that no name can break
  /// a print.
  private static String escaped(String text) {
    var safe = new StringBuilder();
    text.codePoints().forEach(c -> safe.append(escaped(c)));
    return safe.toString();
  }

  private static String escaped(int c) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\'' -> "&#39;";
      default -> Character.toString(isXml(c) ? c : 0xFFFD);
    };
  }

  private static boolean isXml(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c < 0xD800)
        || (c > 0xDFFF && c < 0xFFFE)
        || c > 0xFFFF;
  }
}
