package org.sightline.plans;

import java.sql.Types;
import java.util.List;
import java.util.UUID;
import org.sightline.access.Workspaces;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// A school's contacts at the council, one for each area (A36).
@Component
public class CouncilContacts {

  private static final String TABLE = "plans.council_contact_version";
  private static final SealedColumn AREA = new SealedColumn(TABLE, "area");
  private static final SealedColumn TEAM = new SealedColumn(TABLE, "team");
  private static final SealedColumn EMAIL = new SealedColumn(TABLE, "email");
  private static final SealedColumn PHONE = new SealedColumn(TABLE, "phone");

  private final Processes processes;
  private final Workspaces workspaces;
  private final JdbcClient jdbc;
  private final Sealing sealing;
  private final PlanDates dates;

  CouncilContacts(
      Processes processes,
      Workspaces workspaces,
      JdbcClient jdbc,
      Sealing sealing,
      PlanDates dates) {
    this.processes = processes;
    this.workspaces = workspaces;
    this.jdbc = jdbc;
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

  /// Those of the school a round belongs to that are still used; empty also when the school's
  /// contacts are not open to the person who is acting.
  public List<CouncilContact> forRound(SignedIn who, WorkspaceId round) {
    return processes.look(
        who,
        () ->
            read(workspaces.schoolOf(round)).stream()
                .filter(contact -> !contact.retired())
                .toList());
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
                        area, team, email, phone, retired, by_user, at)
                      select :id, :school, :contact, :before + 1, :area, :team, :email, :phone,
                        :retired, :by, :at
                       where :before = (select coalesce(max(version), 0)
                                          from plans.council_contact_version
                                         where contact_id = :contact and school_id = :school)
                      """)
                  .param("id", id)
                  .param("school", school.value())
                  .param("contact", contact.id())
                  .param("before", contact.version())
                  .param("area", sealing.seal(AREA, id, contact.area()))
                  .param("team", sealing.seal(TEAM, id, contact.team()))
                  .param("email", sealing.sealIfAny(EMAIL, id, contact.email()), Types.BINARY)
                  .param("phone", sealing.sealIfAny(PHONE, id, contact.phone()), Types.BINARY)
                  .param("retired", contact.retired())
                  .param("by", who.user().value())
                  .param("at", dates.now()));
        });
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
                  sealing.open(AREA, id, row.getBytes("area")),
                  sealing.open(TEAM, id, row.getBytes("team")),
                  sealing.openIfAny(EMAIL, id, row.getBytes("email")),
                  sealing.openIfAny(PHONE, id, row.getBytes("phone")),
                  row.getBoolean("retired"));
            })
        .stream()
        .sorted(java.util.Comparator.comparing(CouncilContact::area))
        .toList();
  }
}
