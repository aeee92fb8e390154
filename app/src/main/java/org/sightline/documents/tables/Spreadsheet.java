package org.sightline.documents.tables;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/// A spreadsheet of the kind XLSX, its first sheet. What a formula last gave is read; no formula is
/// worked out.
final class Spreadsheet {

  private static final int MOST_PARTS = 2_000;

  /// A format with a day, a month or a year in it, outside of text in quotes and colours.
  private static final Pattern DATE =
      Pattern.compile("(?i)[^\"\\[]*(?:yy|d{1,2}[^a-z]|mmm).*", Pattern.DOTALL);

  private final TableLimits limits;

  Spreadsheet(TableLimits limits) {
    this.limits = limits;
  }

  Table read(byte[] file) throws UnreadableTable {
    requireModest(file);
    try (var workbook =
            new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, false));
        var rows = workbook.getFirstSheet().openStream()) {
      var read = new ArrayList<Table.Row>();
      for (var row : (Iterable<Row>) rows::iterator) {
        var cells = cells(row);
        if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
          read.add(new Table.Row(row.getRowNum(), cells));
        }
        if (read.size() > limits.rows()) {
          throw new UnreadableTable("The sheet has more than %,d rows.".formatted(limits.rows()));
        }
      }
      return new Table(read);
    } catch (IOException | RuntimeException broken) {
      throw new UnreadableTable(
          "The spreadsheet is damaged or of a kind we cannot read. Open it, save it as .xlsx or"
              + " .csv, and choose that file.");
    }
  }

  private java.util.List<String> cells(Row row) throws UnreadableTable {
    if (row.getCellCount() > limits.columns()) {
      throw new UnreadableTable(
          "Row %d has more than %,d columns.".formatted(row.getRowNum(), limits.columns()));
    }
    var cells = new ArrayList<String>();
    for (var cell : row) {
      cells.add(cell == null ? "" : text(cell).strip());
    }
    return cells;
  }

  private static String text(Cell cell) {
    if (cell.getType() != CellType.NUMBER && cell.getType() != CellType.FORMULA) {
      return cell.getText();
    }
    if (isDate(cell)) {
      return cell.asDate().toLocalDate().toString();
    }
    return cell.getType() == CellType.NUMBER
        ? cell.asNumber().stripTrailingZeros().toPlainString()
        : String.valueOf(cell.getRawValue() == null ? "" : cell.getRawValue());
  }

  private static boolean isDate(Cell cell) {
    String format = cell.getDataFormatString();
    return cell.getType() == CellType.NUMBER
        && format != null
        && !format.equals("General")
        && DATE.matcher(format + " ").matches();
  }

  /// Unpacks everything once without keeping it: a few bytes can be gigabytes.
  private void requireModest(byte[] file) throws UnreadableTable {
    long unpacked = 0;
    int parts = 0;
    var kept = new byte[64 * 1024];
    try (var zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(file)).get()) {
      for (var entry : Collections.list(zip.getEntries())) {
        parts++;
        try (var part = zip.getInputStream(entry)) {
          int read;
          while ((read = part.read(kept)) >= 0) {
            unpacked += read;
            if (unpacked > limits.unpacked() || parts > MOST_PARTS) {
              throw new UnreadableTable(
                  "The spreadsheet is too large inside. Save the sheet you need as .csv, and choose"
                      + " that file.");
            }
          }
        }
      }
    } catch (IOException | RuntimeException broken) {
      throw new UnreadableTable(
          "The spreadsheet is damaged. Open it, save it as .xlsx or .csv, and choose that file.");
    }
  }
}
