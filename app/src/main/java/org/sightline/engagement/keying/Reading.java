package org.sightline.engagement.keying;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.contexts.floorplans.ZoneKey;
import org.sightline.engagement.marks.OpenSheet;
import org.sightline.engagement.marks.SheetLabel;
import org.sightline.kernel.Level;

/// What somebody read on a paper sheet.
///
/// @param marks a zone without an answer is left out; none at all is a sheet handed in blank, and
// counts
/// @param yearGroup or `null` when it is not on the sheet
/// @param spoiled whether the sheet cannot be read: it is keyed, but no map comes of it
public record Reading(Map<ZoneKey, Level> marks, @Nullable Integer yearGroup, boolean spoiled) {

  private static final int HEAD = 6;

  public Reading {
    marks = spoiled ? Map.of() : Map.copyOf(marks);
    yearGroup = spoiled ? null : yearGroup;
  }

  static Reading blank() {
    return new Reading(Map.of(), null, false);
  }

  /// As it is sealed: label, pass, year group, whether it is spoiled, one letter per zone. Label
  // and
  /// pass are inside so that a row that was moved does not open; the length is the same for every
  // sheet
  /// of a session, so that its size says nothing.
  String print(OpenSheet sheet, SheetLabel label, Pass pass) {
    var text = new StringBuilder(label.letters()).append(pass.number());
    text.append("%02d".formatted(yearGroup == null ? 0 : yearGroup)).append(spoiled ? 'X' : '.');
    for (var zone : sheet.zones()) {
      var level = marks.get(zone.key());
      text.append(level == null ? '.' : level.letter());
    }
    return text.toString();
  }

  static Reading read(String text, OpenSheet sheet, SheetLabel label, Pass pass) {
    if (text.length() != HEAD + sheet.zones().size()
        || !text.startsWith(label.letters() + pass.number())) {
      throw new IllegalStateException("A keyed sheet does not fit its label");
    }
    int year = Integer.parseInt(text.substring(3, 5));
    var marks = new LinkedHashMap<ZoneKey, Level>();
    for (int i = 0; i < sheet.zones().size(); i++) {
      char letter = text.charAt(HEAD + i);
      for (Level level : Level.values()) {
        if (level.letter() == letter) {
          marks.put(sheet.zones().get(i).key(), level);
        }
      }
    }
    return new Reading(marks, year == 0 ? null : year, text.charAt(5) == 'X');
  }

  /// Hides everything, so that no log can hold it.
  @Override
  public String toString() {
    return "Reading[hidden]";
  }
}
