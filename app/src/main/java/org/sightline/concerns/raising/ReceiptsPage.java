package org.sightline.concerns.raising;

import java.util.List;

/// The raiser's own receipts.
public record ReceiptsPage(List<Row> rows) {

  public ReceiptsPage {
    rows = List.copyOf(rows);
  }

  /// @param to who reads it first
  public record Row(String code, String on, String to) {}
}
