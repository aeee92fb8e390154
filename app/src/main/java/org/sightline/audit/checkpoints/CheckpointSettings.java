package org.sightline.audit.checkpoints;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
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

  /// A bucket, if one was asked for.
  ///
  /// @param address may be empty
  /// @param endpoint may be empty
  record Bucket(String address, String endpoint, String region, int days) {

    Optional<Sink> sink() {
      return address.isEmpty()
          ? Optional.empty()
          : Optional.of(
              BucketSink.of(
                  URI.create(address),
                  endpoint.isEmpty() ? null : URI.create(endpoint),
                  region,
                  days));
    }
  }

  @Bean
  Bucket checkpointBucket(
      @Value("${sightline.checkpoints.bucket:}") String address,
      @Value("${sightline.checkpoints.bucket-endpoint:}") String endpoint,
      @Value("${sightline.checkpoints.bucket-region:eu-west-2}") String region,
      @Value("${sightline.checkpoints.bucket-days:400}") int days) {
    return new Bucket(address, endpoint, region, days);
  }

  @Bean(destroyMethod = "last")
  Checkpoints checkpoints(
      SystemStore store,
      KeyRing keys,
      Alerts alerts,
      Clock clock,
      @Value("${sightline.checkpoints.file:}") String file,
      @Value("${sightline.checkpoints.command:}") String command,
      Bucket bucket) {
    var sinks = new ArrayList<Sink>();
    var key = SigningKey.of(keys, Checkpoints.PURPOSE);
    if (!file.isEmpty()) {
      sinks.add(new FileSink(Path.of(file), key.publicPem()));
    }
    if (!command.isEmpty()) {
      sinks.add(new CommandSink(command, Duration.ofSeconds(30)));
    }
    bucket.sink().ifPresent(sinks::add);
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
