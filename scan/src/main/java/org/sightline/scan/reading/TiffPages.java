package org.sightline.scan.reading;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.HashSet;
import javax.imageio.stream.ImageInputStream;
import org.sightline.scan.Refusal;

/// How many pictures a TIFF holds (TIFF 6.0, section 2; BigTIFF): each directory says where the
/// next lies. One that leads back, or on for ever, is refused before a decoder follows it.
final class TiffPages {

  private static final int LITTLE_ENDIAN = 0x4949;
  private static final int BIG_TIFF = 43;
  private static final int HEADER = 8;
  private static final int MOST_ENTRIES = 65_535;

  private final ImageInputStream input;
  private final boolean big;

  private TiffPages(ImageInputStream input, boolean big) {
    this.input = input;
    this.big = big;
  }

  /// Refuses with [NotRead] what is damaged or has too many.
  static int count(ImageInputStream input) throws IOException {
    input.seek(0);
    boolean isLittle = input.readUnsignedShort() == LITTLE_ENDIAN;
    input.setByteOrder(isLittle ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    boolean big = input.readUnsignedShort() == BIG_TIFF;
    if (big) {
      input.skipBytes(4);
    }
    return new TiffPages(input, big).count();
  }

  private int count() throws IOException {
    var seen = new HashSet<Long>();
    for (long at = offset(); at != 0; at = afterDirectory(at)) {
      if (at < HEADER || !seen.add(at)) {
        throw new NotRead(Refusal.DAMAGED);
      }
      if (seen.size() > PictureDecoding.MOST_PAGES) {
        throw new NotRead(Refusal.TOO_MANY_PAGES);
      }
    }
    if (seen.isEmpty()) {
      throw new NotRead(Refusal.DAMAGED);
    }
    return seen.size();
  }

  private long afterDirectory(long at) throws IOException {
    input.seek(at);
    long entries = big ? input.readLong() : input.readUnsignedShort();
    if (entries < 1 || entries > MOST_ENTRIES) {
      throw new NotRead(Refusal.DAMAGED);
    }
    input.seek(at + (big ? 8 + 20 * entries : 2 + 12 * entries));
    try {
      return offset();
    } catch (EOFException last) {
      return 0;
    }
  }

  private long offset() throws IOException {
    return big ? input.readLong() : input.readUnsignedInt();
  }
}
