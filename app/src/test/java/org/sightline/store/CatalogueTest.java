package org.sightline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.Superuser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the database's own catalogue says about the promises of security.md (DB-01 to DB-08, ST-01,
/// ST-09). Each rule is also shown a breach, planted and rolled back, which it has to find.
@SightlineTest
class CatalogueTest {

  @Autowired private DatabaseSettings database;
  @Autowired private Map<String, DataSource> pools;

  @TestFactory
  Stream<DynamicTest> everyRuleHolds() {
    return CatalogueRules.all().stream()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.name(), () -> assertThat(offences(rule)).as(rule.name()).isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> everyRuleFindsABreach() {
    return CatalogueRules.all().stream()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.name(), () -> assertThat(offences(rule, rule.breach())).isNotEmpty()));
  }

  @ParameterizedTest
  @CsvSource({
    "staffDataSource, sightline_staff",
    "studentDataSource, sightline_student",
    "systemDataSource, sightline_system"
  })
  void everyPoolWorksAsItsOwnRole(String pool, String role) {
    var jdbc = JdbcClient.create(pools.get(pool));

    assertThat(jdbc.sql("select current_user || ' ' || session_user").query(String.class).single())
        .isEqualTo(role + " " + role);
  }

  @ParameterizedTest
  @CsvSource({"staffDataSource", "studentDataSource", "systemDataSource"})
  void rowLevelSecurityIsOnForEveryPool(String pool) {
    var jdbc = JdbcClient.create(pools.get(pool));

    assertThat(jdbc.sql("show row_security").query(String.class).single()).isEqualTo("on");
    for (String table : List.of("access.membership", "access.workspace", "audit.entry")) {
      assertThat(
              jdbc.sql("select row_security_active(cast(:table as regclass)::oid)")
                  .param("table", oid(table))
                  .query(Boolean.class)
                  .single())
          .as(table)
          .isTrue();
    }
  }

  @Test
  void studentsReachNoTableOfTheStaff() {
    var reachable =
        Superuser.rolledBack(
            database,
            jdbc ->
                jdbc.sql(
                        """
                        select c.oid::regclass::text
                          from pg_class c join pg_namespace n on n.oid = c.relnamespace
                         where n.nspname in ('access', 'audit', 'people', 'concerns', 'sharing', 'migrations')
                           and c.relkind in ('r', 'v', 'p')
                           and has_table_privilege('sightline_student', c.oid, 'select, insert, update, delete')
                        """)
                    .query(String.class)
                    .list());

    assertThat(reachable).isEmpty();
  }

  private List<String> offences(CatalogueRules.Rule rule, String... before) {
    return Superuser.rolledBack(
        database,
        jdbc -> {
          for (String sql : before) {
            jdbc.sql(sql).update();
          }
          return rule.offences().apply(jdbc);
        });
  }

  private long oid(String table) {
    return Superuser.rolledBack(
        database,
        jdbc ->
            jdbc.sql("select cast(:table as regclass)::oid::bigint")
                .param("table", table)
                .query(Long.class)
                .single());
  }
}
