package org.sightline.engagement.keying;

/// Why a sheet cannot be keyed, and what to do with it instead.
final class KeyingSentences {

  static final String UNKNOWN =
      "No sheet of this session has this label. Look at the two characters again. A sheet of another session goes back to that pile; a sheet without a label, or a copy whose label is taken, gets a new one below.";
  static final String TAKEN_OUT =
      "This young person has taken their map out: put the sheet in the shredder. Nothing is kept of it.";
  static final String THEIRS =
      "Somebody else has keyed this sheet in this keying, and what they keyed is kept. Put it with the sheets that are done. If two sheets carry this label, one is a copy: give it a new label below.";
  static final String YOURS_BEFORE =
      "You keyed this sheet in the other keying. Another person keys it this time, so that two pairs of eyes see it.";
  static final String CHANGED_SINCE =
      "This sheet was changed or removed since you opened it. Type its label again: your change was not made, and the other is kept.";
  static final String NOT_YOURS_TO_SETTLE =
      "One of the two people who keyed this sheet settles it, or the owner of the round.";

  private KeyingSentences() {}
}
