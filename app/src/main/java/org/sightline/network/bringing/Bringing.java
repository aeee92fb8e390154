package org.sightline.network.bringing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.network.exchange.Incoming;
import org.sightline.network.map.Change;
import org.sightline.network.map.Edit;
import org.sightline.network.map.Element;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.ElementKind;
import org.sightline.network.map.Field;
import org.sightline.network.map.Picture;

/// What a file would do to a map: one edit. Somebody of the same name, on the map and in the file
/// once each, is the same; nobody is ever taken off.
final class Bringing {

  private final Picture picture;
  private final Incoming file;
  private final Choices choices;
  private final boolean strengths;
  private final List<Change> changes = new ArrayList<>();
  private final Map<String, ElementId> nodes = new HashMap<>();
  private final Set<ElementId> meant = new HashSet<>();
  private final Set<String> twice = new TreeSet<>();
  private int known;
  private int confirmed;
  private int drawn;
  private int gone;
  private int called;

  private Bringing(Picture picture, Incoming file, Choices choices) {
    this.picture = picture;
    this.file = file;
    this.choices = choices;
    this.strengths = isStrength(file);
  }

  /// What comes of it.
  ///
  /// @param edit `null` when nothing does
  /// @param known who is on the map already
  /// @param confirmed lines that were on the map already and have one more who says so
  /// @param gone lines that are taken off
  /// @param called who came as what the file itself calls them
  /// @param twice names that two have, on the map or in the file: they came as somebody new
  record Result(
      @Nullable Edit edit,
      int added,
      int known,
      int drawn,
      int confirmed,
      int gone,
      int called,
      Set<String> twice) {}

  /// @param id of the edit
  static Result plan(UUID id, Picture picture, Incoming file, Choices choices) {
    return new Bringing(picture, file, choices).plan(id);
  }

  private Result plan(UUID id) {
    bringNodes();
    bringLines();
    if (choices.isLater()) {
      takeOffWhatIsOver();
    }
    var edit = changes.isEmpty() ? null : new Edit(id, changes);
    return new Result(
        edit,
        file.nodes().size() - known,
        known,
        drawn,
        confirmed,
        gone,
        called,
        Set.copyOf(twice));
  }

  private void bringNodes() {
    var onMap =
        picture.on(ElementKind.NODE).stream()
            .collect(Collectors.groupingBy(node -> plain(node.value(Field.LABEL))));
    var inFile =
        file.nodes().stream()
            .collect(Collectors.groupingBy(node -> plain(label(node)), Collectors.counting()));
    for (var node : file.nodes()) {
      String name = plain(label(node));
      var same = onMap.getOrDefault(name, List.of());
      boolean once = inFile.getOrDefault(name, 0L) == 1;
      if (same.size() == 1 && once) {
        nodes.put(node.key(), same.getFirst().id());
        known++;
        continue;
      }
      if (!same.isEmpty()) {
        twice.add(label(node));
      }
      nodes.put(node.key(), add(node));
    }
  }

  private ElementId add(Incoming.Node node) {
    var id = ElementId.random();
    String kind = choices.spoken().node(node.answers());
    called += kind.isEmpty() ? 0 : 1;
    say(id, Field.KIND, kind.isEmpty() ? choices.kind().name() : kind);
    say(id, Field.LABEL, label(node));
    say(id, Field.NOTE, note(node.answers()));
    return id;
  }

  private void bringLines() {
    var before = new LinkedHashMap<Ends, Element>();
    picture
        .everyLine()
        .forEach(
            line -> {
              var ends = ends(line);
              var other = before.get(ends);
              if (other == null || !other.isOn()) {
                before.put(ends, line);
              }
            });
    var done = new HashSet<Ends>();
    for (var line : file.lines()) {
      var from = nodes.get(line.from());
      var to = nodes.get(line.to());
      if (from == null || to == null) {
        continue;
      }
      var ends = new Ends(from, to);
      boolean again = !done.add(ends) || !line.directed() && done.contains(ends.turned());
      if (again) {
        continue;
      }
      var there = before.get(ends);
      if (there == null && !line.directed()) {
        there = before.get(ends.turned());
      }
      if (there == null) {
        draw(line, from, to);
      } else {
        confirm(line, there);
      }
    }
  }

