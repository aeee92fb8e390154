package org.sightline.proofs;

import java.util.List;
import java.util.Objects;
import org.sightline.testing.Visitor;

/// What people do after a mapping meeting: agree on actions and say how far they are, give gaps to
/// somebody and close them, decide about thresholds.
final class TasksJob {

  private final Visitor chair;
  private final FormSending forms;

  TasksJob(Visitor chair, FormSending forms) {
    this.chair = chair;
    this.forms = forms;
  }

  /// @param exercise its address
  void run(String exercise) {
    String map = exercise.replace("/exercises/", "/maps/");
    act(map + "/actions");
    gap(map + "/gaps");
    String all = exercise + "/assessments";
    forms.send(chair, all + "/PEER", "/PEER");
    forms.send(chair, all, "/taking-back");
    forms.send(chair, all, "/return");
    document(all + "/documents");
    forms.get(chair, exercise);
    forms.get(chair, "/plans/own");
  }

  private void document(String at) {
    forms.watched(
        "POST",
        at,
        () ->
            chair.upload(
                at,
                "file",
                "levels.png",
                OwnMapsJob.picture(),
                "document",
                "Levels",
                "version",
                "2"));
    var one =
        Objects.requireNonNull(
            forms.get(chair, at).page().selectFirst("main li a[href^=" + at + "/]"));
    forms.get(chair, one.attr("href"));
    forms.send(chair, at, "/throwing-away");
  }

  private void act(String all) {
    String one =
        forms
            .send(
                chair,
                all + "/new",
                "/actions",
                "owner",
                "outside",
                "outside",
                "Somebody",
                "kind",
                "DISRUPTION")
            .path();
    forms.send(chair, one, "/updates", "state", "GOING_ON");
    String update =
        Objects.requireNonNull(forms.get(chair, one).page().selectFirst("form[action*=/updates/]"))
            .attr("action");
    forms.answered(chair, update, List.of());
    forms.answered(chair, update.replace("/taking-back", "/return"), List.of());
    forms.send(chair, one + "/terms", "/terms", "owner", "outside", "outside", "Somebody else");
    forms.answered(chair, one + "/taking-back", List.of());
    forms.answered(chair, one + "/return", List.of());
    forms.get(chair, all);
  }

  private void gap(String all) {
    forms.send(chair, all + "/new", "/gaps", "owner", "outside", "outside", "Somebody");
    String found =
        Objects.requireNonNull(forms.get(chair, all).page().selectFirst("main a[href$=/found]"))
            .attr("href");
    forms.send(
        chair,
        found,
        "/found",
        "became",
        "NODE",
        "kind",
        "ADULT",
        "name",
        "Somebody invented",
        "line",
        "-",
        "raised",
        "-");
    forms.send(chair, all, "/reopening");
  }
}
