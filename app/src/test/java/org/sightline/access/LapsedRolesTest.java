package org.sightline.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sightline.kernel.Role.PRACTITIONER;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.audit.Processes;
import org.sightline.audit.SystemProcesses;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SystemStore;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestCasework;
import org.springframework.beans.factory.annotation.Autowired;

/// A role that was given to a day is over after it, and what was held inside with it (AC-07).
@SightlineTest
class LapsedRolesTest {

  private final LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));

  @Autowired private SettingUp settingUp;
  @Autowired private LapsedRoles lapsed;
  @Autowired private BreakGlass breakGlass;
  @Autowired private Workspaces workspaces;
  @Autowired private Processes processes;
  @Autowired private SystemProcesses systemProcesses;
  @Autowired private SystemStore store;
  @Autowired private TestCasework casework;

  private OwnSchool school;

  @BeforeEach
  void setUp() {
    school = new OwnSchool(settingUp);
  }

  @Test
  void theWorkInsideEndsOnTheRolesLastDay() {
    var team = casework.aTeam("Lapse");
    var piece = casework.aPieceOf(team);
    UserId gone = school.stranger();
    UserId here = school.stranger();
    UserId elsewhere = school.stranger();
    UserId back = school.stranger();
    UserId later = school.stranger();
    held(team.id(), gone, today.minusDays(9), today.minusDays(1));
    held(team.id(), here, today.minusDays(9), today);
    held(team.id(), back, today.minusDays(9), today.minusDays(1));
    held(team.id(), back, today, null);
    held(team.id(), later, today.minusDays(9), today.minusDays(4));
    for (UserId each : new UserId[] {gone, here, elsewhere, back}) {
      held(piece, each, today.minusDays(5), null);
    }
    held(piece, later, today.minusDays(1), null);
    assertThat(isOpen(gone, piece)).isTrue();

    lapsed.endWork();
    lapsed.endWork();

    assertThat(isOpen(gone, piece)).isFalse();
    assertThat(isOpen(here, piece)).as("the role's last day").isTrue();
    assertThat(isOpen(elsewhere, piece)).as("never had a role in the team").isTrue();
    assertThat(isOpen(back, piece)).as("has another role in the team").isTrue();
    assertThat(isOpen(later, piece)).as("was let in after the role").isTrue();
    assertThat(entries(piece)).isOne();
    assertThat(isOpen(team.chair().id(), piece)).isTrue();
  }

  @Test
  void anHourByBreakGlassEndsWithTheRoleThatAllowedIt() {
    UserId visitor = school.stranger();
    UUID role = held(school.id(), visitor, today.minusDays(9), today);
    var other = new OwnSchool(settingUp).id();
    breakGlass.open(
        SignedIn.as(visitor),
        other,
        BreakGlass.Category.MISSING,
        "Seen with somebody who has not come home.");
    assertThat(isOpen(visitor, other)).isTrue();

    systemProcesses.look(
        () ->
            store
                .jdbc()
                .sql("update access.membership set until_date = :yesterday where id = :id")
                .param("yesterday", today.minusDays(1))
                .param("id", role)
                .update());

    assertThat(isOpen(visitor, other)).isFalse();
  }

  private UUID held(WorkspaceId workspace, UserId user, LocalDate from, LocalDate until) {
    UUID id = UUID.randomUUID();
    systemProcesses.look(
        () ->
            store
                .jdbc()
                .sql(
                    """
                    insert into access.membership (id, workspace_id, user_id, role, from_date, until_date)
                    values (:id, :workspace, :user, :role, :from, :until::date)
                    """)
                .param("id", id)
                .param("workspace", workspace.value())
                .param("user", user.value())
                .param("role", PRACTITIONER.name())
                .param("from", from)
                .param("until", until)
                .update());
    return id;
  }

  private boolean isOpen(UserId user, WorkspaceId workspace) {
    return processes.look(SignedIn.as(user), () -> workspaces.isOpen(workspace));
  }

  private int entries(WorkspaceId workspace) {
    return systemProcesses.look(
        () ->
            store
                .jdbc()
                .sql(
                    """
                    select count(*) from audit.entry
                     where act = 'access.role-lapsed' and workspace = :workspace
                    """)
                .param("workspace", workspace.value())
                .query(Integer.class)
                .single());
  }
}
