package org.sightline.engagement.pile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Set;

/// [Stripping] of TIFF: what the tags for people, places, times and devices hold becomes zeros.
final class TiffStripping {

  private static final int EXIF = 34665;
  private static final int GPS = 34853;

  /// Descriptions, makers, programs, times, artists, computers, XMP, IPTC, Photoshop, notes.
  private static final Set<Integer> PERSONAL =
      Set.of(
          269, 270, 271, 272, 285, 305, 306, 315, 316, 700, 33432, 33723, 34377, EXIF, GPS, 37500,
          37510, 40965, 42016, 42032, 42033, 42036, 42037);

  private static final int[] SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};
  private static final int UNUSED = 65000;

  private final ByteBuffer file;
  private final Set<Integer> seen = new HashSet<>();

  TiffStripping(ByteBuffer file) {
    this.file = file.order(file.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
  }

  void strip() {
    int at = file.limit() < 8 ? 0 : file.getInt(4);
    while (isDirectory(at) && seen.add(at)) {
      int entries = file.getShort(at) & 0xffff;
      for (int i = 0; i < entries; i++) {
        entry(at + 2 + 12 * i, false);
      }
      int next = at + 2 + 12 * entries;
      at = next + 4 <= file.limit() ? file.getInt(next) : 0;
    }
  }

  private boolean isDirectory(int at) {
    return at >= 8
        && at + 2 <= file.limit()
        && at + 2L + 12L * (file.getShort(at) & 0xffff) <= file.limit();
  }

  private void entry(int at, boolean all) {
    int tag = file.getShort(at) & 0xffff;
    if (!all && !PERSONAL.contains(tag)) {
      return;
    }
    int type = file.getShort(at + 2) & 0xffff;
    int value = file.getInt(at + 8);
    if (tag == EXIF || tag == GPS) {
      directory(value);
    } else if (type < SIZES.length) {
      long bytes = (file.getInt(at + 4) & 0xffffffffL) * SIZES[type];
      if (bytes > 4 && value >= 8) {
        Stripping.zero(file, value, (int) Math.min(file.limit(), value + bytes));
      }
    }
    file.putShort(at, (short) UNUSED);
    file.putShort(at + 2, (short) 1);
    file.putInt(at + 4, 1);
    file.putInt(at + 8, 0);
  }

  private void directory(int at) {
    if (!isDirectory(at) || !seen.add(at)) {
      return;
    }
    int entries = file.getShort(at) & 0xffff;
    for (int i = 0; i < entries; i++) {
      entry(at + 2 + 12 * i, true);
    }
  }
}
