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
                "select 1 from information_schema.columns where table_name = 'printed_sheet' and column_name = 'sealed_slip'"))
        .hasSize(1);
  }

  private static JdbcTemplate as(String url, String user, String password) {
    return new JdbcTemplate(new DriverManagerDataSource(url, user, password));
  }
}
