package org.sightline.plans;

import java.sql.Types;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sightline.access.Workspaces;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.audit.SystemProcesses;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.sightline.store.SystemStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// A school's contacts at the council, for each area (A36).
@Component
public class CouncilContacts {

  private static final String TABLE = "plans.council_contact_version";
  private static final SealedColumn AREA = new SealedColumn(TABLE, "area");
  private static final SealedColumn TEAM = new SealedColumn(TABLE, "team");
  private static final SealedColumn EMAIL = new SealedColumn(TABLE, "email");
  private static final SealedColumn PHONE = new SealedColumn(TABLE, "phone");

  private final Processes processes;
  private final SystemProcesses system;
  private final Workspaces workspaces;
  private final JdbcClient jdbc;
  private final SystemStore store;
  private final Sealing sealing;
  private final PlanDates dates;

  CouncilContacts(
      Processes processes,
      SystemProcesses system,
      Workspaces workspaces,
      JdbcClient jdbc,
      SystemStore store,
      Sealing sealing,
      PlanDates dates) {
    this.processes = processes;
    this.system = system;
    this.workspaces = workspaces;
    this.jdbc = jdbc;
    this.store = store;
    this.sealing = sealing;
    this.dates = dates;
  }

  /// All, those no longer used among them, by area.
  public List<CouncilContact> of(SignedIn who, WorkspaceId school) {
    return processes.look(
        who,
        () -> {
          workspaces.require(who, school, Writers.CONTACT_WRITERS);
          return read(school);
        });
  }

  /// Those for places outside the school a round belongs to that are still used; empty also when
  /// the school's contacts are not open to the person who is acting.
  public List<CouncilContact> forRound(SignedIn who, WorkspaceId round) {
    return processes.look(
        who,
        () ->
            used(workspaces.schoolOf(round)).stream()
                .filter(contact -> contact.use() == ContactUse.PLACES)
                .toList());
  }

  /// Whether a contact for places outside the school is kept and still used: yes or no, also for
  /// those to whom the contacts themselves are not open.
  public boolean arePlacesCovered(WorkspaceId school) {
    return system.look(
        () ->
            store
                .jdbc()
                .sql(
                    """
                    select exists (
                      select 1
                        from (select distinct on (contact_id) used_for, retired
                                from plans.council_contact_version
                               where school_id = :school
                               order by contact_id, version desc) newest
                       where used_for = 'PLACES' and not retired)
                    """)
                .param("school", school.value())
                .query(Boolean.class)
                .single());
  }

  /// Whom to ring about a young person of the school, or about an adult there, that of the school's
  /// own area first; empty also when the contacts are not open to the person who is acting.
  public List<CouncilContact> forConcerns(SignedIn who, WorkspaceId school) {
    return processes.look(
        who,
        () ->
            used(school).stream()
                .filter(contact -> contact.use() != ContactUse.PLACES)
                .sorted(
                    Comparator.comparing(CouncilContact::use).thenComparing(CouncilContact::area))
                .toList());
  }

  /// Where to ask by mail for a ring about a concern that has waited too long: the contact of the
  /// area the school lies in. To be asked in a process of the system; empty where there is none, or
  /// it has no address. Where a school keeps several for its own area, always the same one.
  public Optional<String> mailForConcerns(WorkspaceId school) {
    return store
        .jdbc()
        .sql(
            """
            select id, email
              from (select distinct on (contact_id) contact_id, id, email, used_for, retired
                      from plans.council_contact_version
                     where school_id = :school
                     order by contact_id, version desc) newest
             where used_for = 'CONCERNS' and not retired and email is not null
             order by contact_id
             limit 1
            """)
        .param("school", school.value())
        .query(
            (row, n) -> sealing.open(EMAIL, row.getObject("id", UUID.class), row.getBytes("email")))
        .optional();
  }

  /// Saves a contact; a new one has version 0.
  ///
  /// @throws org.sightline.kernel.Stale when somebody else saved first
  public void save(SignedIn who, WorkspaceId school, CouncilContact contact) {
    UUID id = UUID.randomUUID();
    processes.change(
        who,
        Act.in(school, "plans.council-contact-saved", contact.id()),
        () -> {
          workspaces.require(who, school, Writers.CONTACT_WRITERS);
          Versions.add(
              jdbc.sql(
                      """
                      insert into plans.council_contact_version (id, school_id, contact_id, version,
                        used_for, area, team, email, phone, retired, by_user, at)
                      select :id, :school, :contact, :before + 1, :use, :area, :team, :email, :phone,
                        :retired, :by, :at
                       where :before = (select coalesce(max(version), 0)
                                          from plans.council_contact_version
                                         where contact_id = :contact and school_id = :school)
                      """)
                  .param("id", id)
                  .param("school", school.value())
                  .param("contact", contact.id())
                  .param("before", contact.version())
                  .param("use", contact.use().name())
                  .param("area", sealing.seal(AREA, id, contact.area()))
                  .param("team", sealing.seal(TEAM, id, contact.team()))
                  .param("email", sealing.sealIfAny(EMAIL, id, contact.email()), Types.BINARY)
                  .param("phone", sealing.sealIfAny(PHONE, id, contact.phone()), Types.BINARY)
                  .param("retired", contact.retired())
                  .param("by", who.user().value())
                  .param("at", dates.now()));
        });
  }

  private List<CouncilContact> used(WorkspaceId school) {
    return read(school).stream().filter(contact -> !contact.retired()).toList();
  }

  private List<CouncilContact> read(WorkspaceId school) {
    return jdbc
        .sql(
            """
            select distinct on (contact_id) *
              from plans.council_contact_version
             where school_id = :school
             order by contact_id, version desc
            """)
        .param("school", school.value())
        .query(
            (row, n) -> {
              UUID id = row.getObject("id", UUID.class);
              return new CouncilContact(
                  row.getObject("contact_id", UUID.class),
                  row.getInt("version"),
                  ContactUse.valueOf(row.getString("used_for")),
                  sealing.open(AREA, id, row.getBytes("area")),
                  sealing.open(TEAM, id, row.getBytes("team")),
                  sealing.openIfAny(EMAIL, id, row.getBytes("email")),
                  sealing.openIfAny(PHONE, id, row.getBytes("phone")),
                  row.getBoolean("retired"));
            })
        .stream()
        .sorted(Comparator.comparing(CouncilContact::area))
        .toList();
  }
}
