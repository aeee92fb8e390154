package org.sightline.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sightline.kernel.Role;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.TestRounds;
import org.springframework.beans.factory.annotation.Autowired;

@SightlineTest
class PileJobTest {

  @Autowired private TestPeople people;
  @Autowired private TestRounds rounds;

  @Test
  void everyFormOfAPileIsTaken() {
    var session = rounds.anOpenSession(rounds.aRound());
    var forms = new FormSending(new FormFilling(Planted::into), (method, path, sent) -> sent.get());

    new PileJob(
            people.signedIn(Role.ROUND_OWNER),
            people.signedIn(Role.FACILITATOR),
            forms,
            "/engagement/sessions/" + session.id())
        .run();

    assertThat(forms.refused()).isEmpty();
  }
}
