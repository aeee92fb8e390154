package org.sightline.network.drawing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.network.Freshness;
import org.sightline.network.Maps.News;
import org.sightline.network.Maps.Sight;
import org.sightline.network.map.Asking;
import org.sightline.network.map.Difference;
import org.sightline.network.map.Element;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.ElementKind;
import org.sightline.network.map.Field;
import org.sightline.network.map.NodeKind;
import org.sightline.network.map.Picture;
import org.sightline.network.sentences.Sentences;
import org.sightline.network.sentences.Sources;
import org.sightline.web.Dates;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// Turns a map into what the screen shows of it.
@Component
public class Views {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final Sentences sentences;
  private final Questions questions;
  private final Freshness freshness;
  private final Words words;
  private final Clock clock;

  Views(Sentences sentences, Questions questions, Freshness freshness, Words words, Clock clock) {
    this.sentences = sentences;
    this.questions = questions;
    this.freshness = freshness;
    this.words = words;
    this.clock = clock;
  }

  /// The whole map.
  public View whole(Sight sight) {
    return whole(sight, freshness.since(today()));
  }

  /// The same as it looked on another day.
  ///
  /// @param fresh the first day whose word was still fresh then (B93)
  public View whole(Sight sight, LocalDate fresh) {
    var picture = sight.picture();
    return new View(
        picture.last(),
        picture.on(ElementKind.NODE).stream().map(this::node).toList(),
        picture.on(ElementKind.LINE).stream().map(line -> line(sight, line, fresh)).toList(),
        List.of());
  }

  /// What is different since, and what depends on it: the lines of a node whose name changed, the
  /// line a report is about, both of two nodes that turned out to be one.
  View since(News news) {
    var picture = news.sight().picture();
    var touched = withNeighbours(picture, news.touched());
    var fresh = freshness.since(today());
    var nodes =
        picture.on(ElementKind.NODE).stream().filter(each -> touched.contains(each.id())).toList();
    var lines =
        picture.on(ElementKind.LINE).stream().filter(each -> touched.contains(each.id())).toList();
    nodes.forEach(each -> touched.remove(each.id()));
    lines.forEach(each -> touched.remove(each.id()));
    return new View(
        picture.last(),
        nodes.stream().map(this::node).toList(),
        lines.stream().map(line -> line(news.sight(), line, fresh)).toList(),
        touched.stream().map(ElementId::toString).toList());
  }

  /// The whole map as it may leave: no young person is named as a source, not even to members.
  public View outward(Sight sight) {
    return whole(new Sight(sight.picture(), false, false));
  }

  public static Sources sources(Sight sight) {
    return sight.member() ? Sources.MEMBERS : Sources.OTHERS;
  }

  public LocalDate today() {
    return LocalDate.now(clock.withZone(LONDON));
  }

  public View.Node node(Element node) {
    var kind = NodeKind.valueOf(node.value(Field.KIND));
    return new View.Node(
        node.id().toString(),
        kind.name(),
        node.value(Field.LABEL),
        said(node, kind),
        !node.value(Field.KEY).isEmpty(),
        node.value(Field.BEARING),
        node.value(Field.PIN),
        node.value(Field.AT),
        tag(node),
        node.value(Field.ALIASES));
  }

  private View.Line line(Sight sight, Element line, LocalDate fresh) {
    var picture = sight.picture();
    return new View.Line(
        line.id().toString(),
        picture.shown(ElementId.of(line.value(Field.FROM))).toString(),
        picture.shown(ElementId.of(line.value(Field.TO))).toString(),
        line.value(Field.LINE_KIND),
        line.value(Field.STRENGTH),
        line.value(Field.INFLUENCE),
        line.value(Field.PROTECTS),
        isEvidenced(picture, line),
        Difference.isFaded(new Difference.State(picture, fresh), line.id()),
        line.value(Field.CURRENT).equals("NO"),
        Asking.unasked(picture, line).size(),
        sentences.line(picture, line, sources(sight)),
        stands(picture, line, fresh));
  }

