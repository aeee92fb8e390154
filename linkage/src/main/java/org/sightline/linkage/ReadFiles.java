package org.sightline.linkage;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;
import org.sightline.linkage.clustering.Judgement.Answer;
import org.sightline.linkage.comparing.Nicknames;
import org.sightline.linkage.reading.ListReading;
import org.sightline.linkage.reading.Refusal;
import org.sightline.linkage.reading.Rows;
import org.sightline.linkage.reading.Table;

/// Files other than lists that a run takes in: judgements, forms of names, and any table of ours.
public final class ReadFiles {

  private ReadFiles() {}

  /// Columns `list_l, row_l, list_r, row_r, judgement`; same, different or unsure, or nothing where
  /// nobody has judged yet. `check_l` and `check_r` may be there too; all others are passed over.
  public static List<JudgedRows> judgements(Path file) {
    var judged = new ArrayList<JudgedRows>();
    var name = String.valueOf(file.getFileName());
    try (var table = new OurTable(name, file)) {
      int[] at = table.places("list_l", "row_l", "list_r", "row_r", "judgement");
      int leftCheck = table.place("check_l");
      int rightCheck = table.place("check_r");
      table.forEach(
          (row, number) -> {
            var where = "row %d of %s".formatted(number, name);
            var answer = answer(row.text(at[4]), where);
            if (answer != null) {
              judged.add(
                  new JudgedRows(
                      row.text(at[0]).strip(),
                      number(row.text(at[1]), where),
                      row.text(at[2]).strip(),
                      number(row.text(at[3]), where),
                      answer,
                      where,
                      check(row, leftCheck, where),
                      check(row, rightCheck, where)));
            }
          });
    }
    return judged;
  }

  /// Forms of names of one's own, a group to a line; a group replaces the shipped one of the same
  /// first name.
  public static Nicknames nicknames(Path file) {
    try {
      return Nicknames.shipped().with(Files.readAllLines(file), "" + file.getFileName());
    } catch (MalformedInputException notUtf8) {
      throw new Refusal("The names of %s are not in UTF-8.".formatted(file.getFileName()));
    } catch (IOException unreadable) {
      throw new Refusal("The names %s cannot be read.".formatted(file));
    }
  }

  /// A table that an earlier run wrote, or that somebody wrote for us; whole or refused.
  public static final class OurTable implements AutoCloseable {
    private final String name;
    private final Table table;

    public OurTable(String name, Path file) {
      this.name = name;
      table = ListReading.read(name, file, found -> new int[0], new Workers(1));
      if (!table.refused().isEmpty()) {
        close();
        var first = table.refused().getFirst();
        throw new Refusal("Row %d of %s: %s.".formatted(first.row(), name, first.reason()));
      }
    }

    /// @return -1 if there is no such column
    public int place(String column) {
      return table.headings().indexOf(column);
    }

    public int[] places(String... columns) {
      var places = new int[columns.length];
      for (int c = 0; c < columns.length; c++) {
        places[c] = place(columns[c]);
        if (places[c] < 0) {
          throw new Refusal(
              "%s has no column %s; it needs %s."
                  .formatted(name, columns[c], String.join(", ", columns)));
        }
      }
      return places;
    }

    /// @param visitor gets each row and its number, from 1
    public void forEach(ObjLongConsumer<Rows> visitor) {
      var number = new long[1];
      for (int slice = 0; slice < table.source().slices(); slice++) {
        table.source().forEachTaken(slice, row -> visitor.accept(row, ++number[0]));
      }
    }

    @Override
    public void close() {
      try {
        table.source().close();
      } catch (IOException ignored) {
        // Nothing was written to it.
      }
    }
  }

  private static long number(String text, String where) {
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException notOne) {
      throw new Refusal(
          "%s%s names a row by something that is not a number; rows are counted from 1."
              .formatted(Character.toUpperCase(where.charAt(0)), where.substring(1)));
    }
  }

  private static @Nullable Answer answer(String text, String where) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "" -> null;
      case "same" -> Answer.SAME;
      case "different" -> Answer.DIFFERENT;
      case "unsure" -> Answer.UNSURE;
      default ->
          throw new Refusal(
              "The judgement in %s must be one of same, different and unsure.".formatted(where));
    };
  }

  private static String check(Rows row, int place, String where) {
    var check = place < 0 ? "" : row.text(place).strip();
    if (check.isEmpty() || check.equals(JudgedRows.NOW) || RowChecks.isOne(check)) {
      return check;
    }
    throw new Refusal(
        "A check in %s is not one that a run wrote; leave it as it was, or write \"now\"."
            .formatted(where));
  }
}
