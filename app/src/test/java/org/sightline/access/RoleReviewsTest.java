package org.sightline.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sightline.kernel.Role.ADMINISTRATOR;
import static org.sightline.kernel.Role.CHAIR;
import static org.sightline.kernel.Role.FACILITATOR;
import static org.sightline.kernel.Role.GOVERNANCE;
import static org.sightline.kernel.Role.HEAD;
import static org.sightline.kernel.Role.ROUND_OWNER;
import static org.sightline.kernel.Role.SAFEGUARDING_LEAD;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.audit.PastDays;
import org.sightline.audit.Processes;
import org.sightline.audit.SystemProcesses;
import org.sightline.kernel.Late;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.RecordKeys;
import org.sightline.store.SystemStore;
import org.sightline.testing.SightlineTest;
import org.springframework.beans.factory.annotation.Autowired;

/// A quarter after a quarter, who holds which role is looked through (AC-17).
@SightlineTest
class RoleReviewsTest {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  @Autowired private SettingUp settingUp;
  @Autowired private RoleReviewClock clock;
  @Autowired private RoleReviews reviews;
  @Autowired private UpkeepDays days;
  @Autowired private Workspaces workspaces;
  @Autowired private Processes processes;
  @Autowired private SystemProcesses systemProcesses;
  @Autowired private SystemStore store;
  @Autowired private RecordKeys keys;

  private final LocalDate today = LocalDate.now(LONDON);
  private OwnSchool school;

  @BeforeEach
  void setUp() {
    school = new OwnSchool(settingUp);
  }

  @Test
  void itComesRoundOnceAQuarterIsRemindedOnceAndToldToGovernanceOnce() {
    var first = days.rolesAfter(OwnSchool.EARLIER);
    twice(first.minusDays(1));
    assertThat(reviews.mine(school.as(HEAD))).isEmpty();

    twice(first);
    twice(first.plusDays(1));
    var review = reviews.mine(school.as(HEAD)).getFirst();
    assertThat(reviews.mine(school.as(HEAD))).hasSize(1);
    assertThat(told(review.id()))
        .containsExactlyInAnyOrder("HEAD came-round", "SAFEGUARDING_LEAD came-round");

    twice(review.due());
    assertThat(told(review.id())).hasSize(2);
    twice(review.due().plusDays(1));
    assertThat(told(review.id())).contains("HEAD overdue", "SAFEGUARDING_LEAD overdue").hasSize(4);

    var last = days.rolesTold(review.due());
    assertThat(last).isEqualTo(review.due().plusWeeks(4));
    twice(last);
    assertThat(alerts()).isZero();
    twice(last.plusDays(1));
    assertThat(alerts()).isOne();
    assertThat(told(review.id())).contains("GOVERNANCE left").hasSize(5);
    assertThat(reviews.mine(school.as(HEAD))).as("one at a time").hasSize(1);
  }

  @Test
  void whatIsOverdueIsListed() {
    clock.look(school.id(), today);
    var review = reviews.mine(school.as(HEAD)).getFirst();

    assertThat(late(review.id(), review.due())).isEmpty();
    assertThat(late(review.id(), review.due().plusDays(1)))
        .extracting(Late::kind)
        .containsExactly("roles not looked through");
  }

  @Test
  void onlyThoseWhoLookAfterThePlaceLookThroughItsRoles() {
    UUID id = begun();
    for (Role role : List.of(ADMINISTRATOR, FACILITATOR, ROUND_OWNER, CHAIR)) {
      assertThatThrownBy(() -> reviews.find(school.as(role), id)).isInstanceOf(NotThere.class);
      assertThat(reviews.mine(school.as(role))).isEmpty();
    }
    var elsewhere = new OwnSchool(settingUp);
    assertThatThrownBy(() -> reviews.find(elsewhere.as(HEAD), id)).isInstanceOf(NotThere.class);
    assertThat(reviews.find(school.as(GOVERNANCE), id).lines()).hasSize(Role.values().length);
  }

