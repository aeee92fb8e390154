package org.sightline.linkage.reading;

import java.util.ArrayList;
import java.util.List;

/// A list that was read: its headings, the wanted columns as numbers, and what was refused.
///
/// @param name what the list is called in every result
/// @param wanted the columns that were read, by place
/// @param sheetsLeft how many further sheets of a spreadsheet were not read
/// @param source the bytes, for reading the other columns again when results are written
public record Table(
    String name,
    List<String> headings,
    int[] wanted,
    List<Part> parts,
    List<Refused> refused,
    int sheetsLeft,
    Source source) {

  /// What whoever sent the list should know of its making, or nothing.
  public String remark() {
    return sheetsLeft == 0
        ? ""
        : "%d further %s of %s %s not read; only the first sheet is."
            .formatted(
                sheetsLeft,
                sheetsLeft == 1 ? "sheet" : "sheets",
                name,
                sheetsLeft == 1 ? "was" : "were");
  }

  /// Rows that were taken.
  public int rows() {
    return parts.stream().mapToInt(Part::rows).sum();
  }

  /// Rows below the headings, refused ones too.
  public long seen() {
    return parts.stream().mapToLong(Part::seen).sum();
  }

  /// Once the values are cleaned, those that were read take up memory for nothing.
  public void forgetValues() {
    parts.forEach(Part::forgetValues);
  }

  /// For each row that was taken its number in the list, from 1.
  public int[] rowNumbers() {
    var numbers = new int[rows()];
    int next = 0;
    int before = 0;
    for (var part : parts) {
      int skip = 0;
      for (int row = 0; row < part.seen(); row++) {
        if (skip < part.skipped().size() && part.skipped().get(skip).row() == row) {
          skip++;
        } else {
          numbers[next++] = before + row + 1;
        }
      }
      before += part.seen();
    }
    return numbers;
  }

  static List<Refused> refusals(String name, List<Part> parts) {
    var all = new ArrayList<Refused>();
    long before = 0;
    for (var part : parts) {
      for (var skipped : part.skipped()) {
        all.add(new Refused(name, before + skipped.row() + 1, "all", skipped.reason()));
      }
      before += part.seen();
    }
    return all;
  }
}
