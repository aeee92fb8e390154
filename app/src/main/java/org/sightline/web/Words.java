package org.sightline.web;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/// All wording of the pages (see [WordFiles] for where it lies).
@Component
public class Words {

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
    var filled = new StringBuilder(sentence.length() + 64);
    int from = 0;
    for (int open = sentence.indexOf('{'); open >= 0; ) {
      int i = place(sentence, open);
      if (i >= 0 && i < values.length) {
        filled.append(sentence, from, open).append(values[i]);
        from = sentence.indexOf('}', open) + 1;
      }
      open = sentence.indexOf('{', Math.max(from, open + 1));
    }
    return filled.append(sentence, from, sentence.length()).toString();
  }

  /// The number of the place that begins here, of one digit or two, or -1.
  private static int place(String sentence, int open) {
    int close = sentence.indexOf('}', open);
    if (close < open + 2 || close > open + 3) {
      return -1;
    }
    int number = 0;
    for (int at = open + 1; at < close; at++) {
      char digit = sentence.charAt(at);
      if (digit < '0' || digit > '9') {
        return -1;
      }
      number = number * 10 + digit - '0';
    }
    return number;
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
