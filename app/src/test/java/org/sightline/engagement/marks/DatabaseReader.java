package org.sightline.engagement.marks;

import java.util.List;
import java.util.Map;
import org.sightline.store.DatabaseSettings;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// Somebody who has stolen the database: reads every table as its superuser.
public final class DatabaseReader {

  private final JdbcTemplate jdbc;

  public DatabaseReader(DatabaseSettings settings) {
    this.jdbc =
        new JdbcTemplate(
            new DriverManagerDataSource(settings.url(), settings.owner(), settings.password()));
  }

  public List<Map<String, Object>> rows(String sql, Object... values) {
    return jdbc.queryForList(sql, values);
  }

  public int count(String sql, Object... values) {
    return java.util.Objects.requireNonNull(jdbc.queryForObject(sql, Integer.class, values));
  }

  /// A statement that stands alone, such as `checkpoint`.
  public void run(String sql) {
    jdbc.execute(sql);
  }

  /// Whether a text stands in any row of any table of these schemas.
  public List<String> tablesHolding(String text, String... schemas) {
    return jdbc
        .queryForList(
            "select table_schema || '.' || table_name from information_schema.tables"
                + " where table_type = 'BASE TABLE' and table_schema = any (?)",
            String.class,
            (Object) schemas)
        .stream()
        .filter(
            table ->
                count(
                        "select count(*)::int from "
                            + table
                            + " t where to_jsonb(t)::text ilike '%' || ? || '%'",
                        text)
                    > 0)
        .toList();
  }

  /// Runs as another role, as if with its password.
  public void as(String role, String... statements) {
    jdbc.execute(
        (java.sql.Connection connection) -> {
          connection.setAutoCommit(false);
          try (var statement = connection.createStatement()) {
            statement.execute("set local role " + role);
            for (String sql : statements) {
              statement.execute(sql);
            }
          } finally {
            connection.rollback();
          }
          return true;
        });
  }

  public int countAs(String role, String sql) {
    return java.util.Objects.requireNonNull(
        jdbc.execute(
            (java.sql.Connection connection) -> {
              connection.setAutoCommit(false);
              try (var statement = connection.createStatement()) {
                statement.execute("set local role " + role);
                var rows = statement.executeQuery(sql);
                rows.next();
                return rows.getInt(1);
              } finally {
                connection.rollback();
              }
            }));
  }
}
