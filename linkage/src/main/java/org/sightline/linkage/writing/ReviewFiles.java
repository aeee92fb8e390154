package org.sightline.linkage.writing;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.sightline.linkage.Linkage;
import org.sightline.linkage.RowChecks;
import org.sightline.linkage.cleaning.Field;
import org.sightline.linkage.cleaning.Headings;
import org.sightline.linkage.clustering.Judgement;
import org.sightline.linkage.reading.Rows;
import org.sightline.linkage.reading.Table;

/// What whoever judges pairs works with: `review.csv` with both rows side by side and an empty
/// column for the judgement, but no weight, so that the first look is a blind one;
/// `waterfalls.csv` with the steps of each of these pairs, for the second look; and
/// `judgements.csv` with what was judged before, by the rows it is about now.
final class ReviewFiles {

  private static final int MOST_OTHER_COLUMNS = 20;

  private final Linkage linkage;
  private final List<OpenPairs.Pair> pairs;
  private final RowChecks checks;

  ReviewFiles(Linkage linkage, OpenPairs open) {
    this.linkage = linkage;
    this.pairs = open.inOrder();
    this.checks = new RowChecks(linkage.records());
  }

  void review(OutputStream out) throws IOException {
    var columns = columns();
    var text = head("judgement", "check_l", "check_r");
    columns.keySet().forEach(name -> text.cell(name + "_l").cell(name + "_r"));
    text.end();
    var rows = rows(columns);
    for (var pair : pairs) {
      names(text, pair.left(), pair.right()).cell("");
      text.cell(checks.of(pair.left())).cell(checks.of(pair.right()));
      var left = rows.getOrDefault(pair.left(), List.of());
      var right = rows.getOrDefault(pair.right(), List.of());
      for (int c = 0; c < columns.size(); c++) {
        text.cell(harmless(left.get(c))).cell(harmless(right.get(c)));
      }
      text.end();
    }
    out.write(text.bytes());
  }

  void waterfalls(OutputStream out) throws IOException {
    var text = head("step", "of", "says", "weight").end();
    for (var pair : pairs) {
      int number = 1;
      var waterfall = linkage.explain(pair.left(), pair.right(), pair.pattern());
      for (var step : waterfall.steps()) {
        names(text, pair.left(), pair.right()).cell(number++).cell(step.of()).cell(step.says());
        text.cell(bits(step.weight())).end();
      }
      names(text, pair.left(), pair.right()).cell(number).cell("together").cell("the sum of these");
      text.cell(bits(waterfall.weight())).end();
    }
    out.write(text.bytes());
  }

  void judgements(OutputStream out) throws IOException {
    var text = head("judgement", "check_l", "check_r").end();
    for (Judgement judged : linkage.judgements()) {
      names(text, judged.left(), judged.right());
      text.cell(judged.answer().name().toLowerCase(Locale.ROOT));
      text.cell(checks.of(judged.left())).cell(checks.of(judged.right())).end();
    }
    out.write(text.bytes());
  }

  private static String bits(double weight) {
    return String.format(Locale.ROOT, "%.2f", weight);
  }

  private static CsvText head(String... more) {
    var text = new CsvText().cell("list_l").cell("row_l").cell("list_r").cell("row_r");
    for (var each : more) {
      text.cell(each);
    }
    return text;
  }

  private CsvText names(CsvText text, int left, int right) {
    for (int row : new int[] {left, right}) {
      var place = linkage.placeOf(row);
      text.cell(linkage.lists().get(place.list()).name()).cell(place.row());
    }
    return text;
  }

  /// What is compared under the name of its meaning, whatever each list calls it; then the other
  /// columns, as many as can be looked at.
  ///
  /// @return for each name and each list the place of the column, or -1
  private Map<String, int[]> columns() {
    var tables = linkage.tables();
    var columns = new LinkedHashMap<String, int[]>();
    for (var field : Field.values()) {
      var places = tables.stream().mapToInt(t -> place(t, field)).toArray();
      for (int place : places) {
        if (place >= 0) {
          columns.put(field.label(), places);
        }
      }
    }
    var others = new LinkedHashSet<String>();
    tables.forEach(t -> others.addAll(linkage.columnsOf(t).others()));
    others.stream()
        .filter(name -> !name.isEmpty() && !columns.containsKey(name))
        .limit(MOST_OTHER_COLUMNS)
        .forEach(
            name ->
                columns.put(
                    name, tables.stream().mapToInt(t -> t.headings().indexOf(name)).toArray()));
    return columns;
  }

  private static int place(Table table, Field field) {
    return Headings.of(table.headings()).places().getOrDefault(field, -1);
  }

  /// The wanted rows as they stand in their lists.
  private Map<Integer, List<String>> rows(Map<String, int[]> columns) {
    var wanted = new TreeSet<Integer>();
    pairs.forEach(p -> wanted.addAll(List.of(p.left(), p.right())));
    var rows = new HashMap<Integer, List<String>>();
    for (int list = 0; list < linkage.tables().size(); list++) {
      var table = linkage.tables().get(list);
      int of = list;
      int first = linkage.records().listStarts()[list];
      for (int slice = 0; slice < table.parts().size(); slice++) {
        int end = first + table.parts().get(slice).rows();
        if (!wanted.subSet(first, end).isEmpty()) {
          int[] row = {first};
          table
              .source()
              .forEachTaken(
                  slice,
                  cells -> {
                    if (wanted.contains(row[0])) {
                      rows.put(row[0], texts(cells, of, columns));
                    }
                    row[0]++;
                  });
        }
        first = end;
      }
    }
    return rows;
  }

  private static List<String> texts(Rows cells, int list, Map<String, int[]> columns) {
    var texts = new ArrayList<String>();
    columns.values().forEach(c -> texts.add(c[list] < 0 ? "" : cells.text(c[list])));
    return texts;
  }

  /// A spreadsheet takes these signs at the beginning of a cell for a formula.
  private static String harmless(String value) {
    return !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
  }
}
