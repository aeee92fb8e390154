package org.sightline.network.taking;

import static org.sightline.network.taking.Svg.number;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.sightline.network.drawing.View;
import org.sightline.network.taking.Places.Place;

/// A map as an SVG picture, with its date and its legend inside (look.md, Network). The signs are
/// those of the screen (`static/network/signs.js`). It is about as wide as a sheet of paper on its
/// side, and its letters are large enough to be read on one.
public final class MapPicture {

  private static final double MARGIN = 60;

  /// So that a few stand in the middle of a sheet, and no larger than life.
  private static final double LEAST_ACROSS = 560;

  private static final double LEAST_DOWN = 440;
  /// How far a name reaches to each side at the most, of the size of the type.
  private static final double HALF_A_NAME = 6.5;

  private static final double RADIUS = 15;
  private static final double KEY_RADIUS = 19;

  /// Paper on its side, without its margins.
  private static final double SHEET = 1.85;

  /// Of the height of the picture, so that a name is six points high on A4.
  private static final double TYPE = 1 / 62.0;

  private static final double SMALLEST_TYPE = 12;
  private static final double LARGEST_TYPE = 22;
  private static final double LEGEND_WIDTH = 21;
  private static final double ROW = 1.35;
  private static final int MOST_ROWS = 3;
  private static final String GREY = "#6f777b";
  private static final Map<String, String> COLOURS =
      Map.of("PROTECTIVE", "#00703c", "OF_CONCERN", "#b8251b", "BOTH", "#6a2c91");
  private static final Map<String, String> MARKS =
      Map.of("PROTECTIVE", "+", "OF_CONCERN", "−", "BOTH", "±", "NOT_KNOWN", "?");

  private final View view;
  private final Map<String, Place> places;
  private final boolean numbered;
  private final Svg svg = new Svg();
  private final double left;
  private final double top;
  private final double across;
  private final double down;
  private final double type;

  private MapPicture(View view, boolean numbered) {
    this.view = view;
    this.numbered = numbered;
    this.places = Places.of(view);
    var xs = places.values().stream().mapToDouble(Place::x).summaryStatistics();
    var ys = places.values().stream().mapToDouble(Place::y).summaryStatistics();
    boolean empty = places.isEmpty();
    double spread = (empty ? 0 : xs.getMax() - xs.getMin()) + 2 * MARGIN;
    double height = (empty ? 0 : ys.getMax() - ys.getMin()) + MARGIN;
    type = Math.clamp(Math.max(spread / SHEET, height) * TYPE, SMALLEST_TYPE, LARGEST_TYPE);
    double wide = spread + 2 * Math.max(0, HALF_A_NAME * type - MARGIN);
    double high = height + KEY_RADIUS + (MOST_ROWS + 2) * type;
    across = Math.max(LEAST_ACROSS, wide);
    down = Math.max(LEAST_DOWN, high);
    left = (empty ? 0 : xs.getMin()) - Math.max(MARGIN, HALF_A_NAME * type) - (across - wide) / 2;
    top = (empty ? 0 : ys.getMin()) - MARGIN - (down - high) / 2;
  }

  /// @param title what it is a picture of, and of which day
  /// @param legend a line each
  /// @param numbered whether each line has its number, from 1, as the sentences have
  public static String of(View view, String title, List<String> legend, boolean numbered) {
    return new MapPicture(view, numbered).draw(title, legend);
  }

  private String draw(String title, List<String> legend) {
    double head = 2.6 * type;
    double aside = (LEGEND_WIDTH + 2) * type;
    boolean beside = (across + aside) / (down + head) <= SHEET * 1.15;
    int columns = beside ? 1 : Math.max(1, (int) (across / aside));
    double[] heights = new double[columns];
    for (int i = 0; i < legend.size(); i++) {
      heights[i % columns] += height(legend.get(i));
    }
    double legendHeight = Arrays.stream(heights).max().orElse(0) + type;
    double width = beside ? across + aside : Math.max(across, aside);
    double height = head + (beside ? Math.max(down, legendHeight) : down + legendHeight);
    begin(title, width, height, head);
    svg.words(
        title,
        left + type,
        top - head + 1.9 * type,
        1.4 * type,
        "start",
        "fill",
        Svg.INK,
        "font-weight",
        "bold");
    Hulls.of(view, places).forEach(path -> hull(path));
    lines();
    view.nodes().forEach(this::node);
    view.nodes().forEach(this::name);
    Arrays.fill(heights, 0);
    for (int i = 0; i < legend.size(); i++) {
      int column = i % columns;
      double x = beside ? left + across + type : left + type + column * aside;
      double y = (beside ? top : top + down) + heights[column];
      heights[column] += legend(legend.get(i), x, y);
    }
    return svg.end();
  }

