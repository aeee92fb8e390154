package org.sightline.proofs;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.sightline.testing.Visitor;
import org.sightline.testing.Visitor.Arrived;

/// What somebody does to the map of a piece of work, without a script: adds people and a line, says
/// more of both, takes off and puts back, joins and takes apart, undoes and redoes, brings a file.
final class MapJob {

  private static final String[] EVIDENCE = {
    "seen-or-heard",
    "SEEN",
    "when-day",
    "3",
    "when-month",
    "5",
    "when-year",
    "2026",
    "by-the-police",
    "-",
    "grading",
    "-"
  };

  private final Visitor chair;
  private final FormSending forms;

  MapJob(Visitor chair, FormFilling.Words words, FormSending.Witness witness) {
    this.chair = chair;
    this.forms = new FormSending(new FormFilling(words), witness);
  }

  List<String> refused() {
    return forms.refused();
  }

  void run() {
    String piece = forms.send(chair, "/casework/new", "/casework/new").path();
    String map = piece.replace("/casework/", "/network/maps/");
    forms.send(
        chair,
        map + "/nodes/new",
        "/nodes/new",
        "names",
        "Fennel Invented\nUnknown person 1",
        "kind",
        "YOUNG_PERSON");
    var table = forms.get(chair, map + "/table").page().select("main th a");
    String fennel = table.get(0).attr("href");
    String unknown = table.get(1).attr("href");
    String line = line(map, id(fennel), id(unknown));
    forms.get(chair, map + "/drawn");
    forms.send(chair, fennel, id(fennel), "kind", "YOUNG_PERSON", "at", "-", "label", "Fennel");
    forms.send(
        chair,
        line,
        id(line),
        "times-seen",
        "3",
        "times-seen-not-known",
        "-",
        "where-seen-not-known",
        "-",
        "seen-by-not-known",
        "-");
    forms.send(chair, line, "/reports", EVIDENCE);
    forms.get(chair, map + "/copies/lines.csv");
    forms.send(chair, line, "/off");
    forms.send(chair, map + "/corrections", "/telling");
    forms.send(chair, line, "/back");
    forms.send(chair, unknown, "/same", "same-as", id(fennel));
    forms.send(chair, fennel, "/same");
    forms.answered(
        chair,
        fennel + "/pin",
        List.of("edit", UUID.randomUUID().toString(), "seen", "99", "pin", "10.0 20.0"));
    forms.answered(chair, map + "/pins", List.of("pins", id(fennel) + " 10.0 30.0"));
    forms.answered(chair, map + "/unpin", List.of());
    forms.answered(chair, map + "/undo", List.of());
    forms.answered(chair, map + "/redo", List.of());
    forms.send(chair, map + "/log", "/taking-back");
    bring(map);
  }

  private String line(String map, String from, String to) {
    var given = new java.util.ArrayList<>(List.of(EVIDENCE));
    given.addAll(List.of("from", from, "to", to));
    return forms.send(chair, map + "/lines/new", "/lines/new", given.toArray(String[]::new)).path();
  }

  private void bring(String map) {
    byte[] list = "name\nQuill Invented\n".getBytes(StandardCharsets.UTF_8);
    String page = map + "/import";
    Arrived looked =
        forms.watched("POST", page, () -> chair.upload(page, "file", "people.csv", list));
    if (looked.status() != 200) {
      forms.refuse("POST " + page + ": " + looked.page().text());
    }
    String brought = looked.path();
    var given = new java.util.ArrayList<>(List.of(EVIDENCE));
    given.addAll(List.of("do", "-", "kind", "YOUNG_PERSON", "from-0", "-", "to-0", "-"));
    given.addAll(List.of("weight-0", "-", "key-0", "0", "label-0", "0"));
    forms.send(chair, brought, brought, given.toArray(String[]::new));
  }

  private static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
