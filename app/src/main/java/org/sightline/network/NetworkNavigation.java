package org.sightline.network;

import java.util.List;
import org.sightline.kernel.Role;
import org.sightline.web.Nav;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NetworkNavigation {

  @Bean
  Nav exercisesNav() {
    return new Nav(
        31,
        "network.nav.exercises",
        "/network/exercises",
        List.of(Role.CHAIR, Role.PRACTITIONER, Role.ANALYST, Role.SAFEGUARDING_LEAD));
  }
}