  private void begin(String title, double width, double height, double head) {
    svg.begin(
        title,
        "viewBox",
        String.join(" ", number(left), number(top - head), number(width), number(height)),
        "width",
        number(width),
        "height",
        number(height),
        "class",
        "picture",
        "role",
        "img",
        "aria-label",
        title,
        "font-family",
        "'Liberation Sans','DejaVu Sans',Inter,Roboto,Arial,sans-serif");
    svg.element(
        "rect",
        "x",
        number(left),
        "y",
        number(top - head),
        "width",
        number(width),
        "height",
        number(height),
        "fill",
        "#ffffff");
  }

  private void hull(String path) {
    svg.element(
        "path",
        "d",
        path,
        "fill",
        Hulls.PALE,
        "stroke",
        Hulls.PALE,
        "stroke-width",
        number(2 * Hulls.AROUND),
        "stroke-linejoin",
        "round",
        "stroke-linecap",
        "round");
  }

  private double height(String sentence) {
    return (Svg.rows(sentence, LEGEND_WIDTH * type, type).size() * ROW + 0.5) * type;
  }

  private double legend(String sentence, double x, double y) {
    double at = y;
    for (String row : Svg.rows(sentence, LEGEND_WIDTH * type, type)) {
      at += ROW * type;
      svg.words(row, x, at, type, "start", "fill", Svg.INK);
    }
    return height(sentence);
  }

  private void lines() {
    view.lines().forEach(this::line);
    int number = 0;
    for (var line : view.lines()) {
      number++;
      var from = places.get(line.from());
      var to = places.get(line.to());
      if (from == null || to == null) {
        continue;
      }
      double x = (from.x() + to.x()) / 2;
      double y = (from.y() + to.y()) / 2;
      String mark = MARKS.get(line.protects());
      if (mark != null) {
        sign(mark, x, y, colour(line.protects(), GREY));
      }
      if (numbered) {
        // A third of the way, where fewer lines meet and the sign is not.
        svg.wordsOnTop(
            String.valueOf(number),
            from.x() + (to.x() - from.x()) * 0.36,
            from.y() + (to.y() - from.y()) * 0.36 + 0.3 * type,
            0.8 * type,
            false);
      }
    }
  }

  /// What says the same as a colour, on a white ground.
  private void sign(String mark, double x, double y, String colour) {
    String[] at = {"cx", number(x), "cy", number(y), "r", number(0.58 * type)};
    svg.element("circle", with(at, "fill", "#ffffff"));
    svg.words(
        mark, x, y + 0.38 * type, 1.1 * type, "middle", "fill", colour, "font-weight", "bold");
  }

  private void line(View.Line line) {
    var from = places.get(line.from());
    var to = places.get(line.to());
    if (from == null || to == null) {
      return;
    }
    String colour = colour(line.protects(), GREY);
    svg.element(
        "line",
        "x1",
        number(from.x()),
        "y1",
        number(from.y()),
        "x2",
        number(to.x()),
        "y2",
        number(to.y()),
        "stroke",
        colour,
        "stroke-width",
        number(width(line)),
        "stroke-dasharray",
        line.past() ? "2 5" : line.evidenced() ? "none" : "8 5",
        "stroke-opacity",
        line.faded() || line.past() ? "0.45" : line.open() > 0 ? "0.7" : "1");
    if (line.influence().equals("FROM") || line.influence().equals("BOTH")) {
      arrow(from, to, colour);
    }
    if (line.influence().equals("TO") || line.influence().equals("BOTH")) {
      arrow(to, from, colour);
    }
  }

  /// A hairline where nobody was asked how strong it is, or nobody knows.
  private static double width(View.Line line) {
    return line.strength().matches("[1-5]")
        ? 2.2 + 1.1 * (Integer.parseInt(line.strength()) - 1)
        : 1;
  }

