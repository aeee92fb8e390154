package org.sightline.scan;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/// Draws on a page of PDF in millimetres from its top left. Greys are 0 for black to 1 for white.
final class Pen {

  private static final float POINTS = 72 / 25.4f;

  private final PDPageContentStream content;
  private final PDFont font;
  private final double pageHeight;

  Pen(PDPageContentStream content, PDFont font, double pageHeight) {
    this.content = content;
    this.font = font;
    this.pageHeight = pageHeight;
  }

  void fill(double x, double y, double width, double height, double grey) throws IOException {
    content.setNonStrokingColor((float) grey);
    content.addRect(at(x), fromTop(y + height), at(width), at(height));
    content.fill();
  }

  /// Only as far as it lies in the frame.
  void picture(PDImageXObject picture, Underlay at, LayingOut.Frame frame) throws IOException {
    content.saveGraphicsState();
    content.addRect(
        at(frame.x()), fromTop(frame.y() + frame.height()), at(frame.width()), at(frame.height()));
    content.clip();
    content.drawImage(
        picture, at(at.x()), fromTop(at.y() + at.height()), at(at.width()), at(at.height()));
    content.restoreGraphicsState();
  }

  void frame(double x, double y, double width, double height, double line, double grey)
      throws IOException {
    content.setStrokingColor((float) grey);
    content.setLineWidth(at(line));
    content.addRect(at(x), fromTop(y + height), at(width), at(height));
    content.stroke();
  }

  void outline(List<Point> corners, double line, double grey) throws IOException {
    content.setStrokingColor((float) grey);
    content.setLineWidth(at(line));
    content.setLineJoinStyle(1);
    content.moveTo(at(corners.getFirst().x()), fromTop(corners.getFirst().y()));
    for (var corner : corners.subList(1, corners.size())) {
      content.lineTo(at(corner.x()), fromTop(corner.y()));
    }
    content.closeAndStroke();
  }

  void dashes(double x, double y, double length) throws IOException {
    content.setStrokingColor(0.3f);
    content.setLineWidth(at(0.25));
    content.setLineDashPattern(new float[] {at(2), at(1.5)}, 0);
    content.moveTo(at(x), fromTop(y));
    content.lineTo(at(x + length), fromTop(y));
    content.stroke();
    content.setLineDashPattern(new float[0], 0);
  }

  /// @param y of the line the letters stand on
  /// @param size in points; smaller when the text is wider than `most`
  void write(String text, double x, double y, double size, double most, double grey)
      throws IOException {
    var shown = known(text);
    double width = widthOf(shown, size);
    double fitting = width > most ? size * most / width : size;
    content.beginText();
    content.setNonStrokingColor((float) grey);
    content.setFont(font, (float) fitting);
    content.newLineAtOffset(at(x), fromTop(y));
    content.showText(shown);
    content.endText();
  }

  void writeCentred(String text, double x, double y, double size, double grey) throws IOException {
    write(text, x - widthOf(known(text), size) / 2, y, size, Double.MAX_VALUE, grey);
  }

  private double widthOf(String text, double size) throws IOException {
    return font.getStringWidth(text) / 1000 * size / POINTS;
  }

  /// What the font has no letter for becomes a square.
  private String known(String text) {
    var shown = new StringBuilder();
    text.codePoints()
        .filter(letter -> letter >= ' ')
        .forEach(
            letter -> {
              try {
                font.encode(Character.toString(letter));
                shown.appendCodePoint(letter);
              } catch (IOException | IllegalArgumentException unknown) {
                shown.append('\u25a1');
              }
            });
    return shown.toString();
  }

  private float at(double millimetres) {
    return (float) millimetres * POINTS;
  }

  private float fromTop(double y) {
    return (float) (pageHeight - y) * POINTS;
  }
}
