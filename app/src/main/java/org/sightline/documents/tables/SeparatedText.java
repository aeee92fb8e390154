package org.sightline.documents.tables;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;

/// A text file with a row on each line: commas, semicolons, tabs, bars or spaces between.
final class SeparatedText {

  /// In the order in which a tie is settled.
  private static final char[] SEPARATORS = {',', ';', '\t', '|', ' '};

  private static final int ROWS_TO_JUDGE_BY = 50;
  private static final int LONGEST_CELL = 100_000;

  /// What spreadsheets write into a first line to say which separator they used.
  private static final Pattern SAID = Pattern.compile("\\A\"?sep=([,;\\t|])\"?\\R");

  private final TableLimits limits;

  SeparatedText(TableLimits limits) {
    this.limits = limits;
  }

  Table read(byte[] file) throws UnreadableTable {
    String text = TextEncoding.decode(file);
    var said = SAID.matcher(text);
    if (said.find()) {
      return table(text.substring(said.end()), said.group(1).charAt(0), 1);
    }
    return table(text, likeliest(text), 0);
  }

  private Table table(String text, char separator, int before) throws UnreadableTable {
    var rows = new ArrayList<Table.Row>();
    boolean spans = false;
    try (var reader = reader(text, separator)) {
      for (var record : reader) {
        var row = row(record, before);
        spans = record.getFields().stream().anyMatch(cell -> cell.indexOf('\n') >= 0);
        if (row.cells().size() > limits.columns()) {
          throw new UnreadableTable(
              "Row %d has more than %,d columns.".formatted(row.number(), limits.columns()));
        }
        if (row.cells().stream().anyMatch(cell -> !cell.isEmpty())) {
          rows.add(row);
        }
        if (rows.size() > limits.rows()) {
          throw new UnreadableTable("The file has more than %,d rows.".formatted(limits.rows()));
        }
      }
    } catch (CsvParseException broken) {
      throw open(rows);
    } catch (java.io.IOException impossible) {
      throw new java.io.UncheckedIOException(impossible);
    }
    // The rest of the file in one cell: a quotation mark that nothing closes.
    if (spans && text.chars().filter(c -> c == '"').count() % 2 == 1) {
      throw open(rows);
    }
    return new Table(rows);
  }

  private static UnreadableTable open(List<Table.Row> rows) {
    return new UnreadableTable(
        "From row %d on, the file cannot be read: a quotation mark is opened and not closed, or a"
                .formatted(rows.isEmpty() ? 1 : rows.getLast().number())
            + " cell is longer than %,d characters.".formatted(LONGEST_CELL));
  }

  private static Table.Row row(CsvRecord record, int before) {
    return new Table.Row(
        Math.toIntExact(record.getStartingLineNumber()) + before,
        record.getFields().stream().map(String::strip).toList());
  }

  /// The separator that gives the most of its rows the same number of cells, and more than one.
  private static char likeliest(String text) {
    char best = ',';
    double most = 0;
    for (char separator : SEPARATORS) {
      double score = score(widths(text, separator), separator);
      if (score > most) {
        best = separator;
        most = score;
      }
    }
    return best;
  }

  private static List<Integer> widths(String text, char separator) {
    var widths = new ArrayList<Integer>();
    try (var reader = reader(text, separator)) {
      for (var record : reader) {
        if (!record.getFields().stream().allMatch(String::isBlank)) {
          widths.add(record.getFieldCount());
        }
        if (widths.size() == ROWS_TO_JUDGE_BY) {
          break;
        }
      }
    } catch (CsvParseException | java.io.IOException | java.io.UncheckedIOException broken) {
      return List.of();
    }
    return widths;
  }

  /// Which part of the rows has the width that most of them have, when that is wider than one cell;
  /// of two that agree as much, the one with more rows. A text of several lines in one cell may
  /// have many semicolons in it, and still not in every row. A space separates only where all rows
  /// agree: prose would be a table otherwise.
  private static double score(List<Integer> widths, char separator) {
    var counts = new HashMap<Integer, Integer>();
    widths.stream()
        .filter(width -> width > 1)
        .forEach(width -> counts.merge(width, 1, Integer::sum));
    int most = counts.values().stream().max(Integer::compare).orElse(0);
    return most == 0 || separator == ' ' && most < widths.size()
        ? 0
        : (double) most / widths.size() + most / 1e6;
  }

  private static CsvReader<CsvRecord> reader(String text, char separator) {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .skipEmptyLines(true)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .trimWhitespacesAroundQuotes(true)
        .maxBufferSize(16 * 1024 * 1024)
        .ofCsvRecord(text);
  }
}
