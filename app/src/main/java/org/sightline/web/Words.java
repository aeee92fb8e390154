package org.sightline.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// All wording of the pages, from `messages/<module>.properties`.
@Component
public class Words {

  private final Map<String, String> sentences = new HashMap<>();

  public Words() {
    try {
      for (Resource file :
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:messages/*.properties")) {
        var properties = new Properties();
        try (var in = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
          properties.load(in);
        }
        properties.forEach((key, value) -> sentences.put((String) key, (String) value));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// The sentence under this key, with `{0}`, `{1}` … replaced.
  ///
  /// @throws IllegalArgumentException when there is no such key: a page never shows a key
  public String say(String key, Object... values) {
    String sentence = sentences.get(key);
    if (sentence == null) {
      throw new IllegalArgumentException("There are no words for " + key);
    }
    for (int i = 0; i < values.length; i++) {
      sentence = sentence.replace("{" + i + "}", String.valueOf(values[i]));
    }
    return sentence;
  }

  /// "1 map" or "3 maps": the key's `.one` or `.many`, with the number as `{0}`.
  public String count(String key, long number) {
    return say(key + (number == 1 ? ".one" : ".many"), number);
  }

  public boolean has(String key) {
    return sentences.containsKey(key);
  }
}
