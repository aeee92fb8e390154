package org.sightline.linkage.reading;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// The text of a value as it was read: UTF-8 where it is that, Windows-1252 where it is not.
public final class Texts {

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private Texts() {}

  public static String of(ByteDictionary values, int code) {
    return of(values.pool(), values.start(code), values.end(code));
  }

  public static String of(byte[] pool, int from, int to) {
    for (int i = from; i < to; i++) {
      if (pool[i] < 0) {
        return decode(pool, from, to);
      }
    }
    return new String(pool, from, to - from, StandardCharsets.ISO_8859_1);
  }

  private static String decode(byte[] pool, int from, int to) {
    var bytes = ByteBuffer.wrap(pool, from, to - from);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException notUtf8) {
      return WINDOWS.decode(ByteBuffer.wrap(pool, from, to - from)).toString();
    }
  }
}
