package org.sightline.network;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Sealed versions in the database. One is added, or taken back; never changed.
@Component
class JdbcSealedMaps {

  private static final SealedColumn BECAUSE = new SealedColumn("network.sealed_version", "because");

  private final JdbcClient jdbc;
  private final Sealing sealing;
  private final Clock clock;

  JdbcSealedMaps(JdbcClient jdbc, Sealing sealing, Clock clock) {
    this.jdbc = jdbc;
    this.sealing = sealing;
    this.clock = clock;
  }

  void add(SignedIn who, WorkspaceId work, UUID id, UUID session, long entry, LocalDate day) {
    jdbc.sql(
            """
            insert into network.sealed_version (id, workspace_id, session_id, entry, day, by_user, at)
            values (:id, :work, :session, :entry, :day, :by, :at)
            """)
        .param("id", id)
        .param("work", work.value())
        .param("session", session)
        .param("entry", entry == 0 ? null : entry, Types.BIGINT)
        .param("day", day)
        .param("by", who.user().value())
        .param("at", now())
        .update();
  }

  /// @return whether it held before, and the database lets whoever is acting take it back
  boolean takeBack(WorkspaceId work, UUID id, String because) {
    return jdbc.sql(
                """
                update network.sealed_version set because = :because, taken_back_at = :at
                 where id = :id and workspace_id = :work and taken_back_at is null
                """)
            .param("because", sealing.seal(BECAUSE, id, because))
            .param("at", now())
            .param("id", id)
            .param("work", work.value())
            .update()
        == 1;
  }

  /// In the order in which they were sealed, those that were taken back too.
  List<SealedMap> of(WorkspaceId work) {
    return jdbc.sql(
            """
            select v.*, s.kind, row_number() over (order by v.number) as place
              from network.sealed_version v
              join network.session s on s.workspace_id = v.workspace_id and s.id = v.session_id
             where v.workspace_id = :work order by v.number
            """)
        .param("work", work.value())
        .query(
            (row, n) -> {
              UUID id = row.getObject("id", UUID.class);
              byte[] because = row.getBytes("because");
              return new SealedMap(
                  id,
                  row.getInt("place"),
                  row.getObject("session_id", UUID.class),
                  MappingSession.Kind.valueOf(row.getString("kind")),
                  row.getObject("day", LocalDate.class),
                  row.getLong("entry"),
                  new UserId(row.getObject("by_user", UUID.class)),
                  row.getObject("at", OffsetDateTime.class).toInstant(),
                  because != null,
                  because == null ? "" : sealing.open(BECAUSE, id, because));
            })
        .list();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
