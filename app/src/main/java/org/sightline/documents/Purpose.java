package org.sightline.documents;

import java.util.Locale;

/// What a copy is for, as whoever takes it says. Nothing stands in the way of a copy: who does not
/// say gets one that says so.
public enum Purpose {
  NOT_SAID,
  MEETING,
  COLLEAGUES,
  PARTNERS,
  /// For the young people who took part.
  TAKING_PART,
  RECORD;

  /// The key of its words.
  public String key() {
    return "documents.purpose." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
