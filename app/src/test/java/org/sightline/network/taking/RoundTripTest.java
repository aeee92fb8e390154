package org.sightline.network.taking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.sightline.documents.SafeCsv;
import org.sightline.documents.SafeWorkbook;
import org.sightline.documents.Stamp;
import org.sightline.network.exchange.Directions;
import org.sightline.network.exchange.Incoming;
import org.sightline.network.exchange.MapFile;
import org.sightline.network.exchange.MapWriting;
import org.sightline.network.exchange.Outgoing;
import org.sightline.network.exchange.UnreadableMap;
import org.sightline.web.Words;

/// What goes out comes in again as the same people and lines, whatever they are called.
class RoundTripTest {

  private static final Stamp STAMP =
      new Stamp("0123456789ABCDEF", 12, "Copy 12, taken by Ann Invented. For a meeting.");

  private static final List<String> NAMES =
      List.of(
          "Ann Invented",
          "Ann Invented",
          "ann invented",
          "=HYPERLINK(\"x\",\"y\")",
          "+44 20",
          "-1",
          "@SUM(A1)",
          "مها خيالي",
          "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
          "O'Madeup, \"Bo\"; <b>&amp;</b>",
          "007",
          "1899-12-31",
          "2999-01-01",
          "*Vertices 3",
          "% not a comment",
          "Zo\u00EB\u0301 de l'Invent\u00E9",
          "a | b\\c",
          "null",
          "Total");

  private static final Words WORDS = new Words();

  /// One end, the other, whether directed, and how strong.
  private record Line(String from, String to, boolean directed, Double strength)
      implements Comparable<Line> {

    @Override
    public int compareTo(Line other) {
      return toString().compareTo(other.toString());
    }
  }

  @Property(tries = 60)
  void everyFormatComesBackAsTheSamePeopleAndLines(
      @ForAll @IntRange(min = 2, max = 19) int size,
      @ForAll @IntRange(min = 0, max = 30) int lines,
      @ForAll long seed)
      throws UnreadableMap {
    var map = map(size, lines, new Random(seed));

    check(map, MapWriting.graphml(map), "map.graphml", true);
    check(map, MapWriting.gexf(map), "map.gexf", true);
    check(map, MapWriting.pajek(map), "map.net", false);
    var tables = new MapTables(map, WORDS);
    together(
        map,
        SafeCsv.of(tables.peopleHeader(), tables.people(), STAMP),
        SafeCsv.of(tables.linesHeader(), tables.lines(), STAMP));
    together(
        map,
        SafeWorkbook.of("Map", tables.peopleHeader(), tables.people(), STAMP),
        SafeWorkbook.of("Map", tables.linesHeader(), tables.lines(), STAMP));
    for (boolean directed : new boolean[] {true, false}) {
      var header = tables.matrixHeader(STAMP.line() + " " + STAMP.printedCode());
      matrix(tables, directed, SafeCsv.of(header, tables.matrix(directed)));
      matrix(tables, directed, SafeWorkbook.of("Map", header, tables.matrix(directed)));
    }
  }

  private static void check(Outgoing map, byte[] file, String name, boolean withStrengthUnknown)
      throws UnreadableMap {
    var read = MapFile.of(name, file).read(Directions.GUESS);

    assertThat(read.refused()).as(name).isEmpty();
    assertThat(read.nodes())
        .as(name)
        .extracting(Incoming.Node::label)
        .containsExactlyElementsOf(labels(map, name));
    var keys = new HashMap<String, String>();
    for (int i = 0; i < map.nodes().size(); i++) {
      keys.put(read.nodes().get(i).key(), map.nodes().get(i).id());
    }
    assertThat(lines(read, keys)).as(name).isEqualTo(lines(map, withStrengthUnknown));
  }

