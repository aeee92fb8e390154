package org.sightline.audit;

import java.util.Optional;
import java.util.OptionalLong;
import org.sightline.store.SystemStore;
import org.springframework.stereotype.Component;

/// Checks that no entry was changed, removed, added, moved or cut off (AU-03).
@Component
public class AuditChain {

  /// A second or two of the database's time.
  private static final long PIECE = 50_000;

  private final SystemStore store;

  public AuditChain(SystemStore store) {
    this.store = store;
  }

  /// The number of the first entry that does not follow from the one before it; empty when all do.
  /// Goes piece by piece, so that no statement takes long however many there are.
  public OptionalLong firstBad() {
    long end = end();
    for (long after = 0; after < end; after += PIECE) {
      var bad = firstBad(after, Math.min(after + PIECE, end));
      if (bad.isPresent()) {
        return bad;
      }
    }
    return endsWell() ? OptionalLong.empty() : OptionalLong.of(end + 1);
  }

  /// Where the entries end, or where the head says they do.
  private long end() {
    return store
        .jdbc()
        .sql(
            """
            select greatest(
              coalesce((select seq from audit.head), 0), coalesce((select max(seq) from audit.entry), 0))
            """)
        .query(Long.class)
        .single();
  }

  /// Like [#firstBad], but only for the entries after one number and up to another.
  public OptionalLong firstBad(long after, long to) {
    return store
        .jdbc()
        .sql("select audit.first_bad_between(:after, :to)")
        .param("after", after)
        .param("to", to)
        .query(
            (row, n) -> {
              long seq = row.getLong(1);
              return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(seq);
            })
        .single();
  }

  /// Whether the chain ends where its head says.
  public boolean endsWell() {
    return store.jdbc().sql("select audit.ends_well()").query(Boolean.class).single();
  }

  /// The hash of an entry as 64 hexadecimal digits; empty when there is no such entry.
  public Optional<String> hash(long number) {
    return store
        .jdbc()
        .sql("select encode(hash, 'hex') from audit.entry where seq = :number")
        .param("number", number)
        .query(String.class)
        .optional();
  }

  public long length() {
    return store.jdbc().sql("select seq from audit.head").query(Long.class).single();
  }
}
