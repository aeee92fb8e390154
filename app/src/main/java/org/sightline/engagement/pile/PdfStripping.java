package org.sightline.engagement.pile;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// [Stripping] of PDF: what cameras wrote into the pictures in it, and what programs wrote about
/// the document, as it is, as hexadecimal digits, in an object of its own, or compressed with other
/// objects ([PdfObjectStream]).
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
    bytes("/ModDate"),
    bytes("/SourceModified"),
    bytes("/Company"),
    bytes("/Manager")
  };
  private static final byte[] STREAM = bytes("stream");
  private static final byte[] END_OF_STREAM = bytes("endstream");
  private static final byte[] OBJECT = bytes(" obj");
  private static final Pattern METADATA = Pattern.compile("/Type\\s*/Metadata");
  private static final Pattern OBJECTS = Pattern.compile("/Type\\s*/ObjStm");

  /// In bytes, all together; and what one that cannot be unpacked counts for.
  private static final int MOST_UNPACKED = 32 << 20;

  private static final int FAILED = 1 << 20;
  private static final int LONGEST = 4000;
  private static final int LONGEST_NUMBER = 9;
  private static final int LONGEST_DICTIONARY = 2000;

  private final ByteBuffer file;
  private final int size;

  /// The numbers of the objects in which somebody wrote about the document.
  private final Set<Integer> about;

  private final List<PdfObjectStream> packed = new ArrayList<>();
  private int left = MOST_UNPACKED;

  PdfStripping(ByteBuffer file) {
    this(file, new HashSet<>());
  }

  private PdfStripping(ByteBuffer file, Set<Integer> about) {
    this.file = file;
    this.size = file.limit();
    this.about = about;
  }

  void strip() {
    for (int at = 0; at < size; at++) {
      switch (file.get(at)) {
        case 'E', 'h' -> picture(at);
        case '<' -> packet(at);
        case '/' -> about(at);
        case 's' -> stream(at);
        default -> {}
      }
    }
    if (!about.isEmpty()) {
      for (int at = 0; at < size; at++) {
        if (file.get(at) == ' ' && is(at, OBJECT) && about.contains(numberOf(at))) {
          blankText(at + OBJECT.length);
        }
      }
    }
    for (var stream : packed) {
      for (int number : about) {
        stream.startOf(number).ifPresent(new PdfStripping(stream.content(), about)::blankText);
      }
      stream.writeBack();
    }
  }

  /// Blanks what is about the document where nothing is packed, and notes which objects are.
  void stripAbout() {
    for (int at = 0; at < size; at++) {
      if (file.get(at) == '/') {
        about(at);
      }
    }
  }

  /// Of an object that begins with `12 0 obj`, the 12.
  private int numberOf(int end) {
    int at = end - 1;
    while (at > 0 && isDigit(at)) {
      at--;
    }
    return at > 0 && file.get(at) == ' ' ? number(startOfNumber(at - 1), at) : -1;
  }

  private int startOfNumber(int last) {
    int at = last;
    while (at >= 0 && isDigit(at)) {
      at--;
    }
    return at + 1;
  }

  private void stream(int at) {
    if (!is(at, STREAM) || at > 2 && is(at - 3, END_OF_STREAM)) {
      return;
    }
    int start = at + STREAM.length;
    start += start < size && file.get(start) == '\r' ? 1 : 0;
    if (start >= size || file.get(start) != '\n') {
      return;
    }
    start++;
    var dictionary = dictionaryBefore(at);
    if (METADATA.matcher(dictionary).find()) {
      int end = start;
      while (end < size && !is(end, END_OF_STREAM)) {
        end++;
      }
      blank(start, end);
    } else if (OBJECTS.matcher(dictionary).find()) {
      unpack(start, dictionary);
    }
  }

  private void unpack(int start, String dictionary) {
    int most = Math.min(left, PdfObjectStream.LARGEST);
    var found = PdfObjectStream.open(file, start, dictionary, most);
    left -= found.map(stream -> stream.content().limit()).orElse(FAILED);
    found.ifPresent(
        stream -> {
          new PdfStripping(stream.content(), about).stripAbout();
          packed.add(stream);
        });
  }

  private String dictionaryBefore(int at) {
    byte[] before = new byte[Math.min(at, LONGEST_DICTIONARY)];
    file.get(at - before.length, before);
    var text = new String(before, StandardCharsets.ISO_8859_1);
    return text.substring(Math.max(0, text.lastIndexOf(" obj")));
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
        int start = afterSpace(at + name.length);
        int end = start;
        while (end < size && isDigit(end)) {
          end++;
        }
        if (end > start) {
          noteReference(start, end);
        } else {
          blankText(start);
        }
      }
    }
  }

  /// Of `12 0 R`, the 12.
  private void noteReference(int start, int end) {
    int generation = afterSpace(end);
    int after = generation;
    while (after < size && isDigit(after)) {
      after++;
    }
    int last = afterSpace(after);
    if (after > generation && last < size && file.get(last) == 'R') {
      about.add(number(start, end));
    }
  }

  /// A text in brackets or as hexadecimal digits, where one begins.
  private void blankText(int at) {
    int start = afterSpace(at);
    if (start + 1 >= size) {
      return;
    }
    if (file.get(start) == '(') {
      blank(start + 1, endOfText(start + 1));
    } else if (file.get(start) == '<' && file.get(start + 1) != '<') {
      int end = start + 1;
      while (end < Math.min(size, start + LONGEST) && file.get(end) != '>') {
        end++;
      }
      blank(start + 1, end);
    }
  }

  private int afterSpace(int from) {
    int at = from;
    while (at < size && (file.get(at) == ' ' || file.get(at) == '\n' || file.get(at) == '\r')) {
      at++;
    }
    return at;
  }

  private boolean isDigit(int at) {
    return file.get(at) >= '0' && file.get(at) <= '9';
  }

  private int number(int from, int to) {
    int number = 0;
    for (int at = from; at < Math.min(to, from + LONGEST_NUMBER); at++) {
      number = 10 * number + file.get(at) - '0';
    }
    return number;
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
