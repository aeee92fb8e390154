package org.sightline.engagement.slipbox;

import java.util.List;
import org.sightline.kernel.Role;
import org.sightline.web.Nav;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SlipBoxNav {

  @Bean
  Nav slipBox() {
    return new Nav(
        70,
        "engagement.slip-box.nav",
        "/engagement/slip-box",
        List.of(
            Role.ROUND_OWNER,
            Role.FACILITATOR,
            Role.SAFEGUARDING_LEAD,
            Role.DEPUTY_LEAD,
            Role.HEAD));
  }
}
