package org.sightline;

import java.time.Clock;
import javax.sql.DataSource;
import org.sightline.access.AccessGrounds;
import org.sightline.access.AdministratorsCode;
import org.sightline.access.PeopleByCommand;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What it takes to work on users and keys: the database, the audit and who may, and no site.
/// Deliberately no `@Configuration`, so that the whole application does not pick it up.
@ComponentScan({"org.sightline.store", "org.sightline.audit"})
@Import({AccessGrounds.class, AdministratorsCode.class, PeopleByCommand.class})
final class OwnersWork {

  /// For what raises alerts.
  @Bean
  JdbcClient staffJdbc(DataSource staffDataSource) {
    return JdbcClient.create(staffDataSource);
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
