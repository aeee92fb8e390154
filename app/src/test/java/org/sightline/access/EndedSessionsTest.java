package org.sightline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.demonstration.Cast;
import org.sightline.kernel.Role;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.Superuser;
import org.sightline.testing.TestPeople;
import org.sightline.testing.TestSchools;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/// A session is over after ten hours however busy somebody is (AN-10), and at the next request
/// after they were switched off, given or lost a role, or said that a device is lost (AN-11).
@SightlineTest
class EndedSessionsTest {

  @Autowired private ApplicationContext application;
  @Autowired private TestPeople people;
  @Autowired private Colleagues colleagues;
  @Autowired private DatabaseSettings database;
  @Autowired private SettingUp settingUp;
  @Autowired private Leavers leavers;
  @Autowired private FindByIndexNameSessionRepository<? extends Session> sessions;

  private TestSchools school;
  private Cast.Member member;
  private Visitor here;
  private Visitor elsewhere;

  @BeforeEach
  void signedInOnTwoDevices() {
    school = new TestSchools(application);
    member = school.the(Role.FACILITATOR);
    here = people.signedIn(member);
    elsewhere = people.signedIn(member);
    assertThat(isIn(here)).isTrue();
    assertThat(isIn(elsewhere)).isTrue();
  }

  @Test
  void tenHoursAreTheMostHoweverBusySomebodyIs() {
    goBack(Duration.ofHours(9).plusMinutes(59));
    assertThat(isIn(here)).as("nine hours and fifty-nine minutes").isTrue();
    assertThat(isIn(here)).as("busy").isTrue();

    goBack(Duration.ofMinutes(2));

    assertThat(isIn(here)).as("ten hours").isFalse();
    goBack(Duration.ofHours(-9));
    assertThat(isIn(here)).as("it is gone, not only held").isFalse();
  }

  @Test
  void whoeverSignsInAgainHasTenHoursAgain() {
    goBack(Duration.ofHours(11));
    assertThat(isIn(here)).isFalse();

    here.post("/signing-in", "username", member.username(), "password", member.password());

    assertThat(isIn(here)).isTrue();
  }

  @Test
  void aQuarterOfAnHourWithoutARequestIsTheEndToo() {
    shift("last_access_time", Duration.ofMinutes(14));
    assertThat(isIn(here)).isTrue();

    shift("last_access_time", Duration.ofMinutes(16));

    assertThat(isIn(elsewhere)).isFalse();
  }

  @Test
  void switchedOffEverywhereAtTheNextRequest() {
    colleagues.switchTo(school.as(Role.ADMINISTRATOR), member.id(), false);

    outEverywhere();
    here.post("/signing-in", "username", member.username(), "password", member.password());
    assertThat(isIn(here)).isFalse();
  }

  @Test
  void aRoleThatIsTakenAwayEndsWhatIsOpenEverywhere() {
    colleagues.end(school.as(Role.HEAD), school.id(), member.id(), Role.FACILITATOR);

    outEverywhere();
  }

  @Test
  void aRoleThatIsGivenIsBegunWithByShowingAgainWhoOneIs() {
    colleagues.give(school.as(Role.HEAD), school.id(), member.id(), Role.ROUND_OWNER);

    outEverywhere();
    assertThat(isIn(people.signedIn(member))).isTrue();
  }

  /// Of a session that began before midnight nothing is left, however long it might have gone on.
  @Test
  void aRoleThatBeganOrEndedAtMidnightEndsWhatWasOpen() {
    var colleague = school.the(Role.HEAD);
    people.signedIn(colleague);
    var today = LocalDate.now(ZoneId.of("Europe/London"));
    settingUp.member(school.id(), member.id(), Role.ROUND_OWNER, today);
    leavers.signOutWhereARoleTurned();
    assertThat(sessionsOf(member)).as("signed in today").isEqualTo(2);

    goBack(Duration.ofHours(25));
    shift(colleague, "creation_time", Duration.ofHours(25));
    leavers.signOutWhereARoleTurned();

    assertThat(sessionsOf(member)).isZero();
    assertThat(sessionsOf(colleague)).isOne();
  }

  private int sessionsOf(Cast.Member someone) {
    return sessions.findByPrincipalName(someone.id().toString()).size();
  }

  @Test
  void nobodyElseIsSignedOutWithThem() {
    var colleague = people.signedIn(school.the(Role.HEAD));

    colleagues.end(school.as(Role.HEAD), school.id(), member.id(), Role.FACILITATOR);

    assertThat(isIn(colleague)).isTrue();
  }

  @Test
  void aLostDeviceIsOutAndTheOneInTheHandStays() {
    here.post("/your-sign-in/browsers/ending");

    assertThat(isIn(elsewhere)).isFalse();
    assertThat(isIn(here)).isTrue();
  }

  private void outEverywhere() {
    assertThat(isIn(here)).isFalse();
    assertThat(isIn(elsewhere)).isFalse();
  }

  private static boolean isIn(Visitor visitor) {
    return !visitor.get("/your-sign-in").path().startsWith("/signing-in");
  }

  private void goBack(Duration by) {
    shift("creation_time", by);
  }

  /// As if the clock had gone on.
  private void shift(String column, Duration by) {
    shift(member, column, by);
  }

  private void shift(Cast.Member whose, String column, Duration by) {
    String also = column.equals("creation_time") ? "" : ", expiry_time = expiry_time - :millis";
    Superuser.lasting(
        database,
        jdbc ->
            jdbc.sql(
                    "update access.sign_in set %1$s = %1$s - :millis%2$s where principal_name = :user"
                        .formatted(column, also))
                .param("millis", by.toMillis())
                .param("user", whose.id().toString())
                .update());
  }
}
