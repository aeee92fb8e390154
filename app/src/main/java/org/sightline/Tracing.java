package org.sightline;

import java.time.Clock;
import org.sightline.access.AccessGrounds;
import org.sightline.access.NamesOfPeople;
import org.sightline.documents.CopyTracing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/// What it takes to trace a copy: the database and the audit, and no site. Deliberately no
/// `@Configuration`, so that the whole application does not pick it up.
@ComponentScan({"org.sightline.store", "org.sightline.audit"})
@Import({AccessGrounds.class, CopyTracing.class, NamesOfPeople.class})
final class Tracing {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
