package org.sightline.engagement.marks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.SightlineTest;
import org.springframework.beans.factory.annotation.Autowired;

/// What somebody learns who reads the database directly, with each role's password or with all
/// (ST-01, ST-02, ST-09, T9, T10).
@SightlineTest
class StolenDatabaseTest {

  @Autowired private OpenSessions sessions;
  @Autowired private Staging staging;
  @Autowired private Marks marks;
  @Autowired private DatabaseSettings settings;

  private DatabaseReader thief;

  @BeforeEach
  void steal() {
    thief = new DatabaseReader(settings);
  }

  @Test
  void theStudentSitesRoleReachesNoOtherSchema() {
    for (String table :
        List.of(
            "engagement.map",
            "engagement.mark",
            "engagement.session",
            "access.user_account",
            "audit.entry",
            "contexts.zone")) {
      assertThatThrownBy(() -> thief.as("sightline_student", "select 1 from " + table))
          .hasStackTraceContaining("permission denied");
    }
  }

  @Test
  void theStudentSitesRoleCannotListSessionsOrMaps() {
    var session = sessions.open();
    send(session);

    assertThat(thief.countAs("sightline_student", "select count(*) from student.sheet")).isZero();
    assertThat(thief.countAs("sightline_student", "select count(*) from student.picture")).isZero();
    for (String sql :
        List.of(
            "select 1 from student.staged",
            "delete from student.staged",
            "insert into student.staged values (gen_random_uuid(), gen_random_uuid(), '', '', '')",
            "update student.sheet set last_day = '2099-01-01'",
            "select 1 from student.paper_slip",
            "select student.count_withdrawal(gen_random_uuid(), 'x', current_date)",
            "select * from engagement.mark_counts(gen_random_uuid(), 'ROUND')")) {
      assertThatThrownBy(() -> thief.as("sightline_student", sql))
          .as(sql)
          .hasStackTraceContaining("permission denied");
    }
  }

  @Test
  void theStaffSitesRoleCannotCountMarks() {
    assertThatThrownBy(
            () ->
                thief.as(
                    "sightline_staff",
                    "select * from engagement.mark_counts(gen_random_uuid(), 'ROUND')"))
        .hasStackTraceContaining("permission denied");
  }

  @Test
  void noWorkingRoleReadsAMapOrAMark() {
    for (String role : List.of("sightline_staff", "sightline_student", "sightline_system")) {
      for (String table :
          List.of("engagement.map", "engagement.mark", "engagement.withdrawal_ledger")) {
        assertThatThrownBy(() -> thief.as(role, "select * from " + table))
            .as(role + " " + table)
            .hasStackTraceContaining("permission denied");
      }
    }
  }

  @Test
  void nothingAboutAMapHasATimeOrASequence() {
    assertThat(
            thief.rows(
                """
                select table_name, column_name from information_schema.columns
                 where (table_schema = 'student'
                        or (table_schema, table_name) in (('engagement', 'map'), ('engagement', 'mark'),
                            ('engagement', 'withdrawal_ledger'), ('engagement', 'withdrawn_cohort')))
                   and (data_type like 'time%' or is_identity = 'YES' or column_default is not null
                        or data_type = 'date' and column_name <> 'last_day')
                """))
        .isEmpty();
  }

  @Test
  void stagedMapsAreSealedAndAllTheSameSize() {
    var session = sessions.open();
    var sheet = OpenSessions.sheet(staging, session);
    for (int n : List.of(0, 1, 0xFFF)) {
      staging.send(
          Seat.take(OpenSessions.code(session), new SecureRandom()),
          sheet,
          OpenSessions.map(sheet, n),
          null);
    }

    assertThat(
            thief.rows(
                "select distinct length(content) from student.staged where session_id = ?",
                session.id().value()))
        .hasSize(1);
    assertThat(thief.tablesHolding(session.tag().letters() + "-", "student")).isEmpty();
  }

  @Test
  void afterClosingNothingLeadsFromAMapToAnythingButItsRoundAndSession() {
    var session = sessions.open();
    send(session);
    marks.close(sessions.owner(), session.id(), 1);
    var map =
        thief
            .rows("select id::text from engagement.map where session_id = ?", session.id().value())
            .getFirst()
            .get("id")
            .toString();

    assertThat(thief.tablesHolding(map, "student", "engagement", "audit", "access", "contexts"))
        .containsExactlyInAnyOrder("engagement.map", "engagement.mark");
    assertThat(
            thief.rows(
                """
                select c.conname from pg_constraint c
                 where c.contype = 'f'
                   and (c.confrelid in ('engagement.map'::regclass, 'engagement.mark'::regclass)
                        or c.conrelid in ('engagement.map'::regclass, 'engagement.mark'::regclass))
                """))
        .extracting(row -> row.get("conname"))
        .containsExactlyInAnyOrder("map_session_fk", "mark_map_fk");
  }

  @Test
  void everyFunctionOfTheStudentSiteIsPinned() {
    assertThat(
            thief.rows(
                """
                select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                 where n.nspname in ('student', 'engagement') and p.prosecdef
                   and (p.proconfig is null or not 'search_path=pg_catalog' = any (p.proconfig)
                        or has_function_privilege('public', p.oid, 'execute'))
                """))
        .isEmpty();
  }

  private void send(org.sightline.engagement.planning.Session session) {
    var sheet = OpenSessions.sheet(staging, session);
    staging.send(
        Seat.take(OpenSessions.code(session), new SecureRandom()),
        sheet,
        OpenSessions.map(sheet, 77),
        null);
  }
}
