package org.sightline.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sightline.kernel.Role.ADMINISTRATOR;
import static org.sightline.kernel.Role.ANALYST;
import static org.sightline.kernel.Role.CHAIR;
import static org.sightline.kernel.Role.FACILITATOR;
import static org.sightline.kernel.Role.GOVERNANCE;
import static org.sightline.kernel.Role.HEAD;
import static org.sightline.kernel.Role.PRACTITIONER;
import static org.sightline.kernel.Role.SAFEGUARDING_LEAD;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;

/// A team from nothing to its first piece of work, in an installation that is no demonstration.
@SightlineTest
class TeamsTest {

  @Autowired private SettingUp settingUp;
  @Autowired private Teams teams;
  @Autowired private Colleagues colleagues;
  @Autowired private ColleaguesRoles givable;
  @Autowired private Casework casework;
  @Autowired private BreakGlass breakGlass;
  @Autowired private GlassReviews reviews;
  @Autowired private TestPeople people;

  private OwnSchool school;

  @BeforeEach
  void setUp() {
    school = new OwnSchool(settingUp);
  }

  @Test
  void whoeverNeitherAdministersNorReadsForGovernanceMakesNoTeam() {
    for (Role role : List.of(HEAD, SAFEGUARDING_LEAD, CHAIR, FACILITATOR)) {
      assertThatThrownBy(() -> teams.make(school.as(role), "Nobody's Team"))
          .isInstanceOf(NotThere.class);
    }
  }

  @Test
  void itsMakerNamesTheFirstChairOnceAndTheChairTheOthers() {
    for (Role maker : List.of(ADMINISTRATOR, GOVERNANCE)) {
      var team = teams.make(school.as(maker), "Team " + UUID.randomUUID());
      UserId chair = school.stranger();
      UserId other = school.stranger();
      assertThat(givable(school.as(maker), team, chair)).contains(CHAIR).doesNotContain(ANALYST);
      assertThatThrownBy(() -> colleagues.give(school.as(maker), team, school.the(maker), CHAIR))
          .as("never to oneself")
          .isInstanceOf(NotThere.class);

      colleagues.give(school.as(maker), team, chair, CHAIR);

      assertThat(givable(school.as(maker), team, other)).doesNotContain(CHAIR, PRACTITIONER);
      assertThat(givable(SignedIn.as(chair), team, other))
          .containsExactlyInAnyOrder(CHAIR, PRACTITIONER, ANALYST);
      colleagues.give(SignedIn.as(chair), team, other, PRACTITIONER);
      var piece = casework.open(SignedIn.as(other), team, TestCasework.purpose("Teamwork"));
      assertThat(casework.isChair(SignedIn.as(other), piece)).isTrue();
      colleagues.end(SignedIn.as(chair), team, other, PRACTITIONER);
      assertThat(casework.places(SignedIn.as(other))).isEmpty();
    }
  }

  @Test
  void aTeamIsMadeOnAPageAndItsNameOnlyOnce() {
    var administrator = people.signedIn(ADMINISTRATOR);
    String name = "Team " + UUID.randomUUID();
    assertThat(administrator.post("/teams", "name", " ").status()).isEqualTo(422);

    var made = administrator.post("/teams", "name", name);
    var again = administrator.post("/teams", "name", name.toUpperCase(java.util.Locale.UK));

    assertThat(made.page().select("main li").text()).contains(name);
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.page().select("#name-error")).hasSize(1);
    assertThat(people.signedIn(HEAD).get("/teams").status()).isEqualTo(404);
  }

  /// Issue 3, "Break-glass": the chair looks after casework as an owner after a round.
  @Test
  void aChairSaysWhatCameOfAnEmergencyInTheirPieceOfWork() {
    var team = teams.make(school.as(ADMINISTRATOR), "Team " + UUID.randomUUID());
    var chair = SignedIn.as(school.stranger());
    colleagues.give(school.as(ADMINISTRATOR), team, chair.user(), CHAIR);
    var piece = casework.open(chair, team, TestCasework.purpose("Urgent"));
    var visitor = new OwnSchool(settingUp).as(HEAD);
    breakGlass.open(
        visitor, piece, BreakGlass.Category.MISSING, "Seen with somebody who has not come home.");

    var broken = reviews.all(chair).getFirst();
    assertThat(broken.place()).isEqualTo("Urgent work");
    assertThatThrownBy(
            () -> reviews.review(visitor, broken.id(), GlassReviews.Outcome.JUSTIFIED, ""))
        .isInstanceOf(NotThere.class);
    reviews.review(chair, broken.id(), GlassReviews.Outcome.JUSTIFIED, "They rang us.");

    assertThat(reviews.all(chair).getFirst().outcome()).isEqualTo("JUSTIFIED");
  }

  private Set<Role> givable(SignedIn who, WorkspaceId team, UserId user) {
    return givable.givable(who, user).stream()
        .filter(givable -> givable.school().equals(team))
        .map(ColleaguesRoles.Givable::role)
        .collect(Collectors.toSet());
  }
}
