package org.sightline.scan;

import org.sightline.scan.SheetLayout.PageSize;

/// What the sheets are printed on.
public enum Paper {
  A4_PORTRAIT(210, 297),
  A4_LANDSCAPE(297, 210),
  A3_PORTRAIT(297, 420),
  A3_LANDSCAPE(420, 297);

  private final double width;
  private final double height;

  Paper(double width, double height) {
    this.width = width;
    this.height = height;
  }

  public PageSize size() {
    return new PageSize(width, height);
  }

  /// How much larger than on A4 markers, code and boxes are.
  double scale() {
    return Math.min(width, height) > 250 ? 1.3 : 1;
  }

  /// The paper that lies as a plan's page does: A3 when the plan says so, otherwise A4.
  public static Paper of(PageSize page) {
    boolean lies = page.width() > page.height();
    double longSide = Math.max(page.width(), page.height());
    double shortSide = Math.min(page.width(), page.height());
    boolean large = Math.abs(longSide - 420) < 3 && Math.abs(shortSide - 297) < 3;
    if (large) {
      return lies ? A3_LANDSCAPE : A3_PORTRAIT;
    }
    return lies ? A4_LANDSCAPE : A4_PORTRAIT;
  }
}
