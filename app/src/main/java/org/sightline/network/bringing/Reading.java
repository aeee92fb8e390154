package org.sightline.network.bringing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.network.exchange.Columns;
import org.sightline.network.exchange.Directions;
import org.sightline.network.exchange.Incoming;
import org.sightline.network.exchange.MapFile;
import org.sightline.network.exchange.UnreadableMap;
import org.sightline.web.Answers;

/// Reads brought files by the columns and directions that were chosen, or as the files suggest.
final class Reading {

  private Reading() {}

  /// @param today the last day on which anything can have been seen or heard
  /// @throws UnreadableMap when together they are nothing that can be read
  static Incoming read(List<MapFile> files, Answers form, LocalDate today) throws UnreadableMap {
    if (files.size() == 1 && !isList(files.getFirst())) {
      var file = files.getFirst();
      return file.read(directions(form), said(file, 0, form), today);
    }
    var columns = new ArrayList<Columns>();
    for (int i = 0; i < files.size(); i++) {
      columns.add(columns(files.get(i), i, form));
    }
    return MapFile.together(files, columns, today);
  }

  static boolean isList(MapFile file) {
    return file.format() == MapFile.Format.LINES || file.format() == MapFile.Format.PEOPLE;
  }

  /// Which field of the form asks for which meaning, and what is suggested.
  static Map<String, @Nullable Integer> asked(MapFile file, int number) {
    var asked = new LinkedHashMap<String, @Nullable Integer>();
    if (isList(file)) {
      var suggested = file.suggested();
      asked.put("from-" + number, suggested.from());
      asked.put("to-" + number, suggested.to());
      asked.put("weight-" + number, suggested.weight());
      asked.put("key-" + number, suggested.key());
      asked.put("label-" + number, suggested.label());
    }
    if (file.saysOfLines()) {
      var said = file.suggestedSaid();
      asked.put("role-" + number, said.role());
      asked.put("agency-" + number, said.agency());
      asked.put("how-" + number, said.how());
      asked.put("when-" + number, said.when());
    }
    return asked;
  }

  /// What of a form says how the files are to be read.
  static Map<String, String> chosen(List<MapFile> files, Answers form) {
    var chosen = new LinkedHashMap<String, String>();
    chosen.put("columns", form.value("columns"));
    chosen.put("directions", form.value("directions"));
    for (int i = 0; i < files.size(); i++) {
      asked(files.get(i), i).keySet().forEach(name -> chosen.put(name, form.value(name)));
    }
    return chosen;
  }

  private static Columns columns(MapFile file, int number, Answers form) throws UnreadableMap {
    var suggested = file.suggested();
    if (form.value("columns").isEmpty()) {
      return suggested;
    }
    int most = file.headings().size();
    Integer from = column(form, "from-" + number, most);
    Integer to = column(form, "to-" + number, most);
    if (from != null && to != null) {
      return new Columns(
          from,
          to,
          null,
          null,
          column(form, "weight-" + number, most),
          suggested.direction(),
          said(file, number, form));
    }
    Integer key = column(form, "key-" + number, most);
    return key == null ? suggested : Columns.ofPeople(key, column(form, "label-" + number, most));
  }

  private static Columns.Said said(MapFile file, int number, Answers form) {
    if (form.value("columns").isEmpty()) {
      return file.suggestedSaid();
    }
    int most = file.headings().size();
    return new Columns.Said(
        column(form, "role-" + number, most),
        column(form, "agency-" + number, most),
        column(form, "how-" + number, most),
        column(form, "when-" + number, most));
  }

  private static @Nullable Integer column(Answers form, String name, int most) {
    try {
      int column = Integer.parseInt(form.value(name));
      return column >= 0 && column < most ? column : null;
    } catch (NumberFormatException none) {
      return null;
    }
  }

  private static Directions directions(Answers form) {
    return form.chosen("directions", Directions.class).orElse(Directions.GUESS);
  }
}
