package org.sightline.people;

import java.util.List;
import org.sightline.access.Casework;
import org.sightline.kernel.Role;
import org.sightline.web.Nav;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PeopleNavigation {

  @Bean
  Nav searchNav() {
    return new Nav(32, "people.nav.search", "/people/search", List.of(Casework.WORKERS));
  }

  @Bean
  Nav signpostNav() {
    return new Nav(
        34,
        "people.nav.signposts",
        "/people/signposts",
        List.of(
            Role.CHAIR,
            Role.PRACTITIONER,
            Role.ANALYST,
            Role.SAFEGUARDING_LEAD,
            Role.DEPUTY_LEAD,
            Role.HEAD));
  }
}
