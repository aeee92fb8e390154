package org.sightline.engagement.pile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;

/// Wipes what cameras and programs write into a file beside the picture: where and when it was
/// taken, with whose telephone (ST-14). In place and without decoding anything: what is wiped
/// becomes zeros, so that every offset stays right and a hostile file finds no decoder here. What
/// cannot be understood is left as it is, for the reader to refuse.
final class Stripping {

  private static final Set<String> KEPT_OF_PNG =
      Set.of(
          "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "acTL",
          "fcTL", "fdAT");

  private final ByteBuffer file;
  private final int size;

  private Stripping(ByteBuffer file) {
    this.file = file;
    this.size = file.limit();
  }

  static void strip(FileSign sign, ByteBuffer file) {
    var stripping = new Stripping(file.order(ByteOrder.BIG_ENDIAN));
    switch (sign) {
      case JPEG -> stripping.jpeg();
      case PNG -> stripping.png();
      case WEBP -> stripping.webp();
      case TIFF -> new TiffStripping(file).strip();
      case PDF -> new PdfStripping(file).strip();
    }
  }

  private void jpeg() {
    int at = 2;
    while (at + 4 <= size && at(at) == 0xff) {
      int marker = at(at + 1);
      if (marker == 0xd9) {
        zero(file, at + 2, size);
        return;
      }
      if (marker == 0xff) {
        at++;
      } else if (marker == 1 || isRestart(marker)) {
        at += 2;
      } else {
        int end = at + 2 + (file.getShort(at + 2) & 0xffff);
        if (isPersonal(marker, at + 4)) {
          zero(file, at + 4, end);
        }
        at = marker == 0xda ? afterScan(end) : Math.max(end, at + 4);
      }
    }
  }

  private int afterScan(int from) {
    int at = from;
    while (at + 1 < size
        && (at(at) != 0xff || at(at + 1) == 0 || at(at + 1) == 0xff || isRestart(at(at + 1)))) {
      at++;
    }
    return at;
  }

  private static boolean isRestart(int marker) {
    return marker >= 0xd0 && marker <= 0xd7;
  }

  /// Everything an application wrote but what says how colours are meant.
  private boolean isPersonal(int marker, int content) {
    return switch (marker) {
      case 0xe0 -> !startsWith(content, "JFIF");
      case 0xe2 -> !startsWith(content, "ICC_PROFILE");
      case 0xee -> !startsWith(content, "Adobe");
      case 0xfe -> true;
      default -> marker > 0xe0 && marker <= 0xef;
    };
  }

  private void png() {
    int at = 8;
    while (at + 12 <= size) {
      int length = file.getInt(at);
      if (length < 0 || length > size - at - 12) {
        return;
      }
      var type = text(at + 4, 4);
      if (!KEPT_OF_PNG.contains(type)) {
        put(at + 4, "juNk");
        zero(file, at + 8, at + 8 + length);
        file.putInt(at + 8 + length, checksum(at + 4, length + 4));
      }
      at += 12 + length;
      if (type.equals("IEND")) {
        zero(file, at, size);
        return;
      }
    }
  }

  private int checksum(int from, int length) {
    var sum = new CRC32();
    sum.update(file.slice(from, length));
    return (int) sum.getValue();
  }

  private void webp() {
    file.order(ByteOrder.LITTLE_ENDIAN);
    int at = 12;
    while (at + 8 <= size) {
      int length = file.getInt(at + 4);
      if (length < 0 || length > size - at - 8) {
        return;
      }
      var type = text(at, 4);
      if (type.equals("EXIF") || type.equals("XMP ")) {
        put(at, "JUNK");
        zero(file, at + 8, at + 8 + length);
      } else if (type.equals("VP8X") && length > 0) {
        file.put(at + 8, (byte) (file.get(at + 8) & ~0x0c));
      }
      at += 8 + length + (length & 1);
    }
  }

  private int at(int index) {
    return file.get(index) & 0xff;
  }

  private boolean startsWith(int at, String expected) {
    return at + expected.length() <= size && text(at, expected.length()).equals(expected);
  }

  private String text(int at, int length) {
    byte[] bytes = new byte[length];
    file.get(at, bytes);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private void put(int at, String type) {
    file.put(at, type.getBytes(StandardCharsets.ISO_8859_1));
  }

  static void zero(ByteBuffer file, int from, int to) {
    for (int at = Math.max(0, from); at < Math.min(to, file.limit()); at++) {
      file.put(at, (byte) 0);
    }
  }
}
