package org.sightline.audit.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.audit.Alerts;
import org.sightline.store.KeyRing;
import org.sightline.store.SystemStore;
import org.sightline.testing.SightlineTest;
import org.springframework.beans.factory.annotation.Autowired;

/// AU-04, AU-08: when checkpoints are due, and what a sink that fails does: an alert, and nothing
/// else.
@SightlineTest
class CheckpointsTest {

  private static final Instant NOON = Instant.parse("2027-03-03T12:00:00Z");

  @Autowired private SystemStore store;
  @Autowired private KeyRing keys;
  @Autowired private Alerts alerts;
  @Autowired private Clock clock;
  @TempDir private Path folder;

  @Test
  void aCheckpointIsDueAtTheStartAndFourMinutesAfterTheLastWhenThereIsNews() {
    var delivery = new Delivery(new Nowhere());

    assertThat(delivery.begin(7, NOON)).isTrue();
    assertThat(delivery.begin(7, NOON)).as("it is on its way").isFalse();
    delivery.delivered(7, NOON);
    assertThat(delivery.begin(8, NOON.plusSeconds(239))).isFalse();
    assertThat(delivery.begin(8, NOON.plusSeconds(240))).isTrue();
  }

  @Test
  void withoutNewsACheckpointIsDueWithinTheHour() {
    var delivery = new Delivery(new Nowhere());
    delivery.begin(7, NOON);
    delivery.delivered(7, NOON);

    assertThat(delivery.begin(7, NOON.plus(Duration.ofMinutes(54)))).isFalse();
    assertThat(delivery.begin(7, NOON.plus(Duration.ofMinutes(55)))).isTrue();
  }

  @Test
  void fifteenMinutesAfterTheLastItIsLateAndAfterTheNextItIsNot() {
    var delivery = new Delivery(new Nowhere());
    delivery.begin(7, NOON);
    delivery.delivered(7, NOON);
    delivery.begin(8, NOON.plus(Duration.ofMinutes(4)));
    delivery.failed();

    assertThat(delivery.isLate(NOON.plus(Duration.ofMinutes(15)))).isFalse();
    assertThat(delivery.isLate(NOON.plusSeconds(15 * 60 + 1))).isTrue();
    assertThat(delivery.state(NOON).failing()).isTrue();

    delivery.begin(8, NOON.plus(Duration.ofMinutes(16)));
    delivery.delivered(8, NOON.plus(Duration.ofMinutes(16)));
    assertThat(delivery.isLate(NOON.plus(Duration.ofMinutes(17)))).isFalse();
    assertThat(delivery.state(NOON).failing()).isFalse();
  }

  @Test
  void aSinkThatFailsIsOneAlertAndTheOtherSinkGoesOn() throws Exception {
    long before = failures();
    Path file = folder.resolve("checkpoints");
    var checkpoints =
        new Checkpoints(
            store, keys, alerts, clock, List.of(new Nowhere(), new FileSink(file, "key")));

    for (int n = 0; n < 3; n++) {
      checkpoints.lookAround();
      Thread.sleep(300);
    }

    assertThat(failures() - before).isOne();
    assertThat(Files.readAllLines(file)).hasSize(1);
    assertThat(checkpoints.states())
        .extracting(SinkState::kind, SinkState::failing)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("nowhere", true),
            org.assertj.core.groups.Tuple.tuple("file", false));
  }

  @Test
  void aCommandIsGivenTheLine() throws IOException {
    Path file = folder.resolve("taken");
    new CommandSink("cat >> " + file, Duration.ofSeconds(20)).deliver("a line");

    assertThat(file).hasContent("a line");
  }

  @Test
  void aCommandThatFailsOrHangsHasNotTakenIt() {
    assertThatThrownBy(() -> new CommandSink("exit 3", Duration.ofSeconds(20)).deliver("a line"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("3");
    assertThatThrownBy(() -> new CommandSink("sleep 60", Duration.ofMillis(300)).deliver("a line"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("did not end");
  }

  @Test
  void aCommandThatReadsNothingAndEndsWellHasTakenIt() throws IOException {
    new CommandSink("exit 0", Duration.ofSeconds(20)).deliver("x".repeat(1 << 20));
  }

  private long failures() {
    return store
        .jdbc()
        .sql("select count(*) from audit.alert where kind = 'checkpoint-failed'")
        .query(Long.class)
        .single();
  }

  private static final class Nowhere implements Sink {

    @Override
    public String kind() {
      return "nowhere";
    }

    @Override
    public void deliver(String line) throws IOException {
      throw new IOException("nobody is there");
    }
  }
}
