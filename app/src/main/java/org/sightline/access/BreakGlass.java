package org.sightline.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sightline.audit.Act;
import org.sightline.audit.Alerts;
import org.sightline.audit.Processes;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.sightline.store.SystemStore;
import org.sightline.web.Words;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Opens a workspace in an emergency to a practitioner who is no member of it: to read, for an hour
/// at most, with a reason that somebody else reads afterwards (AC-09).
@Component
public class BreakGlass {

  static final Duration LONGEST = Duration.ofMinutes(60);
  static final int SHORTEST_REASON = 20;
  static final int LONGEST_REASON = 2_000;
  static final int DAYS_FOR_REVIEW = 5;

  static final SealedColumn REASON = new SealedColumn("access.break_glass", "reason");

  /// Who works with young people. An administrator sees no content, and whoever reads for
  /// governance is the one who is alerted.
  static final Set<Role> PRACTITIONERS =
      EnumSet.complementOf(EnumSet.of(Role.ADMINISTRATOR, Role.GOVERNANCE));

  private final JdbcClient jdbc;
  private final SystemStore store;
  private final Sealing sealing;
  private final Processes processes;
  private final Workspaces workspaces;
  private final Records records;
  private final Users users;
  private final Alerts alerts;
  private final WorkingDays workingDays;
  private final Clock clock;
  private final Words words;

  BreakGlass(
      JdbcClient jdbc,
      SystemStore store,
      Sealing sealing,
      Processes processes,
      Workspaces workspaces,
      Records records,
      Users users,
      Alerts alerts,
      WorkingDays workingDays,
      Clock clock,
      Words words) {
    this.jdbc = jdbc;
    this.store = store;
    this.sealing = sealing;
    this.processes = processes;
    this.workspaces = workspaces;
    this.records = records;
    this.users = users;
    this.alerts = alerts;
    this.workingDays = workingDays;
    this.clock = clock;
    this.words = words;
  }

  /// Why the glass is broken.
  public enum Category {
    IMMEDIATE_DANGER,
    MISSING,
    COVERING,
    LEGAL_DUTY
  }

  /// What somebody has open by break-glass now.
  public record Open(UUID id, WorkspaceId workspace, String name, String href, Instant until) {}

  /// A school of the installation. Where schools are is no secret; what they hold is.
  public record School(WorkspaceId id, String name) {}

  /// The schools that are not open to the reader.
  ///
  /// @throws NotThere when the reader works with no young people
  public List<School> schools(SignedIn who) {
    requirePractitioner(who);
    var open = processes.look(who, workspaces::schools);
    return store
        .jdbc()
        .sql("select id, name from access.workspace where kind = 'SCHOOL' order by name, id")
        .query(
            (row, n) -> new School(new WorkspaceId(row.getObject(1, UUID.class)), row.getString(2)))
        .list()
        .stream()
        .filter(school -> !open.contains(school.id()))
        .toList();
  }

  /// Opens a workspace for an hour and alerts those who look after it.
  ///
  /// @param reason at least 20 characters; sealed
  /// @return where its work begins
  /// @throws NotThere when there is no such workspace, the reader is kept away from it, or works
  ///     with no young people
  /// @throws Refused when it is open to them anyhow, or another is still open
  public String open(SignedIn who, WorkspaceId workspace, Category category, String reason) {
    if (reason.strip().length() < SHORTEST_REASON || reason.length() > LONGEST_REASON) {
      throw new IllegalArgumentException("A reason of %d characters".formatted(reason.length()));
    }
    requirePractitioner(who);
    var id = UUID.randomUUID();
    return processes.change(
        who,
        Act.in(workspace, "access.glass-broken", id).with(category.name()),
        () -> {
          if (workspaces.isOpen(workspace)) {
            throw new Refused(words.say("access.breakglass.open-anyhow"));
          }
          if (current(who).isPresent()) {
            throw new Refused(words.say("access.breakglass.one-at-a-time"));
          }
          insert(id, who, workspace, category, reason.strip());
          if (!workspaces.isOpen(workspace)) {
            throw new NotThere();
          }
          alerts.raise("glass-broken", who.user().value(), workspace);
          return records.name(workspace).map(NamedWorkspaces.Named::href).orElse("/");
        });
  }

  /// Ends it before the hour is over.
  ///
  /// @throws NotThere when it is not theirs, or over
  public void giveBack(SignedIn who, UUID id) {
    processes.change(
        who,
        Act.of("access.glass-given-back", id),
        () -> {
          int given =
              jdbc.sql(
                      """
                      update access.break_glass set given_back_at = now()
                       where id = :id and user_id = :me and given_back_at is null and until > now()
                      """)
                  .param("id", id)
                  .param("me", who.user().value())
                  .update();
          if (given == 0) {
            throw new NotThere();
          }
        });
  }

  /// What the reader has open by break-glass now. Works inside a process.
  Optional<Open> current(SignedIn who) {
    return jdbc.sql(
            """
            select id, workspace_id, until
              from access.break_glass
             where user_id = :me and given_back_at is null and until > now()
               and workspace_id in (select access.my_workspaces())
             order by until desc
             limit 1
            """)
        .param("me", who.user().value())
        .query(
            (row, n) -> {
              var workspace = new WorkspaceId(row.getObject("workspace_id", UUID.class));
              var named = records.name(workspace);
              return new Open(
                  row.getObject("id", UUID.class),
                  workspace,
                  named.map(NamedWorkspaces.Named::name).orElse(words.say("access.workspace")),
                  named.map(NamedWorkspaces.Named::href).orElse("/"),
                  row.getObject("until", OffsetDateTime.class).toInstant());
            })
        .optional();
  }

  private void insert(
      UUID id, SignedIn who, WorkspaceId workspace, Category category, String reason) {
    try {
      jdbc.sql(
              """
              insert into access.break_glass
                (id, user_id, workspace_id, category, reason, opened_at, until, due_on)
              values (:id, :me, :workspace, :category, :reason, now(),
                now() + make_interval(mins => :minutes), :due)
              """)
          .param("id", id)
          .param("me", who.user().value())
          .param("workspace", workspace.value())
          .param("category", category.name())
          .param("reason", sealing.seal(REASON, id, reason))
          .param("minutes", (int) LONGEST.toMinutes())
          .param("due", workingDays.after(today(), DAYS_FOR_REVIEW))
          .update();
    } catch (DataIntegrityViolationException noSuchWorkspace) {
      throw new NotThere();
    }
  }

  private void requirePractitioner(SignedIn who) {
    var held = processes.look(who, () -> users.rolesAnywhere(who));
    if (held.stream().noneMatch(PRACTITIONERS::contains)) {
      throw new NotThere();
    }
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(ZoneId.of("Europe/London")));
  }
}
