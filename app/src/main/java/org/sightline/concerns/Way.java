package org.sightline.concerns;

/// How a concern was raised.
public enum Way {
  /// The whole form.
  FORM,
  /// "Note for later": text and nothing else (practice.md 6).
  NOTE,
  /// The key "!" while keying: writing on a map (practice.md 7).
  KEYING
}
