package org.sightline.proofs;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.sightline.testing.Visitor;
import org.sightline.testing.Visitor.Arrived;

/// Opens pages, fills in their forms and sends them, watched by a witness, and keeps what was not
/// taken.
final class FormSending {

  private final FormFilling filling;
  private final Witness witness;
  private final List<String> refused = new ArrayList<>();

  FormSending(FormFilling filling, Witness witness) {
    this.filling = filling;
    this.witness = witness;
  }

  /// Told of every form that is sent, before and after.
  interface Witness {
    Arrived during(String method, String path, Supplier<Arrived> request);
  }

  /// What the application did not take, and why.
  List<String> refused() {
    return List.copyOf(refused);
  }

  void refuse(String why) {
    refused.add(why);
  }

  Arrived watched(String method, String path, Supplier<Arrived> request) {
    return witness.during(method, path, request);
  }

  /// Sends fields straight to an address.
  Arrived answered(Visitor visitor, String path, List<String> given) {
    var fields = new ArrayList<>(given);
    fields.addAll(List.of("form-key", UUID.randomUUID().toString()));
    var arrived = watched("POST", path, () -> visitor.post(path, fields.toArray(String[]::new)));
    if (arrived.status() != 200) {
      refuse("POST %s: %d %s".formatted(path, arrived.status(), arrived.page().text()));
    }
    return arrived;
  }

  Arrived get(Visitor visitor, String path) {
    var arrived = watched("GET", path, () -> visitor.get(path));
    if (arrived.status() != 200) {
      refuse("GET " + path + ": " + arrived.status() + " " + arrived.heading());
    }
    return arrived;
  }

  /// Fills in and sends the form of a page whose action ends so.
  Arrived send(Visitor visitor, String page, String action, String... given) {
    var shown = get(visitor, page);
    shown.page().setBaseUri(shown.path());
    Element form = form(shown.page(), action);
    if (form.attr("action").isEmpty()) {
      refuse(
          "No form for %s on %s (%s)".formatted(action, page, shown.page().select("main").text()));
      return shown;
    }
    var fields = filling.fill(form, given);
    String path = form.attr("action").replaceAll("\\?.*", "");
    var arrived =
        watched(
            "POST", path, () -> visitor.post(form.attr("action"), fields.toArray(String[]::new)));
    if (arrived.status() != 200) {
      refuse(
          "POST %s: %d %s | %s | %s"
              .formatted(
                  path,
                  arrived.status(),
                  arrived.heading(),
                  arrived
                      .page()
                      .select(".govuk-error-summary, .govuk-error-message, main p")
                      .text(),
                  fields));
    }
    return arrived;
  }

  /// The form of a page whose action ends so; without an action when there is none.
  static Element form(Document page, String... actions) {
    for (String action : actions) {
      for (Element form : page.select("form[method=post]")) {
        if (form.attr("action").isEmpty()) {
          form.attr("action", page.baseUri());
        }
        for (Element button : form.select("button[formaction]")) {
          if (button.attr("formaction").endsWith(action)) {
            form.attr("action", button.attr("formaction"));
          }
        }
        if (form.attr("action").replaceAll("\\?.*", "").endsWith(action)
            || (action.endsWith("/steps/") && form.attr("action").contains(action))) {
          for (Element button : form.select("button[name]")) {
            form.appendElement("input")
                .attr("type", "hidden")
                .attr("name", button.attr("name"))
                .attr("value", button.attr("value"));
            break;
          }
          return form;
        }
      }
    }
    return new Element("form");
  }
}
