package org.sightline.proofs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jsoup.nodes.Element;
import org.sightline.testing.Visitor;

/// A form that somebody may send, and the page it stands on.
///
/// @param route of its action, as the application lists it
/// @param names of its fields, to tell it from others of the same route
record FoundForm(Visitor visitor, String page, String action, String route, List<String> names) {

  private static final FormFilling FILLING = new FormFilling(field -> "Plain words");

  FoundForm {
    names = List.copyOf(names);
  }

  /// Two forms of the same kind ask the same.
  String kind() {
    return route + " " + names;
  }

  /// What a person would send from the page as it stands now; nothing when the form is gone. Of
  /// several that lead to the same place, the most alike.
  Optional<List<String>> filledInNow() {
    return of(visitor, page, route -> this.route).stream()
        .filter(form -> form.form().action().equals(action))
        .max(
            Comparator.comparing(
                form -> form.form().names().stream().filter(names::contains).count()))
        .map(Filled::fields);
  }

  /// @param fields names and values in turn
  record Filled(FoundForm form, List<String> fields) {}

  /// Tells the route of an action.
  interface Routing {
    String of(String action);
  }

  /// The forms that post, as a page shows them to this visitor.
  static List<Filled> of(Visitor visitor, String path, Routing routing) {
    var arrived = visitor.get(path);
    return arrived.status() == 200
        ? on(visitor, path, arrived.path(), arrived.page(), routing)
        : List.of();
  }

  static List<Filled> on(
      Visitor visitor, String path, String arrivedAt, Element page, Routing routing) {
    var found = new ArrayList<Filled>();
    for (Element form : page.select("form[method=post]")) {
      found.addAll(actionsOf(visitor, path, arrivedAt, form, routing));
    }
    return found;
  }

  private static List<Filled> actionsOf(
      Visitor visitor, String path, String arrivedAt, Element form, Routing routing) {
    var actions = new TreeSet<String>();
    actions.add(form.attr("action").isEmpty() ? arrivedAt : form.attr("action"));
    form.select("button[formaction]").forEach(b -> actions.add(b.attr("formaction")));
    var fields = new ArrayList<>(FILLING.fill(form));
    form.select("button[name]").stream()
        .findFirst()
        .ifPresent(button -> fields.addAll(List.of(button.attr("name"), button.attr("value"))));
    form.select("input[type=file]").forEach(f -> fields.addAll(List.of(f.attr("name"), "")));
    return actions.stream()
        .map(
            action ->
                new Filled(
                    new FoundForm(
                        visitor, path, action, routing.of(action), List.copyOf(named(fields))),
                    fields))
        .toList();
  }

  private static TreeSet<String> named(List<String> fields) {
    var names = new TreeSet<String>();
    for (int i = 0; i < fields.size(); i += 2) {
      names.add(fields.get(i));
    }
    return names;
  }
}
