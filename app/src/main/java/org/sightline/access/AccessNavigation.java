package org.sightline.access;

import java.util.List;
import org.sightline.kernel.Role;
import org.sightline.web.Nav;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccessNavigation {

  @Bean
  Nav caseworkNav() {
    return new Nav(
        30,
        "access.nav.casework",
        "/casework",
        List.of(Role.CHAIR, Role.PRACTITIONER, Role.ANALYST, Role.SAFEGUARDING_LEAD));
  }

  @Bean
  Nav whoSeesWhatNav() {
    return new Nav(
        85,
        "access.nav.who",
        "/who-sees-what",
        List.of(
            Role.ROUND_OWNER,
            Role.FACILITATOR,
            Role.SAFEGUARDING_LEAD,
            Role.DEPUTY_LEAD,
            Role.HEAD,
            Role.GOVERNANCE,
            Role.CHAIR,
            Role.PRACTITIONER,
            Role.ANALYST));
  }

  @Bean
  Nav colleaguesNav() {
    return new Nav(
        65,
        "access.nav.colleagues",
        "/colleagues",
        List.of(
            Role.ADMINISTRATOR, Role.HEAD, Role.SAFEGUARDING_LEAD, Role.GOVERNANCE, Role.CHAIR));
  }

  @Bean
  Nav auditingNav() {
    return new Nav(91, "access.nav.auditing", "/auditing", List.of(Role.GOVERNANCE));
  }

  @Bean
  Nav alertsNav() {
    return new Nav(
        92, "access.nav.alerts", "/alerts", List.of(Role.GOVERNANCE, Role.ADMINISTRATOR));
  }
}
