package org.sightline.audit.checkpoints;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import org.sightline.audit.Alerts;
import org.sightline.store.KeyRing;
import org.sightline.store.SigningKey;
import org.sightline.store.SystemStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// The sinks that were asked for on the command line.
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class CheckpointSettings {

  @Bean
  Checkpoints checkpoints(
      SystemStore store,
      KeyRing keys,
      Alerts alerts,
      Clock clock,
      @Value("${sightline.checkpoints.file:}") String file,
      @Value("${sightline.checkpoints.command:}") String command) {
    var sinks = new ArrayList<Sink>();
    var key = SigningKey.of(keys, Checkpoints.PURPOSE);
    if (!file.isEmpty()) {
      sinks.add(new FileSink(Path.of(file), key.publicPem()));
    }
    if (!command.isEmpty()) {
      sinks.add(new CommandSink(command, Duration.ofSeconds(30)));
    }
    return new Checkpoints(store, keys, alerts, clock, sinks);
  }

  @Component
  static class Clockwork {

    private final Checkpoints checkpoints;

    Clockwork(Checkpoints checkpoints) {
      this.checkpoints = checkpoints;
    }

    @Scheduled(
        initialDelayString = "${sightline.checkpoints.delay:PT3S}",
        fixedDelayString = "${sightline.checkpoints.every:PT15S}")
    void lookAround() {
      checkpoints.lookAround();
    }
  }
}
