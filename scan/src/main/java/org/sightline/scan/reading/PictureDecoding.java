package org.sightline.scan.reading;

import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.sightline.scan.Refusal;

/// Decodes pictures, after their headers were looked at.
final class PictureDecoding {

  static final long MOST_PIXELS = 80_000_000;
  static final long SUBSAMPLED_ABOVE = 40_000_000;
  static final int MOST_PAGES = 200;

  private PictureDecoding() {}

  /// How many pictures a file holds.
  static int pages(FileKind kind, ImageInputStream input) throws IOException {
    if (kind != FileKind.TIFF) {
      return 1;
    }
    try {
      return TiffPages.count(input);
    } catch (IOException damaged) {
      throw new NotRead(Refusal.DAMAGED);
    }
  }

  /// Refuses a JPEG with [NotRead] that says that it is too large.
  static void checkJpeg(ImageInputStream input) throws IOException {
    var reader = readers(FileKind.JPEG).getFirst();
    try {
      reader.setInput(input, true, true);
      subsampling(reader.getWidth(0), reader.getHeight(0));
    } finally {
      reader.dispose();
    }
  }

  /// @param page counted from 0
  static Picture decode(FileKind kind, ImageInputStream input, int page) throws IOException {
    NotRead last = new NotRead(Refusal.NOT_A_PICTURE);
    var readers = readers(kind);
    if (kind == FileKind.JPEG && componentsOfJpeg(input) == 4) {
      Collections.reverse(readers);
    }
    for (var reader : readers) {
      try {
        input.seek(0);
        return decode(reader, input, page);
      } catch (NotRead refusal) {
        if (refusal.why() != Refusal.DAMAGED) {
          throw refusal;
        }
        last = refusal;
      } finally {
        reader.dispose();
      }
    }
    throw last;
  }

  /// The platform's own reader first where there is one: it is the quicker.
  private static ArrayList<ImageReader> readers(FileKind kind) {
    var readers = new ArrayList<ImageReader>();
    ImageIO.getImageReadersByFormatName(kind.name().toLowerCase(Locale.ROOT))
        .forEachRemaining(readers::add);
    readers.sort(
        (a, b) ->
            Boolean.compare(
                !a.getClass().getName().startsWith("com.sun."),
                !b.getClass().getName().startsWith("com.sun.")));
    return readers;
  }

  /// Four for the inks of a print shop, which the platform's reader does not turn into colours.
  private static int componentsOfJpeg(ImageInputStream input) throws IOException {
    try {
      input.seek(2);
      while (true) {
        int marker = input.readUnsignedShort();
        int length = input.readUnsignedShort();
        boolean startsFrame = marker >= 0xffc0 && marker <= 0xffcf && marker != 0xffc4;
        if (startsFrame && marker != 0xffc8 && marker != 0xffcc) {
          input.skipBytes(5);
          return input.readUnsignedByte();
        }
        if (marker >> 8 != 0xff || length < 2) {
          return 0;
        }
        input.skipBytes(length - 2);
      }
    } catch (EOFException cut) {
      return 0;
    }
  }

  private static Picture decode(ImageReader reader, ImageInputStream input, int page)
      throws IOException {
    var cut = new boolean[1];
    try {
      reader.setInput(input, false, true);
      int by = subsampling(reader.getWidth(page), reader.getHeight(page));
      reader.addIIOReadWarningListener((source, warning) -> cut[0] |= saysCut(warning));
      var how = reader.getDefaultReadParam();
      how.setSourceSubsampling(by, by, 0, 0);
      BufferedImage image = reader.read(page, how);
      if (cut[0] || image == null) {
        throw new NotRead(Refusal.DAMAGED);
      }
      return Picture.of(image);
    } catch (IndexOutOfBoundsException gone) {
      throw new NotRead(page > 0 ? Refusal.NO_SUCH_PAGE : Refusal.DAMAGED);
    } catch (IOException damaged) {
      throw new NotRead(Refusal.DAMAGED);
    } catch (NotRead refusal) {
      throw refusal;
    } catch (RuntimeException damaged) {
      throw new NotRead(Refusal.DAMAGED);
    }
  }

  static int subsampling(long width, long height) {
    if (width <= 0 || height <= 0) {
      throw new NotRead(Refusal.DAMAGED);
    }
    if (width * height > MOST_PIXELS) {
      throw new NotRead(Refusal.TOO_MANY_PIXELS);
    }
    return width * height > SUBSAMPLED_ABOVE ? 2 : 1;
  }

  private static boolean saysCut(String warning) {
    var lower = warning.toLowerCase(Locale.ROOT);
    return lower.contains("premature") || lower.contains("truncated") || lower.contains("eoi");
  }
}
