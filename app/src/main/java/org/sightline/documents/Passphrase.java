package org.sightline.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Words that open an encrypted file, to be told by telephone: eight of 587, which is 73 bits.
final class Passphrase {

  static final int WORDS = 8;

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final List<String> LIST = read();

  private Passphrase() {}

  /// Another one each time, in small letters with one blank between two words.
  static String random() {
    return Stream.generate(() -> LIST.get(RANDOM.nextInt(LIST.size())))
        .limit(WORDS)
        .collect(Collectors.joining(" "));
  }

  /// How hard it is to guess.
  static double bits() {
    return WORDS * Math.log(LIST.size()) / Math.log(2);
  }

  private static List<String> read() {
    try (var stream = Passphrase.class.getResourceAsStream("/documents/passphrase-words.txt")) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .distinct()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
