package org.sightline;

import java.time.Clock;
import org.sightline.access.AccessGrounds;
import org.sightline.access.LateAccess;
import org.sightline.clocks.LateDates;
import org.sightline.clocks.RulesInForce;
import org.sightline.concerns.LateConcerns;
import org.sightline.people.LateQuestions;
import org.sightline.plans.LatePlans;
import org.sightline.sharing.LateSharing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/// What it takes to list what is overdue: the database and the rule book in force, and no site.
/// Deliberately no `@Configuration`, so that the whole application does not pick it up.
@ComponentScan({"org.sightline.store", "org.sightline.audit"})
@Import({
  AccessGrounds.class,
  LateAccess.class,
  LateConcerns.class,
  LateDates.class,
  LatePlans.class,
  LateQuestions.class,
  LateSharing.class,
  RulesInForce.class
})
final class LateWork {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
