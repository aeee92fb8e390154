package org.sightline.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.Role;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.Superuser;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// a line that is cut when the work is done and before the answer is there. Sent again, there
/// is one concern, one entry in the audit, and the receipt.
@SightlineTest
class CutOffTest {

  private static final int TIMES = 5;

  @Autowired private TestPeople people;
  @Autowired private DatabaseSettings settings;

  @Test
  void aConcernWhoseAnswerWasLostIsThereOnceHoweverOftenItIsSentAgain() {
    try (var proxy = CuttingProxy.before(people.staffUrl())) {
      var facilitator = throughProxy(proxy);
      for (int n = 0; n < TIMES; n++) {
        String id = UUID.randomUUID().toString();
        proxy.cut(true);
        assertThatThrownBy(() -> facilitator.post("/concerns/raising", filled(id)))
            .isInstanceOf(UncheckedIOException.class);
        Pauses.until("the concern", java.time.Duration.ofSeconds(10), () -> concerns(id) == 1);
        proxy.cut(false);

        var again = facilitator.post("/concerns/raising", filled(id));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.path()).isEqualTo("/concerns/raising/" + id);
        assertThat(concerns(id)).isEqualTo(1);
        assertThat(entries(id)).isEqualTo(1);
      }
    }
  }

  @Test
  void theSameConcernSentFromEightTabsAtOnceIsThereOnce() throws Exception {
    String id = UUID.randomUUID().toString();
    var facilitator = people.signedIn(Role.FACILITATOR);
    var broken = new ConcurrentLinkedQueue<Integer>();
    var tabs =
        IntStream.range(0, 8)
            .mapToObj(
                n ->
                    Thread.ofVirtual()
                        .start(
                            () -> {
                              int status =
                                  facilitator.post("/concerns/raising", filled(id)).status();
                              if (status >= 500) {
                                broken.add(status);
                              }
                            }))
            .toList();
    for (Thread tab : tabs) {
      tab.join();
    }

    assertThat(broken).isEmpty();
    assertThat(concerns(id)).isEqualTo(1);
    assertThat(entries(id)).isEqualTo(1);
  }

  /// Signed in with nothing cut.
  private Visitor throughProxy(CuttingProxy proxy) {
    var facilitator = people.cast().the(Role.FACILITATOR);
    var visitor = Visitor.at(proxy.origin());
    visitor.post(
        "/signing-in", "username", facilitator.username(), "password", facilitator.password());
    return visitor;
  }

  private int concerns(String id) {
    return count("select count(*) from concerns.concern where id = cast(? as uuid)", id);
  }

  private int entries(String id) {
    return count(
        "select count(*) from audit.entry where act = 'concerns.concern-raised' and object = cast(? as uuid)",
        id);
  }

  private int count(String sql, String id) {
    return Superuser.rolledBack(
        settings, jdbc -> jdbc.sql(sql).param(id).query(Integer.class).single());
  }

  private static String[] filled(String id) {
    return new String[] {
      "id",
      id,
      "immediate-risk",
      "no",
      "when-raised",
      "in-session",
      "what",
      "An invented worry for a line that breaks",
      "known",
      "no"
    };
  }
}
