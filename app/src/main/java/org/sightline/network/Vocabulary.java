package org.sightline.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.yaml.snakeyaml.Yaml;

/// The words an authority chooses from, `network/exercise.yaml` (B01, B10, B22, B23, B37, B60):
/// each list by id, in its order.
public record Vocabulary(
    Map<String, String> frameworks,
    Map<String, String> units,
    Map<String, String> sources,
    Map<String, String> themes,
    Map<String, String> vulnerabilities,
    Map<String, String> partners,
    Map<String, String> titles,
    List<String> prompts) {

  private static final Vocabulary SHIPPED = read();

  /// One of the lists.
  public enum Choice {
    FRAMEWORK,
    UNIT,
    SOURCE,
    THEME,
    VULNERABILITY,
    PARTNER,
    /// How the papers of a filing run are called; "{risk}" stands for the key risk (B63, B64).
    TITLE
  }

  /// A list by id, in its order.
  public Map<String, String> of(Choice list) {
    return switch (list) {
      case FRAMEWORK -> frameworks;
      case UNIT -> units;
      case SOURCE -> sources;
      case THEME -> themes;
      case VULNERABILITY -> vulnerabilities;
      case PARTNER -> partners;
      case TITLE -> titles;
    };
  }

  /// The same with other lists.
  Vocabulary with(Function<Choice, Map<String, String>> lists) {
    return new Vocabulary(
        lists.apply(Choice.FRAMEWORK),
        lists.apply(Choice.UNIT),
        lists.apply(Choice.SOURCE),
        lists.apply(Choice.THEME),
        lists.apply(Choice.VULNERABILITY),
        lists.apply(Choice.PARTNER),
        lists.apply(Choice.TITLE),
        prompts);
  }

  public static Vocabulary shipped() {
    return SHIPPED;
  }

  private static Vocabulary read() {
    try (InputStream in = Vocabulary.class.getResourceAsStream("/network/exercise.yaml")) {
      Map<String, Object> file = new Yaml().load(in);
      return new Vocabulary(
          words(file, "frameworks"),
          words(file, "units"),
          words(file, "sources"),
          words(file, "themes"),
          words(file, "vulnerabilities"),
          words(file, "partners"),
          words(file, "titles"),
          list(file, "prompts").stream().map(String::valueOf).toList());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Map<String, String> words(Map<String, Object> file, String key) {
    var words = new LinkedHashMap<String, String>();
    for (var row : list(file, key)) {
      if (row instanceof Map<?, ?> term) {
        words.put(String.valueOf(term.get("id")), String.valueOf(term.get("name")));
      }
    }
    return java.util.Collections.unmodifiableMap(words);
  }

  private static List<?> list(Map<String, Object> file, String key) {
    if (file.get(key) instanceof List<?> list && !list.isEmpty()) {
      return list;
    }
    throw new IllegalStateException("network/exercise.yaml has no list called " + key);
  }
}
