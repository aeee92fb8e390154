package org.sightline.engagement.results.scores;

import java.util.List;
import org.sightline.documents.Sheet;
import org.sightline.engagement.planning.SetUpSteps;

/// A score sheet laid out for paper: each floor alone on a page, then the table.
public record PrintedScores(ScoreSheet sheet, boolean large) {

  /// What the exercise is for (A01), in the words of the session page.
  public List<String> aims() {
    return SetUpSteps.shipped().aims().stream().map(SetUpSteps.Aim::text).toList();
  }

  /// Lying or standing, as the first floor does.
  Sheet paper() {
    if (large) {
      return sheet.isWide() ? Sheet.A3_LANDSCAPE : Sheet.A3_PORTRAIT;
    }
    return sheet.isWide() ? Sheet.A4_LANDSCAPE : Sheet.A4_PORTRAIT;
  }

  /// The class that keeps a picture inside its page.
  public String fit() {
    return "fit-" + paper().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