  private void arrow(Place from, Place to, String colour) {
    double length = Math.max(1, Math.hypot(to.x() - from.x(), to.y() - from.y()));
    double ux = (to.x() - from.x()) / length;
    double uy = (to.y() - from.y()) / length;
    double x = to.x() - ux * (RADIUS + 3);
    double y = to.y() - uy * (RADIUS + 3);
    String points =
        String.join(
            " ",
            number(x) + "," + number(y),
            number(x - 11 * ux + 5 * uy) + "," + number(y - 11 * uy - 5 * ux),
            number(x - 11 * ux - 5 * uy) + "," + number(y - 11 * uy + 5 * ux));
    svg.element("polygon", "points", points, "fill", colour);
  }

  private void node(View.Node node) {
    var at = places.get(node.id());
    if (at == null) {
      return;
    }
    double r = node.key() ? KEY_RADIUS : RADIUS;
    String[] look = {
      "fill",
      fill(node.kind()),
      "stroke",
      colour(node.bearing(), Svg.INK),
      "stroke-width",
      node.key() ? "5" : "2",
      "stroke-dasharray",
      isUnknown(node) ? "5 3" : "none"
    };
    switch (node.kind()) {
      case "YOUNG_PERSON", "UNKNOWN_PERSON" ->
          svg.element(
              "circle", with(look, "cx", number(at.x()), "cy", number(at.y()), "r", number(r)));
      case "ADULT", "GAP" -> box(at, r, "6", look);
      case "PLACE" -> box(at, r, "0", look);
      case "INCIDENT" -> shape(at, r, 4, 0, look);
      case "SCHOOL" -> shape(at, r, 5, -90, look);
      case "HOME" -> shape(at, r, 3, -90, look);
      case "ONLINE_SPACE" -> shape(at, r, 6, 0, look);
      case "PEER_GROUP" -> shape(at, r, 8, 22.5, look);
      default -> shape(at, r, 4, 20, look);
    }
    if (isUnknown(node)) {
      svg.words("?", at.x(), at.y() + 5, 15, "middle", "fill", Svg.INK, "font-weight", "bold");
    }
    String mark = node.bearing().equals("NOT_KNOWN") ? null : MARKS.get(node.bearing());
    if (mark != null) {
      sign(mark, at.x() + 1.05 * r, at.y() - 0.85 * r, colour(node.bearing(), GREY));
    }
  }

  private void name(View.Node node) {
    var at = places.get(node.id());
    if (at == null) {
      return;
    }
    double below = at.y() + (node.key() ? KEY_RADIUS : RADIUS) + 0.4 * type;
    var rows = Svg.rows(node.label(), 11 * type, type);
    for (int i = 0; i < Math.min(rows.size(), MOST_ROWS); i++) {
      boolean cut = i == MOST_ROWS - 1 && rows.size() > MOST_ROWS;
      svg.wordsOnTop(rows.get(i) + (cut ? "…" : ""), at.x(), below += type, type, node.key());
    }
    if (!node.tag().isEmpty()) {
      svg.wordsOnTop(node.tag(), at.x(), below + type, 0.9 * type, false);
    }
  }

  private static boolean isUnknown(View.Node node) {
    return node.kind().equals("UNKNOWN_PERSON") || node.kind().equals("GAP");
  }

  private static String colour(String protects, String otherwise) {
    return COLOURS.getOrDefault(protects, otherwise);
  }

  private static String fill(String kind) {
    return switch (kind) {
      case "YOUNG_PERSON", "ADULT", "UNKNOWN_PERSON" -> "#ffffff";
      case "GAP" -> "#ffdd00";
      default -> "#f3f2f1";
    };
  }

  private void box(Place at, double r, String round, String[] look) {
    svg.element(
        "rect",
        with(
            look,
            "x",
            number(at.x() - r),
            "y",
            number(at.y() - r),
            "width",
            number(2 * r),
            "height",
            number(2 * r),
            "rx",
            round));
  }

  private void shape(Place at, double r, int corners, double turned, String[] look) {
    var points = new StringBuilder();
    for (int i = 0; i < corners; i++) {
      double angle = Math.toRadians(turned + 360.0 * i / corners);
      points.append(number(at.x() + 1.15 * r * Math.cos(angle))).append(',');
      points.append(number(at.y() + 1.15 * r * Math.sin(angle))).append(' ');
    }
    svg.element("polygon", with(look, "points", points.toString().strip()));
  }

  private static String[] with(String[] look, String... more) {
    String[] all = Arrays.copyOf(more, more.length + look.length);
    System.arraycopy(look, 0, all, more.length, look.length);
    return all;
  }
}
