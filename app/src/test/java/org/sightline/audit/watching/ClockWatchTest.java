package org.sightline.audit.watching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sightline.audit.Alerts;
import org.sightline.store.SystemStore;
import org.sightline.testing.SightlineTest;
import org.springframework.beans.factory.annotation.Autowired;

/// AU-11: clocks that are more than two seconds apart are an alert, and it names nobody.
@SightlineTest
class ClockWatchTest {

  @Autowired private SystemStore store;
  @Autowired private Alerts alerts;

  @Test
  void aSecondIsNoAlertAndThreeAreOneHoweverOftenOneLooks() {
    watch(1, Optional.empty()).lookAround();
    watch(-1, Optional.empty()).lookAround();
    assertThat(raised("database")).isEmpty();

    watch(3, Optional.empty()).lookAround();
    watch(3, Optional.empty()).lookAround();
    watch(-60, Optional.empty()).lookAround();
    assertThat(raised("database").stream().distinct().toList()).isEqualTo(raised("database"));
    assertThat(raised("database")).isNotEmpty();
  }

  @Test
  void aTimeServerThatDoesNotAnswerIsNoAlertAndOneThatDisagreesIs() {
    watch(0, Optional.empty()).lookAround();
    watch(0, Optional.of(Instant.now().plusSeconds(1))).lookAround();
    assertThat(raised("time server")).isEmpty();

    watch(0, Optional.of(Instant.now().minusSeconds(4))).lookAround();
    assertThat(raised("time server")).hasSize(1);
  }

  @Test
  void aTimeServerIsUnderstood() throws Exception {
    var moment = Instant.parse("2027-03-03T10:15:30.500Z");

    assertThat(answered(0)).isEmpty();
    assertThat(answered(moment.getEpochSecond() + 2_208_988_800L).orElseThrow())
        .isCloseTo(moment, within(1, ChronoUnit.SECONDS));
    assertThat(answered(Instant.parse("2037-01-01T00:00:00Z").getEpochSecond() + 2_208_988_800L))
        .isPresent()
        .get()
        .satisfies(time -> assertThat(time.toString()).startsWith("2037-01-01T00:00:00"));
  }

  @Test
  void noTimeServerIsNoTime() {
    assertThat(new TimeServer("").get()).isEmpty();
    assertThat(new TimeServer("127.0.0.1:9").get()).isEmpty();
  }

  /// What a server that sends these seconds since 1900 is understood to say.
  private static Optional<Instant> answered(long seconds) throws IOException {
    try (var server = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      var thread =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      var packet = new DatagramPacket(new byte[48], 48);
                      server.receive(packet);
                      ByteBuffer.wrap(packet.getData()).putInt(40, (int) seconds);
                      server.send(packet);
                    } catch (IOException closed) {
                      assertThat(closed).isNotNull();
                    }
                  });
      var told = new TimeServer("127.0.0.1:" + server.getLocalPort()).get();
      thread.interrupt();
      return told;
    }
  }

  private ClockWatch watch(int ahead, Optional<Instant> reference) {
    var skewed = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(ahead));
    return new ClockWatch(store, alerts, skewed, () -> reference);
  }

  private List<String> raised(String what) {
    return store
        .jdbc()
        .sql(
            """
            select occasion from audit.alert
             where kind = 'clocks-differ' and subject_user is null and occasion like :what || ' %'
            """)
        .param("what", what)
        .query(String.class)
        .list();
  }
}
