package org.sightline.audit;

import java.util.OptionalLong;
import org.sightline.store.SystemStore;
import org.springframework.stereotype.Component;

/// Checks that no entry was changed, removed, added, moved or cut off (AU-03).
@Component
public class AuditChain {

  private final SystemStore store;

  AuditChain(SystemStore store) {
    this.store = store;
  }

  /// The number of the first entry that does not follow from the one before it; empty when all do.
  public OptionalLong firstBad() {
    return store
        .jdbc()
        .sql("select audit.first_bad()")
        .query(
            (row, n) -> {
              long seq = row.getLong(1);
              return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(seq);
            })
        .single();
  }

  public long length() {
    return store.jdbc().sql("select seq from audit.head").query(Long.class).single();
  }
}
