package org.sightline.network.versions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
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
  private static final Set<String> NOT_NAMED = Set.of("left", "lost", "gaps-taken-off");

  private final Sentences sentences;
  private final Words words;

  Differences(Sentences sentences, Words words) {
    this.sentences = sentences;
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
    for (var section : sections(between, Sources.OTHERS)) {
      boolean isPast = NOT_NAMED.contains(section.key());
      int shown = isPast ? 0 : Math.min(most, section.sentences().size());
      printed.add(
          new DifferencePage.Section(
              section.key(),
              section.sentences().subList(0, shown),
              section.sentences().size() - shown));
    }
    return printed;
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
    add(sections, "left", before, parts(before, difference.left()), this::node);
    add(sections, "joined", after, parts(after, difference.joined()), this::node);
    add(sections, "formed", after, difference.formed(), line(after, sources));
    add(sections, "lost", before, difference.lost(), line(before, sources));
    add(sections, "confirmed", after, difference.confirmed(), line(after, sources));
    add(sections, "faded", after, difference.faded(), line(after, sources));
    add(sections, "changed", after, difference.changed(), changed(before, after, sources));
    add(sections, "gaps-opened", after, gaps(after, difference.joined()), this::node);
    add(sections, "gaps-answered", after, answered(before, after), this::found);
    add(sections, "gaps-taken-off", before, gaps(before, difference.left()), this::node);
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
