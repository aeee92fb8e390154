package org.sightline.engagement.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.audit.Processes;
import org.sightline.engagement.planning.Session;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the database itself keeps apart and sealed (ST-09).
@SightlineTest
class ConsentKeptApartTest {

  @Autowired private ApplicationContext application;
  @Autowired private TestPeople people;
  @Autowired private DatabaseSettings database;
  @Autowired private Processes processes;
  @Autowired private JdbcClient jdbc;

  private OneRegister at;
  private Session session;

  @BeforeEach
  void inviteTwo() {
    at = new OneRegister(application);
    session = at.session;
  }

  @Test
  void namesAndAnswersAreSealedInTheDatabase() throws Exception {
    at.returned(at.first(), "answer", "yes", "explainedBy", "Plumbosaurus");

    try (var connection =
            DriverManager.getConnection(database.url(), database.owner(), database.password());
        var statement = connection.createStatement()) {
      var dump = new StringBuilder();
      for (String table : new String[] {"invitation", "returned_form", "withdrawal"}) {
        var rows =
            statement.executeQuery(
                "select t::text, to_jsonb(t)::text from consent." + table + " t");
        while (rows.next()) {
          dump.append(rows.getString(1)).append(rows.getString(2));
        }
      }
      var hex = java.util.HexFormat.of();
      for (String secret : new String[] {"Quincelda", "Plumbosaurus"}) {
        assertThat(dump)
            .doesNotContain(secret)
            .doesNotContain(hex.formatHex(secret.getBytes(StandardCharsets.UTF_8)));
      }
    }
  }

  @Test
  void theDatabaseItselfKeepsTheRegisterFromTheHeadAndFromOutsiders() {
    assertThat(rowsSeenBy(people.as(Role.FACILITATOR))).isEqualTo(2);
    assertThat(rowsSeenBy(people.as(Role.HEAD))).isZero();
    assertThat(rowsSeenBy(SignedIn.as(people.cast().outsider().id()))).isZero();
  }

  @Test
  void noKeyLeadsFromConsentToAnythingButTheSessionTheWorkspaceAndItself() throws Exception {
    try (var connection =
            DriverManager.getConnection(database.url(), database.owner(), database.password());
        var statement = connection.createStatement()) {
      var keys =
          statement.executeQuery(
              """
              select distinct f.confrelid::regclass::text
                from pg_constraint f
                join pg_class c on c.oid = f.conrelid
               where f.contype = 'f' and c.relnamespace = 'consent'::regnamespace
                 and f.confrelid not in
                   (select oid from pg_class where relnamespace = 'consent'::regnamespace)
              """);
      var found = new java.util.TreeSet<String>();
      while (keys.next()) {
        found.add(keys.getString(1));
      }
      assertThat(found).containsExactly("access.workspace", "engagement.session");
      var into =
          statement.executeQuery(
              """
              select count(*)
                from pg_constraint f join pg_class c on c.oid = f.confrelid
                join pg_class o on o.oid = f.conrelid
               where f.contype = 'f' and c.relnamespace = 'consent'::regnamespace
                 and o.relnamespace <> 'consent'::regnamespace
              """);
      into.next();
      assertThat(into.getInt(1)).isZero();
      var rights =
          statement.executeQuery(
              """
              select has_schema_privilege('sightline_student', 'consent', 'usage')
                  or has_schema_privilege('sightline_system', 'consent', 'usage')
              """);
      rights.next();
      assertThat(rights.getBoolean(1)).isFalse();
    }
  }

  private int rowsSeenBy(SignedIn who) {
    return processes.look(
        who,
        () ->
            jdbc.sql("select count(*) from consent.invitation where session_id = :id")
                .param("id", session.id().value())
                .query(Integer.class)
                .single());
  }
}
