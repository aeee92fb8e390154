package org.sightline.clocks;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sightline.access.Users;
import org.sightline.access.Workspaces;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Bank holidays, and the days on which a school is shut, as they were entered. What is taken off
/// stays in the database with who took it off, and can be put back.
@Component
public class Calendars {

  /// Who enters when their school is shut.
  static final Role[] KEEPERS = {
    Role.ADMINISTRATOR, Role.HEAD, Role.SAFEGUARDING_LEAD, Role.DEPUTY_LEAD, Role.GOVERNANCE
  };

  private static final SealedColumn NAME = new SealedColumn("clocks.closure", "name");
  private static final SealedColumn HOLIDAY = new SealedColumn("clocks.proclaimed", "name");

  private final Processes processes;
  private final Workspaces workspaces;
  private final Users users;
  private final JdbcClient jdbc;
  private final Sealing sealing;
  private final Clock clock;
  private final Nation nation;
  private final Map<Nation, BankHolidays> shipped = new EnumMap<>(Nation.class);

  Calendars(
      Processes processes,
      Workspaces workspaces,
      Users users,
      JdbcClient jdbc,
      Sealing sealing,
      Clock clock,
      @Value("${sightline.nation:ENGLAND}") Nation nation) {
    this.processes = processes;
    this.workspaces = workspaces;
    this.users = users;
    this.jdbc = jdbc;
    this.sealing = sealing;
    this.clock = clock;
    this.nation = nation;
    for (Nation each : Nation.values()) {
      shipped.put(each, BankHolidays.of(each));
    }
  }

  /// A school or team whose days off can be entered.
  public record Place(WorkspaceId id, String name, boolean mayChange) {}

  /// Days off as they were entered.
  ///
  /// @param isOver whether they were taken off again
  public record Entered(UUID id, LocalDate first, LocalDate last, String name, boolean isOver) {}

  public Nation nation() {
    return nation;
  }

  /// Inside a process: the days of a school, or of the agency where no closures were entered.
  public SchoolCalendar of(WorkspaceId schoolOrTeam) {
    var closures =
        closures(schoolOrTeam).stream()
            .filter(entered -> !entered.isOver())
            .map(entered -> new Closure(entered.first(), entered.last(), entered.name()))
            .toList();
    return SchoolCalendar.of(bankHolidays(nation), closures);
  }

  /// The schools and teams of the reader.
  public List<Place> places(SignedIn who) {
    return processes.look(
        who,
        () ->
            workspaces.schoolsAndTeams().stream()
                .map(
                    id ->
                        new Place(
                            id,
                            workspaces.nameOf(id),
                            workspaces.roles(who, id).stream()
                                .anyMatch(List.of(KEEPERS)::contains)))
                .sorted(Comparator.comparing(Place::name))
                .toList());
  }

  /// What was entered for a school, those that hold by their first day, then what was taken off.
  public List<Entered> closures(SignedIn who, WorkspaceId school) {
    return processes.look(who, () -> closures(school));
  }

  /// The bank holidays of a year, by day; those that were entered among them.
  public List<Entered> bankHolidays(SignedIn who, Nation of, int year) {
    return processes.look(
        who,
        () -> {
          var entered = proclaimed(of);
          var all = new java.util.ArrayList<Entered>();
          for (var day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
            var known = shipped(of).nameOf(day);
            if (known.isPresent()) {
              all.add(new Entered(new UUID(0, day.toEpochDay()), day, day, known.get(), false));
            }
          }
          entered.stream().filter(one -> one.first().getYear() == year).forEach(all::add);
          all.sort(Comparator.comparing(Entered::isOver).thenComparing(Entered::first));
          return all;
        });
  }

  /// @throws NotThere when the person does not keep the days of this school
  public void close(SignedIn who, WorkspaceId school, Closure closure) {
    UUID id = UUID.randomUUID();
    processes.change(
        who,
        Act.in(school, "clocks.closure-entered", id),
        () -> {
          workspaces.require(who, school, KEEPERS);
          jdbc.sql(
                  """
                  insert into clocks.closure (id, workspace_id, first_on, last_on, name, by_user, at)
                  values (:id, :school, :first, :last, :name, :by, :at)
                  """)
              .param("id", id)
              .param("school", school.value())
              .param("first", closure.first())
              .param("last", closure.last())
              .param("name", sealing.seal(NAME, id, closure.name()))
              .param("by", who.user().value())
              .param("at", clock.instant().atOffset(ZoneOffset.UTC))
              .update();
        });
  }

