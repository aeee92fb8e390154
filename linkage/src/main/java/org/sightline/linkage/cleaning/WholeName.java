package org.sightline.linkage.cleaning;

/// A name in one cell, taken apart: "Surname, Forename", or the last word as the surname.
record WholeName(String forename, String surname) {

  private static final Cleaner NAMES = Cleaners.of(Field.FORENAME, new Dates(false, 2026));

  static WholeName of(String value) {
    int comma = value.indexOf(',');
    if (comma >= 0) {
      return new WholeName(
          NAMES.clean(value.substring(comma + 1)), NAMES.clean(value.substring(0, comma)));
    }
    var words = NAMES.clean(value);
    int blank = words.lastIndexOf(' ');
    return blank < 0
        ? new WholeName("", words)
        : new WholeName(words.substring(0, blank), words.substring(blank + 1));
  }
}
