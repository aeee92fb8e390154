package org.sightline.engagement.marks;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.sightline.engagement.planning.SessionId;
import org.sightline.store.DatabaseSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/// Which slips have taken their maps out: for the demonstration, which alone knows the codes of the
/// maps it invented, and says at every start what became of them.
///
/// No role that works may read the ledger of used slips, and none needs to; so this asks with the
/// rights of start-up. Nothing is hashed while a session's ledger is empty.
@Component
public class UsedSlips {

  private final DatabaseSettings database;
  private final PaperSlips slips;
  private final HashingDesk desk;

  UsedSlips(DatabaseSettings database, PaperSlips slips, HashingDesk desk) {
    this.database = database;
    this.slips = slips;
    this.desk = desk;
  }

  /// Those of a session's codes that were used while they worked. Once the ledger is forgotten
  /// (ST-07), none.
  public Set<SlipCode> among(SessionId session, Collection<SlipCode> codes) {
    var connection =
        new SingleConnectionDataSource(database.url(), database.owner(), database.password(), true);
    try {
      return among(session, codes, JdbcClient.create(connection));
    } finally {
      connection.destroy();
    }
  }

  private Set<SlipCode> among(SessionId session, Collection<SlipCode> codes, JdbcClient jdbc) {
    var used =
        new HashSet<>(
            jdbc.sql("select slip_hash from engagement.withdrawal_ledger where session_id = :id")
                .param("id", session.value())
                .query(String.class)
                .list());
    if (used.isEmpty()) {
      return Set.of();
    }
    return jdbc.sql("select salt from engagement.slip_salt where session_id = :id")
        .param("id", session.value())
        .query((row, n) -> row.getBytes(1))
        .optional()
        .map(
            salt ->
                codes.stream()
                    .filter(code -> used.contains(slips.of(code).closed(salt, desk).stored()))
                    .collect(Collectors.toSet()))
        .orElse(Set.of());
  }
}
