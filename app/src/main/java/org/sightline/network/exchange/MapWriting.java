package org.sightline.network.exchange;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes a map for other programs: GraphML, GEXF 1.3 and Pajek, as their own documentation has
/// them. What XML cannot hold is left out of a name.
public final class MapWriting {

  private MapWriting() {}

  public static byte[] graphml(Outgoing map) {
    return xml(
        out -> {
          out.writeStartElement("graphml");
          out.writeDefaultNamespace("http://graphml.graphdrawing.org/xmlns");
          for (String name : with(List.of("label", "kind", "bearing"), Outgoing.NODES)) {
            key(out, "n-" + name, "node", name, "string");
          }
          for (String name : with(List.of("kind", "protects", "said"), Outgoing.LINES)) {
            key(out, "l-" + name, "edge", name, "string");
          }
          key(out, "l-weight", "edge", "weight", "double");
          out.writeStartElement("graph");
          out.writeAttribute("edgedefault", "undirected");
          for (var node : map.nodes()) {
            out.writeStartElement("node");
            out.writeAttribute("id", node.id());
            data(out, "n-label", node.label());
            data(out, "n-kind", node.kind());
            data(out, "n-bearing", node.bearing());
            for (String name : Outgoing.NODES) {
              data(out, "n-" + name, node.more().getOrDefault(name, ""));
            }
            out.writeEndElement();
          }
          for (var line : map.lines()) {
            out.writeStartElement("edge");
            out.writeAttribute("source", line.from());
            out.writeAttribute("target", line.to());
            out.writeAttribute("directed", String.valueOf(line.directed()));
            data(out, "l-kind", line.kind());
            data(out, "l-protects", line.protects());
            data(out, "l-weight", line.strength() == null ? "" : line.strength() + ".0");
            data(out, "l-said", line.said());
            for (String name : Outgoing.LINES) {
              data(out, "l-" + name, line.more().getOrDefault(name, ""));
            }
            out.writeEndElement();
          }
          out.writeEndElement();
          out.writeEndElement();
        });
  }

  public static byte[] gexf(Outgoing map) {
    return xml(
        out -> {
          out.writeStartElement("gexf");
          out.writeDefaultNamespace("http://gexf.net/1.3");
          out.writeAttribute("version", "1.3");
          out.writeStartElement("graph");
          out.writeAttribute("defaultedgetype", "undirected");
          attributes(out, "node", with(List.of("kind", "bearing"), Outgoing.NODES));
          attributes(out, "edge", with(List.of("kind", "protects", "said"), Outgoing.LINES));
          out.writeStartElement("nodes");
          for (var node : map.nodes()) {
            out.writeStartElement("node");
            out.writeAttribute("id", node.id());
            out.writeAttribute("label", clean(node.label()));
            values(out, Map.of("kind", node.kind(), "bearing", node.bearing()), node.more());
            out.writeEndElement();
          }
          out.writeEndElement();
          out.writeStartElement("edges");
          int number = 0;
          for (var line : map.lines()) {
            out.writeStartElement("edge");
            out.writeAttribute("id", String.valueOf(number++));
            out.writeAttribute("source", line.from());
            out.writeAttribute("target", line.to());
            out.writeAttribute("type", line.directed() ? "directed" : "undirected");
            if (line.strength() != null) {
              out.writeAttribute("weight", line.strength() + ".0");
            }
            values(
                out,
                Map.of("kind", line.kind(), "protects", line.protects(), "said", line.said()),
                line.more());
            out.writeEndElement();
          }
          out.writeEndElement();
          out.writeEndElement();
          out.writeEndElement();
        });
  }

  /// Names and lines only: Pajek has no place for more, and none to say that a line is over.
  public static byte[] pajek(Outgoing map) {
    var numbers = new HashMap<String, Integer>();
    var out = new StringBuilder("*Vertices ").append(map.nodes().size()).append('\n');
    for (var node : map.nodes()) {
      numbers.put(node.id(), numbers.size() + 1);
      out.append(numbers.size())
          .append(" \"")
          .append(clean(node.label()).replaceAll("\\s+", " ").replace('"', '\''))
          .append("\"\n");
    }
    for (boolean directed : new boolean[] {true, false}) {
      out.append(directed ? "*Arcs\n" : "*Edges\n");
      for (var line : map.lines()) {
        if (line.directed() == directed && !line.isOver()) {
          out.append(numbers.get(line.from())).append(' ').append(numbers.get(line.to()));
          out.append(' ').append(line.strength() == null ? 1 : line.strength()).append('\n');
        }
      }
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private interface Content {
    void write(XMLStreamWriter out) throws XMLStreamException;
  }

  private static byte[] xml(Content content) {
    var bytes = new ByteArrayOutputStream();
    try {
      var out = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, "UTF-8");
      out.writeStartDocument("UTF-8", "1.0");
      content.write(out);
      out.writeEndDocument();
      out.close();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException(impossible);
    }
    return bytes.toByteArray();
  }

  private static void key(XMLStreamWriter out, String id, String of, String name, String type)
      throws XMLStreamException {
    out.writeEmptyElement("key");
    out.writeAttribute("id", id);
    out.writeAttribute("for", of);
    out.writeAttribute("attr.name", name);
    out.writeAttribute("attr.type", type);
  }

  private static void data(XMLStreamWriter out, String key, String value)
      throws XMLStreamException {
    if (!value.isEmpty()) {
      out.writeStartElement("data");
      out.writeAttribute("key", key);
      out.writeCharacters(clean(value));
      out.writeEndElement();
    }
  }

  private static List<String> with(List<String> names, List<String> more) {
    return Stream.concat(names.stream(), more.stream()).toList();
  }

  private static void attributes(XMLStreamWriter out, String of, List<String> names)
      throws XMLStreamException {
    out.writeStartElement("attributes");
    out.writeAttribute("class", of);
    for (String name : names) {
      out.writeEmptyElement("attribute");
      out.writeAttribute("id", name);
      out.writeAttribute("title", name);
      out.writeAttribute("type", "string");
    }
    out.writeEndElement();
  }

  private static void values(
      XMLStreamWriter out, Map<String, String> values, Map<String, String> more)
      throws XMLStreamException {
    out.writeStartElement("attvalues");
    var all = new TreeMap<>(values);
    all.putAll(more);
    for (var value : all.entrySet()) {
      if (!value.getValue().isEmpty()) {
        out.writeEmptyElement("attvalue");
        out.writeAttribute("for", value.getKey());
        out.writeAttribute("value", clean(value.getValue()));
      }
    }
    out.writeEndElement();
  }

  /// A text as XML 1.0 can hold it.
  public static String plain(String text) {
    return clean(text);
  }

  private static String clean(String text) {
    return text.codePoints()
        .filter(
            point ->
                point == '\t'
                    || point == '\n'
                    || point >= 0x20 && point <= 0xD7FF
                    || point >= 0xE000 && point <= 0xFFFD
                    || point >= 0x10000)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }
}
