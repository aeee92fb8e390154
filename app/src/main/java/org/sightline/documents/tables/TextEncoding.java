package org.sightline.documents.tables;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Which letters the bytes of a text file stand for.
///
/// A byte-order mark is believed. Without one, bytes that are lawful UTF-8 are UTF-8: in text of
/// another encoding that hardly ever happens by chance. What has a NUL in every other place is
/// UTF-16. The rest is the encoding of Windows in western Europe, as spreadsheets save it.
final class TextEncoding {

  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final int BYTES_TO_JUDGE_BY = 4_000;

  private TextEncoding() {}

  /// @return the text without its byte-order mark
  /// @throws UnreadableTable when it is no text in any of these
  static String decode(byte[] file) throws UnreadableTable {
    String text = marked(file);
    if (text == null) {
      text = unmarked(file);
    }
    if (text.indexOf('\0') >= 0) {
      throw new UnreadableTable(
          "This is not a table. Save the list as .csv or .xlsx, and choose that file.");
    }
    return text;
  }

  private static @org.jspecify.annotations.Nullable String marked(byte[] file) {
    if (starts(file, 0xEF, 0xBB, 0xBF)) {
      return new String(file, 3, file.length - 3, StandardCharsets.UTF_8);
    }
    if (starts(file, 0xFF, 0xFE)) {
      return new String(file, 2, file.length - 2, StandardCharsets.UTF_16LE);
    }
    if (starts(file, 0xFE, 0xFF)) {
      return new String(file, 2, file.length - 2, StandardCharsets.UTF_16BE);
    }
    return null;
  }

  private static String unmarked(byte[] file) {
    if (nuls(file, 1) > nuls(file, 0) * 4 + 8) {
      return new String(file, StandardCharsets.UTF_16LE);
    }
    if (nuls(file, 0) > nuls(file, 1) * 4 + 8) {
      return new String(file, StandardCharsets.UTF_16BE);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
    } catch (CharacterCodingException otherwise) {
      return new String(file, WINDOWS);
    }
  }

  /// How many of the bytes in even or odd places are NUL.
  private static int nuls(byte[] file, int from) {
    int found = 0;
    for (int i = from; i < Math.min(file.length, BYTES_TO_JUDGE_BY); i += 2) {
      if (file[i] == 0) {
        found++;
      }
    }
    return found;
  }

  private static boolean starts(byte[] file, int... with) {
    if (file.length < with.length) {
      return false;
    }
    for (int i = 0; i < with.length; i++) {
      if ((file[i] & 0xFF) != with[i]) {
        return false;
      }
    }
    return true;
  }
}
