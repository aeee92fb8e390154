package org.sightline.audit.watching;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import org.sightline.audit.Alerts;
import org.sightline.store.SystemStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Finds clocks that differ (AU-11). Entries have the database's time; the application's decides
/// what day it is, and a time server, where one is given, which of them is right.
@Component
class ClockWatch {

  static final Duration ALLOWED = Duration.ofSeconds(2);

  private static final Logger log = LoggerFactory.getLogger(ClockWatch.class);

  private final SystemStore store;
  private final Alerts alerts;
  private final Clock clock;
  private final Supplier<Optional<Instant>> reference;

  ClockWatch(SystemStore store, Alerts alerts, Clock clock, Supplier<Optional<Instant>> reference) {
    this.store = store;
    this.alerts = alerts;
    this.clock = clock;
    this.reference = reference;
  }

  void lookAround() {
    compare("database", () -> Optional.of(database()));
    compare("time server", reference);
  }

  /// The answer was given somewhere between the question and its arrival.
  private void compare(String what, Supplier<Optional<Instant>> other) {
    Instant asked = clock.instant();
    var answer = other.get();
    Instant answered = clock.instant();
    answer
        .filter(time -> time.isBefore(asked.minus(ALLOWED)) || time.isAfter(answered.plus(ALLOWED)))
        .ifPresent(
            time -> {
              log.error(
                  "The clock of the application and that of the {} are {} s apart",
                  what,
                  Math.abs(Duration.between(time, answered).toSeconds()));
              alerts.raiseOnce(
                  "clocks-differ", null, null, what + " " + time.truncatedTo(ChronoUnit.HOURS));
            });
  }

  private Instant database() {
    return store
        .jdbc()
        .sql("select clock_timestamp()")
        .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
        .single();
  }
}
