package org.sightline.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.Act;
import org.sightline.audit.Alerts;
import org.sightline.audit.Processes;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.sightline.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Conflicts of interest (AC-06): the subject of a record, a relative, one's own allegation.
/// Whoever is kept away finds nothing there, whatever else they were given, and is not told.
///
/// Anybody keeps themselves away. Others are kept away by those who look after the workspace: its
/// owner, and the leads, heads and governance readers of its school. Nobody lifts their own.
@Component
public class Conflicts {

  private static final SealedColumn REASON = new SealedColumn("access.conflict_block", "reason");

  private final JdbcClient jdbc;
  private final Sealing sealing;
  private final Processes processes;
  private final Workspaces workspaces;
  private final Records records;
  private final Users users;
  private final Alerts alerts;
  private final Clock clock;
  private final Words words;

  Conflicts(
      JdbcClient jdbc,
      Sealing sealing,
      Processes processes,
      Workspaces workspaces,
      Records records,
      Users users,
      Alerts alerts,
      Clock clock,
      Words words) {
    this.jdbc = jdbc;
    this.sealing = sealing;
    this.processes = processes;
    this.workspaces = workspaces;
    this.records = records;
    this.users = users;
    this.alerts = alerts;
    this.clock = clock;
    this.words = words;
  }

  /// Somebody is kept away.
  ///
  /// @param title of the record it is about, or `null` for the whole workspace
  /// @param own whether they said so themselves
  public record Block(
      UUID id,
      String name,
      boolean own,
      boolean whole,
      @Nullable String title,
      String declaredBy,
      LocalDate on,
      String reason) {}

  /// A workspace the reader looks after.
  public record Kept(WorkspaceId id, @Nullable String name) {}

