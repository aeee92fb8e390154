package org.sightline.network.filing;

import java.util.List;
import java.util.Map;
import org.sightline.documents.Purpose;
import org.sightline.network.Exercise;
import org.sightline.web.Answers;

/// How far the papers of a session have come onto the files.
///
/// @param at where the page lies
/// @param held when the session was held, in words
/// @param due by when, and how many days are left, in words
/// @param isLate whether that day has passed and something is open
/// @param ready whether there are minutes, so that papers can be made
/// @param isSealed whether the papers show the version of the session
/// @param waiting how many papers nothing is said of yet, in words
/// @param titles patterns by id
public record FilingPage(
    Exercise exercise,
    String at,
    String held,
    String due,
    boolean isLate,
    boolean ready,
    boolean isSealed,
    String title,
    String waiting,
    List<Row> rows,
    Map<String, String> titles,
    Purpose purpose,
    Answers form) {

  /// Somebody on whose file they go.
  ///
  /// @param letter by which others call them, or empty
  public record Row(String id, String name, String letter, List<Cell> cells) {}

  /// One part of somebody's papers.
  ///
  /// @param key for the form
  /// @param receipt the id of what was said of it, or empty
  /// @param said the same in words
  public record Cell(String key, String part, String tick, String receipt, String said) {}

  public boolean hasOpen() {
    return rows.stream().flatMap(row -> row.cells().stream()).anyMatch(c -> c.receipt().isEmpty());
  }
}
