package org.sightline.network.exchange;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.network.exchange.Incoming.Line;
import org.sightline.network.exchange.Incoming.Why;

/// GraphML: nodes, edges, and data under keys that are declared before.
final class Graphml {

  private final SafeXml xml;
  private final Gathering gathering = new Gathering();
  private final Map<String, String> names = new HashMap<>();
  private boolean directed = true;

  private Graphml(SafeXml xml) {
    this.xml = xml;
  }

  static Incoming read(byte[] file) throws UnreadableMap {
    return new Graphml(SafeXml.over(file)).read();
  }

  private Incoming read() throws UnreadableMap {
    while (xml.next()) {
      if (xml.starts("key")) {
        names.put(xml.attribute("id"), xml.attribute("attr.name"));
      } else if (xml.starts("graph")) {
        directed = !xml.attribute("edgedefault").equals("undirected");
      } else if (xml.starts("node")) {
        node();
      } else if (xml.starts("edge")) {
        edge();
      } else if (xml.starts("hyperedge")) {
        gathering.refuse(xml.row(), xml.attribute("id"), Why.MORE_THAN_TWO);
      }
    }
    return gathering.done(true);
  }

  private void node() throws UnreadableMap {
    int row = xml.row();
    String id = xml.attribute("id");
    var data = data("node");
    gathering.node(id, label(data), data, row);
  }

  private void edge() throws UnreadableMap {
    int row = xml.row();
    String from = xml.attribute("source");
    String to = xml.attribute("target");
    String said = xml.attribute("directed");
    var data = data("edge");
    String weight = data.getOrDefault("weight", "");
    @Nullable Double number = Gathering.number(weight);
    if (!weight.isEmpty() && number == null) {
      gathering.refuse(row, weight, Why.NO_NUMBER);
      return;
    }
    gathering.line(
        new Line(from, to, said.isEmpty() ? directed : said.equals("true"), number, data, row));
  }

  private Map<String, String> data(String until) throws UnreadableMap {
    var data = new LinkedHashMap<String, String>();
    while (!xml.ends(until) && xml.next()) {
      if (xml.starts("data")) {
        String key = xml.attribute("key");
        String name = names.getOrDefault(key, "");
        data.put(name.isEmpty() ? key : name, xml.text());
      } else if (xml.starts("desc")) {
        data.put("desc", xml.text());
      }
    }
    return data;
  }

  private static String label(Map<String, String> data) {
    for (var heading : new String[] {"label", "name", "desc"}) {
      for (var each : data.entrySet()) {
        if (each.getKey().equalsIgnoreCase(heading) && !each.getValue().isEmpty()) {
          return each.getValue();
        }
      }
    }
    return "";
  }
}
