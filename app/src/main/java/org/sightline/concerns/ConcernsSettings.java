package org.sightline.concerns;

import java.util.List;
import org.sightline.kernel.Role;
import org.sightline.web.Nav;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/// The way in to the queue, and the clock that moves concerns on.
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ConcernsSettings {

  /// The head always has the entry, though concerns rarely go there: one that came and went would
  /// be the very badge that practice.md 6 forbids.
  @Bean
  Nav concernsNav() {
    return new Nav(
        60,
        "concerns.nav",
        "/concerns",
        List.of(Role.SAFEGUARDING_LEAD, Role.DEPUTY_LEAD, Role.HEAD));
  }

  /// The way in for everybody who plans, runs, counts or gives results back (A07). It says nothing.
  @Bean
  Nav raisingNav() {
    return new Nav(
        61,
        "concerns.raising.nav",
        "/concerns/raising",
        List.of(Role.ROUND_OWNER, Role.FACILITATOR));
  }
}
