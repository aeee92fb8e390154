package org.sightline.engagement.consent;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.web.StaticFiles;
import org.yaml.snakeyaml.Yaml;

/// A plain picture beside each line of easy read (practice.md, The room; A77). Drawn by us; the
/// words beside it say the same. Which picture belongs to which piece of the form is written beside
/// its words in `engagement/consent-v1.yaml`.
public final class Symbols {

  private static final String SHIPPED = "/engagement/consent-v1.yaml";
  private static final Map<String, String> PICTURES = read();

  private Symbols() {}

  /// Where a page finds the picture of a piece, such as `introduction.0`.
  public static String address(String piece) {
    return StaticFiles.at(file(piece));
  }

  /// For print, where nothing is fetched.
  public static String svg(String piece) {
    try (InputStream in = Symbols.class.getResourceAsStream(file(piece))) {
      if (in == null) {
        throw new IllegalStateException("There is no picture of " + name(piece));
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String file(String piece) {
    return "/static/engagement/symbols/" + name(piece) + ".svg";
  }

  /// Of a statement, whose words have a key of their own.
  public static String ofStatement(String id) {
    return "statements." + id;
  }

  private static String name(String piece) {
    var name = PICTURES.get(piece);
    if (name == null) {
      throw new IllegalArgumentException("Easy read has no picture beside " + piece);
    }
    return name;
  }

  private static Map<String, String> read() {
    try (InputStream in = Symbols.class.getResourceAsStream(SHIPPED)) {
      Map<String, Object> file = new Yaml().load(in);
      var pictures = new LinkedHashMap<String, String>();
      for (var form : list(file.get("forms"))) {
        if ("easy-read".equals(map(form).get("id"))) {
          map(form).forEach((key, value) -> find(pictures, key, value));
        }
      }
      return Map.copyOf(pictures);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// Keys are those of [FormWords].
  private static void find(Map<String, String> pictures, String key, @Nullable Object value) {
    if (key.equals("pictures")) {
      map(value).forEach((piece, name) -> pictures.put(piece, String.valueOf(name)));
    } else if (map(value).get("picture") instanceof String name) {
      pictures.put(key, name);
    }
    var lines = list(value);
    for (int i = 0; i < lines.size(); i++) {
      var id = map(lines.get(i)).get("id");
      find(pictures, key + "." + (id == null ? i : id), lines.get(i));
    }
  }

  private static List<?> list(@Nullable Object value) {
    return value instanceof List<?> found ? found : List.of();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(@Nullable Object value) {
    return value instanceof Map<?, ?> found ? (Map<String, Object>) found : Map.of();
  }
}
