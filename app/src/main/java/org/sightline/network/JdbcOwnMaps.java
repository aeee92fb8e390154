package org.sightline.network;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.ownmap.Drawn;
import org.sightline.network.ownmap.Join;
import org.sightline.network.ownmap.OwnMap;
import org.sightline.network.ownmap.Status;
import org.sightline.store.RecordKeys;
import org.sightline.store.SealedColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Young people's own maps in the database, each under its own key; whether there is one lies under
/// the key of the young person's row in the exercise.
@Component
class JdbcOwnMaps {

  private static final SealedColumn STATUS = new SealedColumn("network.own_status", "content");
  private static final SealedColumn STEP = new SealedColumn("network.own_step", "content");
  private static final SealedColumn JOIN = new SealedColumn("network.own_join", "content");

  private final JdbcClient jdbc;
  private final RecordKeys keys;
  private final Clock clock;
  private final JsonMapper json = new JsonMapper();

  JdbcOwnMaps(JdbcClient jdbc, RecordKeys keys, Clock clock) {
    this.jdbc = jdbc;
    this.keys = keys;
    this.clock = clock;
  }

  /// What a status says in words.
  record Told(String worker, String why, boolean told) {}

  /// Who is who.
  record Pair(UUID someone, UUID node) {}

  /// A status with whom it is of.
  record Of(UUID subject, Status status) {}

