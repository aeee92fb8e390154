package org.sightline.network.exchange;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.sightline.documents.tables.Table;
import org.sightline.network.exchange.Incoming.Line;
import org.sightline.network.exchange.Incoming.OneSided;
import org.sightline.network.exchange.Incoming.Why;

/// A table with everybody across and everybody down: what a cell holds is what the row says of the
/// column, and nought or nothing is no line.
final class Matrix {

  /// Of the pairs that one side speaks of, how many may be one-sided before we take it that the two
  /// directions are meant to differ.
  private static final double ONE_SIDED_BY_MISTAKE = 0.1;

  private final Gathering gathering = new Gathering();
  private final List<String> names;
  private final List<Table.Row> rows;
  private final double[][] says;

  private Matrix(Table table) {
    var header = table.rows().getFirst().cells();
    names = header.subList(1, header.size());
    rows = table.rows().subList(1, table.rows().size());
    says = new double[names.size()][names.size()];
  }

  /// Whether the first row and the first column name the same, in the same order.
  static boolean isOne(Table table) {
    var header = table.rows().getFirst().cells();
    int size = header.size() - 1;
    if (size < 2 || table.rows().size() != size + 1) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      String across = header.get(i + 1);
      if (across.isEmpty() || !alike(across, table.rows().get(i + 1).cell(0))) {
        return false;
      }
    }
    return new HashSet<>(header.subList(1, header.size())).size() == size;
  }

  /// Spreadsheets and statistics programs write the same name with a blank, a dot or a line.
  private static boolean alike(String one, String other) {
    return one.replaceAll("[ ._-]+", " ").equalsIgnoreCase(other.replaceAll("[ ._-]+", " "));
  }

  /// @param directions whether the two directions are told apart, or `GUESS`
  static Incoming read(Table table, Directions directions) throws UnreadableMap {
    MapLimits.require(table.rows().size() - 1 <= 5_000, "people across and down", 5_000);
    var matrix = new Matrix(table);
    return matrix.read(directions);
  }

  private Incoming read(Directions directions) throws UnreadableMap {
    for (int i = 0; i < names.size(); i++) {
      gathering.node(names.get(i), rows.get(i).cell(0), Map.of(), rows.get(i).number());
      says(i, rows.get(i));
    }
    boolean directed = directions.told(this::looksDirected);
    for (int i = 0; i < names.size(); i++) {
      for (int j = 0; j < names.size(); j++) {
        if (i == j && says[i][j] != 0) {
          gathering.refuse(rows.get(i).number(), names.get(i), Why.TO_ITSELF);
        } else if (directed && says[i][j] != 0) {
          line(i, j, true, says[i][j]);
        } else if (!directed && i < j) {
          pair(i, j);
        }
      }
    }
    return gathering.done(true);
  }

  private void pair(int one, int other) throws UnreadableMap {
    double forth = says[one][other];
    double back = says[other][one];
    if (forth != back) {
      gathering.oneSided(new OneSided(names.get(one), names.get(other), forth, back));
    }
    if (forth != 0 || back != 0) {
      line(one, other, false, Math.max(forth, back));
    }
  }

  private void line(int from, int to, boolean directed, double weight) throws UnreadableMap {
    gathering.line(
        new Line(
            names.get(from), names.get(to), directed, weight, Map.of(), rows.get(from).number()));
  }

  private void says(int one, Table.Row row) throws UnreadableMap {
    if (row.cells().size() > names.size() + 1) {
      gathering.refuse(row.number(), row.cell(names.size() + 1), Why.OTHER_WIDTH);
    }
    for (int j = 0; j < names.size(); j++) {
      String cell = row.cell(j + 1);
      var number = cell.isEmpty() ? Double.valueOf(0) : Gathering.number(cell);
      if (number == null) {
        gathering.refuse(row.number(), cell, Why.NO_NUMBER);
      } else {
        says[one][j] = number;
      }
    }
  }

  private boolean looksDirected() {
    int pairs = 0;
    int different = 0;
    for (int i = 0; i < names.size(); i++) {
      for (int j = i + 1; j < names.size(); j++) {
        if (says[i][j] != 0 || says[j][i] != 0) {
          pairs++;
          different += says[i][j] == says[j][i] ? 0 : 1;
        }
      }
    }
    return different > pairs * ONE_SIDED_BY_MISTAKE;
  }
}
