package org.sightline.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.store.DatabaseSettings;
import org.sightline.store.SystemStore;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.Superuser;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// AU-02: no audit, no change and no data; and what is denied is written down.
@SightlineTest
class ProcessesTest {

  @Autowired private Processes processes;
  @Autowired private SystemProcesses systemProcesses;
  @Autowired private TestPeople people;
  @Autowired private JdbcClient jdbc;
  @Autowired private SystemStore system;
  @Autowired private DatabaseSettings database;

  private final UUID object = UUID.randomUUID();

  @Test
  void whatCannotBeAuditedIsNotDone() {
    var owner = people.as(Role.ROUND_OWNER);
    var round = UUID.randomUUID();

    assertThatThrownBy(
            () ->
                processes.change(
                    unwritable(owner),
                    act(),
                    () -> {
                      jdbc.sql(
                              "select access.open_workspace(:id, 'ROUND', :school, date '2026-03-02')")
                          .param("id", round)
                          .param("school", people.school().value())
                          .query((row, n) -> true)
                          .single();
                    }))
        .isInstanceOf(RuntimeException.class);

    assertThat(rounds(round)).isZero();
  }

  @Test
  void whatCannotBeAuditedIsNotShown() {
    var shown = new ArrayList<Long>();

    assertThatThrownBy(
            () ->
                shown.add(
                    processes.read(
                        unwritable(people.as(Role.HEAD)),
                        act(),
                        () ->
                            jdbc.sql("select count(*) from access.workspace")
                                .query(Long.class)
                                .single())))
        .isInstanceOf(RuntimeException.class);

    assertThat(shown).isEmpty();
  }

  @Test
  void theSystemIsHeldToTheSame() {
    var round = UUID.randomUUID();

    assertThatThrownBy(
            () ->
                systemProcesses.change(
                    unwritable(people.as(Role.HEAD)),
                    act(),
                    () ->
                        system
                            .jdbc()
                            .sql(
                                "insert into access.workspace (id, kind, opened_on) values (:id, 'SCHOOL', date '2026-01-05')")
                            .param("id", round)
                            .update()))
        .isInstanceOf(RuntimeException.class);

    assertThat(rounds(round)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\rb", "\u001b[2Jb", "a\u2028b", "a\u202eb", "a\0", "a\u0085"})
  void noDetailHoldsWhatForgesALine(String detail) {
    assertThatThrownBy(() -> act().with(detail)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aDenialIsWrittenDown() {
    assertThatThrownBy(() -> processes.change(people.as(Role.HEAD), act(), () -> deny()))
        .isInstanceOf(NotThere.class);

    assertThat(entries("DENIED")).isOne();
    assertThat(entries("DONE")).isZero();
  }

  @Test
  void aDenialInsideAnotherProcessIsWrittenDownOnce() {
    var head = people.as(Role.HEAD);

    assertThatThrownBy(
            () -> processes.change(head, act(), () -> processes.read(head, act(), this::deny)))
        .isInstanceOf(NotThere.class);

    assertThat(entries("DENIED")).isOne();
    assertThat(entries("DONE")).isZero();
  }

  @Test
  void aDenialInsideALookIsWrittenDown() {
    var head = people.as(Role.HEAD);

    assertThatThrownBy(() -> processes.look(head, () -> processes.read(head, act(), this::deny)))
        .isInstanceOf(NotThere.class);

    assertThat(entries("DENIED")).isOne();
  }

  @Test
  void aRefusalChangesNothingAndIsNoDenial() {
    assertThatThrownBy(
            () ->
                processes.change(
                    people.as(Role.HEAD),
                    act(),
                    () -> {
                      throw new Refused("Not today.");
                    }))
        .hasMessage("Not today.");

    assertThat(entries("DONE") + entries("DENIED")).isZero();
  }

  @Test
  void nestedProcessesStandOrFallTogether() {
    var head = people.as(Role.HEAD);

    assertThatThrownBy(
            () ->
                processes.change(
                    head,
                    act(),
                    () -> {
                      processes.change(head, act(), () -> {});
                      throw new IllegalStateException("broken after the inner one was done");
                    }))
        .hasMessageContaining("broken");

    assertThat(entries("DONE")).isZero();
  }

  @Test
  void nobodyActsAsSomebodyElseInsideAProcess() {
    var head = people.as(Role.HEAD);
    var other = people.as(Role.FACILITATOR);

    assertThatThrownBy(
            () -> processes.change(head, act(), () -> processes.look(other, () -> "as the other")))
        .isInstanceOf(IllegalStateException.class);

    assertThat(entries("DONE")).isZero();
  }

  @Test
  void theEntrySaysWhoAndToWhat() {
    var head = people.as(Role.HEAD);

    processes.change(head, Act.in(people.school(), "access.tried-out", object), () -> {});

    var entry =
        system
            .jdbc()
            .sql(
                "select user_id, act, workspace, outcome, request from audit.entry where object = :object")
            .param("object", object)
            .query()
            .singleRow();
    assertThat(entry)
        .containsEntry("user_id", head.user().value())
        .containsEntry("act", "access.tried-out")
        .containsEntry("workspace", people.school().value())
        .containsEntry("outcome", "DONE")
        .containsEntry("request", head.request());
  }

  @Test
  void anUnknownPersonSeesNothing() {
    var nobody = SignedIn.as(UserId.random());

    assertThat(
            processes.look(
                nobody,
                () -> jdbc.sql("select count(*) from access.workspace").query(Long.class).single()))
        .isZero();
  }

  private Act act() {
    return Act.of("access.tried-out", object);
  }

  /// There is no entry without a request: this one cannot be written, whatever else happens.
  private SignedIn unwritable(SignedIn who) {
    return new SignedIn(who.user(), null);
  }

  private String deny() {
    throw new NotThere();
  }

  private long entries(String outcome) {
    return system
        .jdbc()
        .sql("select count(*) from audit.entry where object = :object and outcome = :outcome")
        .param("object", object)
        .param("outcome", outcome)
        .query(Long.class)
        .single();
  }

  private long rounds(UUID id) {
    return Superuser.rolledBack(
        database,
        all ->
            all.sql("select count(*) from access.workspace where id = :id")
                .param("id", id)
                .query(Long.class)
                .single());
  }
}
