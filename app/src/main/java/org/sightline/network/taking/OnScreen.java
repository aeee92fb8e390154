package org.sightline.network.taking;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.network.drawing.View;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.NodeKind;
import org.sightline.web.Words;

/// What of a map somebody has on the screen, as the address of the copies says it: a picture that
/// is taken shows the same, and says what it leaves out (`static/network/filters.js`).
///
/// @param without kinds that are not shown
/// @param only what every line that is shown is
/// @param around the one whose surroundings alone are shown, or `null`
record OnScreen(Set<NodeKind> without, Set<Only> only, @Nullable ElementId around) {

  OnScreen {
    without = Set.copyOf(without);
    only = Set.copyOf(only);
  }

  /// Of which lines only these are shown.
  enum Only {
    EVIDENCED(View.Line::evidenced),
    CONCERN(line -> line.protects().equals("OF_CONCERN") || line.protects().equals("BOTH")),
    PROTECTIVE(line -> line.protects().equals("PROTECTIVE") || line.protects().equals("BOTH")),
    HARM_OPEN(line -> line.open() > 0),
    CURRENT(line -> !line.past());

    private final Predicate<View.Line> holds;

    Only(Predicate<View.Line> holds) {
      this.holds = holds;
    }
  }

  /// What stands in an address; a part that is absent or empty leaves nothing out.
  ///
  /// @throws NotThere when it is none: a picture never shows more than was asked for
  static OnScreen of(@Nullable String without, @Nullable String only, @Nullable String around) {
    return new OnScreen(
        chosen(NodeKind.class, without, NodeKind::name),
        chosen(Only.class, only, OnScreen::key),
        around == null || around.isEmpty() ? null : ElementId.of(around));
  }

  private static <E extends Enum<E>> Set<E> chosen(
      Class<E> kind, @Nullable String typed, Function<E, String> key) {
    var chosen = EnumSet.noneOf(kind);
    if (typed == null || typed.isEmpty()) {
      return chosen;
    }
    for (String each : typed.split(",", -1)) {
      chosen.add(
          Stream.of(Objects.requireNonNull(kind.getEnumConstants()))
              .filter(one -> key.apply(one).equals(each))
              .findFirst()
              .orElseThrow(NotThere::new));
    }
    return chosen;
  }

  boolean isAll() {
    return without.isEmpty() && only.isEmpty() && around == null;
  }

  /// What is left of a map.
  ///
  /// @throws Refused when the one it is about is not on it any more
  View of(View map, Words words) {
    var near = near(map, words);
    var nodes =
        map.nodes().stream()
            .filter(node -> !without.contains(NodeKind.valueOf(node.kind())))
            .filter(node -> near == null || near.contains(node.id()))
            .toList();
    var shown = nodes.stream().map(View.Node::id).collect(Collectors.toSet());
    var lines =
        map.lines().stream()
            .filter(line -> only.stream().allMatch(each -> each.holds.test(line)))
            .filter(line -> shown.contains(line.from()) && shown.contains(line.to()))
            .toList();
    return new View(map.last(), nodes, lines, map.gone());
  }

  private @Nullable Set<String> near(View map, Words words) {
    if (around == null) {
      return null;
    }
    String middle = around.toString();
    if (name(map).isEmpty()) {
      throw new Refused(words.say("network.taking.screen.gone"));
    }
    var near = new HashSet<String>(Set.of(middle));
    for (var line : map.lines()) {
      if (line.from().equals(middle)) {
        near.add(line.to());
      } else if (line.to().equals(middle)) {
        near.add(line.from());
      }
    }
    return near;
  }

  private String name(View map) {
    return map.nodes().stream()
        .filter(node -> node.id().equals(String.valueOf(around)))
        .map(View.Node::label)
        .findFirst()
        .orElse("");
  }

  /// What is shown of a map, and what is left out.
  String said(View map, Words words) {
    var shown = of(map, words);
    var said = new ArrayList<String>();
    said.add(
        words.say(
            "network.map.out",
            shown.nodes().size(),
            map.nodes().size(),
            shown.lines().size(),
            map.lines().size()));
    if (!without.isEmpty()) {
      said.add(listed("network.map.out.kinds", "network.node.", sorted(without), words));
    }
    if (!only.isEmpty()) {
      said.add(listed("network.map.out.lines", "network.map.filters.", sorted(only), words));
    }
    if (around != null) {
      said.add(words.say("network.map.out.around", name(map)));
    }
    return String.join(" ", said);
  }

  private static <E extends Enum<E>> List<E> sorted(Set<E> chosen) {
    return chosen.stream().sorted().toList();
  }

  private static <E extends Enum<E>> String listed(
      String sentence, String prefix, List<E> chosen, Words words) {
    return words.say(
        sentence,
        chosen.stream()
            .map(each -> words.say(prefix + key(each)))
            .collect(Collectors.joining(", ")));
  }

  /// The same as it stands in an address, with the question mark; empty for all of it.
  String query() {
    String parts =
        parts().entrySet().stream()
            .map(part -> part.getKey() + "=" + part.getValue())
            .collect(Collectors.joining("&"));
    return parts.isEmpty() ? "" : "?" + parts;
  }

  /// By the names of the parts of an address.
  Map<String, String> parts() {
    var parts = new TreeMap<String, String>();
    if (!without.isEmpty()) {
      parts.put("without", joined(sorted(without), NodeKind::name));
    }
    if (!only.isEmpty()) {
      parts.put("only", joined(sorted(only), OnScreen::key));
    }
    if (around != null) {
      parts.put("around", around.toString());
    }
    return parts;
  }

  private static <E> String joined(List<E> all, Function<E, String> key) {
    return all.stream().map(key).collect(Collectors.joining(","));
  }

  private static String key(Enum<?> each) {
    return each.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
