package org.sightline.scan.reading;

/// The colour of one place or key box.
///
/// A scanner that makes paper white takes a little of every colour away, of the weakest most: a
/// pencil's hue turns with how strongly it was laid on, evenly with the logarithm of that.
///
/// @param hue in degrees
/// @param width how unsure the hue is, in degrees
/// @param depth how strong the colour is, as a logarithm
record Shade(double hue, double width, double depth) {

  static Shade of(Colouring seen, Ink ink) {
    return new Shade(
        seen.hue(), ZoneJudge.widthOf(seen, ink), Math.log(Math.max(0.02, seen.strength())));
  }
}
