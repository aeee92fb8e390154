package org.sightline.network.taking;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.sightline.network.Maps.Sight;
import org.sightline.network.drawing.View;
import org.sightline.network.exchange.Outgoing;
import org.sightline.network.map.Element;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.Field;
import org.sightline.network.sentences.Sentences;
import org.sightline.network.sentences.Sources;
import org.springframework.stereotype.Component;

/// A map as it goes out: with what is said beside the picture, as far as that may leave.
@Component
class GoingOut {

  private final Sentences sentences;

  GoingOut(Sentences sentences) {
    this.sentences = sentences;
  }

  Outgoing of(Sight sight, View view) {
    var notes = notes(sight);
    return new Outgoing(
        view.nodes().stream().map(node -> node(sight, node, notes)).toList(),
        view.lines().stream().map(line -> line(sight, line)).toList());
  }

  String narrative(Sight sight, View.Line line) {
    return sentences.narrative(sight.picture(), element(sight, line.id()), Sources.OTHERS);
  }

  /// By whom or what it is noted of.
  Map<ElementId, String> notes(Sight sight) {
    return sentences.notes(sight.picture(), Sources.OTHERS);
  }

  private Outgoing.Node node(Sight sight, View.Node node, Map<ElementId, String> notes) {
    var id = ElementId.of(node.id());
    var more = new HashMap<String, String>();
    more.put("aliases", node.aliases());
    more.put("part", element(sight, node.id()).value(Field.PART_IN_GROUP));
    more.put("note", notes.getOrDefault(id, ""));
    return new Outgoing.Node(
        node.id(), node.label(), node.kind(), node.said(), node.bearing(), said(more));
  }

  private Outgoing.Line line(Sight sight, View.Line line) {
    var more = new HashMap<String, String>();
    more.put("current", element(sight, line.id()).value(Field.CURRENT));
    more.put("narrative", narrative(sight, line));
    boolean isTurned = line.influence().equals("TO");
    return new Outgoing.Line(
        isTurned ? line.to() : line.from(),
        isTurned ? line.from() : line.to(),
        line.kind(),
        isTurned || line.influence().equals("FROM"),
        line.strength().matches("[1-5]") ? Integer.valueOf(line.strength()) : null,
        line.protects(),
        line.sentence(),
        line.open(),
        said(more));
  }

  private static Map<String, String> said(Map<String, String> more) {
    more.values().removeIf(String::isEmpty);
    return more;
  }

  private static Element element(Sight sight, String id) {
    return Objects.requireNonNull(sight.picture().find(ElementId.of(id)));
  }
}
