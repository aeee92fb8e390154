package org.sightline.web;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// All wording of the pages (see [WordFiles] for where it lies).
@Component
public class Words {

  private static final Pattern PLACE = Pattern.compile("\\{(\\d{1,2})\\}");

  private final Map<String, String> sentences = new HashMap<>();

  public Words() {
    WordFiles.read(sentences::put);
  }

  /// The sentence under this key, with `{0}`, `{1}` … replaced.
  ///
  /// @throws IllegalArgumentException when there is no such key: a page never shows a key
  public String say(String key, Object... values) {
    String sentence = sentences.get(key);
    if (sentence == null) {
      throw new IllegalArgumentException("There are no words for " + key);
    }
    return values.length == 0 ? sentence : filled(sentence, values);
  }

  /// What is filled in is not looked at again: somebody may be called "{1}".
  private static String filled(String sentence, Object... values) {
    return PLACE
        .matcher(sentence)
        .replaceAll(
            place -> {
              int i = Integer.parseInt(place.group(1));
              return Matcher.quoteReplacement(
                  i < values.length ? String.valueOf(values[i]) : place.group());
            });
  }

  /// The sentence under this key, with named places such as `{lastDay}` filled.
  public String fill(String key, Map<String, ?> values) {
    return fillIn(say(key), values);
  }

  /// Any text with named places, filled.
  public static String fillIn(String text, Map<String, ?> values) {
    String filled = text;
    for (var entry : values.entrySet()) {
      filled = filled.replace("{" + entry.getKey() + "}", String.valueOf(entry.getValue()));
    }
    return filled;
  }

  /// "1 map" or "3 maps": the key's `.one` or `.many`, with the number as `{0}`.
  public String count(String key, long number) {
    return say(key + (number == 1 ? ".one" : ".many"), number);
  }

  public boolean has(String key) {
    return sentences.containsKey(key);
  }
}
