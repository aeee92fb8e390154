package org.sightline.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.Processes;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Why somebody can see a page, what it lets them do, and who else can (issue 3, "Why can I see
/// this?").
@Component
public class Reasons {

  private static final Set<Role> NO_ROUNDS =
      Set.of(Role.ADMINISTRATOR, Role.GOVERNANCE, Role.CHAIR, Role.PRACTITIONER, Role.ANALYST);

  private final JdbcClient jdbc;
  private final Processes processes;
  private final Workspaces workspaces;
  private final Records records;
  private final Users users;

  Reasons(
      JdbcClient jdbc, Processes processes, Workspaces workspaces, Records records, Users users) {
    this.jdbc = jdbc;
    this.processes = processes;
    this.workspaces = workspaces;
    this.records = records;
    this.users = users;
  }

  /// A role of the reader's.
  ///
  /// @param until its last day, or `null` while none is set
  /// @param givenBy by name, or `null` when it was there when the installation was set up
  public record Membership(
      Role role, LocalDate since, @Nullable LocalDate until, @Nullable String givenBy) {}

  /// @param title of the record, or `null` for the workspace as a whole
  /// @param back where the reader came from
  /// @param openUntil the end of the hour, when it is open by break-glass
  /// @param others how many other people read it, by role; somebody with two roles counts in both
  /// @param named how many people a sealed record names; 0 when it is not sealed
  /// @param keeps whether the reader looks after the workspace
  public record Reason(
      WorkspaceId workspace,
      @Nullable UUID record,
      @Nullable String workspaceName,
      @Nullable String title,
      String back,
      List<Membership> memberships,
      @Nullable Instant openUntil,
      Map<Role, Long> others,
      int named,
      boolean keeps) {

    public Reason {
      memberships = List.copyOf(memberships);
      others = java.util.Collections.unmodifiableMap(new EnumMap<>(others));
    }
  }

  /// @param record of the workspace, or `null`
  /// @throws NotThere when it is not open to the reader
  public Reason why(SignedIn who, WorkspaceId workspace, @Nullable UUID record) {
    return processes.look(who, () -> find(who, workspace, record));
  }

  private Reason find(SignedIn who, WorkspaceId workspace, @Nullable UUID record) {
    if (!workspaces.isOpen(workspace)) {
      throw new NotThere();
    }
    var found = record == null ? null : records.require(workspace, record);
    var place = records.name(workspace);
    return new Reason(
        workspace,
        record,
        place.map(NamedWorkspaces.Named::name).orElse(null),
        found == null ? null : found.title(),
        found == null ? place.map(named -> start(who, named.href())).orElse("/") : found.href(),
        memberships(who, workspace),
        openUntil(who, workspace).orElse(null),
        others(who, workspace, found == null ? Set.of(Role.values()) : found.readers()),
        record == null ? 0 : named(record),
        jdbc.sql("select :workspace in (select access.kept_by_me())")
            .param("workspace", workspace.value())
            .query((row, n) -> row.getBoolean(1))
            .single());
  }

  /// An administrator or a governance reader has no rounds to go back to.
  private String start(SignedIn who, String href) {
    boolean opens =
        !href.startsWith(Records.START) || !NO_ROUNDS.containsAll(users.rolesAnywhere(who));
    return opens ? href : "/";
  }

  private List<Membership> memberships(SignedIn who, WorkspaceId workspace) {
    return jdbc.sql(
            """
            select role, from_date, until_date, given_by
              from access.membership
             where workspace_id = :workspace and user_id = :me
               and from_date <= (now() at time zone 'Europe/London')::date
               and (until_date is null or until_date >= (now() at time zone 'Europe/London')::date)
             order by from_date, role
            """)
        .param("workspace", workspace.value())
        .param("me", who.user().value())
        .query(
            (row, n) -> {
              var giver = row.getObject("given_by", UUID.class);
              return new Membership(
                  Role.valueOf(row.getString("role")),
                  row.getObject("from_date", LocalDate.class),
                  row.getObject("until_date", LocalDate.class),
                  giver == null ? null : users.nameOf(new UserId(giver)));
            })
        .list();
  }

  /// Why somebody sees a pack: whose guest they are, and until when.
  public record Guest(String givenBy, Instant until) {}

  /// @throws NotThere without a pass to it that is good now
  public Guest asGuest(SignedIn who, UUID pack) {
    return processes.look(
        who,
        () ->
            jdbc.sql(
                    """
                    select given_by, until
                      from access.guest_pass
                     where user_id = :me and pack_id = :pack and ended_at is null
                       and from_at <= now() and until > now()
                       and pack_id in (select access.my_packs())
                     order by until desc limit 1
                    """)
                .param("me", who.user().value())
                .param("pack", pack)
                .query(
                    (row, n) ->
                        new Guest(
                            users.nameOf(new UserId(row.getObject("given_by", UUID.class))),
                            row.getObject("until", OffsetDateTime.class).toInstant()))
                .optional()
                .orElseThrow(NotThere::new));
  }

  /// Also what was opened with the school around it.
  private Optional<Instant> openUntil(SignedIn who, WorkspaceId workspace) {
    return jdbc.sql(
            """
            select max(until)
              from access.break_glass
             where user_id = :me and given_back_at is null and until > now()
               and (workspace_id = :workspace or workspace_id = (
                 select w.parent from access.workspace w where w.id = :workspace))
            """)
        .param("workspace", workspace.value())
        .param("me", who.user().value())
        .query((row, n) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
        .single()
        .map(OffsetDateTime::toInstant);
  }

  private Map<Role, Long> others(SignedIn who, WorkspaceId workspace, Set<Role> readers) {
    var counts = new EnumMap<Role, Long>(Role.class);
    for (var colleague : workspaces.members(workspace)) {
      if (!colleague.id().equals(who.user())) {
        colleague.roles().stream()
            .filter(readers::contains)
            .forEach(role -> counts.merge(role, 1L, Long::sum));
      }
    }
    return counts;
  }

  private int named(UUID record) {
    return jdbc.sql(
            """
            select count(*)
              from access.sealed_reader r join access.sealed_record s using (record_id)
             where record_id = :record and s.opened_on is null
            """)
        .param("record", record)
        .query(Integer.class)
        .single();
  }
}
