package org.sightline.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The bytes of an installation's keys, for tests that look for them where they must not be.
public final class KeyBytes {

  private static final Pattern VALUE = Pattern.compile("\"value\":\\s*\"([^\"]+)\"");
  private static final int LENGTH = 32;

  private KeyBytes() {}

  /// Every key as it is, in hexadecimal and in base 64; each byte as one letter.
  public static List<String> of(Path keyFile) {
    var keys = KeyRing.readOrMake(keyFile).keys();
    try {
      return Stream.of(
              Files.readString(keyFile),
              KeySet.inClear(keys.sealing()),
              KeySet.inClear(keys.deriving()))
          .map(KeyBytes::raw)
          .flatMap(
              raw ->
                  Stream.of(
                      new String(raw, StandardCharsets.ISO_8859_1),
                      HexFormat.of().formatHex(raw),
                      Base64.getEncoder().encodeToString(raw).substring(1, LENGTH)))
          .toList();
    } catch (IOException | GeneralSecurityException unusable) {
      throw new IllegalStateException(unusable);
    }
  }

  /// The key itself, which a keyset's message ends with or holds before its last field.
  private static byte[] raw(String keyset) {
    var value = VALUE.matcher(keyset);
    if (!value.find()) {
      throw new IllegalStateException("There is no key in the keyset");
    }
    byte[] message = Base64.getDecoder().decode(value.group(1));
    for (int at = 0; at + 1 + LENGTH <= message.length; at++) {
      if (message[at] == LENGTH) {
        byte[] key = new byte[LENGTH];
        System.arraycopy(message, at + 1, key, 0, LENGTH);
        return key;
      }
    }
    throw new IllegalStateException("There is no key of 32 bytes in the keyset");
  }
}
