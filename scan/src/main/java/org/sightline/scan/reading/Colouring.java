package org.sightline.scan.reading;

/// What lies in one place of a sheet.
///
/// @param coverage how much of it carries colour, 0 to 1; its edges count less than its middle
/// @param core how much of its inner half carries colour
/// @param middle how much of what lies deepest in it carries colour
/// @param spread over how much of it the colour is strewn: hatching is strewn wide, a letter is not
/// @param sides on how many of twelve sides of its middle there is colour
/// @param reach how far from the edge the colour comes, in millimetres, but for a speck
/// @param strength how strong the colour is where there is any, in logarithms
/// @param hue of the greater part, in degrees; yellow is about 95, green less, red more
/// @param other how much of the colour has another hue
/// @param otherHue the hue of that
/// @param strokes square millimetres of thin grey or black lines that are not printed
/// @param area in square millimetres, without the edge
/// @param isBroad whether its strokes are broader than a pencil's
/// @param light how bright bare paper is there, 0 to 255
/// @param black how much of it is dark and has no hue
/// @param hidden how much of it is outside the picture
record Colouring(
    double coverage,
    double core,
    double middle,
    double spread,
    int sides,
    double reach,
    double strength,
    double hue,
    double other,
    double otherHue,
    double strokes,
    double area,
    boolean isBroad,
    double light,
    double black,
    double hidden) {

  /// Square millimetres that carry colour.
  double colouredArea() {
    return coverage * area;
  }
}
