package org.sightline.access;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.Act;
import org.sightline.audit.Alerts;
import org.sightline.audit.Processes;
import org.sightline.kernel.InTheWay;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Seals records to people by name (AC-10): an allegation against staff, an informant, a protected
/// address. Nobody else finds such a record in a list, a search or a count; the tables that hold
/// records leave out `access.closed_to_me()`.
///
/// Two of the people named take a seal off again (AC-12). The governance reader is alerted when a
/// record is sealed and when it is opened, and learns neither which nor what.
@Component
public class SealedRecords {

  private static final Role[] SEALERS = {
    Role.ROUND_OWNER, Role.SAFEGUARDING_LEAD, Role.DEPUTY_LEAD, Role.HEAD, Role.CHAIR
  };

  private final JdbcClient jdbc;
  private final Processes processes;
  private final Workspaces workspaces;
  private final Records records;
  private final Users users;
  private final Alerts alerts;
  private final Clock clock;
  private final Words words;

  SealedRecords(
      JdbcClient jdbc,
      Processes processes,
      Workspaces workspaces,
      Records records,
      Users users,
      Alerts alerts,
      Clock clock,
      Words words) {
    this.jdbc = jdbc;
    this.processes = processes;
    this.workspaces = workspaces;
    this.records = records;
    this.users = users;
    this.alerts = alerts;
    this.clock = clock;
    this.words = words;
  }

  /// A seal, before somebody it names.
  ///
  /// @param readers by name
  /// @param askedBy who asked to take it off, or `null`
  /// @param mayAgree whether the reader is somebody else, and in time
  public record Seal(List<String> readers, @Nullable String askedBy, boolean mayAgree) {

    public Seal {
      readers = List.copyOf(readers);
    }
  }

  /// A record that can be sealed, or is.
  ///
  /// @param seal `null` while there is none
  /// @param others who could be named, by name
  /// @param maySeal whether the reader may put one on
  /// @param isElsewhere whether another piece of work that holds it too decides on that
  public record Sealable(
      WorkspaceId workspace,
      UUID record,
      String title,
      String href,
      @Nullable Seal seal,
      List<Colleague> others,
      boolean maySeal,
      boolean isElsewhere) {

    public Sealable {
      others = List.copyOf(others);
    }
  }

  /// Whether a record is sealed, to somebody it is open to. Works inside a process.
  public boolean isSealed(UUID record) {
    return jdbc.sql("select count(*) from access.sealed_record where record_id = :record")
        .param("record", record)
        .query(Integer.class)
        .single()
        .equals(1);
  }

  /// @throws NotThere when it is not open to the reader
  public Sealable of(SignedIn who, WorkspaceId workspace, UUID record) {
    return processes.look(
        who,
        () -> {
          var found = records.require(workspace, record);
          var seal = isSealed(record) ? seal(who, record) : null;
          var named = readers(record);
          return new Sealable(
              workspace,
              record,
              found.title(),
              found.href(),
              seal,
              workspaces.members(workspace).stream()
                  .filter(one -> !one.id().equals(who.user()) && !named.contains(one.id()))
                  .filter(one -> one.roles().stream().anyMatch(found.readers()::contains))
                  .toList(),
              found.mayBeSealed() && maySeal(who, workspace),
              !found.mayBeSealed());
        });
  }

  /// Seals a record to its sealer and the people named.
  ///
  /// @param others members who read it anyhow; at least one, so that two can take the seal off
  /// @throws NotThere when the record is not open to the reader, or it is not theirs to seal
  public void seal(SignedIn who, WorkspaceId workspace, UUID record, Set<UserId> others) {
    processes.change(
        who,
        Act.in(workspace, "access.record-sealed", record).with(others.size() + 1 + " named"),
        () -> {
          var sealable = of(who, workspace, record);
          if (!sealable.maySeal() || sealable.seal() != null) {
            throw new NotThere();
          }
          requireOffered(sealable, others);
          if (others.isEmpty()) {
            throw new Refused(words.say("access.seals.two-at-least"));
          }
          insert(who, workspace, record);
          var named = new LinkedHashSet<UserId>();
          named.add(who.user());
          named.addAll(others);
          named.forEach(reader -> name(who, record, reader));
          alerts.raise("record-sealed", who.user().value(), workspace);
        });
  }

