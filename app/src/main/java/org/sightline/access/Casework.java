package org.sightline.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.audit.SystemProcesses;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.Stale;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Pieces of work about people: opened inside a team or a school for one purpose, with its lawful
/// basis and why now; open to those its chair lets in (product.md, rules 1 and 2).
@Component
public class Casework implements NamedWorkspaces {

  /// Who works on casework.
  public static final Role[] WORKERS = {Role.CHAIR, Role.PRACTITIONER, Role.ANALYST};

  /// Who opens casework at their team or school, as `access.open_casework` says too.
  static final List<Role> OPENERS = List.of(Role.CHAIR, Role.PRACTITIONER, Role.SAFEGUARDING_LEAD);

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final SealedColumn TITLE = column("title");
  private static final SealedColumn BASIS = column("lawful_basis");
  private static final SealedColumn WHY_NOW = column("why_now");
  private static final SealedColumn CONTACT = column("contact");
  private static final SealedColumn BECAUSE = column("changed_because");

  private final Processes processes;
  private final SystemProcesses systemProcesses;
  private final Workspaces workspaces;
  private final Accounts accounts;
  private final JdbcClient jdbc;
  private final Sealing sealing;
  private final Clock clock;

  Casework(
      Processes processes,
      SystemProcesses systemProcesses,
      Workspaces workspaces,
      Accounts accounts,
      JdbcClient jdbc,
      Sealing sealing,
      Clock clock) {
    this.processes = processes;
    this.systemProcesses = systemProcesses;
    this.workspaces = workspaces;
    this.accounts = accounts;
    this.jdbc = jdbc;
    this.sealing = sealing;
    this.clock = clock;
  }

  /// A team or a school where the reader may open casework.
  public record Place(WorkspaceId id, String name) {}

  public List<Place> places(SignedIn who) {
    return processes.look(
        who,
        () ->
            jdbc.sql(
                    """
                    select id, name
                      from access.workspace
                     where kind in ('TEAM', 'SCHOOL')
                       and id in (select access.my_workspaces_as('CHAIR', 'PRACTITIONER', 'SAFEGUARDING_LEAD'))
                     order by name
                    """)
                .query(
                    (row, n) ->
                        new Place(new WorkspaceId(row.getObject(1, UUID.class)), row.getString(2)))
                .list());
  }

  /// The pieces of work that are open to the reader, by title.
  public List<PieceOfWork> mine(SignedIn who) {
    return processes.look(
        who,
        () ->
            jdbc
                .sql(
                    """
                    select distinct on (workspace_id) *
                      from access.stated_purpose
                     where workspace_id in (select access.my_workspaces())
                     order by workspace_id, version desc
                    """)
                .query((row, n) -> piece(row))
                .list()
                .stream()
                .sorted(Comparator.comparing(piece -> piece.purpose().title()))
                .toList());
  }

  /// @throws NotThere when it is not open to the reader
  public PieceOfWork find(SignedIn who, WorkspaceId id) {
    return history(who, id).getLast();
  }

  @Override
  public Optional<Named> named(WorkspaceId id) {
    return versions(id).stream()
        .reduce((earlier, later) -> later)
        .map(piece -> new Named(piece.purpose().title(), "/casework/" + id));
  }

  /// Every purpose it had, the first first.
  ///
  /// @throws NotThere when it is not open to the reader
  public List<PieceOfWork> history(SignedIn who, WorkspaceId id) {
    var history =
        processes.look(
            who,
            () -> {
              workspaces.require(who, id);
              return versions(id);
            });
    if (history.isEmpty()) {
      throw new NotThere();
    }
    return history;
  }

  /// Opens a piece of work; who does becomes its chair, and has it open for what it is for.
  ///
  /// @throws NotThere when the place is not one where they may
  public WorkspaceId open(SignedIn who, WorkspaceId place, Purpose purpose) {
    var id = WorkspaceId.random();
    UUID row = UUID.randomUUID();
    processes.change(
        who,
        Act.in(id, "access.casework-opened", id.value()).with(purpose.kind().name()),
        () -> {
          if (OPENERS.stream().noneMatch(workspaces.roles(who, place)::contains)) {
            throw new NotThere();
          }
          jdbc.sql(
                  """
                  select access.open_casework(:id, :place, :on, :row, :title, :kind, :basis, :whyNow,
                    :contact, :risk)
                  """)
              .param("id", id.value())
              .param("place", place.value())
              .param("on", today())
              .param("row", row)
              .param("title", sealing.seal(TITLE, row, purpose.title()))
              .param("kind", purpose.kind().name())
              .param("basis", sealing.seal(BASIS, row, purpose.lawfulBasis()))
              .param("whyNow", sealing.seal(WHY_NOW, row, purpose.whyNow()))
              .param("contact", sealing.seal(CONTACT, row, purpose.contact()))
              .param("risk", purpose.riskPassedOn() ? "PASSED_ON" : "NO")
              .query((result, n) -> true)
              .single();
          OpenedFor.choose(id, OpeningPurpose.of(purpose.kind()));
        });
    return id;
  }

