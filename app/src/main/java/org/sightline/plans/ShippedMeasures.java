package org.sightline.plans;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/// The library as it comes with the product: `plans/measures.yaml`.
///
/// @param question each measure asks (practice.md, 10)
/// @param kinds name of each kind by its id, in order
record ShippedMeasures(String question, Map<String, String> kinds, List<Measure> measures) {

  static ShippedMeasures read() {
    try (InputStream in = ShippedMeasures.class.getResourceAsStream("/plans/measures.yaml")) {
      Map<String, Object> file = new Yaml().load(in);
      var kinds = new LinkedHashMap<String, String>();
      rows(file, "kinds").forEach(row -> kinds.put(text(row, "id"), text(row, "name")));
      return new ShippedMeasures(
          text(file, "question"),
          java.util.Collections.unmodifiableMap(kinds),
          rows(file, "measures").stream().map(ShippedMeasures::measure).toList());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Measure measure(Map<String, Object> row) {
    return new Measure(
        text(row, "id"),
        0,
        text(row, "kind"),
        text(row, "title"),
        text(row, "text"),
        text(row, "hint"),
        false);
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // the file is ours and a test reads it
  private static List<Map<String, Object>> rows(Map<String, Object> file, String key) {
    return (List<Map<String, Object>>) file.get(key);
  }

  private static String text(Map<String, Object> row, String key) {
    return String.valueOf(row.get(key));
  }
}
