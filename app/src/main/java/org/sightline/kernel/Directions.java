package org.sightline.kernel;

import java.util.function.IntPredicate;

/// What turns the direction of writing without being a letter of any script. In a name it makes
/// another name of it to the eye, and of what stands after it (Unicode Technical Report 36,
/// "Bidirectional Text Spoofing"). Letters that are written from right to left need none of them;
/// the joiners of Persian and Indian scripts are letters here and stay.
public final class Directions {

  private Directions() {}

  /// What somebody typed on one line, without any of them.
  public static String taken(String line) {
    return without(line, Directions::turns);
  }

  /// What somebody typed on several lines. The marks that put a full stop in an Arabic or Hebrew
  /// sentence on its right side stay, as they reach no further than themselves.
  public static String takenFromLines(String lines) {
    return without(lines, Directions::reachesOn);
  }

  private static String without(String text, IntPredicate those) {
    return text.chars().noneMatch(those)
        ? text
        : text.chars()
            .filter(those.negate())
            .collect(StringBuilder::new, (all, c) -> all.append((char) c), StringBuilder::append)
            .toString();
  }

  private static boolean turns(int c) {
    return c == 0x061C || c == 0x200E || c == 0x200F || reachesOn(c);
  }

  /// Embeddings, overrides and isolates: good until something ends them.
  private static boolean reachesOn(int c) {
    return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
  }
}
