package org.sightline.network.taking;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.sightline.network.drawing.View;
import org.sightline.network.taking.Places.Place;

/// A map as an SVG picture, with its date and its legend inside (look.md, Network). The signs are
/// those of the screen (`static/network/signs.js`).
public final class MapPicture {

  private static final double MARGIN = 70;
  private static final double RADIUS = 15;
  private static final double KEY_RADIUS = 19;
  private static final double LINE_HEIGHT = 17;
  private static final String INK = "#0b0c0c";
  private static final String GREY = "#6f777b";
  private static final Map<String, String> COLOURS =
      Map.of("PROTECTIVE", "#00703c", "OF_CONCERN", "#b8251b", "BOTH", "#6a2c91");
  private static final Map<String, String> MARKS =
      Map.of("PROTECTIVE", "+", "OF_CONCERN", "−", "BOTH", "±", "NOT_KNOWN", "?");

  private final View view;
  private final Map<String, Place> places;
  private final XMLStreamWriter out;
  private final StringWriter text = new StringWriter();
  private double left = Double.MAX_VALUE;
  private double top = Double.MAX_VALUE;
  private double right = -Double.MAX_VALUE;
  private double bottom = -Double.MAX_VALUE;

  private MapPicture(View view) throws XMLStreamException {
    this.view = view;
    this.places = Places.of(view);
    this.out = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
    for (var place : places.values()) {
      left = Math.min(left, place.x());
      right = Math.max(right, place.x());
      top = Math.min(top, place.y());
      bottom = Math.max(bottom, place.y());
    }
  }

