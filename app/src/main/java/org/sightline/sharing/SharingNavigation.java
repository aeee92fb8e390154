package org.sightline.sharing;

import java.util.List;
import org.sightline.web.Nav;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SharingNavigation {

  @Bean
  Nav sharingNav() {
    return new Nav(75, "sharing.nav", "/sharing", List.of());
  }
}
