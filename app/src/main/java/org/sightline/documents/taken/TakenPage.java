package org.sightline.documents.taken;

import java.util.List;
import org.sightline.documents.PickUps;

/// Copies that were taken, and those the reader left for others, the last first.
public record TakenPage(List<Row> rows, List<PickUps.Left> left) {

  public TakenPage {
    rows = List.copyOf(rows);
    left = List.copyOf(left);
  }

  /// @param work which piece of work, round or school it is of; empty where that is not open to the
  ///     reader
  public record Row(
      String number,
      String what,
      String work,
      String by,
      String at,
      String purpose,
      String forWhom) {}
}
