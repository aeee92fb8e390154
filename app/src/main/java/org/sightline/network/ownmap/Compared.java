package org.sightline.network.ownmap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.network.map.Element;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.ElementKind;
import org.sightline.network.map.Field;
import org.sightline.network.map.LineKind;
import org.sightline.network.map.Picture;

/// A young person's own map beside the map of the professionals (B73). Somebody is the same on both
/// only where a person has confirmed it; an equal name is a proposal.
///
/// @param me who they are on our map, as it was confirmed, or `null`
/// @param meMaybe who they could be there
public record Compared(
    @Nullable Join me,
    List<Element> meMaybe,
    List<OnlyThey> onlyThey,
    List<OnlyWe> onlyWe,
    List<Both> both) {

  /// @param join that holds although our map has no line to them, or `null`
  /// @param maybe who it could be on our map
  public record OnlyThey(Someone someone, @Nullable Join join, List<Element> maybe) {}

  /// @param lines from the young person to them on our map
  public record OnlyWe(Element node, List<Element> lines) {}

  /// @param lines from the young person to them on our map
  /// @param differently in what; empty when it is seen alike
  public record Both(
      Someone someone,
      Join join,
      Element node,
      List<Element> lines,
      Set<Differently> differently) {}

  /// In what the two maps differ, as the young person sees it.
  public enum Differently {
    CLOSER,
    LESS_CLOSE,
    OVER,
    NOT_OVER,
    GOOD,
    TROUBLE,
    FAMILY,
    FRIENDS
  }

  /// The questions that ask who does them good, who would help, and with whom there was trouble.
  private static final Set<Integer> GOOD = Set.of(3, 5);

  private static final int TROUBLE = 10;

  /// @param picture as the reader may see it
  /// @param name of the young person, and their `record` if there is one
  public static Compared of(Drawn drawn, Picture picture, String name, @Nullable UUID record) {
    var nodes = new TreeMap<ElementId, Element>();
    picture.on(ElementKind.NODE).forEach(node -> nodes.put(node.id(), node));
    var joins = new HashMap<UUID, Join>();
    var taken = new HashSet<ElementId>();
    for (var join : drawn.joins()) {
      var node = new ElementId(join.node());
      if (picture.find(node) != null && nodes.containsKey(picture.shown(node))) {
        joins.put(join.someone(), join);
        taken.add(picture.shown(node));
      }
    }
    var me = joins.get(drawn.id());
    var lines =
        me == null
            ? Map.<ElementId, List<Element>>of()
            : linesFrom(picture, picture.shown(new ElementId(me.node())));
    var free = nodes.values().stream().filter(node -> !taken.contains(node.id())).toList();
    var onlyThey = new ArrayList<OnlyThey>();
    var both = new ArrayList<Both>();
    for (var one : drawn.map().people()) {
      var join = joins.get(one.id());
      if (join == null) {
        onlyThey.add(new OnlyThey(one, null, called(free, one.name())));
        continue;
      }
      var node = picture.shown(new ElementId(join.node()));
      var between = lines.getOrDefault(node, List.of());
      var element = nodes.get(node);
      if (between.isEmpty() || element == null) {
        onlyThey.add(new OnlyThey(one, join, List.of()));
      } else {
        both.add(new Both(one, join, element, between, differently(drawn.map(), one, between)));
      }
    }
    var onlyWe = new ArrayList<OnlyWe>();
    lines.forEach(
        (node, between) -> {
          var element = nodes.get(node);
          if (element != null && !taken.contains(node)) {
            onlyWe.add(new OnlyWe(element, between));
          }
        });
    return new Compared(
        me,
        me == null ? maybeMe(free, name, record) : List.of(),
        onlyThey,
        onlyWe,
        List.copyOf(both));
  }

  public List<Both> seenDifferently() {
    return both.stream().filter(one -> !one.differently().isEmpty()).toList();
  }

  public List<Both> seenAlike() {
    return both.stream().filter(one -> one.differently().isEmpty()).toList();
  }

  private static Map<ElementId, List<Element>> linesFrom(Picture picture, ElementId me) {
    var lines = new TreeMap<ElementId, List<Element>>();
    for (var line : picture.on(ElementKind.LINE)) {
      var from = picture.shown(ElementId.of(line.value(Field.FROM)));
      var to = picture.shown(ElementId.of(line.value(Field.TO)));
      if (from.equals(me) != to.equals(me)) {
        lines.computeIfAbsent(from.equals(me) ? to : from, none -> new ArrayList<>()).add(line);
      }
    }
    return lines;
  }

  private static Set<Differently> differently(OwnMap map, Someone one, List<Element> lines) {
    var differently = EnumSet.noneOf(Differently.class);
    int strength =
        lines.stream()
            .map(line -> line.value(Field.STRENGTH))
            .filter(value -> value.matches("[1-5]"))
            .mapToInt(Integer::parseInt)
            .max()
            .orElse(0);
    if (strength > 0 && strength <= 2 && one.ring() == 1) {
      differently.add(Differently.CLOSER);
    }
    if (strength >= 4 && one.ring() == Someone.RINGS) {
      differently.add(Differently.LESS_CLOSE);
    }
    boolean over = lines.stream().allMatch(line -> line.value(Field.CURRENT).equals("NO"));
    if (one.usedToBe() != over) {
      differently.add(over ? Differently.NOT_OVER : Differently.OVER);
    }
    boolean concern = has(lines, Field.PROTECTS, "OF_CONCERN");
    boolean protects = has(lines, Field.PROTECTS, "PROTECTIVE");
    if (concern && !protects && GOOD.stream().anyMatch(n -> pointsAt(map, n, one))) {
      differently.add(Differently.GOOD);
    }
    if (protects && !concern && pointsAt(map, TROUBLE, one)) {
      differently.add(Differently.TROUBLE);
    }
    boolean kindSaid =
        Arrays.stream(LineKind.values()).anyMatch(kind -> has(lines, Field.LINE_KIND, kind.name()));
    if (one.kind() == Someone.Kind.FAMILY
        && kindSaid
        && !has(lines, Field.LINE_KIND, LineKind.FAMILY.name())) {
      differently.add(Differently.FAMILY);
    }
    if (one.kind() == Someone.Kind.FRIEND
        && has(lines, Field.LINE_KIND, LineKind.IN_CONFLICT.name())) {
      differently.add(Differently.FRIENDS);
    }
    return differently;
  }

  private static boolean pointsAt(OwnMap map, int question, Someone one) {
    var reply = map.replies().get(question);
    return reply != null && reply.people().contains(one.id());
  }

  private static boolean has(List<Element> lines, Field field, String value) {
    return lines.stream().anyMatch(line -> line.value(field).equals(value));
  }

  private static List<Element> maybeMe(List<Element> nodes, String name, @Nullable UUID record) {
    var same =
        nodes.stream()
            .filter(node -> record != null && node.value(Field.RECORD).equals(record.toString()))
            .toList();
    return same.isEmpty() ? called(nodes, name) : same;
  }

  /// Those of this name, or with it among their other names.
  private static List<Element> called(List<Element> nodes, String name) {
    String plain = plain(name);
    return nodes.stream()
        .filter(
            node ->
                plain(node.value(Field.LABEL)).equals(plain)
                    || Arrays.stream(node.value(Field.ALIASES).split("[,;\\n]"))
                        .anyMatch(alias -> plain(alias).equals(plain)))
        .toList();
  }

  private static String plain(String name) {
    return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.UK);
  }
}