  /// Takes days off back, or puts them back.
  public void take(SignedIn who, WorkspaceId school, UUID id, boolean off) {
    processes.change(
        who,
        Act.in(school, off ? "clocks.closure-taken-off" : "clocks.closure-put-back", id),
        () -> {
          workspaces.require(who, school, KEEPERS);
          ended(
              "update clocks.closure set ended_by = :by, ended_at = :at"
                  + " where id = :id and workspace_id = :school and (ended_at is null) = :held",
              who,
              id,
              school.value(),
              off);
        });
  }

  /// Whether the reader enters bank holidays: a governance officer does.
  public boolean mayProclaim(SignedIn who) {
    return processes.look(who, () -> users.rolesAnywhere(who)).contains(Role.GOVERNANCE);
  }

  /// A bank holiday that was proclaimed after this release.
  ///
  /// @return whether it was none yet
  public boolean proclaim(SignedIn who, Nation of, LocalDate day, String name) {
    if (!mayProclaim(who)) {
      throw new NotThere();
    }
    UUID id = UUID.randomUUID();
    return processes.change(
        who,
        Act.of("clocks.bank-holiday-entered", id),
        () ->
            shipped(of).nameOf(day).isEmpty()
                && jdbc.sql(
                            """
                            insert into clocks.proclaimed (id, nation, day, name, by_user, at)
                            values (:id, :nation, :day, :name, :by, :at)
                            on conflict do nothing
                            """)
                        .param("id", id)
                        .param("nation", of.name())
                        .param("day", day)
                        .param("name", sealing.seal(HOLIDAY, id, name))
                        .param("by", who.user().value())
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                    == 1);
  }

  /// Takes an entered bank holiday off, or puts it back.
  public void takeHoliday(SignedIn who, UUID id, boolean off) {
    if (!mayProclaim(who)) {
      throw new NotThere();
    }
    processes.change(
        who,
        Act.of(off ? "clocks.bank-holiday-taken-off" : "clocks.bank-holiday-put-back", id),
        () ->
            ended(
                "update clocks.proclaimed set ended_by = :by, ended_at = :at"
                    + " where id = :id and cast(:school as uuid) is null"
                    + " and (ended_at is null) = :held",
                who,
                id,
                null,
                off));
  }

  private void ended(
      String sql,
      SignedIn who,
      UUID id,
      @org.jspecify.annotations.Nullable UUID school,
      boolean off) {
    int done =
        jdbc.sql(sql)
            .param("by", off ? who.user().value() : null, java.sql.Types.OTHER)
            .param(
                "at",
                off ? clock.instant().atOffset(ZoneOffset.UTC) : null,
                java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
            .param("id", id)
            .param("school", school, java.sql.Types.OTHER)
            .param("held", off)
            .update();
    if (done == 0) {
      throw new NotThere();
    }
  }

  private BankHolidays bankHolidays(Nation of) {
    var names = new HashMap<LocalDate, String>();
    proclaimed(of).stream()
        .filter(entered -> !entered.isOver())
        .forEach(entered -> names.put(entered.first(), entered.name()));
    return shipped(of).with(names);
  }

  private BankHolidays shipped(Nation of) {
    return Optional.ofNullable(shipped.get(of)).orElseThrow();
  }

  private List<Entered> closures(WorkspaceId school) {
    return jdbc.sql(
            """
            select id, first_on, last_on, name, ended_at is not null as is_over
              from clocks.closure
             where workspace_id = :school
             order by ended_at is not null, first_on, at
            """)
        .param("school", school.value())
        .query(
            (row, n) -> {
              var id = row.getObject("id", UUID.class);
              return new Entered(
                  id,
                  row.getObject("first_on", LocalDate.class),
                  row.getObject("last_on", LocalDate.class),
                  sealing.open(NAME, id, row.getBytes("name")),
                  row.getBoolean("is_over"));
            })
        .list();
  }

  private List<Entered> proclaimed(Nation of) {
    return jdbc.sql(
            """
            select id, day, name, ended_at is not null as is_over
              from clocks.proclaimed where nation = :nation order by day, at
            """)
        .param("nation", of.name())
        .query(
            (row, n) -> {
              var id = row.getObject("id", UUID.class);
              var day = row.getObject("day", LocalDate.class);
              return new Entered(
                  id,
                  day,
                  day,
                  sealing.open(HOLIDAY, id, row.getBytes("name")),
                  row.getBoolean("is_over"));
            })
        .list();
  }
}
