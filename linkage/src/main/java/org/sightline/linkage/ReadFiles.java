package org.sightline.linkage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sightline.linkage.PersonIds.RecordKey;
import org.sightline.linkage.clustering.Judgement.Answer;
import org.sightline.linkage.reading.ListReading;
import org.sightline.linkage.reading.Refusal;
import org.sightline.linkage.reading.Rows;

/// Files other than lists that a run takes in: judgements, and the people of an earlier run.
public final class ReadFiles {

  private ReadFiles() {}

  /// Columns `list_l, row_l, list_r, row_r, judgement`; same, different or unsure.
  public static List<JudgedRows> judgements(Path file) {
    var judged = new ArrayList<JudgedRows>();
    forEach(
        file,
        List.of("list_l", "row_l", "list_r", "row_r", "judgement"),
        (row, at) ->
            judged.add(
                new JudgedRows(
                    row.text(at[0]).strip(),
                    number(row.text(at[1]), "judgements"),
                    row.text(at[2]).strip(),
                    number(row.text(at[3]), "judgements"),
                    answer(row.text(at[4])))));
    return judged;
  }

  /// From a `people.csv` of an earlier run.
  public static Map<RecordKey, String> people(Path file) {
    var people = new HashMap<RecordKey, String>();
    forEach(
        file,
        List.of("list", "row", "person_id"),
        (row, at) ->
            people.put(
                new RecordKey(row.text(at[0]), (int) number(row.text(at[1]), "people")),
                row.text(at[2])));
    return people;
  }

  private interface Taking {
    void take(Rows row, int[] places);
  }

  private static void forEach(Path file, List<String> columns, Taking taking) {
    var name = String.valueOf(file.getFileName());
    var places = new int[columns.size()];
    var table =
        ListReading.read(
            name,
            file,
            headings -> {
              for (int c = 0; c < places.length; c++) {
                places[c] = headings.indexOf(columns.get(c));
                if (places[c] < 0) {
                  throw new Refusal(
                      "%s has no column %s; it needs %s."
                          .formatted(name, columns.get(c), String.join(", ", columns)));
                }
              }
              return new int[0];
            },
            new Workers(1));
    try (var source = table.source()) {
      if (!table.refused().isEmpty()) {
        var first = table.refused().getFirst();
        throw new Refusal("Row %d of %s: %s.".formatted(first.row(), name, first.reason()));
      }
      for (int slice = 0; slice < source.slices(); slice++) {
        source.forEachTaken(slice, row -> taking.take(row, places));
      }
    } catch (IOException unreadable) {
      throw new Refusal(name + " could not be read to its end.");
    }
  }

  private static long number(String text, String file) {
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException notOne) {
      throw new Refusal(
          "A row of the %s is named by something that is not a number; rows are counted from 1."
              .formatted(file));
    }
  }

  private static Answer answer(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "same" -> Answer.SAME;
      case "different" -> Answer.DIFFERENT;
      case "unsure" -> Answer.UNSURE;
      default -> throw new Refusal("A judgement must be one of same, different and unsure.");
    };
  }
}
