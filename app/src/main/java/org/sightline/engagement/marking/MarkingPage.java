package org.sightline.engagement.marking;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.sightline.engagement.marks.OpenSheet;
import org.sightline.engagement.marks.UnslippedMap;
import org.sightline.kernel.Level;

/// What the pages between joining and sending show.
///
/// @param year as the form carries it; empty when it was not said
/// @param places every zone with what was marked, in plan order
public record MarkingPage(
    String tag,
    String lastDay,
    List<Integer> years,
    String year,
    List<DrawnFloor> floors,
    List<Place> places) {

  static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

  public MarkingPage {
    years = List.copyOf(years);
    floors = List.copyOf(floors);
    places = List.copyOf(places);
  }

  /// @param field name in the form
  /// @param letter R, Y, G, or empty
  public record Place(
      String key, String field, int number, String name, boolean elsewhere, String letter) {}

  static MarkingPage of(OpenSheet sheet, UnslippedMap map) {
    return new MarkingPage(
        sheet.tag().letters(),
        day(sheet.lastDay()),
        sheet.years(),
        map.yearGroup() == null ? "" : map.yearGroup().toString(),
        sheet.floors().stream().map(floor -> DrawnFloor.of(sheet, floor)).toList(),
        sheet.zones().stream().map(zone -> place(sheet, zone, map)).toList());
  }

  static String day(LocalDate day) {
    return DAY.format(day);
  }

  public boolean nothingMarked() {
    return places.stream().allMatch(place -> place.letter().isEmpty());
  }

  private static Place place(OpenSheet sheet, OpenSheet.Place zone, UnslippedMap map) {
    Level level = map.marks().get(zone.key());
    return new Place(
        zone.key().toString(),
        MarkingForm.PLACE + zone.key(),
        sheet.zones().indexOf(zone) + 1,
        zone.name(),
        zone.elsewhere(),
        level == null ? "" : String.valueOf(level.letter()));
  }
}
