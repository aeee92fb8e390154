package org.sightline.scan.reading;

import org.sightline.scan.SheetLayout;

/// The page in small squares, on which colours are judged: 0.4 mm wide on A4, 0.5 on A3.
record Grid(int width, int height, double step) {

  static Grid of(SheetLayout layout) {
    double step = Math.max(layout.page().width(), layout.page().height()) > 330 ? 0.5 : 0.4;
    double low =
        layout.markers().stream()
            .mapToDouble(marker -> marker.y() + marker.size() + 2)
            .max()
            .orElse(layout.page().height());
    return new Grid(
        (int) (layout.page().width() / step),
        (int) (Math.min(low, layout.page().height()) / step),
        step);
  }

  int size() {
    return width * height;
  }

  double x(int column) {
    return (column + 0.5) * step;
  }

  double y(int row) {
    return (row + 0.5) * step;
  }

  int column(double x) {
    return Math.clamp((int) Math.floor(x / step), 0, width - 1);
  }

  int row(double y) {
    return Math.clamp((int) Math.floor(y / step), 0, height - 1);
  }
}
