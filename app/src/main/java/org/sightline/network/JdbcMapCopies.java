package org.sightline.network;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.map.ElementId;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/// Who has which state of a map, and whether they were told what was put right in it.
@Component
class JdbcMapCopies {

  private static final SealedColumn TO_WHOM = new SealedColumn("network.gone_copy", "to_whom");

  private final JdbcClient jdbc;
  private final Sealing sealing;
  private final Clock clock;

  JdbcMapCopies(JdbcClient jdbc, Sealing sealing, Clock clock) {
    this.jdbc = jdbc;
    this.sealing = sealing;
    this.clock = clock;
  }

  /// @param toldUntil the last entry they were told about, or 0
  record Kept(
      UUID id,
      String kind,
      long entry,
      Set<ElementId> elements,
      String toWhom,
      UserId by,
      Instant at,
      long toldUntil,
      @Nullable Instant toldAt) {

    /// The state of the map they know.
    long known() {
      return Math.max(entry, toldUntil);
    }
  }

  /// What the same person took again before anything was drawn is noted once; a pack goes to
  /// another guest each time.
  void add(SignedIn who, WorkspaceId work, MapCopies.Shown shown, String toWhom) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into network.gone_copy (id, workspace_id, kind, entry, elements, to_whom, by_user, at)
            select :id, :work, :kind, :entry, :elements, :toWhom, :by, :at
             where :kind = :pack or not exists (
               select 1
                 from network.gone_copy c
                where c.workspace_id = :work and c.kind = :kind and c.by_user = :by
                  and c.entry = :entry and c.elements = :elements)
            """)
        .param("id", id)
        .param("work", work.value())
        .param("kind", shown.kind())
        .param("pack", MapCopies.PACK)
        .param("entry", shown.entry())
        .param(
            "elements",
            new SqlArrayValue(
                "uuid", shown.elements().stream().map(ElementId::value).sorted().toArray()))
        .param("toWhom", sealing.seal(TO_WHOM, id, toWhom))
        .param("by", who.user().value())
        .param("at", now())
        .update();
  }

  /// The last first.
  ///
  /// @param element which of them has to be on it, or `null`
  List<Kept> of(WorkspaceId work, @Nullable ElementId element) {
    return jdbc.sql(
            """
            select c.*, t.told_until, t.told_at
              from network.gone_copy c
              left join lateral (select max(entry) as told_until, max(at) as told_at
                                   from network.gone_copy_told where copy_id = c.id) t on true
             where c.workspace_id = :work
               and (cast(:element as uuid) is null or cast(:element as uuid) = any (c.elements))
             order by c.at desc, c.id
            """)
        .param("work", work.value())
        .param("element", element == null ? null : element.value(), Types.OTHER)
        .query(
            (row, n) -> {
              UUID id = row.getObject("id", UUID.class);
              var told = row.getObject("told_at", OffsetDateTime.class);
              return new Kept(
                  id,
                  row.getString("kind"),
                  row.getLong("entry"),
                  Arrays.stream((UUID[]) row.getArray("elements").getArray())
                      .map(ElementId::new)
                      .collect(Collectors.toUnmodifiableSet()),
                  sealing.open(TO_WHOM, id, row.getBytes("to_whom")),
                  new UserId(row.getObject("by_user", UUID.class)),
                  row.getObject("at", OffsetDateTime.class).toInstant(),
                  row.getLong("told_until"),
                  told == null ? null : told.toInstant());
            })
        .list();
  }

  void tell(SignedIn who, WorkspaceId work, UUID copy, long entry) {
    jdbc.sql(
            """
            insert into network.gone_copy_told (id, workspace_id, copy_id, entry, by_user, at)
            values (:id, :work, :copy, :entry, :by, :at)
            """)
        .param("id", UUID.randomUUID())
        .param("work", work.value())
        .param("copy", copy)
        .param("entry", entry)
        .param("by", who.user().value())
        .param("at", now())
        .update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
