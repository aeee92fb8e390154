package org.sightline.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/// Draws the map of the invented exercise: what a first mapping meeting left, and what was heard
/// since and is not asked yet.
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
      YOUNG_PERSON | Ottilie Marshwander |
      YOUNG_PERSON | Corin Ashdrake |
      YOUNG_PERSON | Bramble Quoitley |
      YOUNG_PERSON | Rafe Underhazel |
      ADULT | Sorrel Vantagewick | PROTECTIVE
      ADULT | Harriet Lanternby | PROTECTIVE
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
      Juno Tidesworth | Unknown adult 2 | KNOW_EACH_OTHER | 2 | OF_CONCERN | TO | Youth justice worker, Fennbridge Youth Justice Service | HEARD | 7
      Tarn Oxlipmere | Peregrine Mossbank | IN_CONFLICT | 3 | OF_CONCERN | NONE | Head of year, Larkrise Academy | HEARD | 130
      Wren Inkpenhall | Peregrine Mossbank | FAMILY | 4 | PROTECTIVE | BOTH | School nurse, Invented Health Trust | HEARD | 30
      Juno Tidesworth | Sorrel Vantagewick | FAMILY | 4 | PROTECTIVE | TO | Head of year, Larkrise Academy | SEEN | 40
      Ottilie Marshwander | Wren Inkpenhall | FRIENDS | 4 | PROTECTIVE | BOTH | Head of year, Larkrise Academy | SEEN | 20
      Ottilie Marshwander | Milo Brackwater | FRIENDS | 2 | BOTH | TO | Youth worker, Fennbridge Youth Club | SEEN | 12
      Corin Ashdrake | Bramble Quoitley | FRIENDS | 3 | BOTH | BOTH | Head of year, Larkrise Academy | HEARD | 20
      Bramble Quoitley | Tarn Oxlipmere | FRIENDS | 3 | BOTH | TO | Head of year, Larkrise Academy | SEEN | 20
      Juno Tidesworth | Arcade regulars | PART_OF | 4 | BOTH | TO | Youth worker, Fennbridge Youth Club | SEEN | 12
      Milo Brackwater | Arcade regulars | PART_OF | 4 | OF_CONCERN | FROM | Youth worker, Fennbridge Youth Club | SEEN | 12
      Tarn Oxlipmere | Arcade regulars | PART_OF | 3 | OF_CONCERN | TO | Youth worker, Fennbridge Youth Club | HEARD | 150
      Corin Ashdrake | Arcade regulars | PART_OF | 2 | BOTH | TO | Youth worker, Fennbridge Youth Club | SEEN | 12
      Juno Tidesworth | Larkrise Academy | GOES_THERE | 3 | PROTECTIVE | NONE | Head of year, Larkrise Academy | SEEN | 20
      Wren Inkpenhall | Larkrise Academy | GOES_THERE | 4 | PROTECTIVE | NONE | Head of year, Larkrise Academy | SEEN | 20
      Peregrine Mossbank | Larkrise Academy | GOES_THERE | 2 | PROTECTIVE | NONE | Head of year, Larkrise Academy | SEEN | 20
      Arcade regulars | Invented Arcade | GOES_THERE | 4 | OF_CONCERN | NONE | Constable, Fennbridge Police | SEEN | 9
      Wren Inkpenhall | Fennbridge Youth Club | GOES_THERE | 3 | PROTECTIVE | NONE | Youth worker, Fennbridge Youth Club | SEEN | 12
      Bramble Quoitley | Fennbridge Youth Club | GOES_THERE | 3 | PROTECTIVE | NONE | Youth worker, Fennbridge Youth Club | SEEN | 12
      Milo Brackwater | Group chat "fri nite" | GOES_THERE | 3 | OF_CONCERN | NONE | Youth justice worker, Fennbridge Youth Justice Service | HEARD | 7
      Harriet Lanternby | Invented Arcade | GOES_THERE | 5 | PROTECTIVE | NONE | Constable, Fennbridge Police | SEEN | 9
      Unknown adult 2 | Silver van | SEEN_TOGETHER | 2 | OF_CONCERN | NONE | Constable, Fennbridge Police | SEEN | 9
      Milo Brackwater | Fight outside the arcade | INVOLVED | 3 | OF_CONCERN | NONE | Constable, Fennbridge Police | SEEN | 9
      Tarn Oxlipmere | Fight outside the arcade | INVOLVED | 3 | OF_CONCERN | NONE | Constable, Fennbridge Police | HEARD | 9
      Who drives the silver van? | Silver van | ABOUT | | | | Youth justice worker, Fennbridge Youth Justice Service | HEARD | 7
      """;

  /// What was heard since the meeting: drawn, and not asked yet.
  private static final String LATER =
      """
      YOUNG_PERSON | Sable Thornmere |
      YOUNG_PERSON | Idris Pondwhistle |
      UNKNOWN_PERSON | Unknown adult 5 |
      """;

  private static final String LATER_LINES =
      """
      Sable Thornmere | Milo Brackwater | FRIENDS | | | | Head of year, Larkrise Academy | HEARD | 3
      Idris Pondwhistle | Sable Thornmere | | | | | Head of year, Larkrise Academy | HEARD | 3
      Rafe Underhazel | Group chat "fri nite" | GOES_THERE | | | | Youth worker, Fennbridge Youth Club | HEARD | 2
      Unknown adult 5 | Invented Arcade | GOES_THERE | | OF_CONCERN | | Constable, Fennbridge Police | SEEN | 2
      """;

  /// Where each agency sees people.
  private static final Map<String, String> PLACES =
      Map.of(
          "Fennbridge Youth Club", "At the youth club",
          "Larkrise Academy", "In the canteen",
          "Fennbridge Police", "Outside the arcade");

  private final Maps maps;

  InventedMap(Maps maps) {
    this.maps = maps;
  }

  /// Draws what a first meeting knew, with the answers it had; two questions nobody could answer
  /// stay open.
  ///
  /// @param records of people who are on the map, by name
  /// @return what was drawn, by name
  Map<String, ElementId> draw(
      SignedIn who, WorkspaceId work, Map<String, PersonId> records, LocalDate today) {
    var nodes = new HashMap<String, ElementId>();
    var changes = new ArrayList<Change>();
    for (var row : rows(NODES)) {
      node(changes, row, nodes, records);
      if (row.get(0).equals("GAP")) {
        var gap = Objects.requireNonNull(nodes.get(row.get(1)));
        say(changes, gap, Field.ASKED_OF, "Fennbridge Police");
        say(changes, gap, Field.DUE, today.plusDays(10).toString());
        say(changes, gap, Field.OWNER, who.user().toString());
      }
    }
    rows(LINES).forEach(row -> line(changes, row, nodes, today, true));
    maps.draw(who, work, new Edit(UUID.randomUUID(), changes), 0);
    return nodes;
  }

  /// Draws what came after the meeting.
  void drawLater(SignedIn who, WorkspaceId work, Map<String, ElementId> nodes, LocalDate today) {
    var changes = new ArrayList<Change>();
    rows(LATER).forEach(row -> node(changes, row, nodes, Map.of()));
    rows(LATER_LINES).forEach(row -> line(changes, row, nodes, today, false));
    maps.draw(who, work, new Edit(UUID.randomUUID(), changes), maps.open(who, work).last());
  }

  private static void node(
      List<Change> changes,
      List<String> row,
      Map<String, ElementId> nodes,
      Map<String, PersonId> records) {
    var node = ElementId.random();
    nodes.put(row.get(1), node);
    say(changes, node, Field.KIND, row.get(0));
    say(changes, node, Field.LABEL, row.get(1));
    say(changes, node, row.get(2).equals("KEY") ? Field.KEY : Field.BEARING, yes(row.get(2)));
    var record = records.get(row.get(1));
    say(changes, node, Field.RECORD, record == null ? "" : record.toString());
  }

  private static void line(
      List<Change> changes,
      List<String> row,
      Map<String, ElementId> nodes,
      LocalDate today,
      boolean answered) {
    var line = ElementId.random();
    var report = ElementId.random();
    boolean seen = row.get(7).equals("SEEN");
    say(changes, line, Field.FROM, String.valueOf(nodes.get(row.get(0))));
    say(changes, line, Field.TO, String.valueOf(nodes.get(row.get(1))));
    say(changes, line, Field.LINE_KIND, row.get(2));
    say(changes, line, Field.STRENGTH, row.get(3));
    say(changes, line, Field.PROTECTS, row.get(4));
    say(changes, line, Field.INFLUENCE, row.get(5));
    String[] source = row.get(6).split(", ", 2);
    if (answered && !row.get(2).equals("ABOUT")) {
      String harm = row.get(2).equals("IN_CONFLICT") ? "YES" : "NO";
      say(changes, line, Field.HARM_DONE, harm);
      say(changes, line, Field.HARM_SUFFERED, harm);
      say(changes, line, Field.CERTAINTY, seen ? "KNOWN" : "BELIEVED");
      say(changes, line, Field.TIMES_SEEN, seen ? "3" : Field.NOT_KNOWN);
      say(
          changes,
          line,
          Field.WHERE_SEEN,
          seen ? PLACES.getOrDefault(source[1], "") : Field.NOT_KNOWN);
      say(changes, line, Field.SEEN_BY, seen ? source[0] : "Another member of staff");
      say(changes, report, Field.RELIABILITY, seen ? "FIRST_HAND" : "RELIABLE");
    }
    say(changes, report, Field.ON, line.toString());
    say(changes, report, Field.ROLE, source[0]);
    say(changes, report, Field.AGENCY, source[1]);
    say(changes, report, Field.SEEN_OR_HEARD, row.get(7));
    say(changes, report, Field.WHEN, today.minusDays(Long.parseLong(row.get(8))).toString());
    if (source[1].equals("Fennbridge Police")) {
      say(changes, report, Field.BY_THE_POLICE, "YES");
      say(changes, report, Field.GRADING, "2BP");
    }
  }

  private static void say(List<Change> changes, ElementId element, Field field, String value) {
    if (!value.isEmpty()) {
      changes.add(new Change(element, field, value));
    }
  }

  private static String yes(String word) {
    return word.equals("KEY") ? "YES" : word;
  }

  static List<List<String>> rows(String table) {
    return table
        .lines()
        .map(row -> List.of(row.strip().split(" *\\| ?", -1)).stream().map(String::strip).toList())
        .toList();
  }
}
