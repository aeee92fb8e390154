package org.sightline.contexts.floorplans;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/// Reads what a PNG says of itself, without inflating anything.
final class PngHeader {

  private static final int SIGNATURE = 8;
  private static final int CHUNK_FRAME = 12;
  private static final int HEADER = 0x49484452;
  private static final int END = 0x49454e44;

  private PngHeader() {}

  /// Checks the declared size first, then that every chunk up to the last is whole: a PNG cut
  /// short would otherwise be decoded half grey.
  static PixelSize read(byte[] png) throws Flawed {
    var bytes = ByteBuffer.wrap(png);
    if (png.length < SIGNATURE + CHUNK_FRAME + 13 || bytes.getInt(SIGNATURE + 4) != HEADER) {
      throw new Flawed(Flaw.DAMAGED);
    }
    var width = bytes.getInt(16);
    var height = bytes.getInt(20);
    PlanLimits.checkDots(width, height, PlanLimits.MAX_DOTS);
    checkChunks(bytes);
    return new PixelSize(width, height);
  }

  private static void checkChunks(ByteBuffer bytes) throws Flawed {
    var at = SIGNATURE;
    while (bytes.limit() - at >= CHUNK_FRAME) {
      var length = bytes.getInt(at);
      if (length < 0 || length > bytes.limit() - at - CHUNK_FRAME) {
        break;
      }
      var checksum = new CRC32();
      checksum.update(bytes.array(), at + 4, length + 4);
      if ((int) checksum.getValue() != bytes.getInt(at + 8 + length)) {
        break;
      }
      if (bytes.getInt(at + 4) == END) {
        return;
      }
      at += length + CHUNK_FRAME;
    }
    throw new Flawed(Flaw.DAMAGED);
  }
}
