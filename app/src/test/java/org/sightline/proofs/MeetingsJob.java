package org.sightline.proofs;

import org.sightline.testing.Visitor;

/// The end of a mapping meeting: a review goes through the map, what was not asked becomes gaps, a
/// version is sealed, compared, printed and taken back.
final class MeetingsJob {

  private final Visitor chair;
  private final FormSending forms;

  MeetingsJob(Visitor chair, FormSending forms) {
    this.chair = chair;
    this.forms = forms;
  }

  void run(String exercise) {
    String map = exercise.replace("/exercises/", "/maps/");
    draw(map);
    forms.send(chair, map + "/actions/new", "/actions");
    String session =
        forms.send(chair, exercise + "/sessions", "/sessions", "kind", "REVIEW").path();
    String review = session + "/review";
    for (String part : new String[] {"lines", "people", "contexts", "gaps", "actions"}) {
      var page = forms.get(chair, review + "?part=" + part).page();
      if (!page.select("form[action$=/" + part + "]").isEmpty()) {
        forms.send(chair, review + "?part=" + part, "/" + part);
      }
    }
    forms.send(chair, session, "/day", "state", "held");
    seal(session + "/sealing", map);
  }

  private void draw(String map) {
    String adding = map + "/nodes/new";
    String names = "Tansy Invented\nQuill Invented";
    forms.send(chair, adding, "/nodes/new", "names", names, "kind", "YOUNG_PERSON", "known", "-");
    var people = forms.get(chair, map + "/table").page().select("main th a").eachAttr("href");
    forms.send(
        chair,
        map + "/lines/new",
        "/lines/new",
        "from",
        id(people.get(0)),
        "to",
        id(people.get(1)),
        "seen-or-heard",
        "SEEN",
        "by-the-police",
        "-",
        "grading",
        "-");
  }

  private void seal(String sealing, String map) {
    forms.send(chair, sealing, "/gap");
    forms.send(chair, sealing, "/gaps");
    String version = forms.send(chair, sealing, "/sealing").path();
    forms.send(chair, version, "/differently");
    forms.get(chair, version + "/drawn");
    forms.get(chair, map + "/versions");
    forms.get(chair, map + "/versions/compared?from=" + id(version) + "&to=now");
    forms.get(chair, version + "/until/now");
    forms.get(chair, version + "/until/now/print");
    forms.get(chair, version + "/until/now/since-last-time.pdf");
    forms.send(chair, version, "/taking-back");
  }

  private static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
