package org.sightline.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What the application does by itself, on the clock: its own database role, with policies of its
/// own.
public record SystemStore(JdbcClient jdbc, TransactionTemplate transactions) {

  static final String NAME = "system";

  /// Whether the innermost transaction of this thread is one of the system's, and not somebody's.
  public boolean isWorking() {
    return NAME.equals(TransactionSynchronizationManager.getCurrentTransactionName());
  }
}
