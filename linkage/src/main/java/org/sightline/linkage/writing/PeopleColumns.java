package org.sightline.linkage.writing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sightline.linkage.reading.Table;

/// The columns of `people.csv`: our own, and between them those of the lists. Columns of one name
/// in several lists are one; a name that is ours, or comes twice in a list, gets the list before
/// it.
///
/// @param names between `row` and `person_id`
/// @param places for each list and each of its columns the place among the names
public record PeopleColumns(List<String> names, List<int[]> places) {

  private static final Set<String> OURS = Set.of("list", "row", "person_id", "certainty");

  public static PeopleColumns of(List<Table> tables) {
    var names = new ArrayList<String>();
    var places = new ArrayList<int[]>();
    for (var table : tables) {
      var seen = new HashSet<String>();
      int[] of = new int[table.headings().size()];
      for (int c = 0; c < of.length; c++) {
        var heading = table.headings().get(c);
        boolean clashes = OURS.contains(heading) || !seen.add(heading);
        of[c] = place(clashes ? free(table.name() + "." + heading, seen) : heading, names);
      }
      places.add(of);
    }
    return new PeopleColumns(List.copyOf(names), List.copyOf(places));
  }

  private static String free(String wanted, Set<String> seen) {
    var name = wanted;
    for (int n = 2; !seen.add(name); n++) {
      name = wanted + "." + n;
    }
    return name;
  }

  private static int place(String name, List<String> names) {
    int place = names.indexOf(name);
    if (place < 0) {
      names.add(name);
      return names.size() - 1;
    }
    return place;
  }
}
