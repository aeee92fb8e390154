package org.sightline.proofs;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.jsoup.nodes.Element;
import org.sightline.testing.Visitor;
import org.sightline.testing.Visitor.Arrived;

/// What somebody does with a pile of photographed sheets: prints one, drops it, decides a place,
/// comes back to one, takes a decision back, finds writing, finishes.
final class PileJob {

  private static final int TRIES = 300;

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
    byte[] sheet = coloured(printed());
    forms.watched("POST", pile + "/files", () -> visitor.drop(pile + "/files", "sheet.pdf", sheet));
    if (!isRead()) {
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

  /// Two pencils across the whole plan: many places in doubt.
  private static byte[] coloured(byte[] pdf) {
    try (var document = Loader.loadPDF(pdf)) {
      var page = document.getPage(0);
      var size = page.getMediaBox();
      try (var pen =
          new PDPageContentStream(
              document, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
        for (int row = 0; row < 24; row++) {
          pen.setNonStrokingColor(row % 2 == 0 ? 0.9f : 0.2f, row % 2 == 0 ? 0.2f : 0.7f, 0.25f);
          pen.addRect(
              size.getWidth() * 0.12f,
              size.getHeight() * (0.3f + row * 0.022f),
              size.getWidth() * 0.76f,
              size.getHeight() * 0.011f);
          pen.fill();
        }
      }
      var bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isRead() {
    for (int i = 0; i < TRIES; i++) {
      if (visitor.get(pile).page().select("#pile[data-reading=no]").size() == 1) {
        return true;
      }
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return false;
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
