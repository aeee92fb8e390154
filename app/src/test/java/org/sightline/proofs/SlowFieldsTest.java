package org.sightline.proofs;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sightline.engagement.consent.Given;
import org.sightline.kernel.Role;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;

/// WB-12: no text takes a pattern of ours longer, or deeper, than it is long.
@SightlineTest
class SlowFieldsTest {

  @Autowired private TestPeople people;

  @Test
  @Timeout(20)
  void anAddressOfManyDotsIsRefusedAtOnce() {
    var owner = people.signedIn(Role.ROUND_OWNER);
    String dots = "a@" + ".".repeat(1_500_000) + "@";

    var arrived =
        owner.post("/plans/council-contacts", "area", "North", "team", "Team", "email", dots);

    assertThat(arrived.status()).isEqualTo(422);
    assertThat(arrived.page().select(".govuk-error-summary").text()).isNotBlank();
  }

  /// On a thread as a request has it.
  @Test
  void aSignatureOfManyPointsIsRead() throws Exception {
    String points = "M1 1" + "L1234 1234".repeat(5_900);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      assertThat(threads.submit(() -> Given.isPath(points)).get(10, SECONDS)).isTrue();
    }
  }
}
