package org.sightline.access.auditing;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.access.StampedTables;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// Who saw a record, as a table for a spreadsheet.
@Component
class AuditTable {

  private static final List<String> COLUMNS =
      List.of(
          "number", "when", "who", "role", "agency", "purpose", "let-in", "what", "more", "outcome",
          "request");

  private final StampedTables tables;
  private final Words words;

  AuditTable(StampedTables tables, Words words) {
    this.tables = tables;
    this.words = words;
  }

  /// @param school under which the copy is written down
  /// @param more whether there are more entries than the table holds
  byte[] of(SignedIn who, WorkspaceId school, UUID record, List<EntryLine> entries, boolean more) {
    var rows = new java.util.ArrayList<List<? extends @Nullable Object>>();
    entries.forEach(entry -> rows.add(row(entry)));
    if (more) {
      var last = new @Nullable Object[COLUMNS.size()];
      last[1] = words.say("access.auditing.csv.only-latest");
      rows.add(Arrays.asList(last));
    }
    var header =
        COLUMNS.stream().map(column -> words.say("access.auditing.csv." + column)).toList();
    return tables.take(who, "access.who-saw", school, record, header, rows);
  }

  private List<? extends @Nullable Object> row(EntryLine entry) {
    return List.of(
        entry.number(),
        entry.at().toString(),
        entry.who().isEmpty() ? words.say("access.auditing.system") : entry.who(),
        entry.roles(),
        entry.agency(),
        entry.purpose(),
        entry.letIn(),
        entry.what(),
        entry.more(),
        words.say(entry.denied() ? "access.auditing.denied" : "access.auditing.csv.done"),
        entry.request().toString());
  }
}
