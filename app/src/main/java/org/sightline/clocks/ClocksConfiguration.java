package org.sightline.clocks;

import java.util.List;
import org.sightline.web.Nav;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ClocksConfiguration {

  /// The rule book as the council has it, at every question anew.
  @Bean
  RuleBook ruleBook(RuleChanges changes) {
    return new RuleBook(changes::inForce);
  }

  @Bean
  Nav ruleBookNav() {
    return new Nav(78, "clocks.nav", "/clocks/rules", List.of());
  }
}
