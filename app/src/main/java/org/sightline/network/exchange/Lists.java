package org.sightline.network.exchange;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sightline.documents.tables.Table;
import org.sightline.network.exchange.Incoming.Line;
import org.sightline.network.exchange.Incoming.Said;
import org.sightline.network.exchange.Incoming.Why;

/// Lists of people and lists of lines, one heading to a column. Several together make one picture:
/// Network Canvas exports a list of people and one of lines for each kind of line.
final class Lists {

  private static final Set<String> DIRECTED = Set.of("directed", "true", "yes", "1");

  private static final Set<String> UNDIRECTED = Set.of("undirected", "false", "no", "0");

  private final Gathering gathering = new Gathering();
  private final LocalDate today;
  private boolean listed;

  /// @param today the last day on which anything can have been seen or heard
  Lists(LocalDate today) {
    this.today = today;
  }

  Incoming done() throws UnreadableMap {
    return gathering.done(listed);
  }

  /// @param file its name, where there are several
  /// @param kind of the lines, as the name of the file tells, or empty
  void add(String file, Table table, Columns columns, String kind) throws UnreadableMap {
    gathering.reading(file);
    var headings = table.rows().getFirst().cells();
    for (var row : table.rows().subList(1, table.rows().size())) {
      if (row.cells().size() > headings.size()
          && row.cells().stream().skip(headings.size()).anyMatch(cell -> !cell.isEmpty())) {
        gathering.refuse(row.number(), row.cell(headings.size()), Why.OTHER_WIDTH);
      } else if (columns.isOfLines()) {
        line(headings, row, columns, kind);
      } else {
        listed = true;
        person(headings, row, columns);
      }
    }
  }

  private void person(List<String> headings, Table.Row row, Columns columns) throws UnreadableMap {
    gathering.node(
        cell(row, columns.key()),
        cell(row, columns.label()),
        answers(headings, row, columns),
        row.number());
  }

  private void line(List<String> headings, Table.Row row, Columns columns, String kind)
      throws UnreadableMap {
    String weight = cell(row, columns.weight());
    @Nullable Double number = weight.isEmpty() ? null : Gathering.number(weight);
    if (!weight.isEmpty() && number == null) {
      gathering.refuse(row.number(), weight, Why.NO_NUMBER);
      return;
    }
    Said said;
    try {
      said = said(row, columns.said());
    } catch (SayingSo.Unfit unfit) {
      gathering.refuse(row.number(), unfit.value(), unfit.why());
      return;
    }
    var answers = answers(headings, row, columns);
    if (!kind.isEmpty()) {
      answers.putIfAbsent("kind", kind);
    }
    gathering.line(
        new Line(
            cell(row, columns.from()),
            cell(row, columns.to()),
            DIRECTED.contains(cell(row, columns.direction()).toLowerCase(Locale.ROOT)),
            number,
            answers,
            said,
            row.number()));
  }

  private Said said(Table.Row row, Columns.Said columns) throws SayingSo.Unfit {
    return SayingSo.read(
        cell(row, columns.role()),
        cell(row, columns.agency()),
        cell(row, columns.how()),
        cell(row, columns.when()),
        today);
  }

  private static Map<String, String> answers(
      List<String> headings, Table.Row row, Columns columns) {
    var answers = new LinkedHashMap<String, String>();
    for (int i = 0; i < headings.size(); i++) {
      if (!row.cell(i).isEmpty() && (!columns.names(i) || isMore(i, row.cell(i), columns))) {
        answers.put(headings.get(i).isEmpty() ? "Column " + (i + 1) : headings.get(i), row.cell(i));
      }
    }
    return answers;
  }

  /// A column that is called as if it told the direction, and tells something else.
  private static boolean isMore(int column, String cell, Columns columns) {
    String plain = cell.strip().toLowerCase(Locale.ROOT);
    return columns.direction() != null
        && columns.direction() == column
        && !DIRECTED.contains(plain)
        && !UNDIRECTED.contains(plain);
  }

  private static String cell(Table.Row row, @Nullable Integer column) {
    return column == null ? "" : row.cell(column);
  }
}