  @Test
  void nobodyLooksThroughTheirOwnRole() {
    UUID id = begun();
    var mine = line(HEAD, id, HEAD);

    assertThat(mine.own()).isTrue();
    assertThatThrownBy(() -> reviews.keep(school.as(HEAD), id, mine.membership()))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> reviews.end(school.as(HEAD), id, mine.membership()))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(
            () ->
                systemProcesses.look(
                    () ->
                        store
                            .jdbc()
                            .sql(
                                """
                                insert into access.role_reviewed
                                  (review_id, membership_id, outcome, by_user, at)
                                values (:id, :membership, 'KEPT', :me, now())
                                """)
                            .param("id", id)
                            .param("membership", mine.membership())
                            .param("me", school.the(HEAD).value())
                            .update()))
        .as("nor past the door")
        .isInstanceOf(org.springframework.dao.DataAccessException.class);
  }

  @Test
  void itIsDoneWhenEveryRoleWasKeptOrEndedAndTheNoticesAreSettled() {
    UUID id = begun();
    everyRoleBut(HEAD, id);
    assertThat(reviews.find(school.as(HEAD), id).left()).isOne();
    assertThat(reviews.mine(school.as(HEAD)).getFirst().done()).isNull();

    reviews.keep(school.as(SAFEGUARDING_LEAD), id, line(SAFEGUARDING_LEAD, id, HEAD).membership());

    assertThat(reviews.mine(school.as(HEAD)).getFirst().done()).isEqualTo(today);
    assertThat(settled(id)).isEqualTo(3);
    clock.look(school.id(), today.plusYears(1));
    assertThat(reviews.mine(school.as(HEAD))).as("the next quarter").hasSize(2);
  }

  @Test
  void anEndedRoleIsOverAtOnceAndComesBackWhenThatIsUndone() {
    UUID id = begun();
    var line = line(HEAD, id, FACILITATOR);
    reviews.end(school.as(HEAD), id, line.membership());
    reviews.end(school.as(SAFEGUARDING_LEAD), id, line.membership());

    assertThat(rolesOf(FACILITATOR)).isEmpty();
    assertThat(line(HEAD, id, FACILITATOR).outcome()).isEqualTo("ENDED");
    assertThatThrownBy(() -> reviews.undo(school.as(SAFEGUARDING_LEAD), id, line.membership()))
        .as("only by who did it")
        .isInstanceOf(NotThere.class);

    reviews.undo(school.as(HEAD), id, line.membership());

    assertThat(rolesOf(FACILITATOR)).containsExactly(FACILITATOR);
    assertThat(line(HEAD, id, FACILITATOR).outcome()).isNull();
    assertThat(entries("access.role-review-undone")).isOne();
  }

  @Test
  void theLastAdministratorStays() {
    UUID id = begun();
    var line = line(HEAD, id, ADMINISTRATOR);

    assertThatThrownBy(() -> reviews.end(school.as(HEAD), id, line.membership()))
        .isInstanceOf(Refused.class);
    school.another(ADMINISTRATOR);
    reviews.end(school.as(HEAD), id, line.membership());

    assertThat(rolesOf(ADMINISTRATOR)).isEmpty();
  }

  @Test
  void aRoleThatEndedElsewhereIsNotWaitedFor() {
    UUID id = begun();
    everyRoleBut(HEAD, id);
    systemProcesses.look(
        () ->
            store
                .jdbc()
                .sql("update access.membership set until_date = :yesterday where user_id = :user")
                .param("yesterday", today.minusDays(1))
                .param("user", school.the(HEAD).value())
                .update());

    clock.look(school.id(), today);

    assertThat(reviews.mine(school.as(GOVERNANCE)).getFirst().done()).isEqualTo(today);
  }

  @Test
  void aChairLooksThroughTheirTeam() {
    var team = WorkspaceId.random();
    settingUp.team(team, "Needham Team", OwnSchool.EARLIER);
    var chair = member(team, CHAIR);
    member(team, Role.PRACTITIONER);

    clock.look(team, today);

    var review = reviews.mine(chair).getFirst();
    assertThat(reviews.find(chair, review.id()).lines()).hasSize(2);
    assertThat(told(review.id())).containsExactly("CHAIR came-round");
  }

  private SignedIn member(WorkspaceId place, Role role) {
    UserId user = school.stranger();
    settingUp.member(place, user, role, OwnSchool.EARLIER);
    return SignedIn.as(user);
  }

  private UUID begun() {
    clock.look(school.id(), today);
    return reviews.mine(school.as(HEAD)).getFirst().id();
  }

  private void twice(LocalDate day) {
    clock.look(school.id(), day);
    clock.look(school.id(), day);
  }

  private void everyRoleBut(Role left, UUID id) {
    for (var line : reviews.find(school.as(left), id).lines()) {
      if (line.role() != left) {
        reviews.keep(school.as(left), id, line.membership());
      }
    }
  }

  private RoleReviews.Line line(Role reader, UUID id, Role role) {
    return reviews.find(school.as(reader), id).lines().stream()
        .filter(line -> line.role() == role)
        .findFirst()
        .orElseThrow();
  }

  private java.util.Set<Role> rolesOf(Role role) {
    return processes.look(school.as(HEAD), () -> workspaces.roles(school.as(role), school.id()));
  }

  private List<Late> late(UUID id, LocalDate day) {
    var fixed = Clock.fixed(day.atStartOfDay(LONDON).toInstant(), LONDON);
    return new LateAccess(new PastDays(systemProcesses, store, keys, fixed))
        .list().stream().filter(late -> late.id().equals(id)).toList();
  }

  private List<String> told(UUID review) {
    return systemProcesses.look(
        () ->
            store
                .jdbc()
                .sql(
                    """
                    select to_role || ' ' || replace(kind, 'access.roles-', '')
                      from documents.waiting where about = :review order by told_at, 1
                    """)
                .param("review", review)
                .query(String.class)
                .list());
  }

  private int settled(UUID review) {
    return systemProcesses.look(
        () ->
            store
                .jdbc()
                .sql("select count(*) from documents.waiting_settled where about = :review")
                .param("review", review)
                .query(Integer.class)
                .single());
  }

  private int alerts() {
    return store
        .jdbc()
        .sql(
            "select count(*) from audit.alert where kind = 'roles-not-looked-through' and workspace = :school")
        .param("school", school.id().value())
        .query(Integer.class)
        .single();
  }

  private int entries(String act) {
    return store
        .jdbc()
        .sql("select count(*) from audit.entry where act = :act and workspace = :school")
        .param("act", act)
        .param("school", school.id().value())
        .query(Integer.class)
        .single();
  }
}
