package org.sightline.access;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Puts what was typed back into a form of a page.
final class RefilledForm {

  private static final Set<String> LEFT_ALONE =
      Set.of("file", "password", "submit", "button", "reset", "image");

  private final TypedForm typed;

  RefilledForm(TypedForm typed) {
    this.typed = typed;
  }

  /// Which of the forms that are sent to one address it was: the one whose hidden fields hold the
  /// same, or the only one.
  Optional<Element> choose(List<Element> forms) {
    if (forms.size() == 1) {
      return Optional.of(forms.getFirst());
    }
    return forms.stream()
        .filter(
            form ->
                controls(form).stream()
                    .filter(control -> control.attr("type").equals("hidden"))
                    .allMatch(
                        control -> typed.values(control.attr("name")).contains(control.val())))
        .findFirst();
  }

  /// Hidden fields, too: a version that is out of date must be refused as if the form had come in
  /// time, and not hide what a colleague changed meanwhile.
  void fill(Element form) {
    Map<String, Deque<String>> left = new HashMap<>();
    typed
        .fields()
        .forEach(f -> left.computeIfAbsent(f.name(), n -> new ArrayDeque<>()).add(f.value()));
    for (Element control : controls(form)) {
      String type = control.attr("type");
      var values = typed.values(control.attr("name"));
      if (control.normalName().equals("select")) {
        control
            .select("option")
            .forEach(option -> set(option, "selected", values.contains(option.val())));
      } else if (type.equals("checkbox") || type.equals("radio")) {
        String value = control.hasAttr("value") ? control.val() : "on";
        set(control, "checked", values.contains(value));
      } else if (!LEFT_ALONE.contains(type) && !control.normalName().equals("button")) {
        var next = left.getOrDefault(control.attr("name"), new ArrayDeque<>()).poll();
        if (next != null) {
          control.val(next);
        }
      }
    }
  }

  /// Also those that stand elsewhere on the page and name this form.
  private static List<Element> controls(Element form) {
    var found = new ArrayList<Element>();
    var named = "input[name], select[name], textarea[name]";
    form.select(named).stream().filter(control -> !control.hasAttr("form")).forEach(found::add);
    Document page = form.ownerDocument();
    if (page != null && !form.id().isEmpty()) {
      page.select(named).stream()
          .filter(control -> control.attr("form").equals(form.id()))
          .forEach(found::add);
    }
    return found;
  }

  private static void set(Element control, String attribute, boolean on) {
    if (on) {
      control.attr(attribute, true);
    } else {
      control.removeAttr(attribute);
    }
  }
}
