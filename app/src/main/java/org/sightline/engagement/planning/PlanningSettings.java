package org.sightline.engagement.planning;

import java.util.List;
import org.sightline.kernel.Role;
import org.sightline.web.Nav;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the rounds into the navigation.
@Configuration(proxyBeanMethods = false)
class PlanningSettings {

  @Bean
  Nav roundsNav() {
    return new Nav(
        10,
        "engagement.planning.nav",
        "/engagement/rounds",
        List.of(
            Role.ROUND_OWNER,
            Role.FACILITATOR,
            Role.SAFEGUARDING_LEAD,
            Role.DEPUTY_LEAD,
            Role.HEAD));
  }
}
