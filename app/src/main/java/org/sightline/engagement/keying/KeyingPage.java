package org.sightline.engagement.keying;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.engagement.marking.DrawnFloor;
import org.sightline.engagement.marks.OpenSheet;
import org.sightline.engagement.marks.SheetLabel;
import org.sightline.engagement.planning.SessionId;
import org.sightline.kernel.Level;

/// The page for a pile.
///
/// @param typed label of the sheet that is open
/// @param version of it, 0 when the person had not keyed it
/// @param year empty when it is not on the sheet
/// @param problem why this sheet cannot be keyed, or `null`
/// @param given a label to write on a sheet that had none, or `null`
/// @param lead who gets a sheet with writing on it
/// @param concern id under which such a sheet is passed on, once
public record KeyingPage(
    SessionId session,
    Pass pass,
    Pile pile,
    List<Integer> years,
    List<DrawnFloor> floors,
    List<Place> places,
    String typed,
    int version,
    String year,
    boolean spoiled,
    @Nullable String problem,
    @Nullable String given,
    String lead,
    String concern) {

  /// @param letter R, Y, G, or empty
  public record Place(String key, String field, int number, String name, String letter) {}

  static KeyingPage of(
      OpenSheet sheet,
      Pass pass,
      Pile pile,
      KeyingForm form,
      @Nullable String problem,
      @Nullable String given,
      String lead,
      String concern) {
    String pictures = base(sheet.session()) + "/floors/";
    Integer year = form.reading().yearGroup();
    return new KeyingPage(
        sheet.session(),
        pass,
        pile,
        sheet.years(),
        sheet.floors().stream().map(floor -> DrawnFloor.of(sheet, floor, pictures)).toList(),
        sheet.zones().stream().map(zone -> place(sheet, zone, form.reading())).toList(),
        form.label(),
        form.version(),
        year == null ? "" : year.toString(),
        form.reading().spoiled(),
        problem,
        given,
        lead,
        concern);
  }

  static String base(SessionId session) {
    return "/engagement/sessions/" + session + "/keying";
  }

  public String base() {
    return base(session);
  }

  public String labels() {
    return pile.yours().stream().map(SheetLabel::letters).collect(Collectors.joining(", "));
  }

  public Map<String, String> named() {
    return Map.of("lead", lead);
  }

  private static Place place(OpenSheet sheet, OpenSheet.Place zone, Reading reading) {
    Level level = reading.marks().get(zone.key());
    return new Place(
        zone.key().toString(),
        KeyingForm.PLACE + zone.key(),
        sheet.zones().indexOf(zone) + 1,
        zone.name(),
        level == null ? "" : String.valueOf(level.letter()));
  }
}