  /// States the purpose anew: the one before stays, with who changed it and why.
  ///
  /// @param version that was on the page
  public void restate(SignedIn who, WorkspaceId id, int version, Purpose purpose, String because) {
    UUID row = UUID.randomUUID();
    processes.change(
        who,
        Act.in(id, "access.purpose-restated", id.value()).with(purpose.kind().name()),
        () -> {
          workspaces.require(who, id, Role.CHAIR);
          int added =
              jdbc.sql(
                      """
                      insert into access.stated_purpose (id, workspace_id, version, title, purpose,
                        lawful_basis, why_now, contact, immediate_risk, changed_because, by_user, at)
                      select :row, :id, :version + 1, :title, :kind, :basis, :whyNow, :contact, :risk,
                             :because, :by, :at
                       where :version = (select max(version) from access.stated_purpose
                                          where workspace_id = :id)
                      on conflict do nothing
                      """)
                  .param("row", row)
                  .param("id", id.value())
                  .param("version", version)
                  .param("title", sealing.seal(TITLE, row, purpose.title()))
                  .param("kind", purpose.kind().name())
                  .param("basis", sealing.seal(BASIS, row, purpose.lawfulBasis()))
                  .param("whyNow", sealing.seal(WHY_NOW, row, purpose.whyNow()))
                  .param("contact", sealing.seal(CONTACT, row, purpose.contact()))
                  .param("risk", purpose.riskPassedOn() ? "PASSED_ON" : "NO")
                  .param("because", sealing.seal(BECAUSE, row, because))
                  .param("by", who.user().value())
                  .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                  .update();
          if (added == 0) {
            throw new Stale(
                "Somebody else changed the purpose while you had the page open. Load the page again"
                    + " and make your change once more.");
          }
        });
  }

  /// Everybody who works on it today.
  public List<Colleague> members(SignedIn who, WorkspaceId id) {
    return processes.look(
        who,
        () -> {
          workspaces.require(who, id);
          return workspaces.members(id);
        });
  }

  /// Who works on it today or will, and from which day to which.
  public List<HeldRole> terms(SignedIn who, WorkspaceId id) {
    return processes.look(
        who,
        () -> {
          workspaces.require(who, id);
          return workspaces.terms(id);
        });
  }

  public boolean isChair(SignedIn who, WorkspaceId id) {
    return processes.look(who, () -> workspaces.roles(who, id).contains(Role.CHAIR));
  }

  /// Lets somebody in, from today on.
  ///
  /// @param username what they sign in with
  /// @return whether there is somebody of that name other than the chair themselves
  /// @throws NotThere when the reader is not its chair
  public boolean letIn(SignedIn who, WorkspaceId id, String username, Role role) {
    return letIn(who, id, username, role, RoleTerm.from(today()));
  }

  /// The same from a day to a day.
  public boolean letIn(SignedIn who, WorkspaceId id, String username, Role role, RoleTerm term) {
    require(role);
    if (!isChair(who, id)) {
      throw new NotThere();
    }
    Optional<UserId> user =
        systemProcesses
            .look(() -> accounts.byUsername(username))
            .map(Accounts.Account::id)
            .filter(found -> !found.equals(who.user()));
    user.ifPresent(
        found ->
            processes.change(
                who,
                Act.in(id, "access.casework-role-given", found.value()).with(role.name()),
                () -> workspaces.grant(id, found, role, term)));
    return user.isPresent();
  }

  /// Ends what somebody does there, from now on (AC-07).
  ///
  /// @throws NotThere when the reader is not its chair, or the person does nothing there
  public void end(SignedIn who, WorkspaceId id, UserId user, Role role) {
    require(role);
    processes.change(
        who,
        Act.in(id, "access.casework-role-ended", user.value()).with(role.name()),
        () -> {
          workspaces.require(who, id, Role.CHAIR);
          int ended =
              jdbc.sql(
                      """
                      update access.membership
                         set until_date = greatest(from_date - 1, cast(:yesterday as date))
                       where workspace_id = :id and user_id = :user and role = :role
                         and (until_date is null or until_date > :yesterday)
                      """)
                  .param("yesterday", today().minusDays(1))
                  .param("id", id.value())
                  .param("user", user.value())
                  .param("role", role.name())
                  .update();
          if (ended == 0) {
            throw new NotThere();
          }
        });
  }

  /// Whom to ask about what this piece of work holds. For a signpost; in a process of the system.
  public String contact(JdbcClient system, WorkspaceId id) {
    return system
        .sql(
            """
            select id, contact from access.stated_purpose
             where workspace_id = :workspace order by version desc limit 1
            """)
        .param("workspace", id.value())
        .query((row, n) -> open(row, CONTACT, "contact"))
        .single();
  }

  /// Its purposes, the first first; empty when they are not open to whoever is acting.
  List<PieceOfWork> versions(WorkspaceId id) {
    return jdbc.sql(
            "select * from access.stated_purpose where workspace_id = :workspace order by version")
        .param("workspace", id.value())
        .query((row, n) -> piece(row))
        .list();
  }

  private PieceOfWork piece(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    return new PieceOfWork(
        new WorkspaceId(row.getObject("workspace_id", UUID.class)),
        row.getInt("version"),
        new Purpose(
            open(row, TITLE, "title"),
            WorkPurpose.valueOf(row.getString("purpose")),
            open(row, BASIS, "lawful_basis"),
            open(row, WHY_NOW, "why_now"),
            open(row, CONTACT, "contact"),
            row.getString("immediate_risk").equals("PASSED_ON")),
        sealing.openIfAny(BECAUSE, id, row.getBytes("changed_because")),
        new UserId(row.getObject("by_user", UUID.class)),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }

  private String open(ResultSet row, SealedColumn column, String name) throws SQLException {
    return sealing.open(column, row.getObject("id", UUID.class), row.getBytes(name));
  }

  private static void require(Role role) {
    if (!List.of(WORKERS).contains(role)) {
      throw new NotThere();
    }
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(LONDON));
  }

  private static SealedColumn column(String name) {
    return new SealedColumn("access.stated_purpose", name);
  }
}
