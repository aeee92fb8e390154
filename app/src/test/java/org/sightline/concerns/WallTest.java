package org.sightline.concerns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sightline.concerns.Examples.london;

import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.access.SettingUp;
import org.sightline.access.Workspaces;
import org.sightline.audit.Processes;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.DatabaseSettings;
import org.sightline.store.SystemStore;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;

/// The database on its own, as the roles the application works under and as its owner.
@SightlineTest
class WallTest {

  private static final Instant TUESDAY = london("2027-06-08T11:00");

  @Autowired private TestPeople people;
  @Autowired private Processes processes;
  @Autowired private Workspaces workspaces;
  @Autowired private JdbcConcerns jdbc;
  @Autowired private JdbcReceipts receipts;
  @Autowired private ConcernNotices notices;
  @Autowired private RoundTimes roundTimes;
  @Autowired private ConcernRules rules;
  @Autowired private SystemStore store;
  @Autowired private DatabaseSettings database;
  @Autowired private SettingUp settingUp;

  private Examples examples;

  @BeforeEach
  void prepare() {
    examples =
        new Examples(
            people, processes, workspaces, jdbc, receipts, notices, roundTimes, rules, store);
  }

  @ParameterizedTest
  @CsvSource({
    // about, who looks, rows seen before it is passed on, and after
    ", SAFEGUARDING_LEAD, 1, 1",
    ", DEPUTY_LEAD, 0, 1",
    ", HEAD, 0, 0",
    ", FACILITATOR, 0, 0",
    ", ROUND_OWNER, 0, 0",
    ", ADMINISTRATOR, 0, 0",
    ", GOVERNANCE, 0, 0",
    "LEAD, SAFEGUARDING_LEAD, 0, 0",
    "LEAD, DEPUTY_LEAD, 1, 1",
    "LEAD, HEAD, 1, 1",
    "HEAD, HEAD, 0, 0",
    "HEAD, SAFEGUARDING_LEAD, 1, 1",
    "STAFF, HEAD, 1, 1",
    "STAFF, SAFEGUARDING_LEAD, 0, 1",
    "DEPUTY, DEPUTY_LEAD, 0, 0"
  })
  void theDatabaseItselfShowsAConcernOnlyToItsReaders(About about, Role role, int before, int after)
      throws SQLException {
    var id = about == null ? examples.raised(TUESDAY) : examples.raised(TUESDAY, about);

    assertThat(rowsSeen(role, id)).isEqualTo(before);

    store
        .jdbc()
        .sql("update concerns.concern set passed_on = now() where id = :id")
        .param("id", id.value())
        .update();
    assertThat(rowsSeen(role, id)).isEqualTo(after);
  }

  @Test
  void whoeverIsLeadAndDeputyAtOnceReadsNothingAboutTheLead() throws SQLException {
    var school = WorkspaceId.random();
    var both = UserId.random();
    var raiser = UserId.random();
    var from = LocalDate.of(2026, 1, 5);
    settingUp.school(school, "Another school", from);
    settingUp.person(both, "both-" + both, "Isolde Twinmarrow", "a long password of words");
    settingUp.person(raiser, "raiser-" + raiser, "Anselm Pikestaffe", "a long password of words");
    settingUp.member(school, both, Role.SAFEGUARDING_LEAD, from);
    settingUp.member(school, both, Role.DEPUTY_LEAD, from);
    settingUp.member(school, raiser, Role.FACILITATOR, from);
    var concern =
        new RaisedConcern(
            ConcernId.random(),
            school,
            null,
            null,
            Way.FORM,
            Stage.FEEDBACK,
            Set.of(About.LEAD),
            Map.of("what", Examples.PLANTED),
            TUESDAY);
    examples.concernsAt(TUESDAY).raise(SignedIn.as(raiser), concern);

    try (var connection = AtTheDatabase.as(database, "sightline_staff", both.toString())) {
      assertThat(AtTheDatabase.count(connection, "select count(*) from concerns.concern")).isZero();
      assertThat(AtTheDatabase.count(connection, "select count(*) from concerns.step")).isZero();
    }
    assertThat(examples.followingAt(TUESDAY).queue(SignedIn.as(both))).isEmpty();
  }