  void say(
      SignedIn who,
      WorkspaceId work,
      UUID subject,
      Status.Said said,
      @Nullable LocalDate day,
      Told told) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into network.own_status (id, workspace_id, subject_id, said, day, content, by_user, at)
            values (:id, :work, :subject, :said, :day, :content, :by, :at)
            """)
        .param("id", id)
        .param("work", work.value())
        .param("subject", subject)
        .param("said", said.name())
        .param("day", day, Types.DATE)
        .param("content", keys.seal(subject, STATUS, id, json.writeValueAsString(told)))
        .param("by", who.user().value())
        .param("at", now())
        .update();
  }

  /// Everything that was said of everybody, the first first.
  List<Of> statuses(WorkspaceId work) {
    return jdbc.sql("select * from network.own_status where workspace_id = :work order by number")
        .param("work", work.value())
        .query(
            (row, n) -> {
              UUID subject = row.getObject("subject_id", UUID.class);
              var told =
                  json.readValue(
                      keys.open(
                          subject,
                          STATUS,
                          row.getObject("id", UUID.class),
                          row.getBytes("content")),
                      Told.class);
              return new Of(
                  subject,
                  new Status(
                      Status.Said.valueOf(row.getString("said")),
                      row.getObject("day", LocalDate.class),
                      told.worker(),
                      told.why(),
                      told.told(),
                      by(row),
                      row.getObject("at", OffsetDateTime.class).toInstant()));
            })
        .list();
  }

  /// Whose map there is.
  List<UUID> drawn(WorkspaceId work) {
    return jdbc
        .sql("select id, subject_id from network.own_map where workspace_id = :work")
        .param("work", work.value())
        .query(
            (row, n) ->
                new Pair(row.getObject("id", UUID.class), row.getObject("subject_id", UUID.class)))
        .list()
        .stream()
        .filter(pair -> !keys.isShredded(pair.someone()))
        .map(Pair::node)
        .toList();
  }

  void begin(SignedIn who, WorkspaceId work, UUID subject) {
    UUID id = UUID.randomUUID();
    keys.make(id);
    jdbc.sql(
            """
            insert into network.own_map (id, workspace_id, subject_id, now, by_user, told_at)
            values (:id, :work, :subject, 0, :by, :at)
            """)
        .param("id", id)
        .param("work", work.value())
        .param("subject", subject)
        .param("by", who.user().value())
        .param("at", now())
        .update();
  }

  /// The map of a young person; empty when there is none, or its key is gone.
  Optional<Drawn> find(WorkspaceId work, UUID subject) {
    return jdbc
        .sql(
            """
            select m.*, s.id as step, s.content, s.before, coalesce(s.at, m.told_at) as last,
                   (s.before = 0 and m.finished_at is null or exists (select 1 from network.own_step p
                      where p.map_id = m.id and p.number = s.before)) as is_undoable,
                   exists (select 1 from network.own_step n
                            where n.map_id = m.id and n.before = m.now) as is_redoable
              from network.own_map m
              left join network.own_step s on s.map_id = m.id and s.number = m.now
             where m.workspace_id = :work and m.subject_id = :subject
            """)
        .param("work", work.value())
        .param("subject", subject)
        .query((row, n) -> drawn(row))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<Drawn> drawn(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    if (keys.isShredded(id)) {
      return Optional.empty();
    }
    UUID step = row.getObject("step", UUID.class);
    var finished = row.getObject("finished_at", OffsetDateTime.class);
    return Optional.of(
        new Drawn(
            id,
            step == null ? OwnMap.empty() : opened(id, step, row.getBytes("content")),
            by(row),
            row.getObject("told_at", OffsetDateTime.class).toInstant(),
            row.getObject("last", OffsetDateTime.class).toInstant(),
            finished == null ? null : finished.toInstant(),
            row.getBoolean("is_undoable"),
            row.getBoolean("is_redoable"),
            joins(id)));
  }

  private OwnMap opened(UUID map, UUID step, byte[] content) {
    return json.readValue(keys.open(map, STEP, step, content), OwnMap.class);
  }

  /// The same, and nobody else draws on it until this transaction ends.
  Optional<Drawn> hold(WorkspaceId work, UUID subject) {
    jdbc.sql(
            """
            select id from network.own_map
             where workspace_id = :work and subject_id = :subject for update
            """)
        .param("work", work.value())
        .param("subject", subject)
        .query(UUID.class)
        .list();
    return find(work, subject);
  }

  /// Adds a step to a map that is held.
  void add(SignedIn who, WorkspaceId work, UUID map, OwnMap drawn) {
    int now = number("select now from network.own_map where id = :map", map);
    int next =
        1
            + number(
                "select coalesce(max(number), 0) from network.own_step where map_id = :map", map);
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into network.own_step (id, workspace_id, map_id, number, before, content, by_user, at)
            values (:id, :work, :map, :number, :before, :content, :by, :at)
            """)
        .param("id", id)
        .param("work", work.value())
        .param("map", map)
        .param("number", next)
        .param("before", now)
        .param("content", keys.seal(map, STEP, id, json.writeValueAsString(drawn)))
        .param("by", who.user().value())
        .param("at", now())
        .update();
    stand(map, next);
  }

  /// @return whether there was something to undo
  boolean undo(UUID map) {
    return step(
        """
        update network.own_map m set now = s.before from network.own_step s
         where m.id = :map and s.map_id = m.id and s.number = m.now
           and (s.before = 0 and m.finished_at is null or exists (select 1 from network.own_step p
             where p.map_id = m.id and p.number = s.before))
        """,
        map);
  }

  /// @return whether there was something to do again
  boolean redo(UUID map) {
    return step(
        """
        update network.own_map m set now = s.number from network.own_step s
         where m.id = :map and s.map_id = m.id and s.number =
           (select max(n.number) from network.own_step n where n.map_id = m.id and n.before = m.now)
        """,
        map);
  }

  /// It is finished: what was taken off before is not kept.
  void finish(UUID map) {
    jdbc.sql(
            """
            delete from network.own_step s using network.own_map m
             where m.id = :map and s.map_id = m.id and s.number <> m.now
            """)
        .param("map", map)
        .update();
    jdbc.sql("update network.own_map set finished_at = :at where id = :map")
        .param("at", now())
        .param("map", map)
        .update();
  }

  /// Everything of it goes, also from every backup, and every photo of it that is open to whoever
  /// throws it away: their keys are destroyed.
  void throwAway(UUID map, UUID subject) {
    var photos =
        jdbc.sql("delete from network.photo where subject_id = :subject returning id")
            .param("subject", subject)
            .query(UUID.class)
            .list();
    photos.forEach(keys::shredOnceKept);
    jdbc.sql("delete from network.own_join where map_id = :map").param("map", map).update();
    jdbc.sql("delete from network.own_step where map_id = :map").param("map", map).update();
    jdbc.sql("delete from network.own_map where id = :map").param("map", map).update();
    keys.shredOnceKept(map);
  }

  List<Join> joins(UUID map) {
    return jdbc.sql(
            """
            select id, content from network.own_join
             where map_id = :map and taken_back_at is null order by number
            """)
        .param("map", map)
        .query(
            (row, n) -> {
              UUID id = row.getObject("id", UUID.class);
              var pair =
                  json.readValue(keys.open(map, JOIN, id, row.getBytes("content")), Pair.class);
              return new Join(id, pair.someone(), pair.node());
            })
        .list();
  }

  void join(SignedIn who, WorkspaceId work, UUID map, Pair pair) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into network.own_join (id, workspace_id, map_id, content, by_user, at)
            values (:id, :work, :map, :content, :by, :at)
            """)
        .param("id", id)
        .param("work", work.value())
        .param("map", map)
        .param("content", keys.seal(map, JOIN, id, json.writeValueAsString(pair)))
        .param("by", who.user().value())
        .param("at", now())
        .update();
  }

  void separate(SignedIn who, UUID join) {
    jdbc.sql(
            """
            update network.own_join set taken_back_by = :by, taken_back_at = :at
             where id = :id and taken_back_at is null
            """)
        .param("by", who.user().value())
        .param("at", now())
        .param("id", join)
        .update();
  }

  private boolean step(String sql, UUID map) {
    return jdbc.sql(sql).param("map", map).update() == 1;
  }

  private void stand(UUID map, int number) {
    jdbc.sql("update network.own_map set now = :now where id = :map")
        .param("now", number)
        .param("map", map)
        .update();
  }

  private int number(String sql, UUID map) {
    return jdbc.sql(sql).param("map", map).query(Integer.class).single();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static UserId by(ResultSet row) throws SQLException {
    return new UserId(row.getObject("by_user", UUID.class));
  }
}
