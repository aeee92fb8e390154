package org.sightline.proofs;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.sightline.testing.Visitor;

/// Fills in whatever form a page shows: every place where a person can type gets words, everything
/// else its first lawful answer.
final class FormFilling {

  private final Words words;

  FormFilling(Words words) {
    this.words = words;
  }

  /// What to type into a field.
  interface Words {
    String into(String field);
  }

  /// Every field of a form with its value; `given` are names and values that go before ours, and
  /// `-` leaves a field out.
  List<String> fill(Element form, String... given) {
    var fixed = new HashMap<String, String>();
    for (int i = 0; i < given.length; i += 2) {
      fixed.put(given[i], given[i + 1]);
    }
    var filled = new ArrayList<String>();
    var asked = new HashMap<String, Boolean>();
    for (Element field : form.select("input[name], textarea[name], select[name]")) {
      String name = field.attr("name");
      if (fixed.containsKey(name)) {
        continue;
      }
      switch (field.normalName().equals("input") ? field.attr("type") : field.normalName()) {
        case "hidden" -> put(filled, name, field.attr("value"));
        case "file", "submit" -> {}
        case "checkbox" -> put(filled, name, field.attr("value"));
        case "radio" -> {
          if (asked.put(name, true) == null) {
            put(filled, name, radio(form, name));
          }
        }
        case "select" -> put(filled, name, option(field));
        default -> put(filled, name, typed(field, name));
      }
    }
    fixed.forEach(
        (name, value) -> {
          if (!value.equals("-")) {
            put(filled, name, value);
          }
        });
    return filled;
  }

  Visitor.Arrived send(Visitor visitor, Element form, String... given) {
    return visitor.post(form.attr("action"), fill(form, given).toArray(String[]::new));
  }

  /// Where a form that only asks leads, as a browser would write it; it must repeat no name
  /// (WB-06).
  String address(Element form) {
    var fields = fill(form);
    var query = new StringBuilder();
    for (int i = 0; i < fields.size(); i += 2) {
      query.append(i == 0 ? '?' : '&').append(fields.get(i)).append('=').append(fields.get(i + 1));
    }
    if (!query.toString().matches("[\\w?.,:=&-]*")) {
      throw new AssertionError("Typed words in an address: " + query);
    }
    return form.attr("action") + query;
  }

  private String typed(Element field, String name) {
    var today = LocalDate.now(ZoneId.of("Europe/London"));
    var days = Map.of("-day", today.getDayOfMonth(), "-month", today.getMonthValue());
    for (var part : days.entrySet()) {
      if (name.endsWith(part.getKey())) {
        return "" + part.getValue();
      }
    }
    if (name.endsWith("-year")) {
      return "" + today.getYear();
    }
    if (field.attr("inputmode").equals("numeric") || field.attr("type").equals("number")) {
      return field.attr("value").isEmpty() ? "5" : field.attr("value");
    }
    if (name.equals("startsAt")) {
      return "10:05";
    }
    String held = field.normalName().equals("textarea") ? field.text() : field.attr("value");
    return (held.contains("{") ? held + " " : "") + words.into(name);
  }

  private static String radio(Element form, String name) {
    var all = form.select("input[type=radio]").stream().filter(r -> r.attr("name").equals(name));
    var list = all.toList();
    return list.stream()
        .filter(r -> r.hasAttr("checked"))
        .findFirst()
        .orElse(list.getFirst())
        .attr("value");
  }

  private static String option(Element select) {
    var chosen = select.selectFirst("option[selected]");
    if (chosen != null && !chosen.attr("value").isEmpty()) {
      return chosen.attr("value");
    }
    return select.select("option").stream()
        .map(o -> o.attr("value"))
        .filter(v -> !v.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static void put(List<String> to, String name, String value) {
    to.add(name);
    to.add(value);
  }
}
