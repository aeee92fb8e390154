package org.sightline.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.BiConsumer;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.Yaml;

/// Reads the files of words: `messages/<module>.properties` as they stand, and the longer texts of
/// `<module>/<file>.yaml` under keys such as `engagement.student-site.join.title`. The entries of a
/// list are numbered from 0, or go by their own `id`.
final class WordFiles {

  private static final List<String> WITH_LONG_TEXTS = List.of("engagement", "concerns");

  private WordFiles() {}

  static void read(BiConsumer<String, String> sink) {
    properties(sink);
    try {
      var resolver = new PathMatchingResourcePatternResolver();
      for (String module : WITH_LONG_TEXTS) {
        for (Resource file : resolver.getResources("classpath*:" + module + "/*.yaml")) {
          try (var in = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            String name = String.valueOf(file.getFilename()).replace(".yaml", "");
            flatten(module + "." + name, new Yaml().load(in), sink);
          }
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// Only the short words, of `messages/`.
  static void properties(BiConsumer<String, String> sink) {
    try {
      var resolver = new PathMatchingResourcePatternResolver();
      for (Resource file : resolver.getResources("classpath*:messages/*.properties")) {
        readProperties(file, sink);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void readProperties(Resource file, BiConsumer<String, String> sink)
      throws IOException {
    var properties = new Properties();
    try (var in = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
      properties.load(in);
    }
    properties.forEach((key, value) -> sink.accept((String) key, (String) value));
  }

  private static void flatten(String key, Object node, BiConsumer<String, String> sink) {
    switch (node) {
      case Map<?, ?> map -> map.forEach((name, child) -> flatten(key + "." + name, child, sink));
      case List<?> list -> {
        for (int i = 0; i < list.size(); i++) {
          Object child = list.get(i);
          boolean named = child instanceof Map<?, ?> map && map.get("id") instanceof String;
          String name = named ? String.valueOf(((Map<?, ?>) child).get("id")) : "" + i;
          flatten(key + "." + name, child, sink);
        }
      }
      case null -> {}
      default -> sink.accept(key, Promises.in(node.toString()));
    }
  }
}
