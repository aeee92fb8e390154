package org.sightline.sharing;

import java.util.List;
import org.sightline.kernel.Role;
import org.sightline.web.Nav;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SharingNavigation {

  /// Not for guests, who have nothing to share.
  @Bean
  Nav sharingNav() {
    return new Nav(75, "sharing.nav", "/sharing", List.of(Role.values()));
  }
}
