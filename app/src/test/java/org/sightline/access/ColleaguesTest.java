package org.sightline.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sightline.kernel.Role.ADMINISTRATOR;
import static org.sightline.kernel.Role.ANALYST;
import static org.sightline.kernel.Role.CHAIR;
import static org.sightline.kernel.Role.DEPUTY_LEAD;
import static org.sightline.kernel.Role.FACILITATOR;
import static org.sightline.kernel.Role.GOVERNANCE;
import static org.sightline.kernel.Role.HEAD;
import static org.sightline.kernel.Role.PRACTITIONER;
import static org.sightline.kernel.Role.ROUND_OWNER;
import static org.sightline.kernel.Role.SAFEGUARDING_LEAD;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// Roles at a school of its own, with one person for each role.
@SightlineTest
class ColleaguesTest {

  private static final LocalDate EARLIER = LocalDate.of(2026, 1, 5);

  /// What each role may give; nothing else, to nobody.
  private static final Map<Role, Set<Role>> GIVES =
      Map.of(
          ROUND_OWNER, Set.of(ROUND_OWNER, FACILITATOR),
          FACILITATOR, Set.of(FACILITATOR),
          SAFEGUARDING_LEAD, Set.of(SAFEGUARDING_LEAD, DEPUTY_LEAD, ROUND_OWNER, FACILITATOR),
          DEPUTY_LEAD, Set.of(DEPUTY_LEAD),
          HEAD, Set.of(HEAD, ROUND_OWNER, FACILITATOR),
          ADMINISTRATOR, Set.of(ADMINISTRATOR),
          GOVERNANCE, Set.of(GOVERNANCE),
          CHAIR, Set.of(CHAIR),
          PRACTITIONER, Set.of(PRACTITIONER),
          ANALYST, Set.of(ANALYST));

  @Autowired private SettingUp settingUp;
  @Autowired private Colleagues colleagues;
  @Autowired private ColleaguesRoles offered;
  @Autowired private Workspaces workspaces;
  @Autowired private Casework casework;
  @Autowired private org.sightline.audit.Processes processes;
  @Autowired private TestPeople people;

  private final WorkspaceId school = new WorkspaceId(UUID.randomUUID());
  private final Map<Role, UserId> staff = new EnumMap<>(Role.class);
  private final UserId newcomer = UserId.random();

