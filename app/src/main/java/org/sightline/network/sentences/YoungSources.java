package org.sightline.network.sentences;

import java.util.HashSet;
import java.util.Set;
import org.sightline.network.map.Element;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.ElementKind;
import org.sightline.network.map.Field;
import org.sightline.network.map.Picture;

/// Where a young person is among those who say so: nothing that was typed there leaves, whatever it
/// says (practice.md, Safety 3).
final class YoungSources {

  private YoungSources() {}

  static boolean isOn(Picture picture, Element line) {
    return picture.reports(line.id()).stream()
        .anyMatch(report -> report.answer(Field.BY_A_YOUNG_PERSON).isPresent());
  }

  /// Everybody and everything to which such a line leads.
  static Set<ElementId> ends(Picture picture) {
    var ends = new HashSet<ElementId>();
    for (var line : picture.on(ElementKind.LINE)) {
      if (isOn(picture, line)) {
        ends.add(picture.shown(ElementId.of(line.value(Field.FROM))));
        ends.add(picture.shown(ElementId.of(line.value(Field.TO))));
      }
    }
    return ends;
  }
}
