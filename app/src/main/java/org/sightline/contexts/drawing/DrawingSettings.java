package org.sightline.contexts.drawing;

import java.util.List;
import org.sightline.contexts.floorplans.PlanIntake;
import org.sightline.contexts.floorplans.PlanIntakeProcess;
import org.sightline.kernel.Role;
import org.sightline.web.Nav;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DrawingSettings {

  @Bean
  Nav schoolPlan() {
    return new Nav(
        20,
        "contexts.nav",
        "/contexts/plans",
        List.of(
            Role.ROUND_OWNER,
            Role.FACILITATOR,
            Role.SAFEGUARDING_LEAD,
            Role.DEPUTY_LEAD,
            Role.HEAD));
  }

  @Bean
  PlanIntake planIntake() {
    return new PlanIntake(new PlanIntakeProcess());
  }
}
