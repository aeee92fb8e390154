package org.sightline.audit.checkpoints;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import org.sightline.audit.Alerts;
import org.sightline.store.KeyRing;
import org.sightline.store.SigningKey;
import org.sightline.store.SystemStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Delivers a signed checkpoint at least every five minutes when there is something new, and at
/// least every hour otherwise. A sink that fails stops nothing: it is an alert, shown, and tried
/// again (AU-04, AU-08).
public final class Checkpoints {

  /// What the key is used for.
  static final String PURPOSE = "audit-checkpoints";

  private static final Duration LONGEST_END = Duration.ofSeconds(10);

  private static final Logger log = LoggerFactory.getLogger(Checkpoints.class);

  private final SystemStore store;
  private final SigningKey key;
  private final Alerts alerts;
  private final Clock clock;
  private final List<Delivery> deliveries;

  Checkpoints(SystemStore store, KeyRing keys, Alerts alerts, Clock clock, List<Sink> sinks) {
    this.store = store;
    this.key = SigningKey.of(keys, PURPOSE);
    this.alerts = alerts;
    this.clock = clock;
    this.deliveries = sinks.stream().map(Delivery::new).toList();
  }

  /// How each sink does; empty when there is none.
  public List<SinkState> states() {
    var now = clock.instant();
    return deliveries.stream().map(delivery -> delivery.state(now)).toList();
  }

  /// Looks what is due. A sink that takes its time keeps nobody waiting, nor the other sinks.
  void lookAround() {
    if (deliveries.isEmpty()) {
      return;
    }
    var head = head();
    for (var delivery : deliveries) {
      if (delivery.begin(head.number(), head.at())) {
        Thread.ofVirtual().name("checkpoint").start(() -> deliver(delivery, head));
      }
      if (delivery.isLate(head.at())) {
        alerts.raiseOnce("checkpoint-late", null, null, delivery.occasion());
      }
    }
  }

  /// One more before the application ends, so that its last entries are vouched for. Whoever does
  /// not take it within ten seconds is left behind.
  void last() throws InterruptedException {
    if (deliveries.isEmpty()) {
      return;
    }
    var head = head();
    var ways =
        deliveries.stream()
            .filter(delivery -> delivery.beginLast(head.number()))
            .map(delivery -> Thread.ofVirtual().start(() -> deliver(delivery, head)))
            .toList();
    for (Thread way : ways) {
      way.join(LONGEST_END);
    }
  }

  private void deliver(Delivery delivery, Checkpoint head) {
    try {
      delivery.sink().deliver(head.signedBy(key));
      delivery.delivered(head.number(), head.at());
    } catch (IOException | RuntimeException failure) {
      delivery.failed();
      log.error(
          "A checkpoint of the audit was not taken by the {} ({}). Trying again",
          delivery.sink().kind(),
          failure.getClass().getSimpleName());
      alerts.raiseOnce("checkpoint-failed", null, null, delivery.occasion());
    }
  }

  /// How the chain ends now, by the clock of the database.
  Checkpoint head() {
    return store
        .jdbc()
        .sql("select seq, hash, clock_timestamp() as at from audit.head")
        .query(
            (row, n) ->
                new Checkpoint(
                    key.fingerprint(),
                    row.getLong("seq"),
                    HexFormat.of().formatHex(row.getBytes("hash")),
                    row.getObject("at", OffsetDateTime.class)
                        .toInstant()
                        .truncatedTo(ChronoUnit.MILLIS)))
        .single();
  }
}
