package org.sightline.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.sightline.testing.Visitor;

/// A facilitator who writes concerns one after another while things are killed, and remembers which
/// of them came back with a receipt.
final class StaffWriter {

  private static final int MOST = 12;
  private static final Duration ENDS_WITHIN = Duration.ofMinutes(1);

  private final Visitor facilitator;
  private final List<String> acknowledged = new ArrayList<>();
  private final List<String> unanswered = new ArrayList<>();
  private final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();

  StaffWriter(Visitor facilitator) {
    this.facilitator = facilitator;
  }

  /// Goes on writing until it is ended.
  ///
  /// @return ends it
  Runnable begin() {
    var over = new AtomicBoolean();
    var writing =
        Thread.ofVirtual()
            .start(
                () -> {
                  for (int n = 0; n < MOST && !over.get(); n++) {
                    write(UUID.randomUUID().toString());
                    Pauses.of(Duration.ofMillis(100));
                  }
                });
    return () -> {
      over.set(true);
      Pauses.until("the end of the writing", ENDS_WITHIN, () -> !writing.isAlive());
      assertThat(wrong).as("answers that are neither a receipt nor a plea for patience").isEmpty();
    };
  }

  private void write(String id) {
    (isTaken(id) ? acknowledged : unanswered).add(id);
  }

  private boolean isTaken(String id) {
    try {
      var answer = facilitator.post("/concerns/raising", filled(id));
      boolean taken = answer.status() == 200 && answer.path().equals("/concerns/raising/" + id);
      if (!taken && answer.status() != 503) {
        wrong.add(answer.status() + " " + answer.path() + " " + answer.heading());
      }
      return taken;
    } catch (UncheckedIOException gone) {
      return false;
    }
  }

  /// Nothing acknowledged is lost, nothing is there by half or twice; what had no answer is there
  /// once when it is sent again.
  void check(DemoProcess demo) {
    for (String id : acknowledged) {
      assertThat(stored(demo, id)).as("acknowledged %s", id).isEqualTo("1 1");
    }
    for (String id : unanswered) {
      assertThat(stored(demo, id)).as("unanswered %s", id).isIn("0 0", "1 1");
      Pauses.until("a receipt", ENDS_WITHIN, () -> isTaken(id));
      assertThat(stored(demo, id)).as("sent again %s", id).isEqualTo("1 1");
    }
    assertThat(wrong).isEmpty();
    acknowledged.addAll(unanswered);
    unanswered.clear();
  }

  int acknowledged() {
    return acknowledged.size();
  }

  /// How many concerns, and how many entries of the audit, have this number.
  private static String stored(DemoProcess demo, String id) {
    return new DataDirectory(demo.directory())
        .asSuperuser(
            jdbc ->
                jdbc.queryForObject(
                    """
                    select (select count(*) from concerns.concern where id = x.id) || ' '
                        || (select count(*) from audit.entry
                             where act = 'concerns.concern-raised' and object = x.id)
                      from (select cast(? as uuid) as id) x
                    """,
                    String.class,
                    id));
  }

  private static String[] filled(String id) {
    return new String[] {
      "id", id,
      "immediate-risk", "no",
      "when-raised", "in-session",
      "what", "An invented worry while things are killed",
      "known", "no"
    };
  }
}
