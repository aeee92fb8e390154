package org.sightline.concerns.queue;

import java.util.List;

/// The queue as it is shown.
///
/// @param gap that no council contact is set, and what to do; or empty
public record QueuePage(List<Row> open, List<Row> closed, String gap) {

  public QueuePage {
    open = List.copyOf(open);
    closed = List.copyOf(closed);
  }

  /// @param due by when and what, or empty where nothing is due
  /// @param why how that day came about, or empty
  /// @param missed the days that were missed, in words
  public record Row(
      String href,
      String receipt,
      String raised,
      String by,
      String due,
      String why,
      List<String> missed,
      String state,
      boolean danger) {

    public Row {
      missed = List.copyOf(missed);
    }
  }
}
