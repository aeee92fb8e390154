package org.sightline.engagement.results;

import org.sightline.contexts.floorplans.FloorPlans;
import org.sightline.engagement.planning.Rounds;
import org.sightline.engagement.planning.Sessions;
import org.sightline.testing.TestPeople;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// What [ResultsTest] puts in place of marks and plans.
@TestConfiguration
class ResultsHeld {

  @Bean
  @Primary
  HeldMarks heldMarks() {
    return new HeldMarks();
  }

  @Bean
  @Primary
  HeldOutcomes heldOutcomes(PlannedOutcomes planned) {
    return new HeldOutcomes(planned);
  }

  @Bean
  ResultsExample resultsExample(
      TestPeople people,
      FloorPlans plans,
      Rounds rounds,
      Sessions sessions,
      HeldMarks marks,
      Publications publications) {
    return new ResultsExample(people, plans, rounds, sessions, marks, publications);
  }
}
