package org.sightline.plans.agreed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.clocks.Progress;
import org.sightline.clocks.RuleBook;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.plans.agreed.AgreedAction.State;
import org.sightline.plans.agreed.AgreedAction.Update;
import org.sightline.store.RecordKeys;
import org.sightline.store.SealedColumn;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Actions in the database. What is said of one lies under the key of what it answers, so that
/// somebody who is erased is erased from here too.
@Component
class JdbcAgreedActions {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final SealedColumn TERMS = new SealedColumn("plans.agreed_version", "content");
  private static final SealedColumn SAID = new SealedColumn("plans.agreed_update", "content");

  private final JdbcClient jdbc;
  private final RecordKeys keys;
  private final RuleBook rules;
  private final Clock clock;
  private final JsonMapper json = new JsonMapper();

  JdbcAgreedActions(JdbcClient jdbc, RecordKeys keys, RuleBook rules, Clock clock) {
    this.jdbc = jdbc;
    this.keys = keys;
    this.rules = rules;
    this.clock = clock;
  }

  private record Content(String words, String agency, String outside) {}

  void add(
      SignedIn who, WorkspaceId work, UUID id, @Nullable ActionTarget target, boolean isPractice) {
    keys.make(target == null ? id : target.id());
    jdbc.sql(
            """
            insert into plans.agreed_action (id, workspace_id, target_kind, target_id, is_practice,
              by_user, at)
            values (:id, :work, :kind, :target, :practice, :by, :at)
            """)
        .param("id", id)
        .param("work", work.value())
        .param("kind", target == null ? null : target.kind(), Types.VARCHAR)
        .param("target", target == null ? null : target.id(), Types.OTHER)
        .param("practice", isPractice)
        .param("by", who.user().value())
        .param("at", now())
        .update();
  }

  /// Writes the next version of its terms.
  ///
  /// @return whether the version before is the highest
  boolean write(
      SignedIn who,
      WorkspaceId work,
      UUID action,
      @Nullable ActionTarget target,
      int version,
      ActionTerms terms) {
    UUID id = UUID.randomUUID();
    var content = new Content(terms.words(), terms.agency(), terms.outside());
    try {
      return jdbc.sql(
                  """
                  insert into plans.agreed_version (id, action_id, workspace_id, version, kind, about,
                    owner, due_on, content, by_user, at)
                  select :id, :action, :work, :version, :kind, :about, :owner, :due, :content, :by, :at
                   where :version = 1 + (select coalesce(max(version), 0)
                                           from plans.agreed_version where action_id = :action)
                  """)
              .param("id", id)
              .param("action", action)
              .param("work", work.value())
              .param("version", version)
              .param("kind", terms.kind().name())
              .param("about", terms.about().name())
              .param("owner", terms.owner() == null ? null : terms.owner().value(), Types.OTHER)
              .param("due", terms.due())
              .param(
                  "content",
                  keys.seal(key(action, target), TERMS, id, json.writeValueAsString(content)))
              .param("by", who.user().value())
              .param("at", now())
              .update()
          == 1;
    } catch (DuplicateKeyException sameMoment) {
      return false;
    }
  }

  void update(
      SignedIn who, AgreedAction action, UUID id, State state, LocalDate day, String words) {
    jdbc.sql(
            """
            insert into plans.agreed_update (id, action_id, workspace_id, state, day, content, by_user,
              at)
            values (:id, :action, :work, :state, :day, :content, :by, :at)
            """)
        .param("id", id)
        .param("action", action.id())
        .param("work", action.work().value())
        .param("state", state.name())
        .param("day", day)
        .param("content", keys.seal(key(action.id(), action.target()), SAID, id, words))
        .param("by", who.user().value())
        .param("at", now())
        .update();
  }

  /// @param table `agreed_action` or `agreed_update`
  /// @return whether it was the other way before
  boolean takeBack(SignedIn who, WorkspaceId work, Table table, UUID id, boolean back) {
    return jdbc.sql(
                table.update
                    + " where id = :id and workspace_id = :work and (taken_back_at is null) = :back")
            .param("by", back ? who.user().value() : null, Types.OTHER)
            .param("at", back ? now() : null, Types.TIMESTAMP_WITH_TIMEZONE)
            .param("id", id)
            .param("work", work.value())
            .param("back", back)
            .update()
        == 1;
  }

  /// What can be taken back and said again.
  enum Table {
    ACTION("update plans.agreed_action set taken_back_by = :by, taken_back_at = :at"),
    UPDATE("update plans.agreed_update set taken_back_by = :by, taken_back_at = :at");

    private final String update;

    Table(String update) {
      this.update = update;
    }
  }

