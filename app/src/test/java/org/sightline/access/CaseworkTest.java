package org.sightline.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.demonstration.Cast;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Role;
import org.sightline.kernel.Stale;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.Superuser;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestPeople;
import org.sightline.web.Dates;
import org.springframework.beans.factory.annotation.Autowired;

/// Opening a piece of work: with a purpose, a lawful basis and why now, or not at all; and who is
/// let in.
@SightlineTest
class CaseworkTest {

  @Autowired private TestPeople people;
  @Autowired private TestCasework casework;
  @Autowired private Casework pieces;
  @Autowired private DatabaseSettings database;

  private TestCasework.Team team;
  private WorkspaceId piece;

  @BeforeEach
  void aPiece() {
    team = casework.aTeam("Open");
    piece = casework.aPieceOf(team);
  }

  @ParameterizedTest
  @ValueSource(strings = {"risk", "title", "kind", "basis", "whyNow", "contact"})
  void isNotOpenedWithoutEach(String missing) {
    var fields = new java.util.LinkedHashMap<String, String>();
    fields.put("risk", "no");
    fields.put("title", "Typed title");
    fields.put("kind", "ASSESS");
    fields.put("basis", "Children Act 2004");
    fields.put("whyNow", "Now.");
    fields.put("contact", "A desk");
    fields.put("place", team.id().toString());
    fields.remove(missing);
    int before = pieces.mine(team.asChair()).size();

    var refused =
        people
            .signedIn(team.chair())
            .post(
                "/casework/new",
                fields.entrySet().stream()
                    .flatMap(field -> java.util.stream.Stream.of(field.getKey(), field.getValue()))
                    .toArray(String[]::new));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.page().select(".govuk-error-summary a").attr("href"))
        .isEqualTo("#" + missing);
    assertThat(pieces.mine(team.asChair())).hasSize(before);
  }

  @Test
  void somebodyInDangerComesFirst() {
    var refused = people.signedIn(team.chair()).post("/casework/new", "risk", "ring");

    assertThat(refused.page().select("#risk-error").text()).contains("Ring the police");
  }

  @Test
  void theDatabaseKnowsNoCaseworkWithoutAPurpose() {
    int without =
        Superuser.<Integer>rolledBack(
            database,
            jdbc ->
                jdbc.sql(
                        """
                        select count(*) from access.workspace w
                         where kind = 'CASEWORK' and not exists (
                           select 1 from access.stated_purpose p where p.workspace_id = w.id)
                        """)
                    .query(Integer.class)
                    .single());

    assertThat(without).isZero();
    assertThatThrownBy(
            () ->
                Superuser.rolledBack(
                    database,
                    jdbc ->
                        jdbc.sql(
                                """
                                select access.open_casework(gen_random_uuid(), :team, current_date,
                                  gen_random_uuid(), null, 'ASSESS', null, null, null, 'NO')
                                """)
                            .param("team", team.id().value())
                            .query((row, n) -> true)
                            .single()))
        .isInstanceOf(org.springframework.dao.DataAccessException.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {
        "HEAD",
        "DEPUTY_LEAD",
        "FACILITATOR",
        "ROUND_OWNER",
        "ADMINISTRATOR",
        "GOVERNANCE",
        "ANALYST"
      })
  void isNotOpenedByWhoeverMayNot(Role role) {
    assertThat(people.signedIn(role).get("/casework/new").status()).isEqualTo(404);
    assertThatThrownBy(
            () -> pieces.open(people.as(role), people.school(), TestCasework.purpose("Not")))
        .isInstanceOf(NotThere.class);
  }

  @Test
  void isOpenedAtASchoolByItsSafeguardingLead() {
    var lead = people.as(Role.SAFEGUARDING_LEAD);

    var opened = pieces.open(lead, people.school(), TestCasework.purpose("Lead"));

    assertThat(pieces.isChair(lead, opened)).isTrue();
  }

  @Test
  void isNotThereForAnyOtherChair() {
    var other = people.signedIn(Role.CHAIR);

    assertThat(other.get("/casework/" + piece).response().body())
        .isEqualTo(other.get("/casework/" + UUID.randomUUID()).response().body());
    assertThat(other.get("/casework").page().text()).doesNotContain("Open work");
  }

  @Test
  void aNewPurposeKeepsTheOldOneWithItsReason() {
    var chair = people.signedIn(team.chair());
    String at = "/casework/" + piece + "/purpose";
    String[] fields = {
      "version",
      "1",
      "title",
      "Open work",
      "kind",
      "DISRUPT",
      "basis",
      "Crime and Disorder Act 1998",
      "whyNow",
      "Threats since Monday.",
      "contact",
      "Open desk"
    };

    assertThat(chair.post(at, fields).status()).isEqualTo(422);
    var changed = chair.post(at, with(fields, "because", "The police asked for it."));

    assertThat(changed.page().text())
        .contains("Disruption", "The police asked for it.", "Assessment");
    assertThatThrownBy(
            () -> pieces.restate(team.asChair(), piece, 1, TestCasework.purpose("Late"), "Late."))
        .isInstanceOf(Stale.class);
  }

  @Test
  void theChairLetsColleaguesInAndEndsIt() {
    var newcomer = casework.aTeam("Newcomer").practitioner();
    var chair = people.signedIn(team.chair());
    String members = "/casework/" + piece + "/members";
    assertThat(people.signedIn(newcomer).get("/casework/" + piece).status()).isEqualTo(404);

    chair.post(members, "username", newcomer.username(), "role", "ANALYST");
    assertThat(people.signedIn(newcomer).get("/casework/" + piece).status()).isEqualTo(200);

    chair.post(members + "/" + newcomer.id() + "/ending", "role", "ANALYST");
    assertThat(people.signedIn(newcomer).get("/casework/" + piece).status()).isEqualTo(404);
  }

  /// AC-07: a role is given from a day to a day, and opens from the one to the other.
  @Test
  void aRoleIsGivenFromTomorrowToTheDayAfterAndOpensOnThoseDaysOnly() {
    var newcomer = casework.aTeam("Newcomer").practitioner();
    var chair = people.signedIn(team.chair());
    var today = LocalDate.now(ZoneId.of("Europe/London"));
    String members = "/casework/" + piece + "/members";
    var past = chair.post(members, term(newcomer, today.minusDays(1), today));
    assertThat(past.status()).isEqualTo(422);
    assertThat(past.page().select(".govuk-error-summary a").attr("href")).isEqualTo("#from");
    var backwards = chair.post(members, term(newcomer, today.plusDays(2), today.plusDays(1)));
    assertThat(backwards.status()).isEqualTo(422);
    assertThat(backwards.page().select("#until-error").text()).contains("before the first");
    assertThat(backwards.page().select("#username").val()).isEqualTo(newcomer.username());

    var given = chair.post(members, term(newcomer, today.plusDays(1), today.plusDays(2)));

    assertThat(given.page().select("tr:contains(" + newcomer.name() + ")").text())
        .contains("from " + Dates.day(today.plusDays(1)), "until " + Dates.day(today.plusDays(2)));
    var visitor = people.signedIn(newcomer);
    assertThat(visitor.get("/casework/" + piece).status()).as("today").isEqualTo(404);
    aDayLater(newcomer);
    assertThat(visitor.get("/casework/" + piece).status()).as("tomorrow").isEqualTo(200);
    aDayLater(newcomer);
    assertThat(visitor.get("/casework/" + piece).status()).as("the day after").isEqualTo(200);
    assertThat(chair.get("/casework/" + piece).page().select("main").text())
        .contains("until " + Dates.day(today));
    aDayLater(newcomer);
    assertThat(visitor.get("/casework/" + piece).status()).as("and then").isEqualTo(404);
  }

  private static String[] term(Cast.Member member, LocalDate from, LocalDate until) {
    return new String[] {
      "username", member.username(), "role", "ANALYST",
      "from-day", "" + from.getDayOfMonth(), "from-month", "" + from.getMonthValue(),
      "from-year", "" + from.getYear(), "until-day", "" + until.getDayOfMonth(),
      "until-month", "" + until.getMonthValue(), "until-year", "" + until.getYear()
    };
  }

  private void aDayLater(Cast.Member member) {
    Superuser.lasting(
        database,
        jdbc ->
            jdbc.sql(
                    """
                    update access.membership set from_date = from_date - 1, until_date = until_date - 1
                     where workspace_id = :piece and user_id = :user
                    """)
                .param("piece", piece.value())
                .param("user", member.id().value())
                .update());
  }

  @Test
  void nobodyElseLetsAnybodyInAndNobodyThemselves() {
    var newcomer = casework.aTeam("Newcomer").practitioner();
    var practitioner = people.signedIn(team.practitioner());
    String members = "/casework/" + piece + "/members";

    assertThat(
            practitioner.post(members, "username", newcomer.username(), "role", "CHAIR").status())
        .isEqualTo(404);
    assertThat(
            people
                .signedIn(team.chair())
                .post(members, "username", team.chair().username(), "role", "ANALYST")
                .status())
        .isEqualTo(422);
    for (String role : List.of("ADMINISTRATOR", "GOVERNANCE", "HEAD", "nonsense")) {
      int status =
          people
              .signedIn(team.chair())
              .post(members, "username", newcomer.username(), "role", role)
              .status();
      assertThat(status).as(role).isIn(404, 422);
    }
    assertThat(pieces.members(team.asChair(), piece)).hasSize(2);
  }

  private static String[] with(String[] fields, String name, String value) {
    var all = new java.util.ArrayList<>(List.of(fields));
    all.add(name);
    all.add(value);
    return all.toArray(String[]::new);
  }
}
