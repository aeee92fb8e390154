package org.sightline.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sightline.kernel.Role.ADMINISTRATOR;
import static org.sightline.kernel.Role.FACILITATOR;
import static org.sightline.kernel.Role.HEAD;
import static org.sightline.kernel.Role.SAFEGUARDING_LEAD;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sightline.audit.Processes;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.sightline.testing.SightlineTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Blocks, seals and break-glass as the database keeps them, whatever a page forgets.
@SightlineTest
class ClosedDoorsTest {

  private static final SealedColumn REASON = new SealedColumn("access.break_glass", "reason");

  @Autowired private SettingUp settingUp;
  @Autowired private Sealing sealing;
  @Autowired private Workspaces workspaces;
  @Autowired private Processes processes;
  @Autowired private JdbcClient jdbc;

  private OwnSchool school;
  private OwnSchool elsewhere;

  @BeforeEach
  void setUp() {
    school = new OwnSchool(settingUp);
    elsewhere = new OwnSchool(settingUp);
  }

  @ParameterizedTest
  @EnumSource(value = Role.class, names = "SAFEGUARDING_LEAD", mode = EnumSource.Mode.EXCLUDE)
  void aBlockBeatsEveryRole(Role role) {
    assertThat(opens(school.as(role))).contains(school.id());

    block(school.as(SAFEGUARDING_LEAD), school.the(role), null);

    assertThat(opens(school.as(role))).isEmpty();
    assertThatThrownBy(() -> look(school.as(role), () -> require(school.as(role))))
        .isInstanceOf(NotThere.class);
    assertThat(blocksSeenBy(school.as(role))).isZero();
  }

  @Test
  void aBlockBeatsBreakGlass() {
    var visitor = elsewhere.as(HEAD);
    breakGlass(visitor, 60);
    assertThat(opens(visitor)).contains(school.id());

    block(school.as(SAFEGUARDING_LEAD), visitor.user(), null);

    assertThat(opens(visitor)).containsExactly(elsewhere.id());
  }

  @Test
  void nobodyLiftsTheirOwnBlock() {
    block(school.as(HEAD), school.the(HEAD), UUID.randomUUID());

    assertThat(lift(school.as(HEAD), school.the(HEAD))).isZero();
    assertThat(lift(school.as(FACILITATOR), school.the(HEAD))).isZero();
    assertThat(lift(school.as(SAFEGUARDING_LEAD), school.the(HEAD))).isOne();
  }

  @Test
  void nobodyIsKeptAwayByWhoDoesNotLookAfterThePlace() {
    for (Role role : List.of(FACILITATOR, ADMINISTRATOR)) {
      assertThatThrownBy(() -> block(school.as(role), school.the(HEAD), null))
          .isInstanceOf(DataAccessException.class);
    }
    assertThatThrownBy(() -> block(elsewhere.as(HEAD), school.the(HEAD), null))
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void breakGlassReadsForAnHourAtMostAndGivesNoRole() {
    var visitor = elsewhere.as(HEAD);

    assertThatThrownBy(() -> breakGlass(visitor, 61)).isInstanceOf(DataAccessException.class);
    breakGlass(visitor, 60);

    assertThat(opens(visitor)).contains(school.id());
    assertThat(look(visitor, () -> workspaces.require(visitor, school.id()))).isEmpty();
    assertThatThrownBy(
            () -> look(visitor, () -> workspaces.require(visitor, school.id(), Role.values())))
        .isInstanceOf(NotThere.class);
    assertThat(look(visitor, () -> asAnyRole())).doesNotContain(school.id().value());
  }

  @Test
  void whoOnlyAdministersOrHasNoRoleBreaksNoGlass() {
    assertThatThrownBy(() -> breakGlass(elsewhere.as(ADMINISTRATOR), 5))
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> breakGlass(SignedIn.as(elsewhere.stranger()), 5))
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void aSealedRecordIsClosedToEverybodyNotNamed() {
    var record = UUID.randomUUID();
    seal(school.as(SAFEGUARDING_LEAD), record, school.the(SAFEGUARDING_LEAD), school.the(HEAD));

    for (Role role : Role.values()) {
      boolean named = role == SAFEGUARDING_LEAD || role == HEAD;
      assertThat(closed(school.as(role)).contains(record)).as("%s", role).isEqualTo(!named);
    }
    assertThatThrownBy(() -> name(school.as(FACILITATOR), record, school.the(FACILITATOR)))
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> seal(school.as(HEAD), record, school.the(HEAD)))
        .isInstanceOf(DataAccessException.class);
  }

