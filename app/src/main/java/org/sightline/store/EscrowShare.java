package org.sightline.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What one custodian keeps of an installation's key (CR-07): any two of three give the key, one
/// alone says nothing about it. Written as four lines of six groups, in letters that are not
/// mistaken for figures; a share that was copied wrongly is found by its own check.
///
/// [#toString] hides it, so that no log can hold one.
public final class EscrowShare {

  /// The bytes of the secret, and of each share of it.
  static final int PART = 36;

  /// A version, the installation, the split, the number, the day, the part, and the check.
  private static final int LENGTH = 1 + 8 + 8 + 1 + 2 + PART + 4;

  private static final byte VERSION = 1;
  private static final int GROUP = 4;
  private static final int LETTERS = LENGTH * 8 / 5;
  private static final int MOST_CHARACTERS = 10_000;
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final Pattern LINE =
      Pattern.compile("\\s*[0-9A-Za-z]{4}([ -]+[0-9A-Za-z]{4})+\\s*");

  private final long installation;
  private final long split;
  private final int number;
  private final LocalDate on;
  private final byte[] part;

  EscrowShare(long installation, long split, int number, LocalDate on, byte[] part) {
    if (number < 1 || number > Escrow.CUSTODIANS || part.length != PART) {
      throw new IllegalArgumentException("Not a share of a key");
    }
    this.installation = installation;
    this.split = split;
    this.number = number;
    this.on = on;
    this.part = part.clone();
  }

  /// Reads a share's file, or one into which somebody has typed the four lines of the page.
  ///
  /// @throws IllegalStateException with a sentence when it holds none, or a damaged one
  public static EscrowShare read(Path file) {
    try {
      if (Files.size(file) > MOST_CHARACTERS) {
        throw new IllegalStateException(noShare(file));
      }
      return parse(Files.readString(file), file);
    } catch (IOException unreadable) {
      throw new IllegalStateException(
          "The share %s cannot be read (%s).".formatted(file, unreadable.getMessage()), unreadable);
    }
  }

  static EscrowShare parse(String text, Path file) {
    String letters =
        text.lines()
            .filter(line -> LINE.matcher(line).matches())
            .map(line -> line.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT))
            .collect(Collectors.joining())
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    if (letters.length() != LETTERS) {
      throw new IllegalStateException(noShare(file));
    }
    byte[] all = decoded(letters, file);
    byte[] check = Arrays.copyOfRange(all, LENGTH - 4, LENGTH);
    if (!Arrays.equals(check, check(all))) {
      throw damaged(file);
    }
    var from = ByteBuffer.wrap(all);
    if (from.get() != VERSION) {
      throw new IllegalStateException(
          "The share %s was written by another version of Sightline. Use that one."
              .formatted(file));
    }
    long installation = from.getLong();
    long split = from.getLong();
    int number = from.get();
    var on = LocalDate.ofEpochDay(Short.toUnsignedInt(from.getShort()));
    byte[] part = new byte[PART];
    from.get(part);
    return new EscrowShare(installation, split, number, on, part);
  }

  /// Which of the three it is, from 1.
  public int number() {
    return number;
  }

  /// The day the key was split.
  public LocalDate on() {
    return on;
  }

  /// The split it belongs to, as a number for the audit.
  public UUID split() {
    return new UUID(split, 0L);
  }

  /// What tells installations apart, for people: three groups of letters that follow from its keys
  /// and do not lead to them.
  public String installation() {
    return printed(ByteBuffer.allocate(10).putLong(installation).array()).substring(0, 14);
  }

  /// A word to say aloud: whether two people speak of the same share, and it was read rightly.
  public String checkWord() {
    return CheckWords.of(digest(bytes())[0]);
  }

  /// The four lines.
  public String code() {
    return printed(bytes()).replaceAll("((?:.{4}-){5}.{4})-", "$1\n");
  }

  long installationNumber() {
    return installation;
  }

  long splitNumber() {
    return split;
  }

  byte[] part() {
    return part.clone();
  }

  @Override
  public String toString() {
    return "EscrowShare[" + number + "]";
  }

  private byte[] bytes() {
    byte[] all = new byte[LENGTH];
    ByteBuffer.wrap(all)
        .put(VERSION)
        .putLong(installation)
        .putLong(split)
        .put((byte) number)
        .putShort((short) on.toEpochDay())
        .put(part);
    System.arraycopy(check(all), 0, all, LENGTH - 4, 4);
    return all;
  }

  private static byte[] check(byte[] all) {
    return Arrays.copyOf(digest(Arrays.copyOf(all, LENGTH - 4)), 4);
  }

  private static byte[] digest(byte[] of) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(of);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// Five bits a letter, in groups of four.
  private static String printed(byte[] all) {
    return IntStream.range(0, all.length * 8 / 5)
        .mapToObj(
            i ->
                (i > 0 && i % GROUP == 0 ? "-" : "")
                    + ALPHABET.charAt(
                        IntStream.range(i * 5, i * 5 + 5)
                            .reduce(
                                0, (bits, at) -> bits << 1 | (all[at / 8] >> (7 - at % 8) & 1))))
        .collect(Collectors.joining());
  }

  private static byte[] decoded(String letters, Path file) {
    byte[] all = new byte[LENGTH];
    for (int i = 0; i < LETTERS; i++) {
      int value = ALPHABET.indexOf(letters.charAt(i));
      if (value < 0) {
        throw damaged(file);
      }
      for (int bit = 0; bit < 5; bit++) {
        int at = i * 5 + bit;
        all[at / 8] |= (byte) ((value >> (4 - bit) & 1) << (7 - at % 8));
      }
    }
    return all;
  }

  private static String noShare(Path file) {
    return "%s holds no share of a key: that is four lines, each of six groups of four letters and figures."
        .formatted(file);
  }

  private static IllegalStateException damaged(Path file) {
    return new IllegalStateException(
        "The share %s is damaged: at least one of its letters is another. If it was typed from the page, compare it line by line; if not, ask another custodian."
            .formatted(file));
  }
}
