package org.sightline.engagement.pictures;

/// Every word in a picture, so that pages can translate them. Plain text, escaped when drawn.
///
/// @param ofMaps with `%d` for the number of maps
/// @param fewerThan with `%d` for the limit
/// @param notShown for a number that would give another away
public record PictureWords(
    String sheetTitle,
    String noNames,
    String yearGroup,
    String sheetLabel,
    String greenMeans,
    String yellowMeans,
    String redMeans,
    String blankMeans,
    String ofMaps,
    String fewerThan,
    String notShown,
    String hottest,
    String mixedViews,
    String hot,
    String mixed,
    String cool,
    String waiting) {

  public static final PictureWords ENGLISH =
      new PictureWords(
          "How does each place feel?",
          "No names. To tell us something, use the help slip.",
          "Year group (only if you like)",
          "Sheet",
          "safe and welcome",
          "a bit",
          "unsafe, unwelcome or uncomfortable, I avoid it",
          "no answer",
          "of %d maps",
          "under %d",
          "not shown",
          "hottest places",
          "mixed views",
          "hot",
          "mixed",
          "cool",
          "not enough maps yet");
}
