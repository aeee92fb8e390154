package org.sightline.documents.tables;

import java.util.Arrays;

/// The door for tables that people bring: CSV with whatever separator and encoding it has, or a
/// spreadsheet of the kind XLSX. Believes the bytes, never the name. Keeps nothing.
public final class TableReading {

  private static final byte[] PACKED = {'P', 'K', 3, 4};
  private static final byte[] OLD_SPREADSHEET = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

  private final TableLimits limits;

  public TableReading(TableLimits limits) {
    this.limits = limits;
  }

  /// The first sheet of a spreadsheet, or the whole of a text file.
  ///
  /// @throws UnreadableTable when it is empty, too large, or neither of the two
  public Table read(byte[] file) throws UnreadableTable {
    if (file.length == 0) {
      throw new UnreadableTable("The file is empty. Choose the file again.");
    }
    if (file.length > limits.bytes()) {
      throw new UnreadableTable(
          "The file has more than %d MB. Split it, or leave out columns you do not need."
              .formatted(limits.bytes() / 1_000_000));
    }
    if (startsWith(file, OLD_SPREADSHEET)) {
      throw new UnreadableTable(
          "This is an old kind of spreadsheet (.xls), or one with a password. Open it, save it as"
              + " .xlsx or .csv without a password, and choose that file.");
    }
    var table =
        startsWith(file, PACKED)
            ? new Spreadsheet(limits).read(file)
            : new SeparatedText(limits).read(file);
    if (table.rows().isEmpty()) {
      throw new UnreadableTable("There is nothing in the file but empty rows.");
    }
    return table;
  }

  private static boolean startsWith(byte[] file, byte[] start) {
    return file.length >= start.length
        && Arrays.equals(file, 0, start.length, start, 0, start.length);
  }
}
