package org.sightline.web;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// What is promised about confidence, in one wording everywhere (practice.md 5). It stands once, in
/// `messages/web.properties`; every other text says `{promise.passOn}`, `{promise.staysHere}` or
/// `{promise.strikeOut}` and gets these words when it is read.
public final class Promises {

  private static final Pattern PLACE = Pattern.compile("\\{promise\\.(\\w+)}");
  private static final Map<String, String> WORDS = new HashMap<>();

  static {
    WordFiles.properties(
        (key, words) -> {
          if (key.startsWith("web.promise.")) {
            WORDS.put(key.substring("web.promise.".length()), words);
          }
        });
  }

  private Promises() {}

  /// A text of ours with its promises.
  ///
  /// @throws IllegalArgumentException when it names one that was never made
  public static String in(String text) {
    return PLACE.matcher(text).replaceAll(named -> quote(named.group(1)));
  }

  private static String quote(String name) {
    String words = WORDS.get(name);
    if (words == null) {
      throw new IllegalArgumentException("There is no promise " + name);
    }
    return java.util.regex.Matcher.quoteReplacement(words);
  }
}
