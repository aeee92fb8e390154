package org.sightline.clocks.calendars;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sightline.clocks.Calendars;
import org.sightline.clocks.Nation;
import org.sightline.web.Answers;

/// Days off: of the reader's schools, and of a nation in a year.
public record CalendarPage(
    List<School> schools,
    Nation nation,
    int year,
    int thisYear,
    List<Calendars.Entered> bankHolidays,
    boolean mayProclaim,
    Answers form) {

  /// A school and when it is shut.
  public record School(Calendars.Place place, List<Calendars.Entered> closures) {}

  /// The four nations, by code.
  public Map<String, String> nations() {
    var nations = new LinkedHashMap<String, String>();
    for (var each : Nation.values()) {
      nations.put(each.name(), each.words());
    }
    return nations;
  }

  /// Whether a bank holiday was entered here, and did not come with the product.
  public boolean isEntered(Calendars.Entered holiday) {
    return holiday.id().getMostSignificantBits() != 0;
  }
}
