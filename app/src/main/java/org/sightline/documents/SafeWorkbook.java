package org.sightline.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// A table as a spreadsheet of the kind XLSX that runs nothing (EX-05): what is text is written as
/// text and stays text when somebody types it again; only numbers are numbers.
public final class SafeWorkbook {

  private static final int LONGEST_CELL = 32_000;
  private static final String TEXT = "@";

  private SafeWorkbook() {}

  /// The same with a stamp, as one more column at the end, as [SafeCsv] has it.
  ///
  /// @param name of the sheet; no person's
  public static byte[] of(
      String name,
      List<String> header,
      List<? extends List<? extends @Nullable Object>> rows,
      Stamp stamp) {
    return write(
        name,
        sheet -> {
          write(sheet, header, rows);
          int last = header.size();
          cell(sheet, 0, last, stamp.line() + " " + stamp.printedCode());
          for (int row = 1; row <= rows.size(); row++) {
            cell(sheet, row, last, stamp.printedCode());
          }
        });
  }

  /// Without a column for a stamp: the caller has put it into the header.
  public static byte[] of(
      String name, List<String> header, List<? extends List<? extends @Nullable Object>> rows) {
    return write(name, sheet -> write(sheet, header, rows));
  }

  private interface Content {
    void on(Worksheet sheet);
  }

  private static byte[] write(String name, Content content) {
    var bytes = new ByteArrayOutputStream();
    try (var book = new Workbook(bytes, "Sightline", "1.0")) {
      content.on(book.newWorksheet(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(
      Worksheet sheet, List<String> header, List<? extends List<? extends @Nullable Object>> rows) {
    sheet.freezePane(0, 1);
    for (int column = 0; column < header.size(); column++) {
      cell(sheet, 0, column, header.get(column));
      sheet.style(0, column).bold().wrapText(true).format(TEXT).set();
    }
    for (int row = 0; row < rows.size(); row++) {
      if (rows.get(row).size() != header.size()) {
        throw new IllegalArgumentException(
            "Row %d has %d cells, the header has %d"
                .formatted(row + 1, rows.get(row).size(), header.size()));
      }
      for (int column = 0; column < header.size(); column++) {
        cell(sheet, row + 1, column, rows.get(row).get(column));
      }
    }
  }

  private static void cell(Worksheet sheet, int row, int column, @Nullable Object value) {
    switch (value) {
      case null -> {}
      case Number number -> sheet.value(row, column, number);
      default -> {
        sheet.value(row, column, fitting(value.toString()));
        sheet.style(row, column).format(TEXT).set();
      }
    }
  }

  /// Without what XML cannot hold, and no longer than a cell can be.
  private static String fitting(String text) {
    String plain = text.replaceAll("[\\p{Cntrl}\\p{Cs}\\uFFFE\\uFFFF&&[^\n\t]]", "");
    return plain.length() <= LONGEST_CELL
        ? plain
        : plain.substring(0, plain.offsetByCodePoints(0, LONGEST_CELL / 2)) + "…";
  }
}
