package org.sightline.linkage.cleaning;

import java.time.Year;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sightline.linkage.Workers;
import org.sightline.linkage.reading.ByteDictionary;
import org.sightline.linkage.reading.Part;
import org.sightline.linkage.reading.Refusal;
import org.sightline.linkage.reading.Refused;
import org.sightline.linkage.reading.Table;
import org.sightline.linkage.reading.Texts;

/// Makes records of the tables: each distinct value is cleaned once, and each cell becomes the
/// number of its clean value.
public final class Cleaning {

  private final List<Table> tables;
  private final List<Headings> headings;
  private final int thisYear;
  private final int[] listStarts;
  private final Map<Field, int[][][]> meanings =
      Collections.synchronizedMap(new EnumMap<>(Field.class));
  private final Map<Field, ByteDictionary> values = new EnumMap<>(Field.class);
  private final List<Refused> refused = Collections.synchronizedList(new ArrayList<>());

  public Cleaning(List<Table> tables, List<Headings> headings, int thisYear) {
    this.tables = List.copyOf(tables);
    this.headings = List.copyOf(headings);
    this.thisYear = thisYear;
    listStarts = new int[tables.size() + 1];
    for (int t = 0; t < tables.size(); t++) {
      listStarts[t + 1] = Math.addExact(listStarts[t], tables.get(t).rows());
    }
  }

  /// The columns that count, in the order in which [ListReading] reads them.
  public static int[] wanted(String list, List<String> headings) {
    var known = Headings.of(headings);
    if (known.places().isEmpty()) {
      throw new Refusal(
          "None of the headings of %s is known. Its first row must name the columns, as in forename, surname, date of birth, postcode, school, UPN."
              .formatted(list));
    }
    return order(known).stream().mapToInt(f -> known.places().get(f)).toArray();
  }

  /// A value of a field as it is compared.
  public static String asCompared(Field field, String value) {
    return Cleaners.of(field, new Dates(false, Year.MAX_VALUE)).clean(value);
  }

  public Records run(Workers workers) {
    var fields = fields();
    var names = EnumSet.of(Field.FORENAME, Field.SURNAME, Field.FULL_NAME);
    var nameValues = new ByteDictionary();
    fields.forEach(f -> values.put(f, names.contains(f) ? nameValues : new ByteDictionary()));
    fields.forEach(f -> meanings.put(f, new int[tables.size()][][]));
    var alone = fields.stream().filter(f -> !names.contains(f)).toList();
    workers.run(
        alone.size() + 1,
        task -> {
          if (task == 0) {
            clean(Field.FORENAME);
            clean(Field.SURNAME);
            splitNames();
          } else {
            clean(alone.get(task - 1));
          }
        });
    int[] cells = cells(fields, workers);
    meanings.clear();
    tables.forEach(Table::forgetValues);
    return new Records(
        tables.stream().map(Table::name).toList(),
        fields,
        cells,
        fields.stream().map(values::get).toList(),
        listStarts);
  }

  /// Values that do not count, by row, column and reason.
  public List<Refused> refused() {
    return refused.stream()
        .sorted(
            Comparator.comparing((Refused r) -> indexOf(r.list()))
                .thenComparing(Refused::row)
                .thenComparing(Refused::column))
        .toList();
  }

  private int indexOf(String list) {
    for (int t = 0; t < tables.size(); t++) {
      if (tables.get(t).name().equals(list)) {
        return t;
      }
    }
    return -1;
  }

  private List<Field> fields() {
    var present = EnumSet.noneOf(Field.class);
    headings.forEach(h -> present.addAll(h.places().keySet()));
    if (present.remove(Field.FULL_NAME)) {
      present.add(Field.FORENAME);
      present.add(Field.SURNAME);
    }
    return List.copyOf(present);
  }

  private static List<Field> order(Headings headings) {
    return headings.places().keySet().stream().sorted().toList();
  }

  /// For each value of each part of each list which number it has when it is clean.
  private void clean(Field field) {
    var ofTables = meanings.get(field);
    if (ofTables == null) {
      return;
    }
    for (int t = 0; t < tables.size(); t++) {
      int place = order(headings.get(t)).indexOf(field);
      if (place >= 0) {
        ofTables[t] = clean(field, tables.get(t), place);
      }
    }
  }