  /// All of a piece of work, by their day; those of one day as they were agreed. With somebody who
  /// was erased go the actions that answered them.
  List<AgreedAction> of(WorkspaceId work) {
    var updates = updates(work);
    return jdbc
        .sql(
            """
            select a.*, v.id as version_id, v.version, v.kind, v.about, v.owner, v.due_on, v.content
              from plans.agreed_action a
              join lateral (select * from plans.agreed_version t
                     where t.action_id = a.id order by t.version desc limit 1) v on true
             where a.workspace_id = :work
             order by v.due_on, a.number
            """)
        .param("work", work.value())
        .query(
            (row, n) ->
                isErased(row) ? Optional.<AgreedAction>empty() : Optional.of(action(row, updates)))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /// An action somebody owns and has not closed, without a word of it.
  record Owned(UUID id, WorkspaceId work, @Nullable UUID target, LocalDate due) {}

  /// Those of whoever is acting in the work they do today, by their day.
  List<Owned> owned() {
    return jdbc
        .sql(
            """
            select a.id, a.workspace_id, a.target_id, v.due_on
              from plans.agreed_action a
              join lateral (select owner, due_on from plans.agreed_version t
                     where t.action_id = a.id order by t.version desc limit 1) v on true
              left join lateral (select state from plans.agreed_update u
                     where u.action_id = a.id and u.taken_back_at is null
                     order by u.number desc limit 1) s on true
             where v.owner = access.me() and a.taken_back_at is null and not a.is_practice
               and coalesce(s.state, 'GOING_ON') = 'GOING_ON'
               and a.workspace_id in
                   (select access.my_workspaces_as('CHAIR', 'PRACTITIONER', 'ANALYST'))
             order by v.due_on, a.number
            """)
        .query(
            (row, n) ->
                new Owned(
                    row.getObject(1, UUID.class),
                    new WorkspaceId(row.getObject(2, UUID.class)),
                    row.getObject(3, UUID.class),
                    row.getObject(4, LocalDate.class)))
        .list()
        .stream()
        .filter(one -> one.target() == null || !keys.isShredded(one.target()))
        .toList();
  }

  private Map<UUID, List<StoredUpdate>> updates(WorkspaceId work) {
    var updates = new HashMap<UUID, List<StoredUpdate>>();
    jdbc.sql("select * from plans.agreed_update where workspace_id = :work order by number")
        .param("work", work.value())
        .query(
            row -> {
              updates
                  .computeIfAbsent(
                      row.getObject("action_id", UUID.class), none -> new ArrayList<>(1))
                  .add(
                      new StoredUpdate(
                          row.getObject("id", UUID.class),
                          State.valueOf(row.getString("state")),
                          row.getObject("day", LocalDate.class),
                          row.getBytes("content"),
                          row.getObject("taken_back_at") != null,
                          new UserId(row.getObject("by_user", UUID.class)),
                          row.getObject("at", OffsetDateTime.class)));
            });
    return updates;
  }

  private record StoredUpdate(
      UUID id,
      State state,
      LocalDate day,
      byte[] content,
      boolean isTakenBack,
      UserId by,
      OffsetDateTime at) {}

  private AgreedAction action(ResultSet row, Map<UUID, List<StoredUpdate>> all)
      throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    String kind = row.getString("target_kind");
    var target =
        kind == null ? null : new ActionTarget(kind, row.getObject("target_id", UUID.class));
    var key = key(id, target);
    var content =
        json.readValue(
            keys.open(key, TERMS, row.getObject("version_id", UUID.class), row.getBytes("content")),
            Content.class);
    UUID owner = row.getObject("owner", UUID.class);
    var due = row.getObject("due_on", LocalDate.class);
    var updates =
        all.getOrDefault(id, List.of()).stream()
            .map(
                one ->
                    new Update(
                        one.id(),
                        one.state(),
                        keys.open(key, SAID, one.id(), one.content()),
                        one.day(),
                        one.isTakenBack(),
                        one.by(),
                        one.at().toInstant()))
            .toList();
    return new AgreedAction(
        id,
        new WorkspaceId(row.getObject("workspace_id", UUID.class)),
        target,
        row.getInt("version"),
        new ActionTerms(
            ActionTerms.Kind.valueOf(row.getString("kind")),
            ActionTerms.About.valueOf(row.getString("about")),
            content.words(),
            content.agency(),
            owner == null ? null : new UserId(owner),
            content.outside(),
            due),
        light(due, updates),
        updates,
        row.getObject("taken_back_at") != null,
        new UserId(row.getObject("by_user", UUID.class)),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }

  private Progress light(LocalDate due, List<Update> updates) {
    var closed =
        updates.reversed().stream()
            .filter(one -> !one.isTakenBack())
            .findFirst()
            .filter(one -> one.state() != State.GOING_ON)
            .map(Update::day)
            .orElse(null);
    return Progress.of(due, closed, today(), rules);
  }

  Progress light(LocalDate due) {
    return Progress.of(due, null, today(), rules);
  }

  LocalDate today() {
    return LocalDate.now(clock.withZone(LONDON));
  }

  private boolean isErased(ResultSet row) throws SQLException {
    UUID target = row.getObject("target_id", UUID.class);
    return target != null && keys.isShredded(target);
  }

  private static UUID key(UUID action, @Nullable ActionTarget target) {
    return target == null ? action : target.id();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
