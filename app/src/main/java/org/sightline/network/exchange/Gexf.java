package org.sightline.network.exchange;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.network.exchange.Incoming.Line;
import org.sightline.network.exchange.Incoming.Why;

/// GEXF, versions 1.1 to 1.3: nodes, also inside nodes, edges, and values under attributes that are
/// declared before. What changes over time is read as its last value.
final class Gexf {

  /// What stands on an edge itself, beside its ends.
  private static final List<String> OF_AN_EDGE = List.of("label", "start", "end", "timestamp");

  private final SafeXml xml;
  private final Gathering gathering = new Gathering();
  private final Map<String, String> ofNodes = new HashMap<>();
  private final Map<String, String> ofEdges = new HashMap<>();
  private Map<String, String> declared = ofNodes;
  private String usual = "undirected";

  private Gexf(SafeXml xml) {
    this.xml = xml;
  }

  static Incoming read(byte[] file) throws UnreadableMap {
    return new Gexf(SafeXml.over(file)).read();
  }

  private Incoming read() throws UnreadableMap {
    while (xml.next()) {
      if (xml.starts("graph")) {
        String said = xml.attribute("defaultedgetype");
        usual = said.isEmpty() ? usual : said;
      } else if (xml.starts("attributes")) {
        declared = xml.attribute("class").equals("edge") ? ofEdges : ofNodes;
      } else if (xml.starts("attribute")) {
        declared.put(xml.attribute("id"), xml.attribute("title"));
      } else if (xml.starts("node")) {
        node();
      } else if (xml.starts("edge")) {
        edge();
      }
    }
    return gathering.done(true);
  }

  private void node() throws UnreadableMap {
    int row = xml.row();
    String id = xml.attribute("id");
    String label = xml.attribute("label");
    var values = values("node", ofNodes);
    gathering.node(id, label, values, row);
  }

  private void edge() throws UnreadableMap {
    int row = xml.row();
    String from = xml.attribute("source");
    String to = xml.attribute("target");
    String said = xml.attribute("type");
    String weight = xml.attribute("weight");
    var own = new LinkedHashMap<String, String>();
    for (String name : OF_AN_EDGE) {
      own.put(name, xml.attribute(name));
    }
    var values = values("edge", ofEdges);
    own.forEach(
        (name, value) -> {
          if (!value.isEmpty()) {
            values.putIfAbsent(name, value);
          }
        });
    @Nullable Double number = Gathering.number(weight);
    if (!weight.isEmpty() && number == null) {
      gathering.refuse(row, weight, Why.NO_NUMBER);
      return;
    }
    boolean directed = (said.isEmpty() ? usual : said).equals("directed");
    gathering.line(new Line(from, to, directed, number, values, row));
  }

  /// Stands at the end of the element afterwards, or at the first node inside a node.
  private Map<String, String> values(String until, Map<String, String> names) throws UnreadableMap {
    var values = new LinkedHashMap<String, String>();
    while (!xml.ends(until) && xml.next()) {
      if (xml.starts("attvalue")) {
        String key = xml.attribute("for").isEmpty() ? xml.attribute("id") : xml.attribute("for");
        String name = names.getOrDefault(key, "");
        values.put(name.isEmpty() ? key : name, xml.attribute("value"));
      } else if (xml.starts("nodes") || xml.starts("edges")) {
        break;
      }
    }
    return values;
  }
}
