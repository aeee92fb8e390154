package org.sightline.engagement.marks;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.contexts.floorplans.ZoneKey;
import org.sightline.kernel.Level;

/// A map as the student site sent it.
///
/// @param marks a zone without an answer is left out
/// @param yearGroup or `null` when it was not said
public record SentMap(SlipCode slip, @Nullable Integer yearGroup, Map<ZoneKey, Level> marks) {

  private static final int SLIP = 21;

  public SentMap {
    marks = Map.copyOf(marks);
  }

  /// Whether two maps say the same, whatever their slips.
  public boolean saysTheSameAs(SentMap other) {
    return marks.equals(other.marks) && java.util.Objects.equals(yearGroup, other.yearGroup);
  }

  /// As it is sealed: slip, two digits of year group, one letter per zone of the sheet. The same
  /// length for every map of a session, so that its size says nothing.
  String print(OpenSheet sheet) {
    var text = new StringBuilder(slip.printed());
    text.append("%02d".formatted(yearGroup == null ? 0 : yearGroup));
    for (var zone : sheet.zones()) {
      var level = marks.get(zone.key());
      text.append(level == null ? '.' : level.letter());
    }
    return text.toString();
  }

  static SentMap read(String text, OpenSheet sheet) {
    if (!(SlipCode.read(text.substring(0, SLIP)) instanceof SlipCode.Reading.Correct correct)
        || text.length() != SLIP + 2 + sheet.zones().size()) {
      throw new IllegalStateException("A staged map does not fit its sheet");
    }
    int year = Integer.parseInt(text.substring(SLIP, SLIP + 2));
    var marks = new LinkedHashMap<ZoneKey, Level>();
    for (int i = 0; i < sheet.zones().size(); i++) {
      char letter = text.charAt(SLIP + 2 + i);
      for (Level level : Level.values()) {
        if (level.letter() == letter) {
          marks.put(sheet.zones().get(i).key(), level);
        }
      }
    }
    return new SentMap(correct.code(), year == 0 ? null : year, marks);
  }

  /// Hides everything, so that no log can hold it.
  @Override
  public String toString() {
    return "SentMap[hidden]";
  }
}
