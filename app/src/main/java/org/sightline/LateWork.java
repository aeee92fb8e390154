package org.sightline;

import java.time.Clock;
import org.sightline.access.AccessGrounds;
import org.sightline.access.LateGlass;
import org.sightline.access.LateRoles;
import org.sightline.clocks.RulesInForce;
import org.sightline.concerns.LateConcerns;
import org.sightline.plans.LatePlans;
import org.sightline.sharing.LateAgreements;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/// What it takes to list what is overdue: the database and the rule book in force, and no site.
/// Deliberately no `@Configuration`, so that the whole application does not pick it up.
@ComponentScan({"org.sightline.store", "org.sightline.audit"})
@Import({
  AccessGrounds.class,
  LateAgreements.class,
  LateConcerns.class,
  LateGlass.class,
  LatePlans.class,
  LateRoles.class,
  RulesInForce.class
})
final class LateWork {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
