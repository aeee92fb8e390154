package org.sightline.engagement.results;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What a publication says to presenter view, poster, exports and every role but the round's owner
/// and the safeguarding lead. To be stored as made: later tables are weighed against it. Zones with
/// one adult in charge are not in it (practice.md 8).
public record OutwardTable(int publication, int maps, List<OutwardRow> rows) {

  public OutwardTable {
    rows = List.copyOf(rows);
  }

  /// Makes the table of a publication that [PublishingRules] allows.
  ///
  /// A zone's row is made again only when, laid beside every earlier version of it, it gives no
  /// small number away; otherwise the latest version stands, with its own number of maps. So one
  /// more session of seven cannot be read off as the difference of two tables.
  ///
  /// @param maps how many maps every tally covers
  /// @param earlier every earlier table of the round, oldest first
  /// @param publications the earlier publications, with what has gone from each by now
  /// @param said what the plan said at each of them
  static OutwardTable make(
      PublishingRules.Detail detail,
      int maps,
      List<ZoneTally> zones,
      List<OutwardTable> earlier,
      List<Publication> publications,
      List<PlanSays> said,
      SmallNumbers small) {
    if (detail == PublishingRules.Detail.NOTHING) {
      throw new IllegalArgumentException("There are too few maps to make a table");
    }
    int number = publications.size() + 1;
    var history = new RowHistory(earlier, publications, said, small);
    var says = PlanSays.of(detail, zones);
    var rows =
        zones.stream()
            .filter(zone -> !zone.oneAdultInCharge())
            .map(zone -> history.next(row(detail, number, maps, zone, small), says.of(zone.zone())))
            .toList();
    return new OutwardTable(number, maps, rows);
  }

  public Optional<OutwardRow> row(ZoneKey zone) {
    return rows.stream().filter(each -> Objects.equals(each.zone(), zone)).findFirst();
  }

  private static OutwardRow row(
      PublishingRules.Detail detail, int number, int maps, ZoneTally zone, SmallNumbers small) {
    if (zone.tally().maps() != maps) {
      throw new IllegalArgumentException(
          "Zone %s counts %d maps, the publication %d"
              .formatted(zone.zone().value(), zone.tally().maps(), maps));
    }
    if (detail == PublishingRules.Detail.COUNTS) {
      return new OutwardRow(zone.zone(), number, maps, Suppression.show(zone.tally(), small));
    }
    var band = Band.of(zone.tally(), small);
    var shown = band == null ? new Shown.NotEnoughAnswers() : new Shown.Banded(band);
    return new OutwardRow(zone.zone(), number, maps, shown);
  }
}
