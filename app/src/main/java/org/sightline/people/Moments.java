package org.sightline.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.sightline.kernel.UserId;
import org.springframework.stereotype.Component;

/// Now and today, in London; and who wrote a row when.
@Component
class Moments {

  private final Clock clock;

  Moments(Clock clock) {
    this.clock = clock;
  }

  OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  LocalDate today() {
    return LocalDate.now(clock.withZone(ZoneId.of("Europe/London")));
  }

  static Instant at(ResultSet row) throws SQLException {
    return row.getObject("at", OffsetDateTime.class).toInstant();
  }

  static UserId by(ResultSet row) throws SQLException {
    return new UserId(row.getObject("by_user", UUID.class));
  }
}