  @Test
  void aLeadWhoBecomesHeadStillReadsNothingAboutTheLeadOfThatDay() throws SQLException {
    var school = WorkspaceId.random();
    var lead = UserId.random();
    var raiser = UserId.random();
    var from = LocalDate.of(2026, 1, 5);
    settingUp.school(school, "Another school", from);
    settingUp.person(lead, "lead-" + lead, "Isolde Twinmarrow", "a long password of words");
    settingUp.person(raiser, "raiser-" + raiser, "Anselm Pikestaffe", "a long password of words");
    settingUp.member(school, lead, Role.SAFEGUARDING_LEAD, from);
    settingUp.member(school, raiser, Role.FACILITATOR, from);
    examples
        .concernsAt(TUESDAY)
        .raise(
            SignedIn.as(raiser),
            new RaisedConcern(
                ConcernId.random(),
                school,
                null,
                null,
                Way.FORM,
                Stage.FEEDBACK,
                Set.of(About.LEAD),
                Map.of("what", Examples.PLANTED),
                TUESDAY));

    store
        .jdbc()
        .sql("update access.membership set until_date = :last where user_id = :lead")
        .param("last", from)
        .param("lead", lead.value())
        .update();
    settingUp.member(school, lead, Role.HEAD, from);

    try (var connection = AtTheDatabase.as(database, "sightline_staff", lead.toString())) {
      assertThat(AtTheDatabase.count(connection, "select count(*) from concerns.concern")).isZero();
    }
    assertThat(examples.followingAt(TUESDAY).queue(SignedIn.as(lead))).isEmpty();
  }

  @Test
  void nobodyWithoutANameSeesOrRaisesAnything() throws SQLException {
    var id = examples.raised(TUESDAY);

    try (var connection = AtTheDatabase.as(database, "sightline_staff", null)) {
      assertThat(AtTheDatabase.count(connection, "select count(*) from concerns.concern")).isZero();
      assertThat(AtTheDatabase.count(connection, "select count(*) from concerns.receipt")).isZero();
      assertThatThrownBy(
              () ->
                  AtTheDatabase.run(
                      connection,
                      "insert into concerns.step (id, concern_id, number, cycle, kind, at)"
                          + " values (gen_random_uuid(), '%s', 1, 0, 'PASSED_ON', now())"
                              .formatted(id)))
          .hasMessageContaining("row-level security");
    }
  }

  @Test
  void theClocksOwnRoleCannotReadWhatAConcernSays() throws SQLException {
    try (var connection = AtTheDatabase.as(database, "sightline_system", null)) {
      assertThatThrownBy(
              () -> AtTheDatabase.count(connection, "select count(answers) from concerns.concern"))
          .hasMessageContaining("permission denied");
    }
    try (var connection = AtTheDatabase.as(database, "sightline_system", null)) {
      assertThatThrownBy(
              () -> AtTheDatabase.count(connection, "select count(words) from concerns.step"))
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void whatWasToldIsNowhereInTheTablesAsItWasTold() throws SQLException {
    var id = examples.raised(TUESDAY);
    var lead = people.as(Role.SAFEGUARDING_LEAD);
    var following = examples.followingAt(TUESDAY);
    following.open(lead, id);
    following.note(lead, id, "Rang the Quagmarsh household");

    try (var connection =
            DriverManager.getConnection(database.url(), database.owner(), database.password());
        var statement = connection.createStatement()) {
      for (String table :
          new String[] {
            "concerns.concern",
            "concerns.step",
            "concerns.receipt",
            "concerns.notice",
            "audit.entry"
          }) {
        var rows =
            statement.executeQuery("select row_to_json(t)::text, t::text from " + table + " t");
        while (rows.next()) {
          assertThat(rows.getString(1) + rows.getString(2))
              .doesNotContain("Quagmarsh")
              .doesNotContain(hex("Quagmarsh"));
        }
      }
    }
    assertThat(following.open(lead, id).answers().get("what")).contains("Quagmarsh");
  }

  private int rowsSeen(Role role, ConcernId id) throws SQLException {
    try (var connection =
        AtTheDatabase.as(database, "sightline_staff", people.cast().the(role).id().toString())) {
      return AtTheDatabase.count(
          connection, "select count(*) from concerns.concern where id = '%s'".formatted(id));
    }
  }

  private static String hex(String text) {
    var hex = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      hex.append("%02x".formatted(b));
    }
    return hex.toString();
  }
}
