package org.sightline.scan;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import java.io.IOException;
import java.util.List;
import org.sightline.scan.SheetLayout.LevelBox;

/// Draws what a layout says.
final class SheetDrawing {

  /// Light enough to leave a colour alone, dark enough for a photocopy.
  private static final double LINES = 0.45;

  private static final double LETTERS = 0.38;

  private final Pen pen;
  private final SheetLayout layout;
  private final SheetWords words;
  private final double scale;

  SheetDrawing(Pen pen, SheetLayout layout, SheetWords words) {
    this.pen = pen;
    this.layout = layout;
    this.words = words;
    this.scale = layout.markers().getFirst().size() / 10;
  }

  /// What all sheets of a layout share.
  void drawCommon() throws IOException {
    for (var marker : layout.markers()) {
      draw(marker);
    }
    drawHeading();
    drawKey();
    drawTicks();
    if (layout.isList()) {
      drawList();
    } else {
      for (var zone : layout.zones()) {
        pen.outline(zone.polygon(), 0.35, LINES);
        drawLabel(LabelPlace.of(zone));
      }
    }
  }

  /// What belongs to one sheet: its code, and the slip.
  void drawOwn(PrintedSheet sheet) throws IOException {
    drawCode(new SheetCode(sheet.id(), layout.version()));
    if (sheet.label() != null) {
      var top = layout.markers().get(1);
      pen.writeCentred(
          sheet.label(),
          top.x() + top.size() / 2,
          top.y() + top.size() + 8.5 * scale,
          15 * scale,
          0);
    }
    if (sheet.slipCode() != null) {
      drawSlip(sheet.slipCode());
    }
  }

  private void draw(SheetLayout.Marker marker) throws IOException {
    pen.fill(marker.x(), marker.y(), marker.size(), marker.size(), 0);
    double square = marker.size() / MarkerCodes.WHOLE;
    for (int row = 0; row < MarkerCodes.SIDE; row++) {
      for (int column = 0; column < MarkerCodes.SIDE; column++) {
        if (MarkerCodes.isWhite(marker.id(), row, column)) {
          pen.fill(
              marker.x() + (column + 1) * square,
              marker.y() + (row + 1) * square,
              square,
              square,
              1);
        }
      }
    }
  }

  private void drawHeading() throws IOException {
    double left = layout.markers().getFirst().x() + layout.markers().getFirst().size() + 4 * scale;
    double most = layout.markers().get(1).x() - 4 * scale - left;
    double top = layout.markers().getFirst().y();
    pen.write(words.title(), left, top + 4 * scale, 11 * scale, most, 0);
    int sentence = words.meaning().indexOf(". ", words.meaning().length() / 2 - 10) + 1;
    pen.write(words.meaning().substring(0, sentence), left, top + 9 * scale, 8 * scale, most, 0);
    pen.write(
        words.meaning().substring(sentence).strip(), left, top + 13 * scale, 8 * scale, most, 0);
    int first = words.noName().indexOf(". ") + 1;
    pen.write(words.noName().substring(0, first), left, top + 17.5 * scale, 9 * scale, most, 0);
    pen.write(words.noName().substring(first).strip(), left, top + 21 * scale, 9 * scale, most, 0);
  }

  private void drawKey() throws IOException {
    var first = layout.key().getFirst();
    double most = layout.qr().x() - 4 * scale - first.x();
    pen.write(words.keyTitle(), first.x(), first.y() - 2 * scale, 8 * scale, most, 0);
    for (var box : layout.key()) {
      pen.frame(box.x(), box.y(), box.width(), box.height(), 0.4, 0.25);
      pen.writeCentred(
          words.of(box.level()),
          box.x() + box.width() / 2,
          box.y() + box.height() + 3.4 * scale,
          8 * scale,
          0);
    }
  }

  private void drawTicks() throws IOException {
    if (layout.ticks().isEmpty()) {
      return;
    }
    var first = layout.ticks().getFirst();
    pen.write(
        words.tick(),
        layout.markers().getFirst().x() + layout.markers().getFirst().size() + 4 * scale,
        first.y() + 3.8 * scale,
        9 * scale,
        22 * scale,
        0);
    for (var tick : layout.ticks()) {
      pen.frame(tick.x(), tick.y(), tick.size(), tick.size(), 0.35, 0.25);
      pen.write(
          tick.id(),
          tick.x() + tick.size() + 1.2,
          tick.y() + 3.8 * scale,
          9 * scale,
          18 * scale,
          0);
    }
  }

  private void drawLabel(LabelPlace place) throws IOException {
    double line = place.y() - place.halfHeight() + place.lineHeight() * 0.8;
    for (var text : place.lines()) {
      pen.writeCentred(text, place.x(), line, place.size(), LETTERS);
      line += place.lineHeight();
    }
  }

  private void drawList() throws IOException {
    for (var zone : layout.zones()) {
      var boxes = layout.boxes().stream().filter(box -> box.zone().equals(zone.id())).toList();
      for (var box : boxes) {
        pen.frame(box.x(), box.y(), box.width(), box.height(), 0.3, LINES);
      }
      drawRowLabel(zone.label(), boxes.getFirst());
    }
    double top = layout.boxes().stream().mapToDouble(LevelBox::y).min().orElseThrow();
    for (var box : layout.boxes()) {
      if (box.y() == top) {
        pen.writeCentred(
            words.of(box.level()), box.x() + box.width() / 2, top - 1.5 * scale, 8 * scale, 0);
      }
    }
  }

  private void drawRowLabel(String label, LevelBox first) throws IOException {
    double left =
        layout.boxes().stream()
            .filter(box -> box.x() + box.width() < first.x() && box.y() == first.y())
            .mapToDouble(box -> box.x() + box.width())
            .max()
            // Further from the boxes of the column before it than from its own.
            .orElse(layout.markers().getFirst().x() + layout.markers().getFirst().size() - 5);
    pen.write(
        label,
        left + 9,
        first.y() + first.height() / 2 + 1.2 * scale,
        9 * scale,
        first.x() - left - 11,
        0);
  }

  private void drawCode(SheetCode code) throws IOException {
    var qr = layout.qr();
    try {
      var squares = Encoder.encode(code.printed(), ErrorCorrectionLevel.Q).getMatrix();
      double square = qr.size() / squares.getWidth();
      for (int row = 0; row < squares.getHeight(); row++) {
        for (int column = 0; column < squares.getWidth(); column++) {
          int from = column;
          while (column < squares.getWidth() && squares.get(column, row) == 1) {
            column++;
          }
          if (column > from) {
            pen.fill(
                qr.x() + from * square, qr.y() + row * square, (column - from) * square, square, 0);
          }
        }
      }
    } catch (WriterException e) {
      throw new IllegalStateException(e);
    }
    pen.write(code.sheet(), qr.x(), qr.y() + qr.size() + 2.4, 5.5, qr.size(), 0);
  }

  private void drawSlip(String slipCode) throws IOException {
    double tear = layout.markers().get(6).y() + layout.markers().get(6).size() + 8;
    double left = layout.markers().getFirst().x() + 2;
    double most = layout.page().width() - 2 * left;
    pen.dashes(4, tear, layout.page().width() - 8);
    pen.write(words.slipTitle(), left, tear + 4.5, 7.5, most, 0.2);
    pen.write(slipCode, left, tear + 12.5, 17, most, 0);
    double line = tear + 17.5;
    for (var text : List.of(words.slipUse(), words.lastDay(), words.help())) {
      for (var part : text.split("\n")) {
        pen.write(part, left, line, 8.5, most, 0);
        line += 3.9;
      }
    }
  }
}