  private void draw(Incoming.Line line, ElementId from, ElementId to) {
    var id = ElementId.random();
    say(id, Field.FROM, from.toString());
    say(id, Field.TO, to.toString());
    String kind = choices.spoken().line(line.answers());
    say(id, Field.LINE_KIND, kind.isEmpty() ? choices.lineKind() : kind);
    weigh(id, line);
    say(id, Field.NARRATIVE, note(line.answers()));
    report(id);
    meant.add(id);
    drawn++;
  }

  private void confirm(Incoming.Line line, Element there) {
    meant.add(there.id());
    if (there.isOn()) {
      confirmed++;
    } else {
      changes.add(new Change(there.id(), Field.OFF, ""));
      drawn++;
    }
    if (choices.isLater()) {
      say(there.id(), Field.CONFIRMED, choices.report().getOrDefault(Field.WHEN, ""));
      weigh(there.id(), line);
    }
    report(there.id());
  }

  private void report(ElementId line) {
    var report = ElementId.random();
    say(report, Field.ON, line.toString());
    choices.report().forEach((field, value) -> say(report, field, value));
  }

  /// A number from 1 to 5 is a strength where every number of the file is; other whole numbers are
  /// how often they were seen; and what is neither is kept as words by [#note].
  private void weigh(ElementId line, Incoming.Line of) {
    var weight = of.weight();
    if (weight == null) {
      return;
    }
    if (strengths) {
      say(line, Field.STRENGTH, String.valueOf(weight.intValue()));
    } else if (weight >= 1 && weight <= 9_999 && weight == Math.rint(weight)) {
      say(line, Field.TIMES_SEEN, String.valueOf(weight.intValue()));
    }
  }

  private static boolean isStrength(Incoming file) {
    return file.lines().stream()
        .allMatch(
            line ->
                line.weight() == null
                    || line.weight() >= 1
                        && line.weight() <= 5
                        && line.weight() == Math.rint(line.weight()));
  }

  private void takeOffWhatIsOver() {
    var inFile = Set.copyOf(nodes.values());
    for (var line : picture.on(ElementKind.LINE)) {
      var ends = ends(line);
      if (inFile.contains(ends.from())
          && inFile.contains(ends.to())
          && !meant.contains(line.id())) {
        say(line.id(), Field.OFF, choices.gone());
        gone++;
      }
    }
  }

  private Ends ends(Element line) {
    return new Ends(
        picture.shown(ElementId.of(line.value(Field.FROM))),
        picture.shown(ElementId.of(line.value(Field.TO))));
  }

  private void say(ElementId element, Field field, String value) {
    if (!value.isEmpty()) {
      changes.add(new Change(element, field, value));
    }
  }

  /// What the file calls somebody, as a map can: on one line, and no longer than a name can be.
  static String label(Incoming.Node node) {
    String label = node.label().replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    if (label.isEmpty()) {
      label = node.key().replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }
    int points = label.codePointCount(0, label.length());
    return points <= 200 ? label : label.substring(0, label.offsetByCodePoints(0, 199)) + "…";
  }

  private static String note(Map<String, String> answers) {
    String note =
        answers.entrySet().stream()
            .filter(answer -> !answer.getValue().isBlank())
            .map(answer -> answer.getKey() + ": " + answer.getValue().replace("\0", "").strip())
            .collect(Collectors.joining("\n"));
    int points = note.codePointCount(0, note.length());
    return points <= 4_000 ? note : note.substring(0, note.offsetByCodePoints(0, 3_999)) + "…";
  }

  private static String plain(String label) {
    return label.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
  }

  private record Ends(ElementId from, ElementId to) {

    Ends turned() {
      return new Ends(to, from);
    }
  }
}
