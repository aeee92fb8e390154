package org.sightline.network.bringing;

import java.util.ArrayList;
import java.util.EnumMap;
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
import org.sightline.network.bringing.KnownLines.Ends;
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
  private final KnownLines before;
  private final Map<Told, ElementId> done = new HashMap<>();
  private final Set<Ends> linked = new HashSet<>();
  private final Set<Reported> reported = new HashSet<>();
  private final Set<String> twice = new TreeSet<>();
  private int known;
  private int confirmed;
  private int drawn;
  private int gone;
  private int called;
  private int folded;

  private Bringing(Picture picture, Incoming file, Choices choices) {
    this.picture = picture;
    this.file = file;
    this.choices = choices;
    this.strengths = isStrength(file);
    this.before = new KnownLines(picture, choices.spoken());
  }

  /// What comes of it.
  ///
  /// @param edit `null` when nothing does
  /// @param known who is on the map already
  /// @param confirmed lines that were on the map already and have one more who says so
  /// @param gone lines that are taken off
  /// @param called who came as what the file itself calls them
  /// @param folded lines of the file that say again what another one of it says
  /// @param twice names that two have, on the map or in the file: they came as somebody new
  record Result(
      @Nullable Edit edit,
      int added,
      int known,
      int drawn,
      int confirmed,
      int gone,
      int called,
      int folded,
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
        folded,
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

  /// Those of which the file says what they are come first, so that each finds its own.
  private void bringLines() {
    var rest = new ArrayList<Incoming.Line>();
    for (var line : file.lines()) {
      var link = Link.of(line, choices);
      if (link.isNothing()) {
        rest.add(line);
      } else {
        bring(line, link);
      }
    }
    rest.forEach(line -> bring(line, Link.NOTHING));
  }

  private void bring(Incoming.Line line, Link link) {
    var from = nodes.get(line.from());
    var to = nodes.get(line.to());
    if (from == null || to == null) {
      return;
    }
    var ends = new Ends(from, to);
    linked.add(ends);
    if (!line.directed()) {
      linked.add(ends.turned());
    }
    var same = done.get(new Told(ends, link));
    if (same == null && !line.directed()) {
      same = done.get(new Told(ends.turned(), link));
    }
    if (same != null) {
      folded++;
      report(same, line);
      return;
    }
    var there = before.claim(ends, line.directed(), link);
    if (there == null) {
      done.put(new Told(ends, link), draw(line, ends));
    } else {
      confirm(line, link, there);
      done.put(new Told(ends, link), there.id());
    }
  }

  private ElementId draw(Incoming.Line line, Ends ends) {
    var id = ElementId.random();
    say(id, Field.FROM, ends.from().toString());
    say(id, Field.TO, ends.to().toString());
    say(id, Field.LINE_KIND, kind(line));
    say(id, Field.CURRENT, current(line));
    weigh(id, line);
    say(id, Field.NARRATIVE, note(withWeight(line)));
    report(id, line);
    drawn++;
    return id;
  }

  /// What our own files say of whether a line still holds.
  private static String current(Incoming.Line line) {
    String current = line.answers().getOrDefault("current", "");
    return Set.of("YES", "NO", Field.NOT_KNOWN).contains(current) ? current : "";
  }

  private String kind(Incoming.Line line) {
    String kind = choices.spoken().line(line.answers());
    return kind.isEmpty() ? choices.lineKind() : kind;
  }

  private void confirm(Incoming.Line line, Link link, Element there) {
    boolean isBack = !there.isOn();
    if (isBack) {
      changes.add(new Change(there.id(), Field.OFF, ""));
      drawn++;
    } else {
      confirmed++;
    }
    if (there.value(Field.LINE_KIND).isEmpty()) {
      say(there.id(), Field.LINE_KIND, link.kind());
    }
    if (choices.isLater()) {
      say(there.id(), Field.CONFIRMED, evidence(line).getOrDefault(Field.WHEN, ""));
      weigh(there.id(), line);
    }
    boolean isOver = there.value(Field.CURRENT).equals("NO");
    if (choices.isLater() || isBack && isOver) {
      String current = current(line);
      say(there.id(), Field.CURRENT, current.isEmpty() ? "YES" : current);
    }
    report(there.id(), line);
  }

  /// A second row that says the same of the same two is one more who says so, where the file tells
  /// who does.
  private void report(ElementId line, Incoming.Line of) {
    var evidence = evidence(of);
    if (!reported.add(new Reported(line, evidence))) {
      return;
    }
    var report = ElementId.random();
    say(report, Field.ON, line.toString());
    evidence.forEach((field, value) -> say(report, field, value));
  }

  /// What the file says goes before what was asked for all of it.
  private Map<Field, String> evidence(Incoming.Line line) {
    var evidence = new EnumMap<Field, String>(Field.class);
    evidence.putAll(choices.report());
    own(line.said())
        .forEach(
            (field, value) -> {
              if (!value.isEmpty()) {
                evidence.put(field, value);
              }
            });
    return evidence;
  }

  /// What a line of a file says itself of what it rests on.
  static Map<Field, String> own(Incoming.Said said) {
    return Map.of(
        Field.ROLE, said.role(),
        Field.AGENCY, said.agency(),
        Field.SEEN_OR_HEARD, said.how(),
        Field.WHEN, said.when());
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
    } else if (isTimes(weight)) {
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
    if (file.lines().isEmpty()) {
      before.speakOf(Link.of(choices));
    }
    for (var line : picture.on(ElementKind.LINE)) {
      if (before.isOver(line, inFile, linked)) {
        say(line.id(), Field.OFF, choices.gone());
        gone++;
      }
    }
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

  /// What stands in the file, also a number that is neither a strength nor how often.
  private Map<String, String> withWeight(Incoming.Line line) {
    var weight = line.weight();
    var answers = line.answers();
    boolean isSaid =
        weight == null
            || strengths
            || isTimes(weight)
            || answers.keySet().stream().anyMatch("weight"::equalsIgnoreCase);
    if (isSaid) {
      return answers;
    }
    var all = new LinkedHashMap<>(answers);
    all.put("weight", String.valueOf(weight));
    return all;
  }

  private static boolean isTimes(double weight) {
    return weight >= 1 && weight <= 9_999 && weight == Math.rint(weight);
  }

  private record Told(Ends ends, Link link) {}

  private record Reported(ElementId line, Map<Field, String> evidence) {}
}
