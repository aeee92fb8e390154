package org.sightline.contexts.floorplans;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/// Decodes a PNG or JPEG. Runs only inside [PlanIntakeMain].
///
/// Pictures that fit are decoded whole and averaged down, because leaving dots out loses the thin
/// lines a plan is made of; only what would not fit is read with dots left out.
final class PictureReading {

  private PictureReading() {}

  static BufferedImage read(byte[] file, FileKind kind) throws IOException, Flawed {
    var turn = kind == FileKind.JPEG ? JpegHeader.read(file).turn() : 1;
    if (kind == FileKind.PNG) {
      PngHeader.read(file);
    }
    var reader = javasOwn(kind);
    try (var stream = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(stream, true, true);
      var damaged = new AtomicBoolean();
      reader.addIIOReadWarningListener(
          (source, warning) -> damaged.compareAndSet(false, meansLoss(warning)));
      var decoded = decode(reader);
      if (damaged.get()) {
        throw new Flawed(Flaw.DAMAGED);
      }
      return Turning.upright(Shrinking.toPlanSize(decoded), turn);
    } finally {
      reader.dispose();
    }
  }

  /// Java's own reader, whatever others the application brings along: it is the one whose warnings
  /// we know, and it takes nothing that is damaged.
  private static ImageReader javasOwn(FileKind kind) {
    var readers = ImageIO.getImageReadersByFormatName(kind.name());
    while (readers.hasNext()) {
      var reader = readers.next();
      if (reader.getClass().getName().startsWith("com.sun.imageio.")) {
        return reader;
      }
      reader.dispose();
    }
    throw new IllegalStateException("This Java reads no " + kind);
  }

  private static BufferedImage decode(ImageReader reader) throws IOException, Flawed {
    var width = reader.getWidth(0);
    var height = reader.getHeight(0);
    PlanLimits.checkDots(width, height, PlanLimits.MAX_DOTS);
    var bits = reader.getRawImageType(0);
    var bytesPerDot = bits == null ? 4 : (bits.getColorModel().getPixelSize() + 7) / 8;
    var step = step((long) width * height, bytesPerDot);
    var wanted = reader.getDefaultReadParam();
    wanted.setSourceSubsampling(step, step, 0, 0);
    return reader.read(0, wanted);
  }

  /// Every how many dots one is read, across and down.
  static int step(long dots, int bytesPerDot) {
    var step = dots > PlanLimits.MAX_DOTS_READ_WHOLE ? 2 : 1;
    while (dots * bytesPerDot / ((long) step * step) > PlanLimits.MAX_DECODED_BYTES) {
      step++;
    }
    return step;
  }

  /// The JPEG decoder fills what is missing with grey and only warns. Stray bytes between segments,
  /// which some cameras write, lose nothing.
  private static boolean meansLoss(String warning) {
    return warning.contains("Truncated")
        || warning.contains("Premature end")
        || (warning.contains("Corrupt JPEG data") && !warning.contains("extraneous"));
  }
}
