package org.sightline.engagement.pictures;

/// Every word in a picture, so that pages can translate them. Plain text, escaped when drawn.
///
/// @param ofMaps with `%d` for the number of maps
/// @param fewerThan with `%d` for the limit
/// @param fewerMeans what `fewerThan` stands for, in the legend; with `%d`
/// @param notShown for a number that would give another away
/// @param notShownMeans the same, in the legend
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
    String fewerMeans,
    String notShown,
    String notShownMeans,
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
          "<%d",
          "fewer than %d maps",
          "\u2013",
          "held back, so that nobody can be singled out",
          "hottest places",
          "mixed views",
          "hot",
          "mixed",
          "cool",
          "too few maps to say");
}
