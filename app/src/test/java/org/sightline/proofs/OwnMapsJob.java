package org.sightline.proofs;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import javax.imageio.ImageIO;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.sightline.testing.Visitor;

/// What a worker and a young person do with a map of the young person's own: from the telling to
/// the throwing away.
final class OwnMapsJob {

  private static final String NEW = "/network/exercises/new/about";

  private final Visitor chair;
  private final FormSending forms;

  OwnMapsJob(Visitor chair, FormFilling.Words words, FormSending.Witness witness) {
    this.chair = chair;
    this.forms = new FormSending(new FormFilling(words), witness);
  }

  List<String> refused() {
    return forms.refused();
  }

  void run() {
    String exercise = forms.send(chair, NEW + "?risk=no", NEW, "agreement", "none").path();
    forms.send(
        chair,
        exercise + "/preparing/subjects",
        "/subjects",
        "kind",
        "YOUNG_PERSON",
        "decision",
        "PART");
    String list = exercise + "/own-maps";
    var young = forms.get(chair, list).page().selectFirst("a[href^=" + list + "/]");
    String at = attribute(young, "href");
    forms.send(chair, at, "/status");
    forms.send(chair, at + "/telling", "/telling", "answer", "yes");
    draw(at);
    for (int question = 1; question <= 10; question++) {
      forms.send(chair, at + "/questions/" + question, "/questions/" + question);
    }
    forms.send(chair, at + "/plans", "/plans", "what", "STRENGTHS");
    forms.send(chair, at + "/plans", "/taking-off");
    compare(exercise, at);
    forms.send(chair, at + "/stopping", "/finishing");
    forms.get(chair, at + "/thanks");
    forms.get(chair, list + "/blank/sheet-a4.pdf");
    forms.get(chair, at + "/copies/map-a4.pdf");
    forms.send(chair, at + "/throwing-away", "/throwing-away");
    photograph(exercise + "/photos");
    String map = exercise.replace("/exercises/", "/maps/");
    for (String page : List.of("", "/sheet.pdf", "/labels-letters.pdf", "/labels-names.pdf")) {
      forms.get(chair, map + "/wall-kit" + page);
    }
    forms.get(chair, map + "/screen");
  }

  private void photograph(String at) {
    var today = LocalDate.now(ZoneId.of("Europe/London"));
    forms.watched(
        "POST",
        at,
        () ->
            chair.upload(
                at,
                "file",
                "map.png",
                picture(),
                "day-day",
                "" + today.getDayOfMonth(),
                "day-month",
                "" + today.getMonthValue(),
                "day-year",
                "" + today.getYear()));
    forms.send(chair, at, "/throwing-away");
  }

  static byte[] picture() {
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(300, 300, BufferedImage.TYPE_BYTE_GRAY), "png", out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  private void draw(String at) {
    String map = at + "/map";
    forms.send(chair, map, "/map", "name", "Fennel");
    forms.send(chair, map, "/moving");
    forms.send(chair, map, "/steps/undo");
    forms.send(chair, map, "/steps/redo");
    var fennel = forms.get(chair, map).page().selectFirst("li a[href^=" + map + "/]");
    String one = attribute(fennel, "href");
    forms.send(chair, one, id(one), "name", "Fennel");
    forms.send(chair, one, "/taking-off");
    forms.send(chair, map, "/map", "name", "Fennel");
  }

  private void compare(String exercise, String at) {
    String drawing = exercise.replace("/exercises/", "/maps/") + "/nodes/new";
    forms.send(chair, drawing, "/nodes/new", "names", "Fennel", "kind", "YOUNG_PERSON");
    String page = at + "/comparing";
    forms.send(chair, page, "/comparing");
    forms.send(chair, page, "/taking-back");
  }

  private static String id(String address) {
    return address.substring(address.lastIndexOf('/') + 1);
  }

  private static String attribute(@Nullable Element element, String name) {
    return element == null ? "/nothing-of-the-kind" : element.attr(name);
  }
}
