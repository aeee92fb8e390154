package org.sightline.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Maps;
import org.sightline.network.map.Change;
import org.sightline.network.map.Edit;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.Field;
import org.sightline.people.PersonId;
import org.springframework.stereotype.Component;

/// Draws the map of the invented piece of work, as a first mapping meeting would leave it: some of
/// it answered, some not asked yet.
@Component
class InventedMap {

  /// Kind, name, and whatever else is known: KEY, or PROTECTIVE and OF_CONCERN.
  private static final String NODES =
      """
      YOUNG_PERSON | Juno Tidesworth | KEY
      YOUNG_PERSON | Milo Brackwater | KEY
      YOUNG_PERSON | Wren Inkpenhall |
      YOUNG_PERSON | Tarn Oxlipmere |
      YOUNG_PERSON | Peregrine Mossbank |
      ADULT | Sorrel Vantagewick | PROTECTIVE
      UNKNOWN_PERSON | Unknown adult 2 | OF_CONCERN
      PEER_GROUP | Arcade regulars |
      SCHOOL | Larkrise Academy |
      PLACE | Invented Arcade | OF_CONCERN
      PLACE | Fennbridge Youth Club | PROTECTIVE
      ONLINE_SPACE | Group chat "fri nite" |
      ROUTE | Silver van |
      INCIDENT | Fight outside the arcade |
      GAP | Who drives the silver van? |
      """;

  /// From, to, what links them, strength, protective or of concern, who influences whom, the role
  /// and agency of who says so, seen or heard, how many days ago.
  private static final String LINES =
      """
      Juno Tidesworth | Milo Brackwater | FRIENDS | 4 | BOTH | TO | Youth worker, Fennbridge Youth Club | SEEN | 12
      Juno Tidesworth | Wren Inkpenhall | FRIENDS | 5 | PROTECTIVE | BOTH | Head of year, Larkrise Academy | SEEN | 20
      Milo Brackwater | Unknown adult 2 | SEEN_TOGETHER | 3 | OF_CONCERN | TO | Constable, Fennbridge Police | SEEN | 9
      Juno Tidesworth | Unknown adult 2 | KNOW_EACH_OTHER | | OF_CONCERN | | Youth justice worker, Fennbridge Youth Justice Service | HEARD | 7
      Tarn Oxlipmere | Peregrine Mossbank | IN_CONFLICT | 3 | OF_CONCERN | NONE | Head of year, Larkrise Academy | HEARD | 130
      Wren Inkpenhall | Peregrine Mossbank | FAMILY | 4 | PROTECTIVE | | School nurse, Invented Health Trust | HEARD | 30
      Juno Tidesworth | Sorrel Vantagewick | FAMILY | 4 | PROTECTIVE | TO | Head of year, Larkrise Academy | SEEN | 40
      Juno Tidesworth | Arcade regulars | PART_OF | | | | Youth worker, Fennbridge Youth Club | SEEN | 12
      Milo Brackwater | Arcade regulars | PART_OF | | | | Youth worker, Fennbridge Youth Club | SEEN | 12
      Tarn Oxlipmere | Arcade regulars | PART_OF | | | | Youth worker, Fennbridge Youth Club | HEARD | 150
      Juno Tidesworth | Larkrise Academy | GOES_THERE | | PROTECTIVE | | Head of year, Larkrise Academy | SEEN | 20
      Wren Inkpenhall | Larkrise Academy | GOES_THERE | | PROTECTIVE | | Head of year, Larkrise Academy | SEEN | 20
      Peregrine Mossbank | Larkrise Academy | GOES_THERE | | | | Head of year, Larkrise Academy | SEEN | 20
      Arcade regulars | Invented Arcade | GOES_THERE | 4 | OF_CONCERN | | Constable, Fennbridge Police | SEEN | 9
      Wren Inkpenhall | Fennbridge Youth Club | GOES_THERE | 3 | PROTECTIVE | | Youth worker, Fennbridge Youth Club | SEEN | 12
      Milo Brackwater | Group chat "fri nite" | GOES_THERE | | | | Youth justice worker, Fennbridge Youth Justice Service | HEARD | 7
      Unknown adult 2 | Silver van | SEEN_TOGETHER | 2 | OF_CONCERN | | Constable, Fennbridge Police | SEEN | 9
      Milo Brackwater | Fight outside the arcade | INVOLVED | | | | Constable, Fennbridge Police | SEEN | 9
      Tarn Oxlipmere | Fight outside the arcade | INVOLVED | | | | Constable, Fennbridge Police | HEARD | 9
      Who drives the silver van? | Silver van | ABOUT | | | | Youth justice worker, Fennbridge Youth Justice Service | HEARD | 7
      """;

