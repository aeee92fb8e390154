package org.sightline.network;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// Forms as somebody fills them in.
final class Typed {

  private Typed() {}

  static String[] day(String name, String value, LocalDate day) {
    return day(day, "day", name, value);
  }

  static String[] day(LocalDate day, String name, String... more) {
    return with(
        more,
        name + "-day",
        "" + day.getDayOfMonth(),
        name + "-month",
        "" + day.getMonthValue(),
        name + "-year",
        "" + day.getYear());
  }

  /// The last of a name holds.
  static String[] with(String[] first, String... more) {
    var all = new LinkedHashMap<String, String>();
    for (String[] each : List.of(first, more)) {
      for (int i = 0; i < each.length; i += 2) {
        all.put(each[i], each[i + 1]);
      }
    }
    var flat = new ArrayList<String>();
    all.forEach((name, value) -> flat.addAll(List.of(name, value)));
    return flat.toArray(String[]::new);
  }
}
