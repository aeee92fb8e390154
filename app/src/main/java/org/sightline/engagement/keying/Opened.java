package org.sightline.engagement.keying;

import org.sightline.engagement.marks.SheetLabel;

/// What a typed label leads to.
public sealed interface Opened {

  /// Nobody has keyed this sheet in this keying.
  record Fresh(SheetLabel label) implements Opened {}

  /// The person keyed it before, and may correct it.
  record Yours(SheetLabel label, int version, Reading reading) implements Opened {}

  /// Its slip was used: the sheet goes into the shredder.
  record TakenOut() implements Opened {}

  /// No sheet of this session has this label.
  record Unknown() implements Opened {}

  /// Somebody else keyed it in this keying. What they read is not shown.
  record Theirs() implements Opened {}

  /// The person keyed it in the other keying.
  record YoursBefore() implements Opened {}
}
