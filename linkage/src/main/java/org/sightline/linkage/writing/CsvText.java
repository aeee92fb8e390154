package org.sightline.linkage.writing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.sightline.linkage.reading.Texts;

/// Rows of CSV as RFC 4180 has them, in UTF-8.
final class CsvText {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
  private boolean first = true;

  CsvText cell(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    return cell(bytes, 0, bytes.length);
  }

  CsvText cell(long value) {
    part();
    out.writeBytes(Long.toString(value).getBytes(StandardCharsets.US_ASCII));
    return this;
  }

  /// Bytes as they were read; what is not UTF-8 becomes it.
  CsvText cell(byte[] bytes, int from, int to) {
    part();
    boolean quoted = false;
    boolean ascii = true;
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      quoted |= b == ',' || b == '"' || b == '\n' || b == '\r';
      ascii &= b >= 0;
    }
    if (!ascii) {
      byte[] text = Texts.of(bytes, from, to).getBytes(StandardCharsets.UTF_8);
      put(text, 0, text.length, quoted);
    } else {
      put(bytes, from, to, quoted);
    }
    return this;
  }

  CsvText end() {
    out.write('\n');
    first = true;
    return this;
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  private void part() {
    if (!first) {
      out.write(',');
    }
    first = false;
  }

  private void put(byte[] bytes, int from, int to, boolean quoted) {
    if (!quoted) {
      out.write(bytes, from, to - from);
      return;
    }
    out.write('"');
    for (int i = from; i < to; i++) {
      if (bytes[i] == '"') {
        out.write('"');
      }
      out.write(bytes[i]);
    }
    out.write('"');
  }
}
