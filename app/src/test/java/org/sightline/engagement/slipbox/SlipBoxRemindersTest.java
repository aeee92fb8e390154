package org.sightline.engagement.slipbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sightline.engagement.planning.Round;
import org.sightline.store.SystemStore;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestRounds;
import org.springframework.beans.factory.annotation.Autowired;

@SightlineTest
class SlipBoxRemindersTest {

  @Autowired private TestRounds rounds;
  @Autowired private SlipBoxReminders reminders;
  @Autowired private SystemStore store;

  @Test
  void aSessionThatWasNeverHeldHasNoSlips() {
    var round = rounds.aRound();
    var lastDay = rounds.aPlannedSession(round).lastDay();

    reminders.remind(lastDay);

    assertThat(reminded(round)).isZero();
  }

  @Test
  void aWeekBeforeTheLastDayItIsSaidOnceForAllSessionsOfThatDay() {
    var round = rounds.aRound();
    var lastDay = rounds.anOpenSession(round).lastDay();
    rounds.anOpenSession(round);

    reminders.remind(lastDay.minusDays(8));
    assertThat(reminded(round)).isZero();

    reminders.remind(lastDay.minusDays(7));
    reminders.remind(lastDay.minusDays(7));
    reminders.remind(lastDay);

    assertThat(reminded(round)).isEqualTo(1);
  }

  @Test
  void afterTheLastDayThereIsNothingToSay() {
    var round = rounds.aRound();
    var lastDay = rounds.anOpenSession(round).lastDay();

    reminders.remind(lastDay.plusDays(1));

    assertThat(reminded(round)).isZero();
  }

  private long reminded(Round round) {
    return store
        .jdbc()
        .sql(
            """
            select count(*) from audit.entry
             where workspace = :round and act = 'engagement.last-day-reminded' and outcome = 'DONE'
            """)
        .param("round", round.id().value())
        .query(Long.class)
        .single();
  }
}
