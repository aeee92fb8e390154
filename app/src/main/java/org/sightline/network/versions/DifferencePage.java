package org.sightline.network.versions;

import java.util.List;
import org.sightline.documents.Purpose;
import org.sightline.network.Exercise;

/// What is different between two versions, or a version and now.
///
/// @param counts in one sentence
/// @param from and `to` ids of versions, or "now"
public record DifferencePage(
    Exercise exercise,
    String from,
    String to,
    String fromName,
    String toName,
    String counts,
    List<Section> sections,
    Purpose purpose) {

  /// @param key of its heading
  /// @param sentences what it holds
  /// @param more how many others do not fit on the page
  public record Section(String key, List<String> sentences, int more) {}

  public String base() {
    return "/network/maps/" + exercise.id();
  }

  public String here() {
    return base() + "/versions/" + from + "/until/" + to;
  }
}