  /// Names one more person.
  ///
  /// @throws NotThere when the seal does not name the reader, or the other could not read it anyhow
  public void name(SignedIn who, WorkspaceId workspace, UUID record, UserId reader) {
    processes.change(
        who,
        Act.in(workspace, "access.seal-reader-named", record).with(reader.toString()),
        () -> {
          requireOffered(requireSealed(who, workspace, record), Set.of(reader));
          name(who, record, reader);
        });
  }

  /// Asks the others to take the seal off.
  ///
  /// @throws InTheWay when somebody has asked already
  public void askToOpen(SignedIn who, WorkspaceId workspace, UUID record) {
    processes.change(
        who,
        Act.in(workspace, "access.seal-opening-asked", record),
        () -> {
          requireSealed(who, workspace, record);
          jdbc.sql(
                  """
                  delete from access.seal_opening
                   where record_id = :record and asked_at < now() - interval '7 days'
                  """)
              .param("record", record)
              .update();
          int asked =
              jdbc.sql(
                      """
                      insert into access.seal_opening (record_id, asked_by, asked_at)
                      values (:record, :me, now())
                      on conflict (record_id) do nothing
                      """)
                  .param("record", record)
                  .param("me", who.user().value())
                  .update();
          if (asked == 0) {
            throw new InTheWay(words.say("access.seals.asked-already"));
          }
        });
  }

  /// Takes the seal off, as the second of two.
  ///
  /// @throws InTheWay when nobody else has asked in the last seven days
  public void agreeToOpen(SignedIn who, WorkspaceId workspace, UUID record) {
    processes.change(
        who,
        Act.in(workspace, "access.record-opened", record),
        () -> {
          requireSealed(who, workspace, record);
          int opened =
              jdbc.sql("delete from access.sealed_record where record_id = :record")
                  .param("record", record)
                  .update();
          if (opened == 0) {
            throw new InTheWay(words.say("access.seals.takes-two"));
          }
          alerts.raise("seal-taken-off", who.user().value(), workspace);
        });
  }

  private Sealable requireSealed(SignedIn who, WorkspaceId workspace, UUID record) {
    var sealable = of(who, workspace, record);
    if (sealable.seal() == null) {
      throw new NotThere();
    }
    return sealable;
  }

  private static void requireOffered(Sealable sealable, Set<UserId> named) {
    var offered = sealable.others().stream().map(Colleague::id).toList();
    if (!offered.containsAll(named)) {
      throw new NotThere();
    }
  }

  private boolean maySeal(SignedIn who, WorkspaceId workspace) {
    var held = workspaces.roles(who, workspace);
    return List.of(SEALERS).stream().anyMatch(held::contains);
  }

  private Seal seal(SignedIn who, UUID record) {
    var asked = asked(record);
    return new Seal(
        readers(record).stream().map(users::nameOf).sorted(Comparator.naturalOrder()).toList(),
        asked.map(Asked::by).map(users::nameOf).orElse(null),
        asked.filter(one -> !one.by().equals(who.user())).isPresent());
  }

  private record Asked(UserId by, Instant at) {}

  private Optional<Asked> asked(UUID record) {
    return jdbc.sql(
            """
            select asked_by, asked_at
              from access.seal_opening
             where record_id = :record and asked_at >= now() - interval '7 days'
            """)
        .param("record", record)
        .query(
            (row, n) ->
                new Asked(
                    new UserId(row.getObject("asked_by", UUID.class)),
                    row.getObject("asked_at", OffsetDateTime.class).toInstant()))
        .optional();
  }

  private List<UserId> readers(UUID record) {
    return jdbc.sql("select user_id from access.sealed_reader where record_id = :record")
        .param("record", record)
        .query((row, n) -> new UserId(row.getObject(1, UUID.class)))
        .list();
  }

  private void insert(SignedIn who, WorkspaceId workspace, UUID record) {
    jdbc.sql(
            """
            insert into access.sealed_record (record_id, workspace_id, sealed_by, on_date)
            values (:record, :workspace, :me, :today)
            """)
        .param("record", record)
        .param("workspace", workspace.value())
        .param("me", who.user().value())
        .param("today", today())
        .update();
  }

  private void name(SignedIn who, UUID record, UserId reader) {
    jdbc.sql(
            """
            insert into access.sealed_reader (record_id, user_id, named_by, from_date)
            values (:record, :reader, :me, :today)
            """)
        .param("record", record)
        .param("reader", reader.value())
        .param("me", who.user().value())
        .param("today", today())
        .update();
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(ZoneId.of("Europe/London")));
  }
}
