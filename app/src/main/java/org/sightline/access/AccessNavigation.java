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
  Nav colleaguesNav() {
    return new Nav(
        90,
        "access.nav.colleagues",
        "/colleagues",
        List.of(Role.ADMINISTRATOR, Role.HEAD, Role.SAFEGUARDING_LEAD));
  }
}
