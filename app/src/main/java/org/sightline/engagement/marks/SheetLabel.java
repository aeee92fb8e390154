package org.sightline.engagement.marks;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The two characters on a printed plan sheet by which it is keyed; forgotten when the session
/// closes.
///
/// Left out: doubles (miskeyed, and some are signs of hate), pairs that read as another pair when
/// the sheet lies upside down, and a few that make children laugh.
public record SheetLabel(String letters) {

  private static final Set<String> LEFT_OUT =
      Set.of("69", "96", "68", "89", "86", "98", "WC", "WP");
  private static final List<SheetLabel> ALL = all();

  /// How many sheets a session can have.
  public static final int MOST = ALL.size();

  public SheetLabel {
    if (!isLabel(letters)) {
      throw new IllegalArgumentException("Not a sheet label: " + letters);
    }
  }

  /// `count` different labels in random order, so that a label says nothing about the order of
  /// sheets.
  public static List<SheetLabel> draw(SecureRandom random, int count) {
    if (count < 0 || count > MOST) {
      throw new IllegalArgumentException(
          "A session has 0 to %d sheets, not %d".formatted(MOST, count));
    }
    var labels = new ArrayList<>(ALL);
    Collections.shuffle(labels, random);
    return List.copyOf(labels.subList(0, count));
  }

  /// What somebody typed, or nothing when no sheet has such a label.
  public static Optional<SheetLabel> read(String typed) {
    var cleaned = typed.length() > 20 ? "" : CodeLetters.cleaned(typed);
    return isLabel(cleaned) ? Optional.of(new SheetLabel(cleaned)) : Optional.empty();
  }

  private static boolean isLabel(String letters) {
    return letters.length() == 2
        && CodeLetters.allKnown(letters)
        && letters.charAt(0) != letters.charAt(1)
        && !LEFT_OUT.contains(letters);
  }

  private static List<SheetLabel> all() {
    var labels = new ArrayList<SheetLabel>();
    for (char first : CodeLetters.ALPHABET.toCharArray()) {
      for (char second : CodeLetters.ALPHABET.toCharArray()) {
        var letters = "" + first + second;
        if (isLabel(letters)) {
          labels.add(new SheetLabel(letters));
        }
      }
    }
    return List.copyOf(labels);
  }
}