  private int[][] clean(Field field, Table table, int place) {
    var clean = values(field);
    var cleaner = Cleaners.of(field, new Dates(isMonthFirst(field, table, place), thisYear));
    boolean objects = field == Field.BIRTH_DATE || field == Field.UPN || field == Field.NHS_NUMBER;
    var raw = new ByteDictionary();
    var cleanOfRaw = new int[1024];
    var objections = new ArrayList<String>(List.of(""));
    var all = new int[table.parts().size()][];
    int before = 0;
    boolean anyObjection = false;
    for (int p = 0; p < all.length; p++) {
      var part = table.parts().get(p);
      var seen = part.values(place);
      var rawOf = new int[seen.size()];
      all[p] = new int[seen.size()];
      for (int code = 1; code < seen.size(); code++) {
        int known = raw.size();
        int r = raw.codeOf(seen.pool(), seen.start(code), seen.end(code));
        rawOf[code] = r;
        if (r == known) {
          if (r == cleanOfRaw.length) {
            cleanOfRaw = Arrays.copyOf(cleanOfRaw, r * 2);
          }
          var text = Texts.of(seen, code);
          cleanOfRaw[r] = clean.codeOf(cleaner.clean(text));
          if (objects) {
            objections.add(cleaner.objection(text));
            anyObjection |= !objections.getLast().isEmpty();
          }
        }
        all[p][code] = cleanOfRaw[r];
      }
      if (anyObjection) {
        object(table, place, part, rawOf, objections, before);
      }
      before += part.rows();
    }
    return all;
  }

  private void object(
      Table table, int place, Part part, int[] rawOf, List<String> objections, int before) {
    int[] numbers = table.rowNumbers();
    var heading = table.headings().get(table.wanted()[place]);
    for (int i = 0; i < part.rows(); i++) {
      var objection = objections.get(rawOf[part.code(place, i)]);
      if (!objection.isEmpty()) {
        refused.add(new Refused(table.name(), numbers[before + i], heading, objection));
      }
    }
  }

  private static boolean isMonthFirst(Field field, Table table, int place) {
    if (field != Field.BIRTH_DATE) {
      return false;
    }
    int dayFirst = 0;
    int monthFirst = 0;
    for (var part : table.parts()) {
      var seen = part.values(place);
      for (int code = 1; code < seen.size(); code++) {
        int order = Dates.order(Texts.of(seen, code));
        dayFirst += order < 0 ? 1 : 0;
        monthFirst += order > 0 ? 1 : 0;
      }
    }
    return monthFirst > 0 && dayFirst == 0;
  }

  /// A list with one column of whole names: "Surname, Forename", or the last word the surname.
  private void splitNames() {
    for (int t = 0; t < tables.size(); t++) {
      int place = order(headings.get(t)).indexOf(Field.FULL_NAME);
      if (place < 0) {
        continue;
      }
      var parts = tables.get(t).parts();
      var forenames = new int[parts.size()][];
      var surnames = new int[parts.size()][];
      for (int p = 0; p < parts.size(); p++) {
        var seen = parts.get(p).values(place);
        forenames[p] = new int[seen.size()];
        surnames[p] = new int[seen.size()];
        for (int code = 1; code < seen.size(); code++) {
          var name = WholeName.of(Texts.of(seen, code));
          forenames[p][code] = values(Field.FORENAME).codeOf(name.forename());
          surnames[p][code] = values(Field.SURNAME).codeOf(name.surname());
        }
      }
      meanings(Field.FORENAME)[t] = forenames;
      meanings(Field.SURNAME)[t] = surnames;
    }
  }

  private int[][][] meanings(Field field) {
    return Objects.requireNonNull(meanings.get(field));
  }

  private ByteDictionary values(Field field) {
    return Objects.requireNonNull(values.get(field));
  }

  /// The numbers of all rows, each part of a list by one thread.
  private int[] cells(List<Field> fields, Workers workers) {
    var cells = new int[Math.multiplyExact(listStarts[tables.size()], fields.size())];
    for (int t = 0; t < tables.size(); t++) {
      var table = tables.get(t);
      var order = order(headings.get(t));
      var firstRows = new int[table.parts().size() + 1];
      firstRows[0] = listStarts[t];
      for (int p = 0; p < table.parts().size(); p++) {
        firstRows[p + 1] = firstRows[p] + table.parts().get(p).rows();
      }
      int list = t;
      workers.run(
          table.parts().size(),
          p -> {
            for (int f = 0; f < fields.size(); f++) {
              int[][] ofParts = meanings(fields.get(f))[list];
              if (ofParts != null) {
                int place = order.indexOf(fields.get(f));
                int[] codes =
                    table.parts().get(p).codes(place >= 0 ? place : order.indexOf(Field.FULL_NAME));
                fill(cells, firstRows[p], firstRows[p + 1], f, fields.size(), codes, ofParts[p]);
              }
            }
          });
    }
    return cells;
  }

  private static void fill(
      int[] cells, int from, int to, int field, int width, int[] codes, int[] meanings) {
    for (int row = from; row < to; row++) {
      cells[row * width + field] = meanings[codes[row - from]];
    }
  }
}
