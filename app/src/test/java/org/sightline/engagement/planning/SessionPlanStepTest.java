package org.sightline.engagement.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.Role;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// The minutes of a session, and what it asks about them.
@SightlineTest
class SessionPlanStepTest {

  @Autowired private ApplicationContext application;
  @Autowired private TestPeople people;

  private OneSession at;
  private Session session;

  @BeforeEach
  void planASession() {
    at = new OneSession(application);
    session = at.session;
  }

  @Test
  void aStageOfThreeHoursIsRefused() {
    assertThatThrownBy(
            () ->
                session
                    .details()
                    .sitting(SessionDetails.Sitting.ONE_LESSON, java.util.Map.of("marking", 180)))
        .hasMessage("A stage takes 0 to 120 minutes, not 180");
  }

  @Test
  void changedMinutesAreKeptForThisSessionOnly() {
    var owner = people.signedIn(Role.ROUND_OWNER);
    owner.post(
        at.step("session-plan"),
        "version",
        "" + session.version(),
        "sitting",
        "THIRTY_MINUTES",
        "minutes.THIRTY_MINUTES.marking",
        "12",
        "minutes.THIRTY_MINUTES.close",
        "3",
        "slot-minutes",
        "30");

    assertThat(StagePlan.total(at.find().details())).isEqualTo(32);
    assertThat(at.find().details().stageMinutes()).containsOnlyKeys("marking", "close");
    assertThat(owner.get(at.step("session-plan")).page().select(".thoughts label").eachText())
        .containsExactly(
            "The plan takes 32 minutes and the slot is 30. Shorten a part, or choose two lessons.",
            "Is there time to thank students, strike things out and tell them where help is?");
    assertThat(StagePlan.total(at.made.session().details())).isEqualTo(55);
  }
}
