package org.sightline.network.ownmap;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.sightline.network.exchange.MapWriting;

/// Draws the rings as SVG, without colour that means anything: a friend is one circle, family two,
/// a group eight corners, a place a square; what used to be is dotted, also the line to "me". The
/// same on a screen and on paper.
public final class RingsPicture {

  private static final int[] BAND = {0, 165, 300, 430};
  private static final int[] EDGE = {90, 232, 365, 495};
  private static final double RADIUS = 27;
  private static final double HIT = 48;
  private static final int LINE = 22;
  private static final int LETTERS = 20;
  private static final String INK = "#0b0c0c";
  private static final String GREY = "#6f777b";

  private final XMLStreamWriter out;
  private final StringWriter text = new StringWriter();

  private RingsPicture() throws XMLStreamException {
    this.out = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
  }

  /// @param title read out in place of the picture
  /// @param me what stands in the middle
  /// @param rings what each is called, the nearest first
  public record Words(String title, String me, List<String> rings) {}

  /// @param said of somebody, for a screen reader
  /// @param link where somebody is changed, or `null` on paper
  public static String of(
      OwnMap map,
      Words words,
      Function<Someone, String> said,
      @Nullable Function<Someone, String> link) {
    try {
      return new RingsPicture().draw(map, words, said, link);
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private String draw(
      OwnMap map,
      Words words,
      Function<Someone, String> said,
      @Nullable Function<Someone, String> link)
      throws XMLStreamException {
    out.writeStartElement("svg");
    out.writeDefaultNamespace("http://www.w3.org/2000/svg");
    attributes(
        "viewBox",
        "-60 -5 1120 1010",
        "width",
        "1120",
        "height",
        "1010",
        "class",
        "picture rings",
        "role",
        link == null ? "img" : "group",
        "aria-label",
        words.title(),
        "font-family",
        "'Liberation Sans','DejaVu Sans',Inter,Roboto,Arial,sans-serif");
    element("rect", "x", "-60", "y", "-5", "width", "1120", "height", "1010", "fill", "#ffffff");
    for (int ring = Someone.RINGS; ring >= 1; ring--) {
      element(
          "circle",
          "cx",
          "500",
          "cy",
          "500",
          "r",
          "" + EDGE[ring],
          "fill",
          "none",
          "stroke",
          GREY,
          "stroke-width",
          "2");
      label(words.rings().get(ring - 1), 500, 500 - EDGE[ring] + 24, 18, GREY, false);
    }
    for (var one : map.people()) {
      spoke(one);
    }
    element(
        "circle",
        "cx",
        "500",
        "cy",
        "500",
        "r",
        "62",
        "fill",
        INK,
        "stroke",
        INK,
        "stroke-width",
        "2");
    label(words.me(), 500, 510, 32, "#ffffff", true);
    for (var one : map.people()) {
      person(one, said.apply(one), link == null ? null : link.apply(one));
    }
    out.writeEndElement();
    out.flush();
    return text.toString();
  }

  private void spoke(Someone one) throws XMLStreamException {
    element(
        "line",
        "x1",
        "500",
        "y1",
        "500",
        "x2",
        number(x(one)),
        "y2",
        number(y(one)),
        "stroke",
        INK,
        "stroke-width",
        one.ring() == 1 ? "5" : one.ring() == 2 ? "3" : "1.5",
        "stroke-dasharray",
        one.usedToBe() ? "3 9" : "none",
        "data-to",
        one.id().toString());
  }

  private void person(Someone one, String said, @Nullable String link) throws XMLStreamException {
    out.writeStartElement(link == null ? "g" : "a");
    if (link != null) {
      attributes("href", link, "aria-label", said, "data-someone", one.id().toString());
      attributes("data-ring", "" + one.ring(), "data-angle", "" + one.angle());
    }
    double x = x(one);
    double y = y(one);
    if (link != null) {
      element(
          "circle",
          "cx",
          number(x),
          "cy",
          number(y),
          "r",
          number(HIT),
          "fill",
          "#ffffff",
          "fill-opacity",
          "0",
          "class",
          "rings__touch");
    }
    sign(one, x, y);
    double down = y + RADIUS + 24;
    for (String line : wrapped(one.name(), LETTERS, 2)) {
      outlined(line, x, down, 20, true);
      down += LINE;
    }
    for (String line : wrapped(one.said(), LETTERS + 4, 2)) {
      outlined(line, x, down, 16, false);
      down += LINE - 3;
    }
    out.writeEndElement();
  }

  private void sign(Someone one, double x, double y) throws XMLStreamException {
    String dashes = one.usedToBe() ? "3 6" : "none";
    switch (one.kind()) {
      case PLACE ->
          element(
              "rect",
              "x",
              number(x - RADIUS),
              "y",
              number(y - RADIUS),
              "width",
              number(2 * RADIUS),
              "height",
              number(2 * RADIUS),
              "fill",
              "#f3f2f1",
              "stroke",
              INK,
              "stroke-width",
              "3",
              "stroke-dasharray",
              dashes);
      case GROUP -> {
        var points = new ArrayList<String>();
        for (int i = 0; i < 8; i++) {
          double turn = Math.toRadians(22.5 + 45 * i);
          points.add(
              number(x + 1.1 * RADIUS * Math.cos(turn))
                  + ","
                  + number(y + 1.1 * RADIUS * Math.sin(turn)));
        }
        element(
            "polygon",
            "points",
            String.join(" ", points),
            "fill",
            "#f3f2f1",
            "stroke",
            INK,
            "stroke-width",
            "3",
            "stroke-dasharray",
            dashes);
      }
      case FRIEND, FAMILY, OTHER -> {
        circle(x, y, RADIUS, dashes);
        if (one.kind() == Someone.Kind.FAMILY) {
          circle(x, y, RADIUS - 9, dashes);
        }
        if (one.kind() == Someone.Kind.FRIEND) {
          element("circle", "cx", number(x), "cy", number(y), "r", "6", "fill", INK);
        }
      }
    }
  }

  private void circle(double x, double y, double r, String dashes) throws XMLStreamException {
    element(
        "circle",
        "cx",
        number(x),
        "cy",
        number(y),
        "r",
        number(r),
        "fill",
        "#ffffff",
        "stroke",
        INK,
        "stroke-width",
        "3",
        "stroke-dasharray",
        dashes);
  }

  /// In lines; what does not fit is in the list beside it.
  static List<String> wrapped(String words, int letters, int most) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (String word : words.strip().split("\\s+")) {
      String piece = word.length() > letters ? word.substring(0, letters - 1) + "…" : word;
      if (!line.isEmpty() && line.length() + 1 + piece.length() > letters) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(piece);
    }
    if (!line.isEmpty()) {
      lines.add(line.toString());
    }
    if (lines.size() <= most) {
      return lines;
    }
    var cut = new ArrayList<>(lines.subList(0, most));
    cut.set(most - 1, cut.getLast() + "…");
    return cut;
  }

  /// White behind it, so that a line of the rings does not strike it through.
  private void outlined(String words, double x, double y, int size, boolean bold)
      throws XMLStreamException {
    double width = words.length() * size * 0.56;
    element(
        "rect",
        "x",
        number(x - width / 2),
        "y",
        number(y - size + 2),
        "width",
        number(width),
        "height",
        number(size + 3),
        "fill",
        "#ffffff",
        "fill-opacity",
        "0.85");
    label(words, x, y, size, INK, bold);
  }

  private void label(String words, double x, double y, int size, String colour, boolean bold)
      throws XMLStreamException {
    out.writeStartElement("text");
    attributes(
        "x",
        number(x),
        "y",
        number(y),
        "font-size",
        "" + size,
        "text-anchor",
        "middle",
        "fill",
        colour,
        "font-weight",
        bold ? "bold" : "normal");
    out.writeCharacters(MapWriting.plain(words));
    out.writeEndElement();
  }

  private static double x(Someone one) {
    return 500 + BAND[one.ring()] * Math.sin(Math.toRadians(one.angle()));
  }

  private static double y(Someone one) {
    return 500 - BAND[one.ring()] * Math.cos(Math.toRadians(one.angle()));
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

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
