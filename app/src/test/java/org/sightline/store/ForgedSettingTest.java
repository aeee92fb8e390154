package org.sightline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.kernel.Role;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.TestRounds;
import org.springframework.beans.factory.annotation.Autowired;

/// What somebody reaches who has brought a piece of SQL of their own into the staff site's
/// connection (DB-04). A session setting is no wall against that: who forges `app.user` sees what
/// that person sees. What still holds is shown here, and what does not is shown as well, so that
/// nobody believes otherwise.
@SightlineTest
class ForgedSettingTest {

  @Autowired private DatabaseSettings settings;
  @Autowired private KeyRing keys;
  @Autowired private TestPeople people;
  @Autowired private TestRounds rounds;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "set role sightline_owner",
        "set role sightline_system",
        "set session_replication_role = replica",
        "alter table engagement.round disable row level security",
        "alter role sightline_staff bypassrls",
        "copy engagement.round to program 'cat'",
        "create table public.planted (id int)",
        "create function public.planted() returns int language sql as 'select 1'",
        "truncate engagement.round",
        "delete from audit.entry",
        "select * from audit.entry",
        "select * from audit.head",
        "select * from engagement.withdrawal_ledger",
        "select * from engagement.map",
        "select * from engagement.mark",
        "select pg_read_file('postgresql.conf')",
        "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'sightline_owner' or usename = 'postgres'",
        "drop schema engagement cascade"
      })
  void whatANameDoesNotGiveAForgedNameDoesNotGiveEither(String injected) throws SQLException {
    try (var connection = as(Roles.STAFF);
        var statement = connection.createStatement()) {
      forge(statement, people.as(Role.SAFEGUARDING_LEAD).user().value());
      assertThatThrownBy(() -> read(statement, injected))
          .isInstanceOf(SQLException.class)
          .satisfies(
              refused ->
                  assertThat(((SQLException) refused).getSQLState())
                      .isIn("42501", "0A000", "55000"));
    }
  }

  @Test
  void withoutANameThereIsNothing() throws SQLException {
    rounds.aRound();
    try (var connection = as(Roles.STAFF);
        var statement = connection.createStatement()) {
      assertThat(count(statement, "select count(*) from engagement.round")).isZero();
      forge(statement, UUID.randomUUID());
      assertThat(count(statement, "select count(*) from engagement.round")).isZero();
    }
  }

  /// Known, and the reason why no typed word may ever become part of a statement (SqlRules). What
  /// is read so is still sealed.
  @Test
  void aForgedNameSeesWhatItsOwnerSees() throws SQLException {
    rounds.aRound();
    try (var connection = as(Roles.STAFF);
        var statement = connection.createStatement()) {
      forge(statement, people.as(Role.ROUND_OWNER).user().value());
      assertThat(count(statement, "select count(*) from engagement.round")).isPositive();
    }
  }

  @Test
  void onTheStudentSiteAForgedNameSeesNothingOfTheStaffs() throws SQLException {
    try (var connection = as(Roles.STUDENT);
        var statement = connection.createStatement()) {
      forge(statement, people.as(Role.ROUND_OWNER).user().value());
      assertThatThrownBy(() -> read(statement, "select * from engagement.round"))
          .isInstanceOf(SQLException.class);
      assertThat(count(statement, "select count(*) from student.sheet")).isZero();
    }
  }

  private static void forge(java.sql.Statement statement, UUID user) throws SQLException {
    statement.execute("select set_config('app.user', '" + user + "', false)");
  }

  private static void read(java.sql.Statement statement, String sql) throws SQLException {
    if (statement.execute(sql)) {
      try (var rows = statement.getResultSet()) {
        if (!rows.next()) {
          throw new SQLException("Nothing to see", "42501");
        }
      }
    }
  }

  private static long count(java.sql.Statement statement, String sql) throws SQLException {
    try (var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private java.sql.Connection as(String role) throws SQLException {
    return DriverManager.getConnection(settings.url(), role, keys.rolePassword(role));
  }
}
