package org.sightline.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/// Makes the database's roles at start (DB-02): an owner that migrates, and three that work. None
/// of the three owns a table, bypasses row-level security, or may truncate.
final class Roles {

  static final String OWNER = "sightline_owner";
  static final String STAFF = "sightline_staff";
  static final String STUDENT = "sightline_student";
  static final String SYSTEM = "sightline_system";

  private Roles() {}

  static void prepare(DatabaseSettings settings, KeyRing keys) {
    try (Connection connection =
        DriverManager.getConnection(settings.url(), settings.owner(), settings.password())) {
      for (String role : List.of(OWNER, STAFF, STUDENT, SYSTEM)) {
        makeRole(connection, role, keys.rolePassword(role));
      }
      run(
          connection,
          "grant create, connect on database %s to %s"
              .formatted('"' + connection.getCatalog() + '"', OWNER));
      run(
          connection,
          "revoke connect, temporary on database %s from public"
              .formatted('"' + connection.getCatalog() + '"'));
      run(
          connection,
          "grant connect on database %s to %s"
              .formatted(
                  '"' + connection.getCatalog() + '"', String.join(", ", STAFF, STUDENT, SYSTEM)));
      run(connection, "revoke all on schema public from public");
    } catch (SQLException unreachable) {
      throw new IllegalStateException(
          "The database at %s could not be prepared: %s"
              .formatted(settings.url(), unreachable.getMessage()),
          unreachable);
    }
  }

  private static void makeRole(Connection connection, String role, String password)
      throws SQLException {
    // Role names are constants and passwords are hexadecimal: nothing here comes from a person.
    run(
        connection,
        """
        do $$ begin
          if not exists (select 1 from pg_roles where rolname = '%1$s') then
            create role %1$s login nosuperuser nobypassrls nocreatedb nocreaterole;
          end if;
          execute format('alter role %1$s password %%L', '%2$s');
          alter role %1$s set statement_timeout = '30s';
          alter role %1$s set lock_timeout = '10s';
          alter role %1$s set idle_in_transaction_session_timeout = '60s';
        end $$
        """
            .formatted(role, password));
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
