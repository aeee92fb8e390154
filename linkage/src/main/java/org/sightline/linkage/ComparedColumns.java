package org.sightline.linkage;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sightline.linkage.cleaning.Field;
import org.sightline.linkage.cleaning.Headings;
import org.sightline.linkage.reading.Table;
import org.sightline.linkage.weighing.Model;

/// Which columns of a list count and which are only handed on, so that nobody believes in a
/// comparison that was not made.
///
/// @param compared headings that were understood, as they stand
/// @param others all other headings
public record ComparedColumns(List<String> compared, List<String> others) {

  private static final int MOST_NAMED = 20;

  /// Numbers of one person alone need no model.
  private static final Set<Field> DECIDING = EnumSet.of(Field.UPN, Field.NHS_NUMBER);

  public ComparedColumns {
    compared = List.copyOf(compared);
    others = List.copyOf(others);
  }

  /// A column counts if its heading was understood and the model has numbers for it.
  static ComparedColumns of(Table table, Model model) {
    var counting = new HashSet<Integer>();
    Headings.of(table.headings())
        .places()
        .forEach(
            (field, place) -> {
              if (DECIDING.contains(field)
                  || field.parts().stream().anyMatch(f -> model.of(f) != null)) {
                counting.add(place);
              }
            });
    var compared = new ArrayList<String>();
    var others = new ArrayList<String>();
    for (int c = 0; c < table.headings().size(); c++) {
      (counting.contains(c) ? compared : others).add(table.headings().get(c));
    }
    return new ComparedColumns(compared, others);
  }

  /// "Compared: forename, surname; not compared: notes."
  public String sentence() {
    return "Compared: %s; not compared: %s.".formatted(named(compared), named(others));
  }

  private static String named(List<String> headings) {
    if (headings.isEmpty()) {
      return "nothing";
    }
    var shown = headings.subList(0, Math.min(MOST_NAMED, headings.size()));
    var names =
        String.join(", ", shown.stream().map(h -> h.isEmpty() ? "(no heading)" : h).toList());
    return headings.size() > MOST_NAMED
        ? "%s and %,d more".formatted(names, headings.size() - MOST_NAMED)
        : names;
  }
}
