package org.sightline.demonstration;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.sightline.engagement.pack.Packs;
import org.sightline.engagement.planning.SessionId;
import org.sightline.kernel.SignedIn;
import org.sightline.scan.Level;
import org.sightline.scan.Outline;
import org.sightline.scan.Point;
import org.sightline.scan.SheetLayout;
import org.springframework.stereotype.Component;

/// A pile to try the reading of sheets with: `pile.pdf` beside `demo.json`, eight sheets of the
/// open session, coloured by an invented class with three pencils. Drop it under "Read a pile".
@Component
class InventedPile {

  static final String FILE = "pile.pdf";

  private static final int SHEETS = 8;
  private static final float POINTS = 72 / 25.4f;
  private static final float[][] PENCILS = {
    {0.87f, 0.24f, 0.25f}, {0.97f, 0.84f, 0.25f}, {0.3f, 0.68f, 0.33f}
  };

  private final Packs packs;

  InventedPile(Packs packs) {
    this.packs = packs;
  }

  void write(SignedIn who, SessionId session, long seed, Path directory) {
    var printed = packs.withoutSlips(who, session, SHEETS);
    try (var document = Loader.loadPDF(printed.pdf())) {
      var random = new SplittableRandom(seed);
      for (int i = 0; i < document.getNumberOfPages(); i++) {
        var layout = printed.layouts().get(i % printed.layouts().size());
        colour(document, document.getPage(i), layout, random.split(), i == 2);
      }
      var bytes = new ByteArrayOutputStream();
      document.save(bytes);
      Files.write(directory.resolve(FILE), bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @param unsure whether the child changed their mind: two colours in some places
  private static void colour(
      PDDocument document, PDPage page, SheetLayout layout, SplittableRandom random, boolean unsure)
      throws IOException {
    float height = page.getMediaBox().getHeight();
    try (var pen =
        new PDPageContentStream(
            document, page, PDPageContentStream.AppendMode.PREPEND, true, true)) {
      for (var box : layout.key()) {
        var corners =
            List.of(
                new Point(box.x() + 0.5, box.y() + 0.5),
                new Point(box.x() + box.width() - 0.5, box.y() + 0.5),
                new Point(box.x() + box.width() - 0.5, box.y() + box.height() - 0.5),
                new Point(box.x() + 0.5, box.y() + box.height() - 0.5));
        hatch(pen, height, corners, box.level(), random, 0, 1);
      }
      for (var zone : layout.zones()) {
        int choice = random.nextInt(5);
        if (choice == 4) {
          continue;
        }
        var level = Level.COLOURS.get(Math.min(choice, 2));
        boolean twice = unsure && random.nextInt(3) == 0;
        hatch(pen, height, zone.polygon(), level, random, 0, twice ? 0.5 : 1);
        if (twice) {
          var other = Level.COLOURS.get((level.ordinal() + 1) % 3);
          hatch(pen, height, zone.polygon(), other, random, 0.5, 1);
        }
      }
    }
  }

  /// To and fro with a broad pencil, from one height of the place to another.
  private static void hatch(
      PDPageContentStream pen,
      float height,
      List<Point> corners,
      Level level,
      SplittableRandom random,
      double from,
      double to)
      throws IOException {
    float[] pencil = PENCILS[level.ordinal()];
    var outline = new Outline(corners);
    double high = outline.maxY() - outline.minY();
    pen.saveGraphicsState();
    pen.moveTo(at(corners.getFirst().x()), height - at(corners.getFirst().y()));
    for (var corner : corners.subList(1, corners.size())) {
      pen.lineTo(at(corner.x()), height - at(corner.y()));
    }
    pen.closePath();
    pen.clip();
    pen.setStrokingColor(pencil[0], pencil[1], pencil[2]);
    pen.setLineWidth(at(1.5));
    double left = outline.minX() + 0.3;
    double right = outline.maxX() - 0.3;
    pen.moveTo(at(left), height - at(outline.minY() + from * high + 0.8));
    for (double y = from * high + 0.8; y < to * high - 0.6; y += 1.15) {
      double wobble = random.nextDouble(-0.4, 0.4);
      pen.lineTo(at(right + wobble), height - at(outline.minY() + y));
      pen.lineTo(at(left - wobble), height - at(outline.minY() + y + 0.6));
    }
    pen.stroke();
    pen.restoreGraphicsState();
  }

  private static float at(double millimetres) {
    return (float) millimetres * POINTS;
  }
}