  private Object require(SignedIn who) {
    return workspaces.require(who, school.id());
  }

  private <T> T look(SignedIn who, java.util.function.Supplier<T> work) {
    return processes.look(who, work);
  }

  private List<UUID> asAnyRole() {
    return jdbc.sql(
            "select access.my_workspaces_as('ROUND_OWNER', 'FACILITATOR', 'SAFEGUARDING_LEAD',"
                + " 'DEPUTY_LEAD', 'HEAD', 'ADMINISTRATOR', 'GOVERNANCE')")
        .query(UUID.class)
        .list();
  }

  private List<WorkspaceId> opens(SignedIn who) {
    return look(
        who,
        () ->
            jdbc.sql("select distinct access.my_workspaces()")
                .query((row, n) -> new WorkspaceId(row.getObject(1, UUID.class)))
                .list());
  }

  private List<UUID> closed(SignedIn who) {
    return look(who, () -> jdbc.sql("select access.closed_to_me()").query(UUID.class).list());
  }

  private int blocksSeenBy(SignedIn who) {
    return look(
        who,
        () -> jdbc.sql("select count(*) from access.conflict_block").query(Integer.class).single());
  }

  private void block(SignedIn by, UserId whom, UUID record) {
    look(
        by,
        () ->
            jdbc.sql(
                    """
                    insert into access.conflict_block (id, user_id, workspace_id, record_id, declared_by, declared_on)
                    values (gen_random_uuid(), :whom, :school, :record::uuid, :by, current_date)
                    """)
                .param("whom", whom.value())
                .param("school", school.id().value())
                .param("record", record)
                .param("by", by.user().value())
                .update());
  }

  private int lift(SignedIn by, UserId whom) {
    return look(
        by,
        () ->
            jdbc.sql(
                    """
                    update access.conflict_block set lifted_by = :by, lifted_on = current_date
                     where user_id = :whom
                    """)
                .param("whom", whom.value())
                .param("by", by.user().value())
                .update());
  }

  private void breakGlass(SignedIn who, int minutes) {
    var id = UUID.randomUUID();
    look(
        who,
        () ->
            jdbc.sql(
                    """
                    insert into access.break_glass (id, user_id, workspace_id, category, reason, opened_at, until, due_on)
                    values (:id, :who, :school, 'MISSING', :reason, now(),
                      now() + make_interval(mins => :minutes), current_date)
                    """)
                .param("id", id)
                .param("reason", sealing.seal(REASON, id, "Tried out"))
                .param("who", who.user().value())
                .param("school", school.id().value())
                .param("minutes", minutes)
                .update());
  }

  private void seal(SignedIn by, UUID record, UserId... readers) {
    look(
        by,
        () -> {
          jdbc.sql(
                  """
                  insert into access.sealed_record (record_id, workspace_id, sealed_by, on_date)
                  values (:record, :school, :by, current_date)
                  """)
              .param("record", record)
              .param("school", school.id().value())
              .param("by", by.user().value())
              .update();
          // The sealer's own name first: naming anybody else would close it to them.
          for (UserId reader : readers) {
            insertReader(by, record, reader);
          }
          return true;
        });
  }

  private void name(SignedIn by, UUID record, UserId reader) {
    look(by, () -> insertReader(by, record, reader));
  }

  private int insertReader(SignedIn by, UUID record, UserId reader) {
    return jdbc.sql(
            """
            insert into access.sealed_reader (record_id, user_id, named_by, from_date)
            values (:record, :reader, :by, current_date)
            """)
        .param("record", record)
        .param("reader", reader.value())
        .param("by", by.user().value())
        .update();
  }
}
