package org.sightline.documents;

/// The paper a document is printed on.
public enum Sheet {
  A4_PORTRAIT("A4 portrait", 210, 297),
  A4_LANDSCAPE("A4 landscape", 297, 210),
  A3_PORTRAIT("A3 portrait", 297, 420),
  A3_LANDSCAPE("A3 landscape", 420, 297);

  /// The margins of print.css on both sides together, in millimetres.
  private static final int MARGINS_ACROSS = 28;

  /// The margins above and below together, and two to spare for rounding, in millimetres.
  private static final int MARGINS_DOWN = 36;

  private final String css;
  private final int across;
  private final int down;

  Sheet(String css, int across, int down) {
    this.css = css;
    this.across = across;
    this.down = down;
  }

  /// The value of `size` in an `@page` rule.
  String css() {
    return css;
  }

  /// Millimetres between the margins, from side to side.
  int roomAcross() {
    return across - MARGINS_ACROSS;
  }

  /// Millimetres between the margins, from top to bottom.
  int roomDown() {
    return down - MARGINS_DOWN;
  }
}
