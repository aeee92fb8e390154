package org.sightline.concerns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sightline.concerns.Examples.london;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sightline.clocks.Deadline;
import org.sightline.clocks.Nation;
import org.sightline.clocks.RuleBook;
import org.sightline.clocks.RuleId;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class ConcernRulesTest {

  private static final Instant RAISED = london("2027-06-08T11:00");

  private final ConcernRules rules =
      new ConcernRules(
          new StaticListableBeanFactory().getBeanProvider(RuleBook.class), Nation.ENGLAND);

  @Test
  void midnightAfterTheLastDayIsLateAndTheSecondBeforeIsNot() {
    var midnight = london("2027-06-09T00:00");

    assertThat(missed(new Concern.Cycle(RAISED, midnight, null), midnight))
        .containsExactly(RuleId.CONCERN_SEEN);
    assertThat(missed(new Concern.Cycle(RAISED, midnight.minusSeconds(1), null), midnight))
        .isEmpty();
  }

  @Test
  void whatWasMissedStaysMissedOnceItIsDone() {
    var late = london("2027-06-14T09:00");

    assertThat(missed(new Concern.Cycle(RAISED, late, late), london("2028-01-05T09:00")))
        .containsExactly(RuleId.CONCERN_SEEN, RuleId.CONCERN_DECIDED);
  }

  @Test
  void everyDateSaysHowItCameAbout() {
    var friday = new Concern.Cycle(london("2027-06-11T14:00"), london("2027-06-11T15:00"), null);

    var due = rules.duty(Route.of(Set.of()), List.of(friday), london("2027-06-11T16:00")).due();

    assertThat(due.lastDay()).isEqualTo("2027-06-14");
    assertThat(due.explanation()).contains("weekend");
  }

  private List<RuleId> missed(Concern.Cycle cycle, Instant now) {
    return rules.missed(cycle, now).stream().map(Deadline::rule).toList();
  }
}
