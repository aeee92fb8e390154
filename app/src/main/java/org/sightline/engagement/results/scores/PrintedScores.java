package org.sightline.engagement.results.scores;

import org.sightline.documents.Sheet;

/// A score sheet laid out for paper: each floor alone on a page, then the table.
public record PrintedScores(ScoreSheet sheet, boolean large) {

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
