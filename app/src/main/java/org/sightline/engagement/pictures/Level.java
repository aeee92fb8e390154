package org.sightline.engagement.pictures;

/// The looks of the three levels and of no answer (look.md, Surfaces).
enum Level {
  GREEN("G", "#00703c", "#ffffff"),
  YELLOW("Y", "#ffc20e", "#0b0c0c"),
  RED("R", "#b8251b", "#ffffff"),
  BLANK("", "#ffffff", "#0b0c0c");

  final String letter;
  final String fill;
  final String ink;

  Level(String letter, String fill, String ink) {
    this.letter = letter;
    this.fill = fill;
    this.ink = ink;
  }
}
