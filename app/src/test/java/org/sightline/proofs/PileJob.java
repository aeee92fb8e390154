package org.sightline.proofs;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;
import org.jsoup.nodes.Element;
import org.sightline.testing.DroppedPile;
import org.sightline.testing.Visitor;
import org.sightline.testing.Visitor.Arrived;

/// What somebody does with a pile of photographed sheets: prints one, drops it, decides a place,
/// comes back to one, takes a decision back, finds writing, finishes.
final class PileJob {

  private final Visitor visitor;
  private final Visitor colleague;
  private final FormSending forms;
  private final String session;
  private final String pile;

  PileJob(Visitor visitor, Visitor colleague, FormSending forms, String session) {
    this.visitor = visitor;
    this.colleague = colleague;
    this.forms = forms;
    this.session = session;
    this.pile = session + "/pile";
  }

  void run() {
    forms.watched(
        "POST", pile, () -> visitor.upload(pile, "file", "a.gif", "GIF89a".getBytes(US_ASCII)));
    byte[] sheet = DroppedPile.inTwoPencils(printed());
    forms.watched("POST", pile + "/files", () -> visitor.drop(pile + "/files", "sheet.pdf", sheet));
    if (!DroppedPile.isRead(visitor, pile)) {
      forms.refuse("The pile was not read: " + visitor.get(pile).page().select("main").text());
      return;
    }
    decide("R");
    decide("S");
    forms.answered(visitor, pile + "/review/undoing", List.of());
    var stop = decide("!").page();
    forms.answered(
        visitor,
        pile + "/review/writing",
        List.of("zone", value(stop, "zone"), "concern", value(stop, "concern")));
    forms.answered(visitor, pile + "/finishing", List.of());
    forms.answered(colleague, pile + "/throwing-away", List.of());
  }

  private byte[] printed() {
    var path = session + "/pack/printing";
    return forms
        .watched(
            "POST",
            path,
            () -> visitor.post(path, "part", "plan-sheets", "plan-sheets", "1", "paper", "as-plan"))
        .response()
        .body();
  }

  private Arrived decide(String decision) {
    var shown = forms.get(visitor, pile + "/review").page();
    return forms.answered(
        visitor, pile + "/review", List.of("zone", value(shown, "zone"), "decision", decision));
  }

  private static String value(Element page, String name) {
    return page.select("[name=" + name + "]").attr("value");
  }
}
