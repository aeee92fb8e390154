package org.sightline.engagement.planning;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/// Reads the lists in `engagement/<file>.yaml`. The files are ours: what does not read is a fault
/// of ours and stops the start.
final class Lists {

  private Lists() {}

  static Map<String, Object> file(String file) {
    try (InputStream in = Lists.class.getResourceAsStream("/engagement/" + file + ".yaml")) {
      return new Yaml().load(in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static List<Map<String, Object>> of(String file, String key) {
    return rows(file(file), key);
  }

  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> rows(Map<String, Object> map, String key) {
    return map.get(key) instanceof List<?> found ? (List<Map<String, Object>>) found : List.of();
  }

  static List<String> texts(Map<String, Object> map, String key) {
    return map.get(key) instanceof List<?> found
        ? found.stream().map(String::valueOf).toList()
        : List.of();
  }

  static String text(Map<String, Object> map, String key) {
    var found = map.get(key);
    if (found == null) {
      throw new IllegalStateException("There is no %s in %s".formatted(key, map.get("id")));
    }
    return found.toString();
  }

  static @Nullable String textIfAny(Map<String, Object> map, String key) {
    var found = map.get(key);
    return found == null ? null : found.toString();
  }

  static int number(Map<String, Object> map, String key, int otherwise) {
    return map.get(key) instanceof Integer found ? found : otherwise;
  }
}
