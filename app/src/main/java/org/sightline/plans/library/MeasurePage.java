package org.sightline.plans.library;

import java.util.List;
import java.util.Map;
import org.sightline.web.Answers;

/// The form of a measure, with the wordings it had.
///
/// @param isNew whether the school adds it
public record MeasurePage(
    String school,
    String measure,
    boolean isNew,
    Answers form,
    Map<String, String> kinds,
    String question,
    List<Past> history) {

  /// @param author who wrote it and when
  public record Past(String title, String text, boolean retired, String author) {}
}
