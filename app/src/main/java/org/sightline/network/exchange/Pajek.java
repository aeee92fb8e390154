package org.sightline.network.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sightline.network.exchange.Incoming.Line;
import org.sightline.network.exchange.Incoming.Why;

/// Pajek's `.net`: vertices with numbers, then arcs, edges, lists of either, or a matrix.
final class Pajek {

  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  private enum Section {
    NONE,
    VERTICES,
    ARCS,
    EDGES,
    ARCSLIST,
    EDGESLIST,
    MATRIX
  }

  private final Gathering gathering = new Gathering();
  private Section section = Section.NONE;
  private int announced;
  private int matrixRow;

  private Pajek() {}

  static boolean isOne(String text) {
    return Pattern.compile("\\A(?:\\s|%.*\\R)*\\*(?:vertices|network)\\b", Pattern.CASE_INSENSITIVE)
        .matcher(text)
        .find();
  }

  static Incoming read(String text) throws UnreadableMap {
    return new Pajek().of(text.lines().toList());
  }

  private Incoming of(List<String> rows) throws UnreadableMap {
    for (int i = 0; i < rows.size(); i++) {
      String row = rows.get(i).strip();
      if (row.startsWith("*")) {
        open(words(row), i + 1);
      } else if (!row.isEmpty() && !row.startsWith("%")) {
        take(words(row), i + 1);
      }
    }
    unnamed(rows.size());
    return gathering.done(true);
  }

  private void open(List<String> words, int row) throws UnreadableMap {
    section =
        switch (words.getFirst().substring(1).toLowerCase(Locale.ROOT)) {
          case "vertices" -> Section.VERTICES;
          case "arcs" -> Section.ARCS;
          case "edges" -> Section.EDGES;
          case "arcslist" -> Section.ARCSLIST;
          case "edgeslist" -> Section.EDGESLIST;
          case "matrix" -> Section.MATRIX;
          default -> Section.NONE;
        };
    if (section == Section.VERTICES) {
      var number = words.size() > 1 ? Gathering.number(words.get(1)) : null;
      if (number == null || number < 0) {
        throw new UnreadableMap("Row %d does not say how many vertices there are.".formatted(row));
      }
      MapLimits.require(number <= MapLimits.NODES, "people and places", MapLimits.NODES);
      announced = number.intValue();
    } else {
      unnamed(row);
    }
  }

  /// Vertices that the file announces and does not name are called by their number.
  private void unnamed(int row) throws UnreadableMap {
    for (int vertex = 1; vertex <= announced; vertex++) {
      gathering.nodeIfNew(Integer.toString(vertex), row);
    }
    announced = 0;
  }

  private void take(List<String> words, int row) throws UnreadableMap {
    switch (section) {
      case VERTICES ->
          gathering.node(words.getFirst(), words.size() > 1 ? words.get(1) : "", Map.of(), row);
      case ARCS, EDGES -> pair(words, row);
      case ARCSLIST, EDGESLIST -> {
        for (var other : words.subList(1, words.size())) {
          gathering.line(
              new Line(words.getFirst(), other, section == Section.ARCSLIST, null, Map.of(), row));
        }
      }
      case MATRIX -> matrix(words, row);
      case NONE -> {}
    }
  }

  private void pair(List<String> words, int row) throws UnreadableMap {
    if (words.size() < 2) {
      gathering.refuse(row, words.getFirst(), Why.NOBODY_AT_THE_END);
      return;
    }
    @Nullable Double weight = words.size() > 2 ? Gathering.number(words.get(2)) : null;
    if (words.size() > 2 && weight == null) {
      gathering.refuse(row, words.get(2), Why.NO_NUMBER);
      return;
    }
    boolean directed = section == Section.ARCS;
    gathering.line(new Line(words.get(0), words.get(1), directed, weight, label(words), row));
  }

  /// The one thing in words that Pajek has of a line: what stands behind the letter l.
  private static Map<String, String> label(List<String> words) {
    int mark = words.size() > 3 ? words.subList(3, words.size()).indexOf("l") + 3 : 2;
    return mark > 2 && mark + 1 < words.size() ? Map.of("label", words.get(mark + 1)) : Map.of();
  }

  private void matrix(List<String> words, int row) throws UnreadableMap {
    matrixRow++;
    for (int i = 0; i < words.size(); i++) {
      var weight = Gathering.number(words.get(i));
      if (weight == null) {
        gathering.refuse(row, words.get(i), Why.NO_NUMBER);
      } else if (weight != 0) {
        gathering.line(
            new Line(
                Integer.toString(matrixRow), Integer.toString(i + 1), true, weight, Map.of(), row));
      }
    }
  }

  private static List<String> words(String row) {
    var words = new ArrayList<String>();
    var word = WORD.matcher(row);
    while (word.find()) {
      words.add(word.group(1) == null ? word.group(2) : word.group(1));
    }
    return words;
  }
}
