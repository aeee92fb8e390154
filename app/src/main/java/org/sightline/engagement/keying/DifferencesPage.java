package org.sightline.engagement.keying;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.contexts.floorplans.ZoneKey;
import org.sightline.engagement.marks.OpenSheet;
import org.sightline.kernel.Level;

/// The sheets whose two keyings differ, each with what differs only.
///
/// @param problem why the last one was not settled, or `null`
public record DifferencesPage(
    OpenSheet sheet, List<Difference> differences, @Nullable String problem) {

  public DifferencesPage {
    differences = List.copyOf(differences);
  }

  public String base() {
    return KeyingPage.base(sheet.session());
  }

  /// R, Y, G or nothing.
  public String letter(Reading reading, ZoneKey place) {
    Level level = reading.marks().get(place);
    return level == null ? "" : String.valueOf(level.letter());
  }
}
