package org.sightline.proofs;

import java.util.List;
import java.util.stream.Collectors;
import org.sightline.store.DatabaseSettings;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// What the database holds, in one number a table, so that a test can tell that nothing was kept of
/// what was refused. What a row says counts, not where it lies: the nightly upkeep writes tables
/// afresh. The mail and the reminders that go out by the clock, the audit, the sign-ins and the
/// count of wrong passwords change with every request and are left out, and so is when the owner
/// was told that glass was broken.
final class Rows implements AutoCloseable {

  private static final String SCHEMAS =
      """
      select table_schema || '.' || table_name
        from information_schema.tables
       where table_type = 'BASE TABLE'
         and table_schema not in ('audit', 'pg_catalog', 'information_schema')
         and table_name not like 'sign_in%'
         and table_name not in ('wrong_password', 'outgoing_mail', 'notice', 'waiting',
           'event_publication', 'review_reminder', 'sent_form')
       order by 1
      """;

  private final SingleConnectionDataSource connection;
  private final JdbcTemplate jdbc;

  Rows(DatabaseSettings settings) {
    this.connection =
        new SingleConnectionDataSource(settings.url(), settings.owner(), settings.password(), true);
    this.jdbc = new JdbcTemplate(connection);
    String sum =
        jdbc.queryForList(SCHEMAS, String.class).stream()
            .map(
                table ->
                    """
                    select '%1$s:' || count(*) || ':'
                           || coalesce(sum(hashtextextended(%2$s::text, 0)), 0)
                      from %1$s kept\
                    """
                        .formatted(
                            table,
                            table.equals("access.break_glass")
                                ? "(to_jsonb(kept) - 'told_at')"
                                : "kept"))
            .collect(Collectors.joining(" union all "));
    jdbc.execute("prepare every_row as " + sum);
  }

  /// One line a table, different when any of its rows is.
  List<String> now() {
    return jdbc.queryForList("execute every_row", String.class);
  }

  @Override
  public void close() {
    connection.destroy();
  }
}
