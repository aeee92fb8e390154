package org.sightline.network.taking;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.sightline.kernel.Directions;
import org.sightline.network.exchange.MapWriting;

/// Writes a picture as SVG: what is typed is text and never anything else.
final class Svg {

  static final String INK = "#0b0c0c";

  /// How wide a letter is on average, of the size of the type.
  private static final double LETTER = 0.52;

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter out;

  Svg() {
    try {
      out = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// @param attributes names and values in turn
  void begin(String title, String... attributes) {
    run(
        () -> {
          out.writeStartElement("svg");
          out.writeDefaultNamespace("http://www.w3.org/2000/svg");
          write(attributes);
          out.writeStartElement("title");
          out.writeCharacters(title);
          out.writeEndElement();
        });
  }

  String end() {
    run(
        () -> {
          out.writeEndElement();
          out.flush();
        });
    return text.toString();
  }

  void element(String name, String... attributes) {
    run(
        () -> {
          out.writeEmptyElement(name);
          write(attributes);
        });
  }

  /// @param anchor where `x` is of it: start, middle or end
  void words(String words, double x, double y, double size, String anchor, String... more) {
    run(
        () -> {
          out.writeStartElement("text");
          write("x", number(x), "y", number(y), "font-size", number(size), "text-anchor", anchor);
          write(more);
          out.writeCharacters(MapWriting.plain(Directions.taken(words)));
          out.writeEndElement();
        });
  }

  /// Words that stay legible on top of lines: on a pale ground of their own shape.
  void wordsOnTop(String words, double x, double y, double size, boolean bold) {
    String weight = bold ? "bold" : "normal";
    words(
        words,
        x,
        y,
        size,
        "middle",
        "aria-hidden",
        "true",
        "fill",
        "#ffffff",
        "stroke",
        "#ffffff",
        "stroke-width",
        number(size / 4),
        "stroke-linejoin",
        "round",
        "stroke-opacity",
        "0.85",
        "font-weight",
        weight);
    words(words, x, y, size, "middle", "fill", INK, "font-weight", weight);
  }

  /// Breaks words into rows that fit, as nearly as can be said without a font.
  static List<String> rows(String words, double width, double size) {
    int most = Math.max(8, (int) (width / (LETTER * size)));
    var rows = new ArrayList<String>();
    var row = new StringBuilder();
    for (String word : words.replaceAll("(\\S{%d})(?=\\S)".formatted(most), "$1 ").split(" ")) {
      if (!row.isEmpty() && row.length() + 1 + word.length() > most) {
        rows.add(row.toString());
        row.setLength(0);
      }
      row.append(row.isEmpty() ? "" : " ").append(word);
    }
    rows.add(row.toString());
    return rows;
  }

  static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private interface Step {
    void run() throws XMLStreamException;
  }

  private static void run(Step step) {
    try {
      step.run();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void write(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      out.writeAttribute(attributes[i], attributes[i + 1]);
    }
  }
}
