package org.sightline.engagement.pack;

/// One floor as it is printed on every sheet.
///
/// @param number from 1 of `floors`
/// @param isTall whether it is higher than wide, and so its paper stands upright
/// @param elsewhere whether the zone for places that are not on the plan is on it
/// @param svg drawn by [org.sightline.engagement.pictures.PlanDrawing], which escapes every name;
///     it has a name of its own, so that it is drawn once however many sheets it stands on
public record PaperFloor(
    String name, int number, int floors, boolean isTall, boolean elsewhere, String svg) {

  /// The slip is at the foot of the last floor: one sheet, one slip.
  public boolean isLast() {
    return number == floors;
  }
}
