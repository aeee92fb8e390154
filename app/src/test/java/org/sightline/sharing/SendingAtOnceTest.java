package org.sightline.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.sightline.audit.Processes;
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
  @Autowired private Processes processes;

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

  @Test
  void whatIsBeingChangedAtThatMomentDoesNotGo() throws Exception {
    UUID care = organisation("Changing Care");
    agreement("Changing places", care);
    var to = Recipient.at(care, "Team");
    UUID id = shares.prepare(owner(), people.school(), content(to));

    try (var threads = Executors.newSingleThreadExecutor()) {
      var sending =
          processes.look(
              owner(),
              () -> {
                shares.change(owner(), id, 1, content(Recipient.at(care, "Another team")));
                var begun = threads.submit(() -> sent(id, to, "Changing Care"));
                assertThatThrownBy(() -> begun.get(1, TimeUnit.SECONDS))
                    .isInstanceOf(TimeoutException.class);
                return begun;
              });
      assertThat(sending.get()).isFalse();
    }

    assertThat(reading.find(owner(), id).steps()).isEmpty();
  }

  private boolean sent(UUID id, Recipient to) {
    return sent(id, to, "Once Care");
  }

  private boolean sent(UUID id, Recipient to, String typed) {
    try {
      shares.send(owner(), id, 1, Map.of(to.id(), typed), null);
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