  /// The workspaces the reader looks after.
  public List<Kept> kept(SignedIn who) {
    return processes.look(
        who,
        () ->
            jdbc
                .sql("select access.kept_by_me()")
                .query((row, n) -> new WorkspaceId(row.getObject(1, UUID.class)))
                .list()
                .stream()
                .map(id -> new Kept(id, records.name(id).map(n -> n.name()).orElse(null)))
                .sorted(
                    Comparator.comparing(
                            Kept::name, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(kept -> kept.id().value()))
                .toList());
  }

  /// What a workspace the reader looks after is called; `null` when only its members know.
  ///
  /// @throws NotThere when it is not theirs to look after
  public Kept one(SignedIn who, WorkspaceId workspace) {
    return kept(who).stream()
        .filter(each -> each.id().equals(workspace))
        .findFirst()
        .orElseThrow(NotThere::new);
  }

  /// Who is kept away from a workspace or from records in it, the reader left out.
  ///
  /// @throws NotThere when it is not theirs to look after
  public List<Block> in(SignedIn who, WorkspaceId workspace) {
    return processes.read(
        who,
        Act.in(workspace, "access.conflicts-read", workspace.value()),
        () -> {
          requireKept(workspace);
          return jdbc
              .sql(
                  """
                  select id, user_id, record_id, reason, declared_by, declared_on
                    from access.conflict_block
                   where workspace_id = :workspace and user_id <> :me and lifted_on is null
                  """)
              .param("workspace", workspace.value())
              .param("me", who.user().value())
              .query((row, n) -> block(row, workspace))
              .list()
              .stream()
              .sorted(Comparator.comparing(Block::on).thenComparing(Block::name))
              .toList();
        });
  }

  /// Whom the reader could keep away: the members of the workspace, and of its school where that is
  /// open to the reader; without those who are kept away already.
  ///
  /// @param record one record of the workspace, or `null` for the whole of it
  public List<Colleague> candidates(SignedIn who, WorkspaceId workspace, @Nullable UUID record) {
    return processes.look(
        who,
        () -> {
          requireKept(workspace);
          var away = keptAwayAlready(workspace, record);
          return membersAround(who, workspace).stream()
              .filter(one -> !away.contains(one.id()))
              .toList();
        });
  }

  /// From the workspace, from what it belongs to, or from this record of it.
  private Set<UserId> keptAwayAlready(WorkspaceId workspace, @Nullable UUID record) {
    return jdbc.sql(
            """
            select b.user_id
              from access.conflict_block b
             where b.lifted_on is null and (b.record_id is null or b.record_id = :record::uuid)
               and b.workspace_id in (
                 select :workspace
                 union all
                 select w.parent from access.workspace w where w.id = :workspace)
            """)
        .param("record", record)
        .param("workspace", workspace.value())
        .query((row, n) -> new UserId(row.getObject(1, UUID.class)))
        .set();
  }

  private List<Colleague> membersAround(SignedIn who, WorkspaceId workspace) {
    var found = new java.util.TreeMap<String, Colleague>();
    workspaces.members(workspace).forEach(one -> found.put(one.id().toString(), one));
    school(workspace)
        .ifPresent(
            school ->
                workspaces.members(school).forEach(one -> found.put(one.id().toString(), one)));
    found.remove(who.user().toString());
    return found.values().stream().sorted(Comparator.comparing(Colleague::name)).toList();
  }

  /// Keeps a colleague away. Because whoever looks after a school could so be rid of all others who
  /// do, somebody is alerted: the administrator too, whom nobody keeps away from alerts.
  ///
  /// @param record one record of the workspace, or `null` for the whole of it
  /// @throws NotThere when the workspace is not the reader's to look after, the person has nothing
  ///     to do with it, or the record is not there
  public void declare(
      SignedIn who, WorkspaceId workspace, @Nullable UUID record, UserId whom, String reason) {
    if (whom.equals(who.user())) {
      throw new Refused(words.say("access.conflicts.yourself"));
    }
    var id = UUID.randomUUID();
    processes.change(
        who,
        Act.in(workspace, "access.conflict-declared", id).with(detail(whom, record)),
        () -> {
          requireKept(workspace);
          if (membersAround(who, workspace).stream().noneMatch(one -> one.id().equals(whom))) {
            throw new NotThere();
          }
          add(id, who, workspace, record, whom, reason);
          alerts.raise("colleague-kept-away", who.user().value(), workspace);
        });
  }

  /// Keeps oneself away: "I know this young person or this family."
  ///
  /// @param reason may be blank; nobody has to say how they know somebody
  /// @throws NotThere when it is not open to the reader
  public void stepBack(SignedIn who, WorkspaceId workspace, @Nullable UUID record, String reason) {
    var id = UUID.randomUUID();
    processes.change(
        who,
        Act.in(workspace, "access.stepped-back", id).with(detail(who.user(), record)),
        () -> {
          if (!workspaces.isOpen(workspace)) {
            throw new NotThere();
          }
          add(id, who, workspace, record, who.user(), reason);
        });
  }

  /// Lets somebody in again.
  ///
  /// @throws NotThere when it is not theirs to lift, as it is for whoever is kept away
  public void lift(SignedIn who, WorkspaceId workspace, UUID block) {
    processes.change(
        who,
        Act.in(workspace, "access.conflict-lifted", block),
        () -> {
          int lifted =
              jdbc.sql(
                      """
                      update access.conflict_block set lifted_by = :me, lifted_on = :today
                       where id = :id and workspace_id = :workspace and user_id <> :me
                         and lifted_on is null
                      """)
                  .param("me", who.user().value())
                  .param("today", today())
                  .param("id", block)
                  .param("workspace", workspace.value())
                  .update();
          if (lifted == 0) {
            throw new NotThere();
          }
        });
  }

  private void add(
      UUID id,
      SignedIn who,
      WorkspaceId workspace,
      @Nullable UUID record,
      UserId whom,
      String reason) {
    if (record != null) {
      records.require(workspace, record);
    }
    jdbc.sql(
            """
            insert into access.conflict_block
              (id, user_id, workspace_id, record_id, reason, declared_by, declared_on)
            values (:id, :whom, :workspace, :record::uuid, :reason::bytea, :by, :on)
            """)
        .param("id", id)
        .param("whom", whom.value())
        .param("workspace", workspace.value())
        .param("record", record)
        .param("reason", reason.isBlank() ? null : sealing.seal(REASON, id, reason.strip()))
        .param("by", who.user().value())
        .param("on", today())
        .update();
  }

  private Block block(ResultSet row, WorkspaceId workspace) throws SQLException {
    var id = row.getObject("id", UUID.class);
    var user = new UserId(row.getObject("user_id", UUID.class));
    var by = new UserId(row.getObject("declared_by", UUID.class));
    var record = row.getObject("record_id", UUID.class);
    byte[] reason = row.getBytes("reason");
    return new Block(
        id,
        users.nameOf(user),
        by.equals(user),
        record == null,
        record == null ? null : title(workspace, record),
        users.nameOf(by),
        row.getObject("declared_on", LocalDate.class),
        reason == null ? "" : sealing.open(REASON, id, reason));
  }

  /// A record that is not open to the reader keeps its title to itself.
  private @Nullable String title(WorkspaceId workspace, UUID record) {
    try {
      return records.require(workspace, record).title();
    } catch (NotThere notTheirs) {
      return null;
    }
  }

  private void requireKept(WorkspaceId workspace) {
    boolean kept =
        jdbc.sql("select :workspace in (select access.kept_by_me())")
            .param("workspace", workspace.value())
            .query((row, n) -> row.getBoolean(1))
            .single();
    if (!kept) {
      throw new NotThere();
    }
  }

  private Optional<WorkspaceId> school(WorkspaceId round) {
    return jdbc.sql("select parent from access.workspace where id = :id and parent is not null")
        .param("id", round.value())
        .query((row, n) -> new WorkspaceId(row.getObject(1, UUID.class)))
        .optional();
  }

  private static String detail(UserId whom, @Nullable UUID record) {
    return whom + " " + (record == null ? "whole" : record.toString());
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(ZoneId.of("Europe/London")));
  }
}
