package org.sightline.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Role;
import org.sightline.kernel.Stale;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.Superuser;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestPeople;
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
