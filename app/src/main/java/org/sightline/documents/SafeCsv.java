package org.sightline.documents;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A table as CSV that a spreadsheet cannot run (EX-05): RFC 4180, UTF-8 with a byte-order mark.
///
/// Text that starts with `= + - @`, a tab, a carriage return, a line feed, NUL, or the full-width
/// forms of the signs gets a `'` in front, also when white space comes first; and so does what
/// follows a semicolon, a tab, a bar or a line break inside a text. A program that cuts lines at
/// one of these, and not at commas, loses count of the quotes in the second cell, and would take
/// what follows for a cell of its own. A cell given as a number stays a number, minus sign and all;
/// a cell that is `null` stays empty.
///
/// Every row must be as wide as the header, or the row is refused by its number.
public final class SafeCsv {

  /// All text stands in quotes: otherwise a spreadsheet set to semicolons or tabs would take what
  /// follows one inside a text for a cell of its own, and run it.
  private static final QuoteStrategy TEXT_IN_QUOTES =
      new QuoteStrategy() {
        @Override
        public boolean quoteValue(int line, int field, String value) {
          return !value.matches("-?\\d+(\\.\\d+)?");
        }
      };

  private static final String DANGEROUS = "=+-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20";

  /// Characters that show nothing: some spreadsheets skip them and look at the next.
  private static final String UNSEEN = "\uFEFF\u200B\u200C\u200D\u200E\u200F\u2060\u00AD";

  /// What some program takes for the end of a cell or a line, where something comes after it that a
  /// spreadsheet would run.
  private static final String CUT_BEFORE = "(?<=[;\\t|\\r\\n])";

  private static final String RUNS =
      "(?=[\\p{Zs}" + UNSEEN + "]*[=+\\-@\0\uFF1D\uFF0B\uFF0D\uFF20])";

  private static final Pattern INSIDE = Pattern.compile(CUT_BEFORE + RUNS);
  private static final Pattern MARK_INSIDE = Pattern.compile(CUT_BEFORE + "'" + RUNS);

  private SafeCsv() {}

  /// The same with a stamp, as one more column at the end: its heading says who took the copy, when
  /// and for what, each row has the code. The table stays a table to every program, and a row that
  /// is copied elsewhere takes its code along (`docs/concepts/exports.md`).
  public static byte[] of(
      List<String> header, List<? extends List<? extends @Nullable Object>> rows, Stamp stamp) {
    var wider = new ArrayList<>(header);
    wider.add(stamp.line() + " " + stamp.printedCode());
    var stamped =
        rows.stream()
            .map(
                row -> {
                  var more = new ArrayList<@Nullable Object>(row);
                  more.add(stamp.printedCode());
                  return more;
                })
            .toList();
    return of(wider, stamped);
  }

  /// The bytes of a file. Cells are text, numbers, or `null`.
  public static byte[] of(
      List<String> header, List<? extends List<? extends @Nullable Object>> rows) {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
    try (var csv =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.CRLF)
            .quoteStrategy(TEXT_IN_QUOTES)
            .build(bytes, StandardCharsets.UTF_8)) {
      csv.writeRecord(header.stream().map(SafeCsv::text).toList());
      for (int i = 0; i < rows.size(); i++) {
        csv.writeRecord(record(rows.get(i), header.size(), i + 1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /// What stood in a cell before it was written here: without the `'` in front of what a
  /// spreadsheet would run.
  public static String unmarked(String cell) {
    String inside = MARK_INSIDE.matcher(cell).replaceAll("");
    String rest = inside.startsWith("'") ? inside.substring(1) : inside;
    for (String before : List.of(rest, inside)) {
      if (text(before).equals(cell)) {
        return before;
      }
    }
    return cell;
  }

  private static List<String> record(List<? extends @Nullable Object> row, int width, int number) {
    if (row.size() != width) {
      throw new IllegalArgumentException(
          "Row %d has %d cells, the header has %d".formatted(number, row.size(), width));
    }
    return row.stream().map(SafeCsv::cell).toList();
  }

  private static String cell(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Number number -> number.toString();
      default -> text(value.toString());
    };
  }

  private static String text(String value) {
    String inside = INSIDE.matcher(value).replaceAll("'");
    var first = firstThatCounts(value);
    return first >= 0 && DANGEROUS.indexOf(first) >= 0 ? "'" + inside : inside;
  }

  /// The first character a spreadsheet would look at: some skip blanks, marks and controls first.
  private static int firstThatCounts(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean skipped = Character.isSpaceChar(c) || UNSEEN.indexOf(c) >= 0;
      if (!skipped) {
        return c;
      }
    }
    return -1;
  }
}
