package org.sightline.linkage;

import org.sightline.linkage.clustering.Judgement.Answer;

/// A judgement as a file has it: by list and row, and by what the rows said when they were judged.
///
/// @param leftRow counted from 1 at the first row below the headings
/// @param where the judgement stands, as in "row 3 of judged.csv"
/// @param leftCheck what [RowChecks] said of the row, `now` if it is meant as it is now, or empty
/// @param rightCheck the same of the other row
public record JudgedRows(
    String leftList,
    long leftRow,
    String rightList,
    long rightRow,
    Answer answer,
    String where,
    String leftCheck,
    String rightCheck) {

  /// The row is meant as it is now, whatever it was before.
  public static final String NOW = "now";

  public JudgedRows(String leftList, long leftRow, String rightList, long rightRow, Answer answer) {
    this(leftList, leftRow, rightList, rightRow, answer, "a judgement", "", "");
  }
}