  @BeforeEach
  void setUp() {
    settingUp.school(school, "Grantwell School", EARLIER);
    for (Role role : Role.values()) {
      var user = UserId.random();
      settingUp.personWithoutPassword(user, user.toString(), "Invented " + role);
      settingUp.member(school, user, role, EARLIER);
      staff.put(role, user);
    }
    settingUp.personWithoutPassword(newcomer, newcomer.toString(), "Newly Invented");
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void everyRoleGivesWhatItCoversAndNothingElse(Role giver) {
    var givable =
        offered.givable(as(giver), newcomer).stream()
            .filter(g -> g.school().equals(school))
            .map(ColleaguesRoles.Givable::role)
            .collect(Collectors.toSet());

    assertThat(givable).isEqualTo(GIVES.get(giver));
    for (Role role : Role.values()) {
      if (!givable.contains(role)) {
        assertThatThrownBy(() -> colleagues.give(as(giver), school, newcomer, role))
            .isInstanceOf(NotThere.class);
      }
    }
  }

  @Test
  void aHeadHasToDoWithTheirOwnSchoolAndWithNewcomers() {
    var elsewhere = people.cast().the(HEAD).id();

    assertThat(colleagues.around(as(HEAD)).stream().map(Colleagues.Person::id))
        .containsAll(staff.values())
        .contains(newcomer)
        .doesNotContain(elsewhere);
    assertThatThrownBy(() -> colleagues.person(as(HEAD), elsewhere)).isInstanceOf(NotThere.class);
    assertThat(colleagues.around(as(ADMINISTRATOR)).stream().map(Colleagues.Person::id))
        .contains(elsewhere);
  }

  @Test
  void nobodyReachesMoreByGivingInTurns() {
    for (Role role : Role.values()) {
      for (Role given : GIVES.get(role)) {
        assertThat(GIVES.get(role)).as("%s gives %s", role, given).containsAll(GIVES.get(given));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void nobodyGivesAnythingToThemselves(Role giver) {
    assertThat(offered.givable(as(giver), staff.get(giver))).isEmpty();
  }

  @Test
  void anAdministratorNamesTheFirstHeadAndNoSecond() {
    var young = new WorkspaceId(UUID.randomUUID());
    var administrator = staff.get(ADMINISTRATOR);
    settingUp.school(young, "Startham School", EARLIER);
    settingUp.member(young, administrator, ADMINISTRATOR, EARLIER);

    colleagues.give(SignedIn.as(administrator), young, newcomer, HEAD);

    assertThatThrownBy(
            () -> colleagues.give(SignedIn.as(administrator), young, staff.get(FACILITATOR), HEAD))
        .isInstanceOf(NotThere.class);
  }

  @Test
  void aRoleThatHasEndedOpensNothingTheSameMoment() {
    colleagues.give(as(HEAD), school, newcomer, FACILITATOR);
    assertThat(rolesOf(newcomer)).containsExactly(FACILITATOR);

    colleagues.end(as(HEAD), school, newcomer, FACILITATOR);

    assertThat(rolesOf(newcomer)).isEmpty();
    colleagues.give(as(HEAD), school, newcomer, FACILITATOR);
    assertThat(rolesOf(newcomer)).containsExactly(FACILITATOR);
  }

  @Test
  void whoeverHasNoRoleLeftAtASchoolHasNoneInItsWorkEither() {
    var lead = staff.get(SAFEGUARDING_LEAD);
    var second = UserId.random();
    settingUp.personWithoutPassword(second, second.toString(), "Second Invented");
    settingUp.member(school, second, SAFEGUARDING_LEAD, EARLIER);
    settingUp.member(school, lead, FACILITATOR, EARLIER);
    var piece = casework.open(as(SAFEGUARDING_LEAD), school, TestCasework.purpose("Grantwell"));
    var round = WorkspaceId.random();
    processes.look(
        as(SAFEGUARDING_LEAD),
        () -> {
          workspaces.openRound(round, school, EARLIER);
          return true;
        });

    colleagues.end(SignedIn.as(second), school, lead, SAFEGUARDING_LEAD);
    assertThat(opens(lead, piece)).as("still a facilitator there").isTrue();
    colleagues.end(as(HEAD), school, lead, FACILITATOR);

    assertThat(opens(lead, piece)).isFalse();
    assertThat(opens(lead, round)).isFalse();
  }

  private boolean opens(UserId user, WorkspaceId workspace) {
    return processes.look(SignedIn.as(user), () -> workspaces.isOpen(workspace));
  }

  @Test
  void theLastAdministratorStays() {
    var second = UserId.random();
    settingUp.personWithoutPassword(second, second.toString(), "Second Invented");
    settingUp.member(school, second, ADMINISTRATOR, EARLIER);

    colleagues.end(as(ADMINISTRATOR), school, second, ADMINISTRATOR);

    assertThatThrownBy(
            () ->
                colleagues.end(
                    SignedIn.as(second), school, staff.get(ADMINISTRATOR), ADMINISTRATOR))
        .isInstanceOf(NotThere.class);
    assertThatThrownBy(
            () -> colleagues.switchTo(as(ADMINISTRATOR), staff.get(ADMINISTRATOR), false))
        .isInstanceOf(Refused.class);
  }

  @Test
  void whoeverIsSwitchedOffIsOutAtOnce() {
    var person = UserId.random();
    settingUp.person(person, "switched-" + person, "Switched Invented", "an invented password");
    Visitor visitor = people.stranger();
    visitor.post(
        "/signing-in", "username", "switched-" + person, "password", "an invented password");
    assertThat(visitor.get("/your-sign-in").status()).isEqualTo(200);

    colleagues.switchTo(as(ADMINISTRATOR), person, false);

    assertThat(visitor.get("/your-sign-in").path()).isEqualTo("/signing-in");
    assertThat(
            visitor
                .post(
                    "/signing-in",
                    "username",
                    "switched-" + person,
                    "password",
                    "an invented password")
                .status())
        .isEqualTo(422);
  }

  @Test
  void anAdministratorAddsAColleagueWithALinkThatWorks() {
    var administrator = people.signedIn(ADMINISTRATOR);
    String username = "new-" + UUID.randomUUID();

    var said = administrator.post("/colleagues/new", "name", "Addy Invented", "username", username);

    String link = said.page().select("code").text();
    assertThat(people.stranger().get(link).heading()).contains("How do you want to sign in");
    var again =
        administrator.post("/colleagues/new", "name", "Addy Invented", "username", username);
    assertThat(again.status()).isEqualTo(422);
    assertThat(administrator.get("/colleagues").page().text()).contains("Addy Invented");
  }

  private Set<Role> rolesOf(UserId user) {
    return processes.look(as(HEAD), () -> workspaces.roles(SignedIn.as(user), school));
  }

  private SignedIn as(Role role) {
    return SignedIn.as(staff.get(role));
  }
}
