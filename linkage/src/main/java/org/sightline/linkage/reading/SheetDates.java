package org.sightline.linkage.reading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/// Dates of a spreadsheet: numbers of days that the format of their cell shows as a date. They are
/// handed on as people see them, in ISO 8601, and not as numbers.
///
/// @param since1904 whether the workbook counts its days from 1904, as old Macintoshes did
record SheetDates(boolean since1904) {

  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
  private static final LocalDate DAY_ZERO_OF_1904 = LocalDate.of(1904, 1, 1);

  /// Excel takes 1900 for a leap year; before that day its numbers are one less.
  private static final int FIRST_TRUE_DAY = 61;

  private static final int DAYS_UP_TO_9999 = 2_958_465;
  private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);
  private static final DateTimeFormatter WITH_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  /// @return nothing where the cell is no date
  @Nullable String dateOf(Cell cell) {
    if (cell.getType() != CellType.NUMBER && cell.getType() != CellType.FORMULA
        || !isDate(cell.getDataFormatId(), cell.getDataFormatString())) {
      return null;
    }
    var raw = cell.getRawValue();
    return raw != null && raw.matches("[0-9.]+(?:[eE][+-]?[0-9]{1,2})?")
        ? iso(new BigDecimal(raw))
        : null;
  }

  private @Nullable String iso(BigDecimal serial) {
    if (serial.compareTo(BigDecimal.valueOf(DAYS_UP_TO_9999)) > 0) {
      return null;
    }
    long days = serial.longValue();
    long seconds =
        serial
            .subtract(BigDecimal.valueOf(days))
            .multiply(SECONDS)
            .setScale(0, RoundingMode.HALF_UP)
            .longValue();
    LocalDateTime at = day(days).atStartOfDay().plusSeconds(seconds);
    return seconds == 0 ? at.toLocalDate().toString() : at.format(WITH_TIME);
  }

  private LocalDate day(long days) {
    if (since1904) {
      return DAY_ZERO_OF_1904.plusDays(days);
    }
    return DAY_ZERO.plusDays(days < FIRST_TRUE_DAY ? days + 1 : days);
  }

  /// By the numbers of the built-in formats (ECMA-376, part 1, 18.8.30), or by a year or a day in a
  /// format of one's own.
  private static boolean isDate(@Nullable Integer id, @Nullable String format) {
    if (id != null
        && (id >= 14 && id <= 17 || id == 22 || id >= 27 && id <= 36 || id >= 50 && id <= 58)) {
      return true;
    }
    if (format == null) {
      return false;
    }
    var signs =
        format
            .toLowerCase(Locale.ROOT)
            .replaceAll("\"[^\"]*\"|\\\\.|_.|\\[[^]]*]|general|standard", "");
    return signs.matches(".*[yd].*");
  }
}
