package org.sightline.engagement.pile;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// [Stripping] of PDF: what cameras wrote into the pictures in it, and what programs wrote about
/// the document. What lies compressed is not found; it goes with the file as soon as that is read,
/// and nothing of it is ever shown.
final class PdfStripping {

  private static final byte[] EXIF = bytes("Exif\0\0");
  private static final byte[] XMP_IN_JPEG = bytes("http://ns.adobe.com/x");
  private static final byte[] XMP = bytes("<?xpacket begin");
  private static final byte[] XMP_END = bytes("<?xpacket end");
  private static final byte[][] ABOUT = {
    bytes("/Author"),
    bytes("/Creator"),
    bytes("/Producer"),
    bytes("/Title"),
    bytes("/Subject"),
    bytes("/Keywords"),
    bytes("/CreationDate"),
    bytes("/ModDate")
  };
  private static final int LONGEST = 2000;

  private final ByteBuffer file;
  private final int size;

  PdfStripping(ByteBuffer file) {
    this.file = file;
    this.size = file.limit();
  }

  void strip() {
    for (int at = 0; at < size; at++) {
      switch (file.get(at)) {
        case 'E', 'h' -> picture(at);
        case '<' -> packet(at);
        case '/' -> about(at);
        default -> {}
      }
    }
  }

  private void picture(int at) {
    if ((is(at, EXIF) || is(at, XMP_IN_JPEG))
        && at >= 4
        && (file.get(at - 4) & 0xff) == 0xff
        && (file.get(at - 3) & 0xff) == 0xe1) {
      int length = (file.get(at - 2) & 0xff) << 8 | file.get(at - 1) & 0xff;
      Stripping.zero(file, at, at - 2 + length);
    }
  }

  private void packet(int at) {
    if (!is(at, XMP)) {
      return;
    }
    int end = at;
    while (end < size && !is(end, XMP_END)) {
      end++;
    }
    blank(at, end);
  }

  private void about(int at) {
    for (byte[] name : ABOUT) {
      if (is(at, name)) {
        int start = at + name.length;
        while (start < size && file.get(start) == ' ') {
          start++;
        }
        if (start < size && file.get(start) == '(') {
          blank(start + 1, endOfText(start + 1));
        }
      }
    }
  }

  private int endOfText(int from) {
    int depth = 1;
    for (int at = from; at < Math.min(size, from + LONGEST); at++) {
      byte letter = file.get(at);
      if (letter == '\\') {
        at++;
      } else if (letter == '(') {
        depth++;
      } else if (letter == ')' && --depth == 0) {
        return at;
      }
    }
    return from;
  }

  private void blank(int from, int to) {
    for (int at = from; at < to; at++) {
      file.put(at, (byte) ' ');
    }
  }

  private boolean is(int at, byte[] expected) {
    if (at + expected.length > size) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if (file.get(at + i) != expected[i]) {
        return false;
      }
    }
    return true;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
