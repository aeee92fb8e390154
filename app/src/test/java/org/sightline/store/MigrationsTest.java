package org.sightline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.testing.TestDatabase;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// Tables brought up to date in a database of their own.
class MigrationsTest {

  private DriverManagerDataSource owner;
  private JdbcTemplate superuser;

  @BeforeEach
  void aDatabase() {
    var postgres = TestDatabase.postgres();
    var name = "test_" + UUID.randomUUID().toString().replace("-", "");
    as(postgres.url("postgres"), postgres.superuser(), postgres.password())
        .execute("create database " + name);
    Path folder = TestDatabase.folder();
    var keys = KeyRing.readOrMake(folder.resolve("keys/installation.key"));
    var url = postgres.url(name);
    Roles.prepare(new DatabaseSettings(url, postgres.superuser(), postgres.password()), keys);
    owner = new DriverManagerDataSource(url, Roles.OWNER, keys.rolePassword(Roles.OWNER));
    superuser = as(url, postgres.superuser(), postgres.password());
  }

  @Test
  void runTwiceTheyChangeNothing() {
    Migrations.run(owner);

    assertThatCode(() -> Migrations.run(owner)).doesNotThrowAnyException();
  }

  @Test
  void oneWithALowerNumberThanTheLastThatRanStillRuns() {
    Migrations.run(owner);
    superuser.execute("alter table engagement.printed_sheet drop column sealed_slip");
    superuser.execute("delete from migrations.history_of_engagement where version = '34'");

    Migrations.run(owner);

    assertThat(
            superuser.queryForList(
                "select 1 from information_schema.columns where table_name = 'printed_sheet' and"
                    + " column_name = 'sealed_slip'"))
        .hasSize(1);
  }

  /// B57: one that was closed, one that is open again, one that was closed after clocks could be
  /// stopped.
  @Test
  void theClocksOfWhatWasClosedBeforeStandStillFromThatDay() {
    Migrations.run(owner);
    superuser.execute("delete from migrations.history_of_network where version = '55'");
    var before = UUID.randomUUID();
    var again = UUID.randomUUID();
    var after = UUID.randomUUID();
    ended(before, true, "2026-05-31 23:30Z");
    ended(again, true, "2026-06-02 12:00Z");
    ended(again, false, "2026-06-03 12:00Z");
    ended(after, true, "2026-06-04 12:00Z");
    superuser.update(
        """
        insert into clocks.stopped (id, workspace_id, stopped_on, by_user, at)
        select gen_random_uuid(), ?, date '2026-06-04', id, now() from access.user_account limit 1
        """,
        after);

    Migrations.run(owner);

    assertThat(
            superuser.queryForList(
                "select workspace_id || ' ' || stopped_on from clocks.stopped order by 1",
                String.class))
        .containsExactlyInAnyOrder(before + " 2026-06-01", after + " 2026-06-04");
    assertThat(
            superuser.queryForList(
                """
                select relname::text from pg_class
                 where oid in ('network.exercise_end'::regclass, 'clocks.stopped'::regclass)
                   and not relforcerowsecurity
                """,
                String.class))
        .as("tables left open")
        .isEmpty();
  }

  /// Without the exercise itself: what it says does not matter here.
  private void ended(UUID exercise, boolean closed, String at) {
    superuser.execute(
        """
        set session_replication_role = replica;
        insert into access.user_account (id, username_index, username, name)
        values ('%1$s', '\\x01%2$s', '\\x01', '\\x01') on conflict do nothing;
        insert into access.workspace (id, kind, opened_on) values ('%1$s', 'SCHOOL', '2026-05-01')
        on conflict do nothing;
        insert into network.exercise_end (id, workspace_id, is_closed, agreed_on, content, by_user, at)
        values (gen_random_uuid(), '%1$s', %3$s, %4$s, %5$s, '%1$s', '%6$s')
        """
            .formatted(
                exercise,
                exercise.toString().replace("-", ""),
                closed,
                closed ? "'2026-05-01'" : "null",
                closed ? "'\\x01'" : "null",
                at));
  }

  private static JdbcTemplate as(String url, String user, String password) {
    return new JdbcTemplate(new DriverManagerDataSource(url, user, password));
  }
}
