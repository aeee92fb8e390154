package org.sightline.engagement.pile;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.engagement.marks.SheetLabel;

/// One page of a pile.
///
/// @param staged the version of the keyed sheet that was written from it, or `null`
/// @param content what was read, or a sentence
record PileRow(
    UUID file,
    int number,
    State state,
    @Nullable SheetLabel label,
    @Nullable Integer staged,
    String content) {

  enum State {
    /// With a sentence; nothing of it counts.
    REFUSED,
    /// Waits for a person, or for the other pages of its sheet.
    READ,
    /// Counts as a keyed sheet.
    STAGED,
    /// Something is written on it: nothing of it counts.
    WRITING,
    /// Left for a person to key from the paper.
    BY_HAND
  }

  ReadPage page() {
    return ReadPage.read(content);
  }

  /// Hides what was read, so that no log can hold it.
  @Override
  public String toString() {
    return "PileRow[" + state + "]";
  }
}
