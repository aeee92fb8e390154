package org.sightline;

import java.time.Clock;
import org.sightline.access.AccessGrounds;
import org.sightline.access.AdministratorsCode;
import org.sightline.engagement.marks.KeylessSessions;
import org.sightline.engagement.marks.LedgerReplay;
import org.sightline.engagement.marks.WithdrawalLedger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/// What it takes to finish a restore: the database, the audit, who may, and the slips that
/// were used, and no site. Deliberately no
/// `@Configuration`, so that the whole application does not pick it up.
@Import({
  AccessGrounds.class,
  AdministratorsCode.class,
  WithdrawalLedger.class,
  LedgerReplay.class,
  KeylessSessions.class
})
@ComponentScan({"org.sightline.store", "org.sightline.audit"})
final class Restoring {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
