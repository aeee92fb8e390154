package org.sightline.plans;

import org.sightline.kernel.Stale;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Adds the next version of something, or finds that somebody else has.
final class Versions {

  private Versions() {}

  /// @param insert an `insert … select … where` the version before is the highest
  /// @throws Stale when it is not, also when two people save at the same moment
  static void add(JdbcClient.StatementSpec insert) {
    int rows;
    try {
      rows = insert.update();
    } catch (DuplicateKeyException sameMoment) {
      rows = 0;
    }
    if (rows == 0) {
      throw new Stale(
          "Somebody else changed this while you had the page open. Nothing of theirs was lost and"
              + " nothing of yours was saved. Go back, load the page again, and make your change"
              + " once more.");
    }
  }
}
