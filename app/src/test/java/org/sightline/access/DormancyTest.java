package org.sightline.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sightline.kernel.Role.ADMINISTRATOR;
import static org.sightline.kernel.Role.FACILITATOR;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.audit.SystemProcesses;
import org.sightline.kernel.UserId;
import org.sightline.store.SystemStore;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// Accounts nobody uses, and people who have left (AC-17). Days pass for one account at a time: all
/// tests share the others.
@SightlineTest
class DormancyTest {

  private static final String PASSWORD = "an invented password";

  @Autowired private SettingUp settingUp;
  @Autowired private Dormancy dormancy;
  @Autowired private Leavers leavers;
  @Autowired private Colleagues colleagues;
  @Autowired private SystemProcesses processes;
  @Autowired private SystemStore store;
  @Autowired private TestPeople people;

  private final LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
  private OwnSchool school;

  @BeforeEach
  void setUp() {
    school = new OwnSchool(settingUp);
  }

  @Test
  void whoeverDoesNotSignInIsWarnedAWeekBeforeAndSuspendedAfterFortyFiveDays() {
    UserId user = school.another(FACILITATOR);
    passing(user, 37);
    assertThat(entries("access.dormant-warned", user)).isZero();
    passing(user, 38);
    passing(user, 44);
    assertThat(entries("access.dormant-warned", user)).isOne();
    assertThat(waiting(user)).isOne();
    assertThat(isOn(user)).isTrue();

    passing(user, 45);
    passing(user, 60);

    assertThat(isOn(user)).isFalse();
    assertThat(entries("access.dormant-suspended", user)).isOne();
  }

  @Test
  void nobodyIsSuspendedUnwarnedHoweverLongTheApplicationWasAway() {
    UserId user = school.another(FACILITATOR);
    passing(user, 200);
    passing(user, 206);
    assertThat(isOn(user)).isTrue();
    passing(user, 207);
    assertThat(isOn(user)).isFalse();
  }

  @Test
  void theLastAdministratorIsNeverSuspendedAndGovernanceIsAlertedOnce() {
    UserId last = school.the(ADMINISTRATOR);
    UserId second = school.another(ADMINISTRATOR);
    passing(second, 38);
    passing(second, 45);
    assertThat(isOn(second)).isFalse();

    passing(last, 38);
    passing(last, 45);
    passing(last, 80);

    assertThat(isOn(last)).isTrue();
    assertThat(
            store
                .jdbc()
                .sql("select count(*) from audit.alert where subject_user = :user")
                .param("user", last.value())
                .query(Integer.class)
                .single())
        .isOne();
  }

  @Test
  void signingInStartsTheCountAnew() {
    UserId user = withPassword();
    count(user, today.minusDays(40));
    dormancy.look(user, today);
    assertThat(waiting(user)).isOne();

    signIn(user);
    passing(user, 37);

    assertThat(entries("access.dormant-warned", user)).isOne();
    assertThat(isOn(user)).isTrue();
  }

  @Test
  void whoeverIsSwitchedOnAgainHasTheirFullTime() {
    UserId user = withPassword();
    count(user, today.minusDays(60));
    dormancy.look(user, today.minusDays(20));
    dormancy.look(user, today);
    assertThat(signIn(user).get("/your-sign-in").path()).isEqualTo("/signing-in");
    assertThat(colleagues.person(school.as(ADMINISTRATOR), user).suspended()).isTrue();

    colleagues.switchTo(school.as(ADMINISTRATOR), user, true);
    passing(user, 37);

    assertThat(isOn(user)).isTrue();
    assertThat(signIn(user).get("/your-sign-in").status()).isEqualTo(200);
  }

  @Test
  void whoeverHasLeftIsSignedOutEverywhere() {
    UserId leaver = withPassword();
    UserId newcomer = withPassword();
    settingUp.member(school.id(), leaver, FACILITATOR, OwnSchool.EARLIER);
    var one = signIn(leaver);
    var two = signIn(leaver);
    var stays = signIn(newcomer);
    leavers.signOut();
    assertThat(one.get("/your-sign-in").status()).isEqualTo(200);

    lastDayWasYesterday(leaver);
    leavers.signOut();
    leavers.signOut();

    assertThat(one.get("/your-sign-in").path()).isEqualTo("/signing-in");
    assertThat(two.get("/your-sign-in").path()).isEqualTo("/signing-in");
    assertThat(stays.get("/your-sign-in").status()).isEqualTo(200);
    assertThat(entries("access.leaver-signed-out", leaver)).isOne();
  }

  /// A role that lapses; one that somebody ends is the end of a session anyhow.
  private void lastDayWasYesterday(UserId user) {
    store
        .jdbc()
        .sql("update access.membership set until_date = :day where user_id = :user")
        .param("day", today.minusDays(1))
        .param("user", user.value())
        .update();
  }

  private UserId withPassword() {
    var user = UserId.random();
    settingUp.person(user, "dormant-" + user, "Dormant Invented", PASSWORD);
    return user;
  }

  private Visitor signIn(UserId user) {
    var visitor = people.stranger();
    visitor.post("/signing-in", "username", "dormant-" + user, "password", PASSWORD);
    return visitor;
  }

  /// The day some days from now, looked at twice.
  private void passing(UserId user, int later) {
    dormancy.look(user, today.plusDays(later));
    dormancy.look(user, today.plusDays(later));
  }

  private void count(UserId user, LocalDate from) {
    processes.look(
        () ->
            store
                .jdbc()
                .sql("update access.user_account set counted_from = :from where id = :id")
                .param("from", from)
                .param("id", user.value())
                .update());
  }

  private boolean isOn(UserId user) {
    return processes.look(
        () ->
            store
                .jdbc()
                .sql("select disabled_on is null from access.user_account where id = :id")
                .param("id", user.value())
                .query(Boolean.class)
                .single());
  }

  private int waiting(UserId user) {
    return processes.look(
        () ->
            store
                .jdbc()
                .sql(
                    "select count(*) from documents.waiting where to_user = :user and about = :user")
                .param("user", user.value())
                .query(Integer.class)
                .single());
  }

  private int entries(String act, UserId user) {
    return store
        .jdbc()
        .sql("select count(*) from audit.entry where act = :act and object = :user")
        .param("act", act)
        .param("user", user.value())
        .query(Integer.class)
        .single();
  }
}
