package org.sightline.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.audit.Act;
import org.sightline.audit.Ground;
import org.sightline.audit.Processes;
import org.sightline.audit.SystemProcesses;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.store.SystemStore;
import org.sightline.testing.SightlineTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// AU-01: every entry says as whom somebody did something, from which agency, and what let them in.
@SightlineTest
class GroundsTest {

  @Autowired private SettingUp settingUp;
  @Autowired private Processes processes;
  @Autowired private SystemProcesses systemProcesses;
  @Autowired private Workspaces workspaces;
  @Autowired private BreakGlass breakGlass;
  @Autowired private SystemStore store;
  @Autowired private JdbcClient jdbc;

  private OwnSchool school;
  private OwnSchool other;

  @BeforeEach
  void schools() {
    school = new OwnSchool(settingUp);
    other = new OwnSchool(settingUp);
  }

  @Test
  void whatNobodyDidHasNoGround() {
    UUID object = UUID.randomUUID();
    systemProcesses.change(Act.of("access.person-set-up", object), () -> true);

    assertThat(written(object)).isEqualTo(new Ground(null, null, null, null, null));
  }

  @Test
  void aDenialSaysWhoTheyWereAndThatNothingLetThemIn() {
    UUID object = UUID.randomUUID();
    assertThatThrownBy(
            () ->
                processes.read(
                    other.as(Role.HEAD),
                    Act.in(school.id(), "concerns.concern-read", object),
                    () -> workspaces.require(other.as(Role.HEAD), school.id())))
        .isInstanceOf(NotThere.class);

    assertThat(written(object)).isEqualTo(new Ground(null, "HEAD", null, null, null));
  }

  @Test
  void aMembershipThatHasEndedLetsNobodyIn() {
    var head = school.the(Role.HEAD);
    end(membership(school, Role.HEAD));

    assertThat(done(SignedIn.as(head))).isEqualTo(new Ground(null, null, null, null, null));
  }

  @Test
  void theMembershipIsNamedAndItsRole() {
    assertThat(done(school.as(Role.FACILITATOR)))
        .isEqualTo(
            new Ground(
                null, "FACILITATOR", null, "MEMBERSHIP", membership(school, Role.FACILITATOR)));
  }

  @Test
  void ofSeveralRolesTheOneThatWasAskedForIsNamed() {
    var person = school.another(Role.FACILITATOR);
    settingUp.member(school.id(), person, Role.HEAD, OwnSchool.EARLIER);
    var who = SignedIn.as(person);

    for (Role role : new Role[] {Role.HEAD, Role.FACILITATOR}) {
      UUID object = UUID.randomUUID();
      processes.change(
          who,
          Act.in(school.id(), "concerns.concern-read", object),
          () -> {
            workspaces.require(who, school.id(), role);
            return true;
          });
      assertThat(written(object).role()).isEqualTo(role.name());
    }
  }

  @Test
  void whatIsDoneInNoWorkspaceSaysEveryRole() {
    var person = school.another(Role.HEAD);
    settingUp.member(other.id(), person, Role.GOVERNANCE, OwnSchool.EARLIER);
    UUID object = UUID.randomUUID();
    systemProcesses.change(SignedIn.as(person), Act.of("access.signed-in", object), () -> true);

    assertThat(written(object)).isEqualTo(new Ground(null, "GOVERNANCE HEAD", null, null, null));
  }

  @Test
  void anHourByBreakGlassIsNamed() {
    var who = other.as(Role.HEAD);
    breakGlass.open(
        who,
        school.id(),
        BreakGlass.Category.IMMEDIATE_DANGER,
        "Somebody rang and asked for help at once.");
    var hour = processes.look(who, () -> breakGlass.current(who).orElseThrow().id());

    assertThat(done(who)).isEqualTo(new Ground(null, "HEAD", null, "BREAK_GLASS", hour));
  }

  @Test
  void theAgencyIsTheOneOfThatMoment() {
    var who = school.as(Role.HEAD);
    UUID before = agency(who);
    UUID object = UUID.randomUUID();
    read(who, object);
    UUID after = agency(who);
    assertThat(after).isNotEqualTo(before);

    assertThat(written(object).agency()).isEqualTo(before);
  }

  @Test
  void nobodyAsksForTheGroundsOfSomebodyElse() {
    var found =
        processes.look(
            school.as(Role.HEAD),
            () ->
                jdbc.sql("select count(*) from access.grounds(:user, :workspace, null, null)")
                    .param("user", school.the(Role.FACILITATOR).value())
                    .param("workspace", school.id().value())
                    .query(Integer.class)
                    .single());

    assertThat(found).isZero();
  }

  private Ground done(SignedIn who) {
    UUID object = UUID.randomUUID();
    read(who, object);
    return written(object);
  }

  private void read(SignedIn who, UUID object) {
    processes.read(who, Act.in(school.id(), "concerns.concern-read", object), () -> true);
  }

  private UUID membership(OwnSchool at, Role role) {
    return store
        .jdbc()
        .sql("select id from access.membership where workspace_id = :at and user_id = :user")
        .params(Map.of("at", at.id().value(), "user", at.the(role).value()))
        .query(UUID.class)
        .single();
  }

  private void end(UUID membership) {
    systemProcesses.change(
        Act.of("access.role-ended", membership),
        () ->
            store
                .jdbc()
                .sql("update access.membership set until_date = from_date where id = :id")
                .param("id", membership)
                .update());
  }

  private UUID agency(SignedIn who) {
    UUID agency = UUID.randomUUID();
    systemProcesses.change(
        Act.of("access.agency-recorded", agency),
        () ->
            store
                .jdbc()
                .sql("update access.user_account set agency = :agency where id = :id")
                .params(Map.of("agency", agency, "id", who.user().value()))
                .update());
    return agency;
  }

  private @Nullable Ground written(UUID object) {
    return systemProcesses.look(
        () ->
            store
                .jdbc()
                .sql(
                    """
                    select agency, role, purpose, grant_kind, grant_id
                      from audit.entry where object = :object
                    """)
                .param("object", object)
                .query(
                    (row, n) ->
                        new Ground(
                            row.getObject("agency", UUID.class),
                            row.getString("role"),
                            row.getString("purpose"),
                            row.getString("grant_kind"),
                            row.getObject("grant_id", UUID.class)))
                .single());
  }
}
