package org.sightline.network.versions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sightline.network.SealedMaps;
import org.sightline.network.map.Element;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.ElementKind;
import org.sightline.network.map.Field;
import org.sightline.network.map.NodeKind;
import org.sightline.network.map.Picture;
import org.sightline.network.sentences.Sentences;
import org.sightline.network.sentences.Sources;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// Says what is different: in one sentence, and part by part. Gaps are counted apart from people
/// and places.
@Component
class Differences {

  /// What names those who left: counted on paper, and no more.
  private static final Set<String> NOT_NAMED = Set.of("left", "gaps-taken-off");

  private final Sentences sentences;
  private final ChangedNodes nodes;
  private final Words words;

  Differences(Sentences sentences, ChangedNodes nodes, Words words) {
    this.sentences = sentences;
    this.nodes = nodes;
    this.words = words;
  }

  /// What is different, for those who work on it.
  List<DifferencePage.Section> sections(SealedMaps.Between between) {
    return sections(between, Sources.MEMBERS);
  }

  /// The same for paper: no young person is named as a source, and nobody who left is named
  /// (AC-08).
  ///
  /// @param most sentences in one section
  List<DifferencePage.Section> printed(SealedMaps.Between between, int most) {
    var printed = new ArrayList<DifferencePage.Section>();
    int unnamed = unnamed(between);
    for (var section : sections(between, Sources.OTHERS)) {
      boolean isLost = section.key().equals("lost");
      int all = section.sentences().size();
      int named = NOT_NAMED.contains(section.key()) ? 0 : isLost ? all - unnamed : all;
      var sentences = isLost ? stillThere(between) : section.sentences();
      int shown = Math.min(most, named);
      printed.add(
          new DifferencePage.Section(section.key(), sentences.subList(0, shown), all - shown));
    }
    return printed;
  }

  private int unnamed(SealedMaps.Between between) {
    return between.difference().lost().size() - stillThere(between).size();
  }

  /// The lines that were lost between two who are both on the later map.
  private List<String> stillThere(SealedMaps.Between between) {
    var before = between.earlier().sight().picture();
    var after = between.later().sight().picture();
    var on = new HashSet<ElementId>();
    after.on(ElementKind.NODE).forEach(node -> on.add(node.id()));
    return between.difference().lost().stream()
        .map(before::find)
        .filter(line -> line != null && isAmong(on, after, line))
        .map(line -> line == null ? "" : sentences.line(before, line, Sources.OTHERS))
        .sorted(String.CASE_INSENSITIVE_ORDER)
        .toList();
  }

  private static boolean isAmong(Set<ElementId> on, Picture after, Element line) {
    return Stream.of(Field.FROM, Field.TO)
        .allMatch(end -> on.contains(after.shown(ElementId.of(line.value(end)))));
  }

  /// "2 left, 1 joined, 3 lines confirmed, 4 faded."
  String counts(List<DifferencePage.Section> sections) {
    var said =
        sections.stream()
            .map(
                section ->
                    words.count(
                        "network.difference.count." + section.key(),
                        section.sentences().size() + section.more()))
            .toList();
    return said.isEmpty()
        ? words.say("network.difference.none")
        : words.say("network.difference.counts", String.join(", ", said));
  }

  private List<DifferencePage.Section> sections(SealedMaps.Between between, Sources sources) {
    var before = between.earlier().sight().picture();
    var after = between.later().sight().picture();
    var difference = between.difference();
    var sections = new ArrayList<DifferencePage.Section>();
    var left = without(difference.left(), difference.merged());
    var joined = without(difference.joined(), difference.parted());
    add(sections, "left", before, parts(before, left), this::node);
    add(sections, "joined", after, parts(after, joined), this::node);
    add(sections, "merged", before, difference.merged(), nodes.merged(after));
    add(sections, "parted", after, difference.parted(), nodes.parted(before));
    add(sections, "formed", after, difference.formed(), line(after, sources));
    add(sections, "lost", before, difference.lost(), line(before, sources));
    add(sections, "over", after, difference.over(), line(after, sources));
    add(sections, "unsure", after, difference.unsure(), line(after, sources));
    add(sections, "confirmed", after, difference.confirmed(), line(after, sources));
    add(sections, "told", after, difference.told(), line(after, sources));
    add(sections, "faded", after, difference.faded(), line(after, sources));
    add(sections, "changed", after, difference.changed(), changed(before, after, sources));
    add(
        sections,
        "different",
        after,
        parts(after, difference.different()),
        nodes.different(before));
    add(sections, "gaps-opened", after, gaps(after, joined), this::node);
    add(sections, "gaps-answered", after, answered(before, after), this::found);
    add(sections, "gaps-taken-off", before, gaps(before, left), this::node);
    return sections;
  }

  private static void add(
      List<DifferencePage.Section> sections,
      String key,
      Picture of,
      Collection<ElementId> ids,
      Function<Element, String> sentence) {
    var said = new ArrayList<String>();
    for (var id : ids) {
      var element = of.find(id);
      if (element != null) {
        said.add(sentence.apply(element));
      }
    }
    if (!said.isEmpty()) {
      said.sort(String.CASE_INSENSITIVE_ORDER);
      sections.add(new DifferencePage.Section(key, said, 0));
    }
  }

  private String node(Element node) {
    return node.value(Field.LABEL);
  }

  private String found(Element gap) {
    return words.say("network.difference.found", gap.value(Field.LABEL), gap.value(Field.FOUND));
  }

  private Function<Element, String> line(Picture picture, Sources sources) {
    return line -> sentences.line(picture, line, sources);
  }

  private Function<Element, String> changed(Picture before, Picture after, Sources sources) {
    return line -> {
      var was = before.find(line.id());
      String now = sentences.line(after, line, sources);
      return was == null
          ? now
          : words.say("network.difference.before", now, sentences.line(before, was, sources));
    };
  }

  private static Set<ElementId> without(Set<ElementId> all, Set<ElementId> others) {
    var rest = new TreeSet<>(all);
    rest.removeAll(others);
    return rest;
  }

  private static List<ElementId> parts(Picture of, Collection<ElementId> ids) {
    return ids.stream().filter(id -> !isGap(of.find(id))).toList();
  }

  private static List<ElementId> gaps(Picture of, Collection<ElementId> ids) {
    return ids.stream().filter(id -> isGap(of.find(id))).toList();
  }

  private static List<ElementId> answered(Picture before, Picture after) {
    return after.on(ElementKind.NODE).stream()
        .filter(node -> isGap(node) && !node.value(Field.FOUND).isEmpty())
        .map(Element::id)
        .filter(
            id -> {
              var was = before.find(id);
              return was != null && was.value(Field.FOUND).isEmpty();
            })
        .toList();
  }

  private static boolean isGap(@org.jspecify.annotations.Nullable Element node) {
    return node != null && node.value(Field.KIND).equals(NodeKind.GAP.name());
  }
}
