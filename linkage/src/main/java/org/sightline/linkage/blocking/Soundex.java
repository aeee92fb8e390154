package org.sightline.linkage.blocking;

/// American Soundex of a name of Latin letters; any other name sounds like itself
/// (<https://www.archives.gov/research/census/soundex>).
final class Soundex {

  private static final String CODES = "01230120022455012623010202";

  private Soundex() {}

  static String of(String name) {
    if (name.isEmpty() || name.charAt(0) < 'a' || name.charAt(0) > 'z') {
      return name;
    }
    var sound = new StringBuilder().append(name.charAt(0));
    char last = code(name.charAt(0));
    for (int i = 1; i < name.length() && sound.length() < 4; i++) {
      char letter = name.charAt(i);
      char code = code(letter);
      if (code != '0' && code != last) {
        sound.append(code);
      }
      if (letter != 'h' && letter != 'w') {
        last = code;
      }
    }
    return sound.toString();
  }

  private static char code(char letter) {
    return letter < 'a' || letter > 'z' ? '0' : CODES.charAt(letter - 'a');
  }
}
