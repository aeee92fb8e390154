package org.sightline.engagement.pile;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// Objects of a PDF that lie compressed together, unpacked to be blanked. What is blanked packs
/// smaller, so that it goes back to where it was.
final class PdfObjectStream {

  /// In bytes, unpacked: the notes of a few hundred pages are far less.
  static final int LARGEST = 8 << 20;

  private static final Pattern FIRST = Pattern.compile("/First\\s+(\\d{1,7})");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  private final ByteBuffer file;
  private final int start;
  private final int packedSize;
  private final byte[] content;
  private final byte[] before;
  private final Map<Integer, Integer> starts = new HashMap<>();

  private PdfObjectStream(ByteBuffer file, int start, int packedSize, byte[] content, int first) {
    this.file = file;
    this.start = start;
    this.packedSize = packedSize;
    this.content = content;
    this.before = content.clone();
    var numbers =
        NUMBER.matcher(
            new String(content, 0, Math.min(first, content.length), StandardCharsets.ISO_8859_1));
    while (numbers.find()) {
      int object = Integer.parseInt(numbers.group());
      if (numbers.find()) {
        starts.put(object, first + Integer.parseInt(numbers.group()));
      }
    }
  }

  /// @param start of what is compressed
  /// @param most bytes, unpacked
  /// @return nothing where it cannot be unpacked, or is too large
  static Optional<PdfObjectStream> open(ByteBuffer file, int start, String dictionary, int most) {
    var first = FIRST.matcher(dictionary);
    if (!dictionary.contains("/FlateDecode")
        || dictionary.contains("/Predictor")
        || !first.find()) {
      return Optional.empty();
    }
    var inflater = new Inflater();
    try {
      inflater.setInput(file.slice(start, file.limit() - start));
      byte[] content = new byte[1 << 16];
      int size = 0;
      while (!inflater.finished()) {
        int more = inflater.inflate(content, size, content.length - size);
        size += more;
        if (more == 0 && size < content.length || size > most) {
          return Optional.empty();
        }
        content = size == content.length ? Arrays.copyOf(content, 2 * size) : content;
      }
      return Optional.of(
          new PdfObjectStream(
              file,
              start,
              (int) inflater.getBytesRead(),
              Arrays.copyOf(content, size),
              Integer.parseInt(first.group(1))));
    } catch (DataFormatException damaged) {
      return Optional.empty();
    } finally {
      inflater.end();
    }
  }

  /// To be changed in place.
  ByteBuffer content() {
    return ByteBuffer.wrap(content);
  }

  OptionalInt startOf(int object) {
    var at = starts.get(object);
    return at == null || at < 0 || at >= content.length ? OptionalInt.empty() : OptionalInt.of(at);
  }

  /// Packs what was blanked, which is smaller than before but where somebody packed by rare art:
  /// that stays as it was.
  void writeBack() {
    if (Arrays.equals(before, content)) {
      return;
    }
    var packed = new byte[packedSize];
    var deflater = new Deflater(Deflater.BEST_COMPRESSION);
    deflater.setInput(content);
    deflater.finish();
    deflater.deflate(packed);
    if (deflater.finished()) {
      file.put(start, packed);
    }
    deflater.end();
  }
}