  /// @param title what it is a picture of, and of which day
  /// @param legend a line each
  public static String of(View view, String title, List<String> legend) {
    try {
      return new MapPicture(view).draw(title, legend);
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private String draw(String title, List<String> legend) throws XMLStreamException {
    if (places.isEmpty()) {
      left = top = 0;
      right = bottom = 100;
    }
    double width = Math.max(760, right - left + 2 * MARGIN);
    double head = 40;
    double height = head + bottom - top + 2 * MARGIN + legend.size() * LINE_HEIGHT + 20;
    out.writeStartElement("svg");
    out.writeDefaultNamespace("http://www.w3.org/2000/svg");
    attributes(
        "viewBox",
        number(left - MARGIN)
            + " "
            + number(top - MARGIN - head)
            + " "
            + number(width)
            + " "
            + number(height),
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
    out.writeStartElement("title");
    out.writeCharacters(title);
    out.writeEndElement();
    element(
        "rect",
        "x",
        number(left - MARGIN),
        "y",
        number(top - MARGIN - head),
        "width",
        number(width),
        "height",
        number(height),
        "fill",
        "#ffffff");
    label(title, left - MARGIN + 10, top - MARGIN - head + 26, 18, "start", true);
    for (var line : view.lines()) {
      line(line);
    }
    for (var node : view.nodes()) {
      node(node);
    }
    double y = bottom + MARGIN + 10;
    for (String sentence : legend) {
      label(sentence, left - MARGIN + 10, y += LINE_HEIGHT, 11, "start", false);
    }
    out.writeEndElement();
    out.flush();
    return text.toString();
  }

  private void line(View.Line line) throws XMLStreamException {
    var from = places.get(line.from());
    var to = places.get(line.to());
    if (from == null || to == null) {
      return;
    }
    String colour = COLOURS.getOrDefault(line.protects(), GREY);
    double strength = line.strength().matches("[1-5]") ? Integer.parseInt(line.strength()) : 1;
    element(
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
        number(1 + 1.2 * (strength - 1)),
        "stroke-dasharray",
        line.past() ? "2 5" : line.evidenced() ? "none" : "8 5",
        "stroke-opacity",
        line.faded() || line.past() ? "0.45" : line.protects().isEmpty() ? "0.6" : "1");
    if (line.influence().equals("FROM") || line.influence().equals("BOTH")) {
      arrow(from, to, colour);
    }
    if (line.influence().equals("TO") || line.influence().equals("BOTH")) {
      arrow(to, from, colour);
    }
    String mark = MARKS.get(line.protects());
    if (mark != null) {
      double x = (from.x() + to.x()) / 2;
      double y = (from.y() + to.y()) / 2;
      element("circle", "cx", number(x), "cy", number(y), "r", "7", "fill", "#ffffff");
      out.writeStartElement("text");
      attributes(
          "x",
          number(x),
          "y",
          number(y + 4.5),
          "font-size",
          "13",
          "font-weight",
          "bold",
          "text-anchor",
          "middle",
          "fill",
          colour);
      out.writeCharacters(mark);
      out.writeEndElement();
    }
  }

  private void arrow(Place from, Place to, String colour) throws XMLStreamException {
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
    element("polygon", "points", points, "fill", colour);
  }

  private void node(View.Node node) throws XMLStreamException {
    var at = places.get(node.id());
    if (at == null) {
      return;
    }
    double r = node.key() ? KEY_RADIUS : RADIUS;
    String[] look = {
      "fill",
      fill(node.kind()),
      "stroke",
      COLOURS.getOrDefault(node.bearing(), INK),
      "stroke-width",
      node.key() ? "5" : "2",
      "stroke-dasharray",
      node.kind().equals("UNKNOWN_PERSON") || node.kind().equals("GAP") ? "5 3" : "none"
    };
    switch (node.kind()) {
      case "YOUNG_PERSON", "UNKNOWN_PERSON" ->
          element("circle", with(look, "cx", number(at.x()), "cy", number(at.y()), "r", number(r)));
      case "ADULT", "GAP" -> box(at, r, "6", look);
      case "PLACE" -> box(at, r, "0", look);
      case "INCIDENT" -> shape(at, r, 4, 0, look);
      case "SCHOOL" -> shape(at, r, 5, -90, look);
      case "HOME" -> shape(at, r, 3, -90, look);
      case "ONLINE_SPACE" -> shape(at, r, 6, 0, look);
      case "PEER_GROUP" -> shape(at, r, 8, 22.5, look);
      default -> shape(at, r, 4, 20, look);
    }
    if (node.kind().equals("UNKNOWN_PERSON") || node.kind().equals("GAP")) {
      label("?", at.x(), at.y() + 5, 15, "middle", true);
    }
    label(node.label(), at.x(), at.y() + r + 14, 12, "middle", node.key());
    if (!node.tag().isEmpty()) {
      label(node.tag(), at.x(), at.y() + r + 27, 11, "middle", false);
    }
  }

  private static String fill(String kind) {
    return switch (kind) {
      case "YOUNG_PERSON", "ADULT", "UNKNOWN_PERSON" -> "#ffffff";
      case "GAP" -> "#ffdd00";
      default -> "#f3f2f1";
    };
  }

  private void box(Place at, double r, String round, String[] look) throws XMLStreamException {
    element(
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

  private void shape(Place at, double r, int corners, double turned, String[] look)
      throws XMLStreamException {
    var points = new StringBuilder();
    for (int i = 0; i < corners; i++) {
      double angle = Math.toRadians(turned + 360.0 * i / corners);
      points.append(number(at.x() + 1.15 * r * Math.cos(angle))).append(',');
      points.append(number(at.y() + 1.15 * r * Math.sin(angle))).append(' ');
    }
    element("polygon", with(look, "points", points.toString().strip()));
  }

  private void label(String words, double x, double y, int size, String anchor, boolean bold)
      throws XMLStreamException {
    out.writeStartElement("text");
    attributes(
        "x",
        number(x),
        "y",
        number(y),
        "font-size",
        String.valueOf(size),
        "text-anchor",
        anchor,
        "fill",
        INK,
        "font-weight",
        bold ? "bold" : "normal");
    out.writeCharacters(org.sightline.network.exchange.MapWriting.plain(words));
    out.writeEndElement();
  }

  private void element(String name, String... attributes) throws XMLStreamException {
    out.writeEmptyElement(name);
    attributes(attributes);
  }

  private void attributes(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      out.writeAttribute(attributes[i], attributes[i + 1]);
    }
  }

  private static String[] with(String[] look, String... more) {
    String[] all = java.util.Arrays.copyOf(more, more.length + look.length);
    System.arraycopy(look, 0, all, more.length, look.length);
    return all;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
