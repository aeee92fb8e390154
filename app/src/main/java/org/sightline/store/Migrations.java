package org.sightline.store;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/// Brings every module's tables up to date, each with a history of its own, ground first.
final class Migrations {

  /// In the order in which tables may refer to one another.
  static final List<String> MODULES =
      List.of(
          "store",
          "access",
          "audit",
          "sharing",
          "people",
          "contexts",
          "clocks",
          "documents",
          "concerns",
          "plans",
          "engagement",
          "network",
          "forms",
          "meetings",
          "profiling",
          "provision");

  private Migrations() {}

  static void run(DataSource owner) {
    for (String module : MODULES) {
      if (Migrations.class.getResource("/db/migration/" + module) == null) {
        continue;
      }
      Flyway.configure()
          .dataSource(owner)
          .locations("classpath:db/migration/" + module)
          .schemas("migrations")
          .defaultSchema("migrations")
          .table("history_of_" + module)
          .baselineOnMigrate(true)
          .baselineVersion("0")
          // Numbers are handed out in ranges: a new one may be lower than the last that ran here.
          .outOfOrder(true)
          .load()
          .migrate();
    }
  }
}
