package org.sightline.clocks;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/// The rule book as the council has it, for a command that runs beside the application and takes no
/// more than the database. Deliberately no `@Configuration`, so that the whole application, which
/// has it already, does not pick it up.
@Import(RuleChanges.class)
public final class RulesInForce {

  @Bean
  RuleBook ruleBook(RuleChanges changes) {
    return new RuleBook(changes::inForce);
  }
}
