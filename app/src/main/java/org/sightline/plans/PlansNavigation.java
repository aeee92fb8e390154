package org.sightline.plans;

import java.util.List;
import org.sightline.kernel.Role;
import org.sightline.web.Nav;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PlansNavigation {

  private static final List<Role> WRITERS = List.of(Writers.WRITERS);

  @Bean
  Nav measuresNav() {
    return new Nav(60, "plans.nav.measures", "/plans/measures", WRITERS);
  }

  @Bean
  Nav councilContactsNav() {
    return new Nav(
        70, "plans.nav.contacts", "/plans/council-contacts", List.of(Writers.CONTACT_WRITERS));
  }
}
