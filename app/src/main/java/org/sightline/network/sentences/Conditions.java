package org.sightline.network.sentences;

import org.sightline.network.map.Element;
import org.sightline.network.map.ElementKind;
import org.sightline.network.map.Field;
import org.sightline.network.map.Picture;

/// What the police shared on conditions: the last letter of their grading is a C. It is in no pack
/// of a guest, and every other copy says it where it stands.
public final class Conditions {

  private Conditions() {}

  /// Whether somebody said it on conditions.
  static boolean areOn(Element report) {
    return report.value(Field.GRADING).endsWith("C");
  }

  /// Whether anything a line rests on was shared on conditions.
  public static boolean areOn(Picture picture, Element line) {
    return picture.reports(line.id()).stream().anyMatch(Conditions::areOn);
  }

  /// How many lines of a map rest on such a thing.
  public static int on(Picture picture) {
    return Math.toIntExact(
        picture.on(ElementKind.LINE).stream().filter(line -> areOn(picture, line)).count());
  }
}
