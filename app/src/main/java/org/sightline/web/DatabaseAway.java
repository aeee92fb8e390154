package org.sightline.web;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/// Tells a database that is away, which comes back, from a fault of ours, which stays.
final class DatabaseAway {

  private DatabaseAway() {}

  /// Whether this failure, or one that caused it, is the connection's. PostgreSQL's classes 08
  /// (connection exception), 53 (out of disk, memory or connections) and 57P (shutting down).
  static boolean isIn(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof DataAccessResourceFailureException
          || cause instanceof CannotCreateTransactionException
          || cause instanceof TransactionSystemException
          || cause instanceof SQLException sql
              && String.valueOf(sql.getSQLState()).matches("08.*|53.*|57P.*")) {
        return true;
      }
    }
    return false;
  }
}
