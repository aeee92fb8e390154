package org.sightline.contexts.floorplans;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Finds the one EXIF value we honour, which way up the camera was (tag 0x0112); all else about the
/// camera, its place and its time is left behind.
final class ExifTurn {

  private static final byte[] PREFIX = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final int ORIENTATION = 0x0112;
  private static final int ENTRY = 12;

  private ExifTurn() {}

  /// @return 1 to 8; 1, upright, when absent or nonsense
  static int read(byte[] file, int from, int to) {
    var start = from + PREFIX.length;
    if (to - start < 8 || !Arrays.equals(file, from, start, PREFIX, 0, PREFIX.length)) {
      return 1;
    }
    var tiff = ByteBuffer.wrap(file, start, to - start).slice();
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    var directory = tiff.getInt(4);
    if (directory < 8 || directory > tiff.limit() - 2) {
      return 1;
    }
    var entries = Short.toUnsignedInt(tiff.getShort(directory));
    for (var i = 0; i < entries; i++) {
      var at = directory + 2 + i * ENTRY;
      if (at + ENTRY > tiff.limit()) {
        return 1;
      }
      if (Short.toUnsignedInt(tiff.getShort(at)) == ORIENTATION) {
        var turn = tiff.getShort(at + 8);
        return turn >= 1 && turn <= 8 ? turn : 1;
      }
    }
    return 1;
  }
}
