package org.sightline.engagement.keying;

import java.util.List;
import java.util.Objects;
import org.sightline.engagement.marks.OpenSheet;
import org.sightline.engagement.marks.SheetLabel;

/// Two keyings of one sheet that do not say the same.
public record Difference(
    SheetLabel label, int firstVersion, int secondVersion, Reading first, Reading second) {

  static Difference between(KeyedSheet first, KeyedSheet second) {
    return new Difference(
        first.label(), first.version(), second.version(), first.reading(), second.reading());
  }

  /// The places read differently, in plan order.
  public List<OpenSheet.Place> places(OpenSheet sheet) {
    return sheet.zones().stream()
        .filter(z -> first.marks().get(z.key()) != second.marks().get(z.key()))
        .toList();
  }

  public boolean inYear() {
    return !Objects.equals(first.yearGroup(), second.yearGroup());
  }

  public boolean inSpoiling() {
    return first.spoiled() != second.spoiled();
  }
}