  private final Maps maps;

  InventedMap(Maps maps) {
    this.maps = maps;
  }

  /// @param records of people who are on the map, by name
  void draw(SignedIn who, WorkspaceId work, Map<String, PersonId> records, LocalDate today) {
    var nodes = new HashMap<String, ElementId>();
    var changes = new ArrayList<Change>();
    for (var row : rows(NODES)) {
      var node = ElementId.random();
      nodes.put(row.get(1), node);
      say(changes, node, Field.KIND, row.get(0));
      say(changes, node, Field.LABEL, row.get(1));
      say(changes, node, row.get(2).equals("KEY") ? Field.KEY : Field.BEARING, yes(row.get(2)));
      var record = records.get(row.get(1));
      say(changes, node, Field.RECORD, record == null ? "" : record.toString());
      if (row.get(0).equals("GAP")) {
        say(changes, node, Field.ASKED_OF, "Fennbridge Police");
        say(changes, node, Field.DUE, today.plusDays(10).toString());
        say(changes, node, Field.OWNER, who.user().toString());
      }
    }
    long last = maps.draw(who, work, new Edit(UUID.randomUUID(), changes), 0);
    for (var row : rows(LINES)) {
      last = maps.draw(who, work, line(row, nodes, today), last);
    }
  }

  private static Edit line(List<String> row, Map<String, ElementId> nodes, LocalDate today) {
    var line = ElementId.random();
    var report = ElementId.random();
    var changes = new ArrayList<Change>();
    say(changes, line, Field.FROM, String.valueOf(nodes.get(row.get(0))));
    say(changes, line, Field.TO, String.valueOf(nodes.get(row.get(1))));
    say(changes, line, Field.LINE_KIND, row.get(2));
    say(changes, line, Field.STRENGTH, row.get(3));
    say(changes, line, Field.PROTECTS, row.get(4));
    say(changes, line, Field.INFLUENCE, row.get(5));
    String[] source = row.get(6).split(", ", 2);
    say(changes, report, Field.ON, line.toString());
    say(changes, report, Field.ROLE, source[0]);
    say(changes, report, Field.AGENCY, source[1]);
    say(changes, report, Field.SEEN_OR_HEARD, row.get(7));
    say(changes, report, Field.WHEN, today.minusDays(Long.parseLong(row.get(8))).toString());
    if (source[1].equals("Fennbridge Police")) {
      say(changes, report, Field.BY_THE_POLICE, "YES");
      say(changes, report, Field.GRADING, "2BP");
    }
    return new Edit(UUID.randomUUID(), changes);
  }

  private static void say(List<Change> changes, ElementId element, Field field, String value) {
    if (!value.isEmpty()) {
      changes.add(new Change(element, field, value));
    }
  }

  private static String yes(String word) {
    return word.equals("KEY") ? "YES" : word;
  }

  private static List<List<String>> rows(String table) {
    return table
        .lines()
        .map(row -> List.of(row.strip().split(" *\\| ?", -1)).stream().map(String::strip).toList())
        .toList();
  }
}
