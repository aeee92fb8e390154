package org.sightline.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.Superuser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// AU-03, AU-05: what a superuser does to the entries with every trigger switched off is found, and
/// what the working roles may do is nothing.
@SightlineTest
class AuditChainTest {

  /// A chain that begins with three entries as they were written first, and goes on with one as
  /// they are written now.
  private static final String FIRST_FORM =
      """
      do $$
      declare
        last bytea := sha256('sightline'::bytea);
        moment timestamptz := clock_timestamp();
        ask uuid := gen_random_uuid();
      begin
        truncate audit.entry;
        for number in 1..3 loop
          insert into audit.entry (seq, at, act, outcome, request, prev_hash, hash, form)
          values (number, moment, 'a.b', 'DONE', ask, last, sha256(last || audit.canonical(number::text,
            extract(epoch from moment)::text, null, 'a.b', null, null, null, 'DONE', ask::text)), 1)
          returning hash into last;
        end loop;
        update audit.head set seq = 3, hash = last;
        perform audit.append(ask, 'a.b', null, null, null, 'DONE', ask, ask, 'HEAD', 'AUDIT',
          'MEMBERSHIP', ask);
      end $$
      """;

  @Autowired private DatabaseSettings database;
  @Autowired private Map<String, DataSource> pools;
  @Autowired private AuditChain chain;

  @Test
  void whatNobodyTouchedIsWhole() {
    assertThat(chain.firstBad()).isEmpty();
    assertThat(chain.length()).isGreaterThan(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit.entry set act = 'access.signed-out' where seq = %1$s",
        "update audit.entry set user_id = gen_random_uuid() where seq = %1$s",
        "update audit.entry set outcome = 'DENIED' where seq = %1$s",
        "update audit.entry set at = at - interval '1 microsecond' where seq = %1$s",
        "update audit.entry set detail = '' where seq = %1$s",
        "update audit.entry set workspace = object, object = workspace where seq = %1$s",
        "update audit.entry set request = gen_random_uuid() where seq = %1$s",
        "update audit.entry set agency = gen_random_uuid() where seq = %1$s",
        "update audit.entry set role = 'HEAD CHAIR' where seq = %1$s",
        "update audit.entry set purpose = 'AUDIT' where seq = %1$s",
        "update audit.entry set grant_kind = 'PASS', grant_id = gen_random_uuid() where seq = %1$s",
        "update audit.entry set form = 1, agency = null, role = null, purpose = null, grant_kind = null, grant_id = null where seq = %1$s",
        "update audit.entry set hash = sha256('x') where seq = %1$s",
        "update audit.entry set prev_hash = sha256('x') where seq = %1$s",
      })
  void aChangeIsFoundWhereItWasMade(String tampering) {
    long entry = full();

    assertThat(firstBadAfter(tampering.formatted(entry))).isEqualTo(entry);
  }

  /// An entry in which each of these changes is one.
  private long full() {
    return Superuser.<Long>rolledBack(
        database,
        jdbc ->
            jdbc.sql(
                    """
                    select min(seq) from audit.entry
                     where object is distinct from workspace and detail is distinct from ''
                       and act <> 'access.signed-out' and outcome = 'DONE'
                    """)
                .query(Long.class)
                .single());
  }

  @Test
  void anEntryTakenOutIsFoundAtTheNext() {
    assertThat(firstBadAfter("delete from audit.entry where seq = 3")).isEqualTo(4);
  }

  @Test
  void aSwapIsFound() {
    assertThat(
            firstBadAfter(
                "update audit.entry set seq = -3 where seq = 3",
                "update audit.entry set seq = 3 where seq = 4",
                "update audit.entry set seq = 4 where seq = -3"))
        .isEqualTo(3);
  }

  @Test
  void anEntryPutInIsFound() {
    assertThat(
            firstBadAfter(
                "update audit.entry set seq = seq + 1000000 where seq > 3",
                """
                insert into audit.entry (seq, at, user_id, act, workspace, object, detail, outcome,
                  request, prev_hash, hash, form)
                select 4, at, user_id, act, workspace, object, detail, outcome, request, hash, hash, form
                  from audit.entry where seq = 3
                """,
                "update audit.entry set seq = seq - 999999 where seq > 1000000"))
        .isEqualTo(4);
  }

  /// AU-11: the database's time, counted without a gap.
  @Test
  void entriesAreCountedWithoutAGapAndTheirTimeNeverGoesBack() {
    record Found(long count, long last, long earlier) {}
    var found =
        JdbcClient.create(pools.get("systemDataSource"))
            .sql(
                """
                select count(*), max(seq), count(*) filter (where at < before) as earlier
                  from (select seq, at, lag(at) over (order by seq) as before from audit.entry) e
                """)
            .query((row, n) -> new Found(row.getLong(1), row.getLong(2), row.getLong(3)))
            .single();

    assertThat(found.count()).isEqualTo(found.last());
    assertThat(found.earlier()).isZero();
  }

