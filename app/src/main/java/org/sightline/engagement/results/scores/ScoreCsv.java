package org.sightline.engagement.results.scores;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.documents.SafeCsv;
import org.sightline.documents.Stamp;
import org.sightline.engagement.results.ZoneTally.AdultPresence;
import org.sightline.web.Words;

/// A score sheet as a file for a spreadsheet.
record ScoreCsv(ScoreSheet sheet, Words words, Stamp stamp) {

  private static final List<String> COLUMNS =
      List.of(
          "floor",
          "zone",
          "red",
          "yellow",
          "green",
          "no-answer",
          "maps",
          "band",
          "mixed",
          "hottest",
          "adults",
          "surveillance",
          "another-year",
          "reasons");

  byte[] bytes() {
    var header = COLUMNS.stream().map(each -> words.say("engagement.results.csv." + each)).toList();
    return SafeCsv.of(header, sheet.zones().stream().map(this::row).toList(), stamp);
  }

  private List<@Nullable Object> row(ZoneScore zone) {
    var row = new ArrayList<@Nullable Object>();
    row.add(zone.floorName());
    row.add(zone.name());
    var cells = zone.cells();
    for (int at = 0; at < 4; at++) {
      row.add(cells == null ? null : cells.all().get(at).value());
    }
    row.add(zone.maps());
    row.add(band(zone));
    row.add(zone.mixedViews() ? words.say("engagement.results.csv.yes") : null);
    row.add(zone.place());
    row.add(adults(zone.about().adults()));
    row.add(yes(zone.about().watched()));
    row.add(yes(zone.about().anotherYear()));
    row.add(
        zone.reasons().stream()
            .map(each -> each.text() + ": " + each.times())
            .collect(Collectors.joining("; ")));
    return row;
  }

  private String adults(@Nullable AdultPresence adults) {
    var key = adults == null ? "not-said" : "adults." + adults.name().toLowerCase(Locale.ROOT);
    return words.say("engagement.results.csv." + key);
  }

  private String yes(@Nullable Boolean answer) {
    if (answer == null) {
      return words.say("engagement.results.csv.not-said");
    }
    return words.say("engagement.results.csv." + (answer ? "yes" : "no"));
  }

  private @Nullable String band(ZoneScore zone) {
    if (zone.band() == null) {
      return zone.cells() == null ? words.say("engagement.results.too-few") : null;
    }
    return words.say("engagement.results.band." + zone.band().name().toLowerCase(Locale.ROOT));
  }
}