  /// What the look of a line says, in words, as of today.
  String stands(Picture picture, Element line) {
    return stands(picture, line, freshness.since(today()));
  }

  private String stands(Picture picture, Element line, LocalDate fresh) {
    var stands = new ArrayList<String>();
    stands.add(
        words.say(isEvidenced(picture, line) ? "network.stands.seen" : "network.stands.heard"));
    if (line.value(Field.CURRENT).equals("NO")) {
      stands.add(words.say("network.stands.over"));
    }
    if (Difference.isFaded(new Difference.State(picture, fresh), line.id())) {
      var last = lastWord(picture, line);
      stands.add(
          last == null
              ? words.say("network.stands.faded-unsaid")
              : words.say("network.stands.faded", Dates.day(last)));
    }
    return String.join(", ", stands);
  }

  private static @Nullable LocalDate lastWord(Picture picture, Element line) {
    return Stream.concat(
            picture.reports(line.id()).stream().map(report -> report.value(Field.WHEN)),
            line.answer(Field.CONFIRMED).stream())
        .map(LocalDate::parse)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private String said(Element node, NodeKind kind) {
    var said = new ArrayList<String>();
    said.add(questions.kind(kind));
    node.answer(Field.ALIASES).ifPresent(names -> said.add(words.say("network.is.also", names)));
    node.answer(Field.PART_IN_GROUP)
        .map(part -> part.toLowerCase(Locale.ROOT).replace('_', '-'))
        .ifPresent(part -> said.add(words.say("network.is.part." + part)));
    node.answer(Field.KEY).ifPresent(yes -> said.add(words.say("network.is.key")));
    node.answer(Field.BEARING)
        .ifPresent(
            bearing ->
                said.add(
                    words.say(
                        "network.is.bearing."
                            + bearing.toLowerCase(java.util.Locale.ROOT).replace('_', '-'))));
    node.answer(Field.OUTSIDE).ifPresent(yes -> said.add(words.say("network.is.outside")));
    node.answer(Field.SERVICES).ifPresent(known -> said.add(is("services", known)));
    node.answer(Field.CHANGES_ONLINE).ifPresent(how -> said.add(is("changes-online", how)));
    node.answer(Field.HAPPENED_ON).map(LocalDate::parse).map(Dates::day).ifPresent(said::add);
    node.answer(Field.THEME).ifPresent(said::add);
    return String.join(", ", said);
  }

  private String is(String what, String value) {
    return words.say(
        "network.is.%s.%s"
            .formatted(what, value.toLowerCase(java.util.Locale.ROOT).replace('_', '-')));
  }

  private String tag(Element node) {
    if (node.answer(Field.FOUND).isPresent()) {
      return words.say("network.gap.tag");
    }
    return node.answer(Field.DUE).map(LocalDate::parse).map(Dates::day).orElse("");
  }

  private static boolean isEvidenced(Picture picture, Element line) {
    return picture.reports(line.id()).stream()
        .anyMatch(
            report ->
                report.value(Field.SEEN_OR_HEARD).equals("SEEN")
                    || !report.value(Field.BY_THE_POLICE).isEmpty());
  }

  private static Set<ElementId> withNeighbours(Picture picture, Set<ElementId> touched) {
    var all = new HashSet<ElementId>();
    for (var id : touched) {
      var element = picture.find(id);
      if (element == null) {
        continue;
      }
      if (element.kind() == ElementKind.REPORT) {
        all.add(ElementId.of(element.value(Field.ON)));
      } else {
        all.add(id);
        all.add(picture.shown(id));
      }
    }
    picture
        .everyLine()
        .filter(
            line ->
                isAmong(picture, all, line.value(Field.FROM))
                    || isAmong(picture, all, line.value(Field.TO)))
        .forEach(line -> all.add(line.id()));
    return all;
  }

  private static boolean isAmong(Picture picture, Set<ElementId> ids, String end) {
    var id = ElementId.of(end);
    return ids.contains(id) || ids.contains(picture.shown(id));
  }
}
