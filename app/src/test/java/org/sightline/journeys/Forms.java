package org.sightline.journeys;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.FormElement;
import org.sightline.testing.Visitor;

/// Fills in a form of a page as it stands, but for what is named, and sends it.
final class Forms {

  private Forms() {}

  /// @param select the form on the page
  /// @param namesAndValues what is typed or chosen instead of what stands there
  static Visitor.Arrived send(
      Visitor visitor, String path, String select, String... namesAndValues) {
    var page = visitor.get(path).page();
    if (!(page.selectFirst(select) instanceof FormElement form)) {
      throw new AssertionError("%s has no form %s, but: %s".formatted(path, select, page.text()));
    }
    Map<String, List<String>> fields = new LinkedHashMap<>();
    form.formData()
        .forEach(field -> fields.merge(field.key(), List.of(field.value()), Forms::both));
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
    }
    var sent =
        fields.entrySet().stream()
            .flatMap(
                field -> field.getValue().stream().map(value -> List.of(field.getKey(), value)))
            .flatMap(List::stream)
            .toArray(String[]::new);
    var action = form.attr("action").isEmpty() ? path : form.attr("action");
    var arrived = visitor.post(action, sent);
    if (arrived.status() != 200) {
      throw new AssertionError(
          "%s answered %d: %s".formatted(action, arrived.status(), arrived.page().text()));
    }
    return arrived;
  }

  private static List<String> both(List<String> first, List<String> second) {
    return java.util.stream.Stream.concat(first.stream(), second.stream()).toList();
  }
}
