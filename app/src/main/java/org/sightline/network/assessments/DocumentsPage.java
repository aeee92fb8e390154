package org.sightline.network.assessments;

import java.util.List;
import org.sightline.network.Exercise;
import org.sightline.web.Answers;

/// The threshold documents of an exercise, and the form for one more.
public record DocumentsPage(Exercise exercise, List<Shown> documents, Answers form) {

  /// @param name title and version
  public record Shown(String id, String name, String by) {}

  public String at() {
    return "/network/exercises/" + exercise.id() + "/assessments/documents";
  }
}
