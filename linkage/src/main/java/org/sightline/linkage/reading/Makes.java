package org.sightline.linkage.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/// What a file is by its first bytes: text in one of several character sets, or a spreadsheet. What
/// is not text of one byte a sign is turned into such, in memory and never on the disk.
final class Makes {

  private static final int LOOKED_AT = 4096;
  private static final int LARGEST_IN_MEMORY = 1 << 29;

  /// Whether a number is a date is said by the format of its cell only.
  private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, false);

  private Makes() {}

  /// @param sheetsLeft how many further sheets of a spreadsheet were not read
  record Text(Bytes bytes, int sheetsLeft) {}

  static Text asText(String name, Bytes raw) {
    var head = new byte[(int) Math.min(LOOKED_AT, raw.size())];
    int length = raw.read(0, head, head.length);
    if (startsWith(head, 'P', 'K', 3, 4)) {
      return spreadsheet(name, all(name, raw));
    }
    if (startsWith(head, 0xd0, 0xcf, 0x11, 0xe0)) {
      throw new Refusal(
          "The list %s is an old or locked Excel file; save it as XLSX without a password, or as CSV."
              .formatted(name));
    }
    if (startsWith(head, '%', 'P', 'D', 'F')) {
      throw new Refusal(
          "The list %s is a PDF; ask for it as CSV or as a spreadsheet.".formatted(name));
    }
    Charset wide = wide(head, length);
    if (wide == StandardCharsets.UTF_8) {
      return new Text(raw, 0);
    }
    var text = wide.decode(ByteBuffer.wrap(all(name, raw))).toString();
    var plain = text.startsWith("\ufeff") ? text.substring(1) : text;
    return new Text(Bytes.of(plain.getBytes(StandardCharsets.UTF_8)), 0);
  }

  /// UTF-16 by its mark, or by the half of its bytes that are NUL in the languages we read.
  private static Charset wide(byte[] head, int length) {
    if (startsWith(head, 0xff, 0xfe)) {
      return StandardCharsets.UTF_16LE;
    }
    if (startsWith(head, 0xfe, 0xff)) {
      return StandardCharsets.UTF_16BE;
    }
    int even = 0;
    int odd = 0;
    for (int i = 0; i + 1 < length; i += 2) {
      even += head[i] == 0 ? 1 : 0;
      odd += head[i + 1] == 0 ? 1 : 0;
    }
    int pairs = Math.max(1, length / 2);
    if (odd * 10L > pairs * 7L && even == 0) {
      return StandardCharsets.UTF_16LE;
    }
    if (even * 10L > pairs * 7L && odd == 0) {
      return StandardCharsets.UTF_16BE;
    }
    return StandardCharsets.UTF_8;
  }

  private static boolean startsWith(byte[] head, int... first) {
    if (head.length < first.length) {
      return false;
    }
    for (int i = 0; i < first.length; i++) {
      if ((head[i] & 0xff) != first[i]) {
        return false;
      }
    }
    return true;
  }

  private static byte[] all(String name, Bytes raw) {
    if (raw.size() > LARGEST_IN_MEMORY) {
      throw new Refusal(
          "The list %s is too large for a spreadsheet or for UTF-16; save it as CSV in UTF-8."
              .formatted(name));
    }
    var bytes = new byte[(int) raw.size()];
    raw.read(0, bytes, bytes.length);
    return bytes;
  }

  private static Text spreadsheet(String name, byte[] file) {
    var text = new StringBuilder();
    int sheets;
    try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file), WITH_FORMATS);
        var rows = workbook.getFirstSheet().openStream()) {
      var width = new int[1];
      var days = new SheetDates(workbook.isDate1904());
      rows.forEach(row -> width[0] = append(row, text, width[0], days));
      sheets = (int) workbook.getSheets().count();
    } catch (IOException | RuntimeException unreadable) {
      throw new Refusal(
          "The list %s looks like a spreadsheet and cannot be read as one; save it as CSV."
              .formatted(name));
    }
    if (text.isEmpty()) {
      throw new Refusal("The first sheet of %s is empty.".formatted(name));
    }
    return new Text(Bytes.of(text.toString().getBytes(StandardCharsets.UTF_8)), sheets - 1);
  }

  /// A sheet leaves out the empty cells at the end of a row; the width of the headings puts them
  /// back.
  private static int append(Row row, StringBuilder text, int width, SheetDates days) {
    int cells = Math.max(width, row.getCellCount());
    for (int c = 0; c < cells; c++) {
      if (c > 0) {
        text.append(',');
      }
      if (c < row.getCellCount()) {
        row.getOptionalCell(c).ifPresent(cell -> text.append(quoted(value(cell, days))));
      }
    }
    text.append('\n');
    return width == 0 ? cells : width;
  }

  private static String value(Cell cell, SheetDates days) {
    var date = days.dateOf(cell);
    if (date != null) {
      return date;
    }
    if (cell.getType() == CellType.NUMBER) {
      BigDecimal number = cell.asNumber();
      return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
    var value = cell.getText();
    return value == null ? "" : value;
  }

  private static String quoted(String value) {
    boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
  }
}
