package org.sightline.audit.watching;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Looks around every twenty seconds, so that what is found is an alert within the minute.
@Component
@EnableScheduling
class Clockwork {

  private static final Logger log = LoggerFactory.getLogger(Clockwork.class);

  private final ChainWatch chain;
  private final ReadingWatch reading;
  private final ClockWatch clocks;

  Clockwork(ChainWatch chain, ReadingWatch reading, ClockWatch clocks) {
    this.chain = chain;
    this.reading = reading;
    this.clocks = clocks;
  }

  @Scheduled(
      initialDelayString = "${sightline.audit.watch-delay:PT10S}",
      fixedDelayString = "${sightline.audit.watch-every:PT20S}")
  void lookAround() {
    apart(chain::lookAround);
    apart(reading::lookAround);
    apart(clocks::lookAround);
  }

  /// What goes wrong in one says so and keeps nobody from the others.
  private static void apart(Runnable watch) {
    try {
      watch.run();
    } catch (RuntimeException failure) {
      log.error("The audit could not be watched ({})", failure.getClass().getSimpleName());
    }
  }
}
