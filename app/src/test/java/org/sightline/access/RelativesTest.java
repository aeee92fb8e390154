package org.sightline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.demonstration.Cast;
import org.sightline.kernel.Role;
import org.sightline.kernel.WorkspaceId;
import org.sightline.people.PersonId;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.Superuser;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// AU-08, own relative: somebody who opens, or tries to open, the record of a person they are close
/// to is noticed, whoever said so, and also where nobody did and both have one surname. No alert
/// has a name or a record in it.
@SightlineTest
class RelativesTest {

  private static final String SURNAME = "Quillwhistle";

  @Autowired private TestPeople people;
  @Autowired private TestCasework casework;
  @Autowired private Conflicts conflicts;
  @Autowired private RelativesWatch watch;
  @Autowired private SettingUp settingUp;
  @Autowired private DatabaseSettings database;
  @Autowired private ApplicationContext application;

  private TestCasework.Team team;
  private WorkspaceId piece;
  private PersonId person;
  private Cast.Member member;
  private Visitor reader;
  private String record;

  @BeforeEach
  void aRecordAndItsReader() {
    team = casework.aTeam("Relative");
    piece = casework.aPieceOf(team);
    person = casework.aPerson(team.asChair(), piece, "Ned", SURNAME, LocalDate.of(2011, 2, 3));
    member = team.practitioner();
    reader = people.signedIn(member);
    record = "/people/" + piece + "/" + person;
  }

  @Test
  void whoeverOpensWhatIsTheirsToOpenIsNoAlert() {
    assertThat(reader.get(record).status()).isEqualTo(200);
    watch.lookAround();

    assertThat(alerts(member)).isEmpty();
  }

  @Test
  void whoeverIsKeptAwayAndTriesIsAnAlertOnceADayHoweverOften() {
    keptAway();
    reader.get(record);
    watch.lookAround();
    reader.get(record);
    reader.get(record + "/history");
    watch.lookAround();

    assertThat(alerts(member)).containsExactly("own-relative " + piece);
    assertThat(reader.get("/waiting").page().html()).doesNotContain("related");
  }

  @Test
  void whatWasReadBeforeSomebodySaidSoIsNoAttempt() {
    assertThat(reader.get(record).status()).isEqualTo(200);
    keptAway();
    watch.lookAround();

    assertThat(alerts(member)).isEmpty();
  }

  @Test
  void whoeverSaysSoThemselvesMayGoBackInTheBrowserAndAnHourLaterNoMore() {
    reader.post(
        "/reasons/" + piece + "/" + person + "/stepping-back",
        "reason",
        "My cousin.",
        "sure",
        "yes");
    assertThat(reader.get(record).status()).as("kept away").isEqualTo(404);
    watch.lookAround();
    assertThat(alerts(member)).isEmpty();

    anHourGoesBy();
    reader.get(record);
    watch.lookAround();

    assertThat(alerts(member)).containsExactly("own-relative " + piece);
  }

  @Test
  void whoeverIsLetInAgainIsAnAlertOnceAndForEver() {
    keptAway();
    var block = conflicts.in(team.asChair(), piece).getFirst();
    conflicts.lift(team.asChair(), piece, block.id());
    for (int n = 0; n < 3; n++) {
      assertThat(reader.get(record).status()).isEqualTo(200);
      watch.lookAround();
    }

    assertThat(alerts(member)).containsExactly("own-relative " + piece);
  }

  @Test
  void whoeverIsKeptAwayFromAWholePieceOfWorkToo() {
    conflicts.declare(team.asChair(), piece, null, member.id(), "Their own family.");
    reader.get("/people/" + piece);
    watch.lookAround();

    assertThat(alerts(member)).containsExactly("own-relative " + piece);
  }

  @Test
  void aRecordOfTheSameSurnameIsAnAlertTheFirstTime() {
    var cousin = named("Ada Mary " + SURNAME.toUpperCase() + "-Brown");
    var visitor = people.signedIn(cousin);

    assertThat(visitor.get(record).status()).as("nobody is kept away by it").isEqualTo(200);
    visitor.get(record);

    assertThat(alerts(cousin)).containsExactly("own-relative " + piece);
    assertThat(alertText(cousin)).doesNotContainIgnoringCase(SURNAME, person.toString());
  }

  @Test
  void whoLooksAfterTheAuditSeesItAndWhomItIsAboutDoesNot() {
    keptAway();
    reader.get(record);
    watch.lookAround();

    var governance = people.signedIn(casework.governs(team));
    assertThat(governance.get("/alerts").page().text())
        .contains("may be related to them", member.name())
        .doesNotContain(SURNAME);
    assertThat(reader.get("/alerts").status()).isEqualTo(404);
    assertThat(people.signedIn(Role.ADMINISTRATOR).get("/alerts").page().text())
        .doesNotContain("may be related to them");
  }

  private void keptAway() {
    conflicts.declare(team.asChair(), piece, person.value(), member.id(), "His aunt.");
  }

  /// A practitioner of the team who is called so, let into the piece of work.
  private Cast.Member named(String name) {
    String username = "relative-" + UUID.randomUUID();
    var cousin =
        new Cast.Member(
            name, Role.PRACTITIONER, team.word(), username, "walnut-harbour-candle-nine", "");
    settingUp.person(cousin.id(), username, name, cousin.password());
    settingUp.member(team.id(), cousin.id(), Role.PRACTITIONER, LocalDate.of(2026, 1, 5));
    application.getBean(Casework.class).letIn(team.asChair(), piece, username, Role.PRACTITIONER);
    return cousin;
  }

  private void anHourGoesBy() {
    Superuser.lasting(
        database,
        jdbc ->
            jdbc.sql(
                    """
                    update access.conflict_block set declared_at = declared_at - interval '1 hour'
                     where workspace_id = :piece
                    """)
                .param("piece", piece.value())
                .update());
  }

  private List<String> alerts(Cast.Member about) {
    return Superuser.rolledBack(
        database,
        jdbc ->
            jdbc.sql("select kind || ' ' || workspace from audit.alert where subject_user = :user")
                .param("user", about.id().value())
                .query(String.class)
                .list());
  }

  /// What an alert says, and what its entry in the audit says, but not what it is found again by.
  private String alertText(Cast.Member about) {
    return Superuser.rolledBack(
        database,
        jdbc ->
            String.join(
                " ",
                jdbc.sql(
                        """
                        select (to_jsonb(a) - 'occasion')::text || to_jsonb(e)::text
                          from audit.alert a join audit.entry e on e.object = a.id
                         where a.subject_user = :user
                        """)
                    .param("user", about.id().value())
                    .query(String.class)
                    .list()));
  }
}
