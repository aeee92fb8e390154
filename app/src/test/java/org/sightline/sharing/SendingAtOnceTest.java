package org.sightline.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.Refused;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.testing.SightlineTest;
import org.springframework.beans.factory.annotation.Autowired;

/// What is sent twice at the same moment goes once, and what somebody changed meanwhile does not
/// go.
@SightlineTest
class SendingAtOnceTest extends SharingPageTest {

  @Autowired private Shares shares;
  @Autowired private SharedReading reading;

  @Test
  void whatIsSentByManyAtOnceGoesOnce() throws Exception {
    UUID care = organisation("Once Care");
    agreement("Once places", care);
    var to = Recipient.at(care, "Team");
    UUID id = shares.prepare(owner(), people.school(), content(to));
    var all = new ArrayList<Callable<Boolean>>();
    for (int i = 0; i < 6; i++) {
      all.add(() -> sent(id, to));
    }

    long gone = 0;
    try (var threads = Executors.newFixedThreadPool(6)) {
      for (var one : threads.invokeAll(all)) {
        gone += one.get() ? 1 : 0;
      }
    }

    assertThat(gone).isEqualTo(1);
    assertThat(reading.find(owner(), id).steps()).hasSize(1);
  }

  @Test
  void whatWasChangedAfterItWasCheckedDoesNotGo() {
    UUID care = organisation("Changed Care");
    agreement("Changed places", care);
    var to = Recipient.at(care, "Team");
    UUID id = shares.prepare(owner(), people.school(), content(to));
    shares.change(owner(), id, 1, content(Recipient.at(care, "Another team")));

    assertThat(sent(id, to)).isFalse();
    assertThat(reading.find(owner(), id).steps()).isEmpty();
  }

  private boolean sent(UUID id, Recipient to) {
    try {
      shares.send(owner(), id, 1, Map.of(to.id(), "Once Care"), null);
      return true;
    } catch (Refused tooLate) {
      return false;
    }
  }

  private static Content content(Recipient to) {
    return Examples.content(Purpose.SAFER_PLACES, java.util.Set.of(Category.PLACES), null, to);
  }

  private SignedIn owner() {
    return SignedIn.as(people.cast().the(Role.ROUND_OWNER).id());
  }
}
