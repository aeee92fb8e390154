package org.sightline.network.exchange;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sightline.network.exchange.Incoming.Line;

/// The exchange format of i2 Analyst's Notebook (`.anx`): items of a chart, each an entity or a
/// link between two. A link with an arrow at one end goes that way.
final class Analyst {

  private final SafeXml xml;
  private final Gathering gathering = new Gathering();

  private Analyst(SafeXml xml) {
    this.xml = xml;
  }

  static Incoming read(byte[] file) throws UnreadableMap {
    return new Analyst(SafeXml.over(file)).read();
  }

  private Incoming read() throws UnreadableMap {
    while (xml.next()) {
      if (xml.starts("ChartItem")) {
        item();
      }
    }
    return gathering.done(true);
  }

  private void item() throws UnreadableMap {
    int row = xml.row();
    String label = xml.attribute("Label");
    var told = new LinkedHashMap<String, String>();
    tell(told, "Description", xml.attribute("Description"));
    tell(told, "Date", xml.attribute("DateTime"));
    String key = "";
    String from = "";
    String to = "";
    boolean arrow = false;
    while (!xml.ends("ChartItem") && xml.next()) {
      if (xml.starts("Entity")) {
        key = xml.attribute("EntityId");
        tell(told, "Identity", xml.attribute("Identity"));
      } else if (xml.starts("IconStyle") || xml.starts("LinkStyle")) {
        tell(told, "Type", xml.attribute("Type"));
        tell(told, "Strength", xml.attribute("Strength"));
        String arrows = xml.attribute("ArrowStyle");
        if (arrows.equals("ArrowOnTail")) {
          String end = from;
          from = to;
          to = end;
        }
        arrow = arrows.equals("ArrowOnHead") || arrows.equals("ArrowOnTail");
      } else if (xml.starts("Link")) {
        from = xml.attribute("End1Id");
        to = xml.attribute("End2Id");
      } else if (xml.starts("Attribute")) {
        tell(told, xml.attribute("AttributeClass"), xml.attribute("Value"));
      }
    }
    if (!key.isEmpty()) {
      gathering.node(key, label.isEmpty() ? told.getOrDefault("Identity", key) : label, told, row);
    } else if (!from.isEmpty() || !to.isEmpty()) {
      tell(told, "label", label);
      gathering.line(new Line(from, to, arrow, null, told, row));
    }
  }

  private static void tell(Map<String, String> told, String heading, String value) {
    if (!heading.isEmpty() && !value.isEmpty()) {
      told.put(heading, value);
    }
  }
}
