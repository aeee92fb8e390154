package org.sightline.documents;

/// The paper a document is printed on.
public enum Sheet {
  A4_PORTRAIT("A4 portrait"),
  A4_LANDSCAPE("A4 landscape"),
  A3_PORTRAIT("A3 portrait"),
  A3_LANDSCAPE("A3 landscape");

  private final String css;

  Sheet(String css) {
    this.css = css;
  }

  /// The value of `size` in an `@page` rule.
  String css() {
    return css;
  }
}