  /// AU-01: entries from before agencies, roles and purposes were written down.
  @Test
  void entriesOfTheFirstFormStillFollowAndAChangeInThemIsFound() {
    assertThat(firstBadAfter(FIRST_FORM)).isEqualTo(-1);
    assertThat(firstBadAfter(FIRST_FORM, "update audit.entry set act = 'x.y' where seq = 2"))
        .isEqualTo(2);
  }

  @Test
  void anEntryOfTheFirstFormIsNotPassedOffAsOneOfTheSecond() {
    assertThat(firstBadAfter(FIRST_FORM, "update audit.entry set form = 2 where seq = 2"))
        .isEqualTo(2);
    assertThatThrownBy(
            () -> firstBadAfter(FIRST_FORM, "update audit.entry set role = 'HEAD' where seq = 2"))
        .rootCause()
        .message()
        .contains("entry_first_form_ck");
  }

  @Test
  void aTailCutOffIsFound() {
    long length = chain.length();

    assertThat(firstBadAfter("delete from audit.entry where seq = " + length)).isEqualTo(length);
    assertThat(firstBadAfter("delete from audit.entry where seq > 3")).isEqualTo(4);
  }

  @Test
  void allCutOffIsFound() {
    assertThat(firstBadAfter("truncate audit.entry")).isEqualTo(1);
  }

  @Test
  void aHeadThatIsGoneOrChangedIsFound() {
    long length = chain.length();

    assertThat(firstBadAfter("delete from audit.head")).isEqualTo(length + 1);
    assertThat(firstBadAfter("update audit.head set hash = sha256('x')")).isEqualTo(length + 1);
    assertThat(firstBadAfter("truncate audit.entry", "update audit.head set seq = 0")).isEqualTo(1);
  }

  @Test
  void noWorkingRoleTouchesTheEntries() {
    for (String pool : List.of("staffDataSource", "studentDataSource", "systemDataSource")) {
      var jdbc = JdbcClient.create(pools.get(pool));
      for (String sql :
          List.of(
              "update audit.entry set act = 'x'",
              "delete from audit.entry",
              "truncate audit.entry",
              "insert into audit.entry select * from audit.entry",
              "update audit.head set seq = 0",
              "delete from audit.head",
              "alter table audit.entry disable trigger all",
              "set session_replication_role = replica")) {
        assertThatThrownBy(() -> jdbc.sql(sql).update())
            .as("%s: %s", pool, sql)
            .rootCause()
            .message()
            .containsAnyOf("permission denied", "must be owner");
      }
    }
  }

  @Test
  void onlyTheSystemReadsTheEntries() {
    assertThatThrownBy(() -> read("staffDataSource"))
        .rootCause()
        .message()
        .contains("permission denied");
    assertThatThrownBy(() -> read("studentDataSource"))
        .rootCause()
        .message()
        .contains("permission denied");
    assertThat(read("systemDataSource")).isPositive();
  }

  @Test
  void theStudentSiteWritesNoEntry() {
    assertThatThrownBy(
            () ->
                JdbcClient.create(pools.get("studentDataSource"))
                    .sql(
                        "select audit.append(null, 'a.b', null, null, null, 'DONE', gen_random_uuid())")
                    .query(Long.class)
                    .single())
        .rootCause()
        .message()
        .contains("permission denied");
  }

  @Test
  void theOwnerIsStoppedByTheTriggers() {
    for (String sql :
        List.of(
            "update audit.entry set act = 'x'",
            "delete from audit.entry",
            "truncate audit.entry",
            "delete from audit.head",
            "truncate audit.head")) {
      assertThatThrownBy(
              () ->
                  Superuser.rolledBack(
                      database,
                      jdbc -> {
                        jdbc.sql("set local role sightline_owner").update();
                        return jdbc.sql(sql).update();
                      }))
          .as(sql)
          .rootCause()
          .message()
          .contains("never changed");
    }
  }

  private long read(String pool) {
    return JdbcClient.create(pools.get(pool))
        .sql("select count(*) from audit.entry")
        .query(Long.class)
        .single();
  }

  private long firstBadAfter(String... tampering) {
    return Superuser.rolledBack(
        database,
        jdbc -> {
          jdbc.sql("set local session_replication_role = replica").update();
          for (String sql : tampering) {
            jdbc.sql(sql).update();
          }
          Long bad = jdbc.sql("select coalesce(audit.first_bad(), -1)").query(Long.class).single();
          return bad;
        });
  }
}
