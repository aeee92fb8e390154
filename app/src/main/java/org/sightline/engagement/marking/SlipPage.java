package org.sightline.engagement.marking;

import org.jspecify.annotations.Nullable;
import org.sightline.engagement.marks.OpenSheet;
import org.sightline.engagement.marks.SentMap;

/// The slip, on the screen.
///
/// @param note under which words it says that this map had been sent before, or `null`
public record SlipPage(String code, String lastDay, @Nullable String note) {

  static SlipPage of(OpenSheet sheet, SentMap map, @Nullable String note) {
    return new SlipPage(map.slip().printed(), MarkingPage.day(sheet.lastDay()), note);
  }
}