  private static void together(Outgoing map, byte[] people, byte[] lines) throws UnreadableMap {
    var files = List.of(MapFile.of("lines", lines), MapFile.of("people", people));

    var read = MapFile.together(files, files.stream().map(MapFile::suggested).toList());

    assertThat(read.refused()).isEmpty();
    assertThat(read.nodes())
        .extracting(Incoming.Node::label)
        .containsExactlyElementsOf(map.nodes().stream().map(Outgoing.Node::label).toList());
    assertThat(read.nodes()).allMatch(node -> node.answers().size() <= 2);
    var keys = new HashMap<String, String>();
    for (int i = 0; i < map.nodes().size(); i++) {
      keys.put(read.nodes().get(i).key(), map.nodes().get(i).id());
    }
    assertThat(lines(read, keys)).isEqualTo(lines(map, true));
  }

  private static void matrix(MapTables tables, boolean directed, byte[] file) throws UnreadableMap {
    var read =
        MapFile.of("matrix", file).read(directed ? Directions.TOLD_APART : Directions.THE_SAME);

    assertThat(read.refused()).isEmpty();
    assertThat(read.oneSided()).isEmpty();
    var rows = tables.matrix(directed);
    assertThat(read.nodes())
        .extracting(Incoming.Node::label)
        .containsExactlyElementsOf(rows.stream().map(row -> (String) row.getFirst()).toList());
    int filled = 0;
    for (int i = 0; i < rows.size(); i++) {
      for (int j = 1; j < rows.get(i).size(); j++) {
        filled += rows.get(i).get(j).equals(0) ? 0 : 1;
      }
    }
    assertThat(read.lines()).hasSize(directed ? filled : filled / 2);
  }

  /// Pajek has no quotation mark inside one; everything else keeps names to the letter.
  private static List<String> labels(Outgoing map, String name) {
    return map.nodes().stream()
        .map(node -> name.endsWith(".net") ? node.label().replace('"', '\'') : node.label())
        .toList();
  }

  private static Map<Line, Integer> lines(Incoming read, Map<String, String> ids) {
    var lines = new TreeMap<Line, Integer>();
    for (var line : read.lines()) {
      lines.merge(
          line(
              ids.getOrDefault(line.from(), "?"),
              ids.getOrDefault(line.to(), "?"),
              line.directed(),
              line.weight() == null ? 0 : line.weight()),
          1,
          Integer::sum);
    }
    return lines;
  }

  private static Map<Line, Integer> lines(Outgoing map, boolean withStrengthUnknown) {
    var lines = new TreeMap<Line, Integer>();
    for (var line : map.lines()) {
      double unknown = withStrengthUnknown ? 0 : 1;
      lines.merge(
          line(
              line.from(),
              line.to(),
              line.directed(),
              line.strength() == null ? unknown : line.strength()),
          1,
          Integer::sum);
    }
    return lines;
  }

  private static Line line(String from, String to, boolean directed, double strength) {
    boolean turned = !directed && from.compareTo(to) > 0;
    return new Line(turned ? to : from, turned ? from : to, directed, strength);
  }

  private static Outgoing map(int size, int lines, Random random) {
    var nodes = new ArrayList<Outgoing.Node>();
    for (int i = 0; i < size; i++) {
      nodes.add(
          new Outgoing.Node("n" + i, NAMES.get(i), "YOUNG_PERSON", "Young person", "", Map.of()));
    }
    var drawn = new ArrayList<Outgoing.Line>();
    for (int i = 0; i < lines; i++) {
      int from = random.nextInt(size);
      int to = (from + 1 + random.nextInt(size - 1)) % size;
      drawn.add(
          new Outgoing.Line(
              "n" + from,
              "n" + to,
              random.nextBoolean() ? "FRIENDS" : "",
              random.nextBoolean(),
              random.nextInt(3) == 0 ? null : 1 + random.nextInt(5),
              random.nextBoolean() ? "OF_CONCERN" : "",
              NAMES.get(from) + " and " + NAMES.get(to) + " are friends.",
              random.nextInt(4),
              Map.of()));
    }
    return new Outgoing(nodes, drawn);
  }
}
