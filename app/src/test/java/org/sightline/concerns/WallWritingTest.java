package org.sightline.concerns;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sightline.concerns.Examples.london;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.access.Workspaces;
import org.sightline.audit.Processes;
import org.sightline.kernel.Role;
import org.sightline.store.DatabaseSettings;
import org.sightline.store.SystemStore;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;

/// What the database refuses to write or delete, whoever asks (ST-13).
@SightlineTest
class WallWritingTest {

  private static final Instant TUESDAY = london("2027-06-08T11:00");

  @Autowired private TestPeople people;
  @Autowired private Processes processes;
  @Autowired private Workspaces workspaces;
  @Autowired private JdbcConcerns jdbc;
  @Autowired private JdbcReceipts receipts;
  @Autowired private ConcernNotices notices;
  @Autowired private RoundTimes roundTimes;
  @Autowired private ConcernRules rules;
  @Autowired private SystemStore store;
  @Autowired private DatabaseSettings database;

  private Examples examples;

  @BeforeEach
  void prepare() {
    examples =
        new Examples(
            people, processes, workspaces, jdbc, receipts, notices, roundTimes, rules, store);
  }

  @ParameterizedTest
  @CsvSource({
    "sightline_staff, concern", "sightline_staff, step", "sightline_staff, receipt",
    "sightline_system, concern", "sightline_system, step", "sightline_system, receipt",
    "sightline_student, concern", "sightline_student, step", "sightline_student, receipt",
    "sightline_owner, concern", "sightline_owner, step", "sightline_owner, receipt"
  })
  void nobodyDeletes(String role, String table) throws SQLException {
    examples.raised(TUESDAY);

    try (var connection = AtTheDatabase.as(database, role, null)) {
      assertThatThrownBy(() -> AtTheDatabase.run(connection, "delete from concerns." + table))
          .isInstanceOf(SQLException.class)
          .hasMessageMatching("(?s).*(permission denied|never changed or deleted).*");
    }
    try (var connection = AtTheDatabase.as(database, role, null)) {
      assertThatThrownBy(
              () -> AtTheDatabase.run(connection, "truncate concerns." + table + " cascade"))
          .isInstanceOf(SQLException.class);
    }
  }

  @Test
  void notEvenTheSuperuserDeletesByAccident() throws SQLException {
    examples.raised(TUESDAY);

    try (var connection =
        DriverManager.getConnection(database.url(), database.owner(), database.password())) {
      assertThatThrownBy(() -> AtTheDatabase.run(connection, "delete from concerns.concern"))
          .hasMessageContaining("never changed or deleted");
      assertThatThrownBy(() -> AtTheDatabase.run(connection, "update concerns.step set at = now()"))
          .hasMessageContaining("never changed or deleted");
      assertThatThrownBy(
              () -> AtTheDatabase.run(connection, "update concerns.concern set barred = '{HEAD}'"))
          .hasMessageContaining("never changed");
    }
  }

  @Test
  void theRaiserCannotPassItOnInSomebodyElsesNameNorAddToIt() throws SQLException {
    var id = examples.raised(TUESDAY);
    var facilitator = people.cast().the(Role.FACILITATOR).id().toString();

    try (var connection = AtTheDatabase.as(database, "sightline_staff", facilitator)) {
      assertThatThrownBy(
              () ->
                  AtTheDatabase.run(
                      connection,
                      ("insert into concerns.step (id, concern_id, number, cycle, kind, at, by_user)"
                              + " values (gen_random_uuid(), '%s', 1, 0, 'SEEN', now(), '%s')")
                          .formatted(id, facilitator)))
          .hasMessageContaining("row-level security");
    }
    try (var connection = AtTheDatabase.as(database, "sightline_staff", facilitator)) {
      assertThatThrownBy(
              () -> AtTheDatabase.run(connection, "update concerns.concern set danger = false"))
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void whoeverRaisedNothingTodayCannotMakeANoticeUp() throws SQLException {
    var governance = people.cast().the(Role.GOVERNANCE).id().toString();

    try (var connection = AtTheDatabase.as(database, "sightline_staff", governance)) {
      assertThatThrownBy(
              () ->
                  AtTheDatabase.run(
                      connection,
                      ("insert into concerns.notice (id, workspace_id, to_role, kind, on_date)"
                              + " values (gen_random_uuid(), '%s', 'HEAD', 'RAISED', current_date)")
                          .formatted(people.school())))
          .hasMessageContaining("row-level security");
    }
  }

  @Test
  void theDatabaseRefusesAClosingWithoutOutcomeOrReason() throws SQLException {
    var id = examples.raised(TUESDAY);
    var lead = people.cast().the(Role.SAFEGUARDING_LEAD).id().toString();
    String insert =
        "insert into concerns.step (id, concern_id, number, cycle, kind, at, by_user, outcome, words)"
            + " values (gen_random_uuid(), '%s', 1, 0, 'CLOSED', now(), '%s', %s, %s)";

    try (var connection = AtTheDatabase.as(database, "sightline_staff", lead)) {
      assertThatThrownBy(
              () -> AtTheDatabase.run(connection, insert.formatted(id, lead, "null", "'\\x00'")))
          .hasMessageContaining("step_outcome_ck");
    }
    try (var connection = AtTheDatabase.as(database, "sightline_staff", lead)) {
      assertThatThrownBy(
              () -> AtTheDatabase.run(connection, insert.formatted(id, lead, "'police'", "null")))
          .hasMessageContaining("step_reason_ck");
    }
  }
}
