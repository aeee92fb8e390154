package org.sightline.engagement.consent;

import java.util.UUID;
import org.sightline.contexts.floorplans.FloorPlans;
import org.sightline.engagement.planning.PlannedRound;
import org.sightline.engagement.planning.Rounds;
import org.sightline.engagement.planning.Session;
import org.sightline.engagement.planning.Sessions;
import org.sightline.kernel.Role;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.sightline.web.Pages;
import org.springframework.context.ApplicationContext;

/// A session of its own with two young people on its list, and the ways through its pages.
final class OneRegister {

  final Session session;
  final Visitor facilitator;
  private final TestPeople people;
  private final Register register;
  private final Pages pages;

  OneRegister(ApplicationContext application) {
    this.people = application.getBean(TestPeople.class);
    this.register = application.getBean(Register.class);
    this.pages = application.getBean(Pages.class);
    this.session = planned(application).readySession();
    this.facilitator = people.signedIn(Role.FACILITATOR);
    facilitator.post(path() + "/invitations", "people", "Quincelda Verbatim, 13\nOtto <b>Bold</b>");
  }

  static PlannedRound planned(ApplicationContext application) {
    return new PlannedRound(
        application.getBean(TestPeople.class),
        application.getBean(FloorPlans.class),
        application.getBean(Rounds.class),
        application.getBean(Sessions.class));
  }

  Visitor.Arrived change(
      Visitor who, String round, org.jsoup.nodes.Document editing, String piece, String text) {
    var form = new java.util.ArrayList<String>();
    editing
        .select("form[action$=/changing] [name]")
        .forEach(
            field -> {
              form.add(field.attr("name"));
              form.add(
                  field.attr("name").equals(piece)
                      ? text
                      : field.tagName().equals("textarea")
                          ? field.wholeText().strip()
                          : field.val());
            });
    if (!form.contains(piece)) {
      form.add(piece);
      form.add(text);
    }
    return who.post(round + "/consent-text/changing", form.toArray(String[]::new));
  }

  Visitor.Arrived returned(UUID invited, String... more) {
    var at = form(invited) + "/returning";
    var form =
        new java.util.ArrayList<>(
            java.util.List.of(
                "form",
                "standard",
                "words",
                words(at),
                "signedOn-day",
                "1",
                "signedOn-month",
                "6",
                "signedOn-year",
                "2026"));
    if (!java.util.List.of(more).contains("explainedBy")) {
      form.add("explainedBy");
      form.add("An adult");
    }
    form.addAll(java.util.List.of(more));
    return facilitator.post(at, form.toArray(String[]::new));
  }

  Visitor.Arrived sign(String at, String words, String how, String signature) {
    return facilitator.post(
        at,
        "form",
        "easy-read",
        "words",
        words,
        "answer",
        "yes",
        "explainedBy",
        "An adult",
        how,
        signature,
        "ticked",
        "about",
        "ticked",
        "questions",
        "ticked",
        "stop",
        "ticked",
        "use",
        "ticked",
        "pass-on",
        "ticked",
        "support",
        "ticked",
        "stays-here");
  }

  String words(String address) {
    return facilitator.get(address).page().select("input[name=words]").val();
  }

  Entry entry(UUID id) {
    return register.find(people.as(Role.FACILITATOR), session.id(), id);
  }

  UUID first() {
    return register.of(people.as(Role.FACILITATOR), session.id()).getLast().id();
  }

  UUID second() {
    return register.of(people.as(Role.FACILITATOR), session.id()).getFirst().id();
  }

  String path() {
    return "/engagement/sessions/" + session.id() + "/consent";
  }

  String form(UUID invited) {
    return path() + "/" + invited;
  }

  /// A form as it is laid out for the printer.
  String html(Form form) {
    var shown = register.forPrint(people.as(Role.FACILITATOR), session.id(), form, 1);
    return pages.document("engagement/consent/print-form", new PrintPage(shown));
  }

  /// The words of a printed form, in one line.
  String printed(String query) throws java.io.IOException {
    var answer = facilitator.get(path() + "-forms.pdf?" + query);
    try (var pdf = org.apache.pdfbox.Loader.loadPDF(answer.response().body())) {
      return new org.apache.pdfbox.text.PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
    }
  }
}
