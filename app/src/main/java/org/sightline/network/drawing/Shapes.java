package org.sightline.network.drawing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.sightline.network.map.Element;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.ElementKind;
import org.sightline.network.map.Field;
import org.sightline.network.map.NodeKind;
import org.sightline.network.map.Picture;
import org.sightline.network.measures.Shape;
import org.sightline.network.measures.Ties;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// Says what the shape of a map shows, when somebody asks: sets and sentences, never an order or a
/// number beside a person, and nothing is stored (practice.md, The mapping meeting).
@Component
public class Shapes {

  private final Words words;

  Shapes(Words words) {
    this.words = words;
  }

  /// What can be asked.
  public enum Asked {
    CONNECTORS,
    BETWEEN,
    EDGE,
    GROUPS,
    PLACES;

    String key() {
      return "network.shape." + name().toLowerCase(Locale.ROOT);
    }
  }

  /// @param caution what it does not mean
  /// @param sets of ids of nodes
  public record Said(String sentence, String caution, List<List<String>> sets) {}

  public Said say(Picture picture, Asked asked) {
    boolean withPlaces = asked == Asked.PLACES;
    var nodes =
        picture.on(ElementKind.NODE).stream().filter(node -> counts(node, withPlaces)).toList();
    var shape = new Shape(ties(picture, nodes));
    var found =
        switch (asked) {
          case CONNECTORS -> List.<Collection<Integer>>of(shape.connectors());
          case BETWEEN -> List.<Collection<Integer>>of(shape.between());
          case EDGE -> List.<Collection<Integer>>of(shape.atTheEdge());
          case GROUPS -> groups(shape);
          case PLACES -> shared(shape, nodes);
        };
    var sets = found.stream().filter(set -> !set.isEmpty()).toList();
    return new Said(
        sentence(asked, sets, nodes),
        words.say(asked.key() + ".caution"),
        sets.stream()
            .map(set -> set.stream().map(i -> nodes.get(i).id().toString()).toList())
            .toList());
  }

  private String sentence(Asked asked, List<Collection<Integer>> sets, List<Element> nodes) {
    if (sets.isEmpty()) {
      return words.say(asked.key() + ".none");
    }
    var said =
        sets.stream()
            .map(
                set ->
                    String.join(
                        ", ",
                        set.stream().map(i -> nodes.get(i).value(Field.LABEL)).sorted().toList()))
            .toList();
    return words.say(asked.key() + ".some", String.join("; ", said));
  }

  private static List<Collection<Integer>> groups(Shape shape) {
    return shape.groups().stream()
        .filter(group -> group.size() > 1)
        .<Collection<Integer>>map(g -> g)
        .toList();
  }

  private static List<Collection<Integer>> shared(Shape shape, List<Element> nodes) {
    var places = new BitSet();
    for (int i = 0; i < nodes.size(); i++) {
      places.set(i, kind(nodes.get(i)).isPlace());
    }
    var found = new ArrayList<Collection<Integer>>();
    for (var place : shape.sharing(places)) {
      var all = new ArrayList<Integer>(place.people());
      all.add(place.place());
      found.add(all);
    }
    return found;
  }

  private static Ties ties(Picture picture, List<Element> nodes) {
    var numbers = new HashMap<ElementId, Integer>();
    nodes.forEach(node -> numbers.put(node.id(), numbers.size()));
    var pairs = new ArrayList<int[]>();
    for (var line : picture.on(ElementKind.LINE)) {
      Integer from = numbers.get(picture.shown(ElementId.of(line.value(Field.FROM))));
      Integer to = numbers.get(picture.shown(ElementId.of(line.value(Field.TO))));
      if (from != null && to != null && !line.value(Field.CURRENT).equals("NO")) {
        pairs.add(new int[] {from, to});
      }
    }
    return Ties.of(nodes.size(), pairs);
  }

  private static boolean counts(Element node, boolean withPlaces) {
    return kind(node).isPerson() || withPlaces && kind(node).isPlace();
  }

  private static NodeKind kind(Element node) {
    return NodeKind.valueOf(node.value(Field.KIND));
  }
}
