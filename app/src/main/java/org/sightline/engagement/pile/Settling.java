package org.sightline.engagement.pile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.contexts.floorplans.ZoneKey;
import org.sightline.engagement.keying.ReadSheets;
import org.sightline.engagement.keying.Reading;
import org.sightline.engagement.marks.OpenSheet;
import org.sightline.engagement.marks.SheetLabel;
import org.sightline.engagement.planning.Session;
import org.sightline.kernel.Level;
import org.sightline.kernel.UserId;
import org.springframework.stereotype.Component;

/// Brings what counts of a sheet into line with what is known of it: once all its pages are read
/// and every doubt is decided it is staged as a keyed sheet; when a decision is taken back, so is
/// that. Inside the caller's process; doing it twice is harmless.
@Component
class Settling {

  private final JdbcPages pages;
  private final JdbcZones zones;
  private final ReadSheets sheets;

  Settling(JdbcPages pages, JdbcZones zones, ReadSheets sheets) {
    this.pages = pages;
    this.zones = zones;
    this.sheets = sheets;
  }

  /// @param keyed what is said of a page whose sheet somebody has keyed meanwhile
  void settle(Session session, OpenSheet sheet, UserId by, SheetLabel label, String keyed) {
    var rows = pages.ofSheet(session.id(), by, label);
    Integer before =
        rows.stream().map(PileRow::staged).filter(Objects::nonNull).findAny().orElse(null);
    var reading = whole(session, sheet, rows);
    if (reading.isEmpty()) {
      if (before != null && sheets.takeBack(session, label, by, before)) {
        rows.forEach(row -> state(session, row, PileRow.State.READ, null));
      }
      return;
    }
    Integer now = sheets.write(session, sheet, label, by, before, reading.get());
    if (now != null) {
      rows.forEach(row -> state(session, row, PileRow.State.STAGED, now));
    } else if (before == null) {
      rows.forEach(
          row -> {
            zones.forgetOnPage(row.file(), row.number());
            pages.change(session.id(), row, PileRow.State.REFUSED, null, keyed, false);
          });
    }
  }

  private void state(Session session, PileRow row, PileRow.State state, @Nullable Integer staged) {
    pages.change(session.id(), row, state, staged, row.content(), false);
  }

  /// The reading of a sheet, once nothing of it is missing or in doubt.
  private Optional<Reading> whole(Session session, OpenSheet sheet, List<PileRow> rows) {
    if (rows.isEmpty() || rows.size() < rows.getFirst().page().of()) {
      return Optional.empty();
    }
    var marks = new HashMap<ZoneKey, Level>();
    Integer year = null;
    for (var row : rows) {
      var letters = letters(session, row);
      for (int i = 0; i < letters.size(); i++) {
        if (letters.get(i) == Looked.DOUBT) {
          return Optional.empty();
        }
        Level level = letters.get(i).level();
        if (level != null) {
          marks.put(sheet.zones().get(i).key(), level);
        }
      }
      year = year == null ? row.page().oneYear() : year;
    }
    return Optional.of(new Reading(marks, year, false));
  }

  /// What the reader said, with what the person said in its place.
  private List<Looked> letters(Session session, PileRow row) {
    var letters = new ArrayList<Looked>();
    row.page().letters().chars().forEach(letter -> letters.add(Looked.of((char) letter)));
    for (var zone : zones.onPage(session.id(), row.file(), row.number())) {
      if (zone.decided().isAnswer()) {
        letters.set(zone.place(), zone.decided());
      }
    }
    return letters;
  }
}
