package org.sightline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sightline.testing.SightlineTest;
import org.springframework.beans.factory.annotation.Autowired;

@SightlineTest
class WrongPasswordsTest {

  @Autowired private WrongPasswords wrong;

  @Test
  void fourMistakesCostNothingAndTheWaitGrowsToAQuarterOfAnHour() {
    assertThat(WrongPasswords.pause(4)).isZero();
    assertThat(WrongPasswords.pause(5)).isEqualTo(Duration.ofSeconds(2));
    assertThat(WrongPasswords.pause(8)).isEqualTo(Duration.ofSeconds(16));
    assertThat(WrongPasswords.pause(14)).isEqualTo(Duration.ofMinutes(15));
    assertThat(WrongPasswords.pause(1_000_000)).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void aStrangerWhoHammersANameSlowsStrangersDownAndNotItsOwner() {
    var device = Optional.of("owner's-browser");
    for (int i = 0; i < 20; i++) {
      wrong.wrong("hammered", Optional.empty());
    }

    assertThat(wrong.isHeld("hammered", Optional.empty())).isTrue();
    assertThat(wrong.isHeld("hammered", device)).isFalse();
    assertThat(wrong.isHeld("somebody-else", Optional.empty())).isFalse();
  }

  @Test
  void theRightPasswordBeginsAgainFromNothing() {
    for (int i = 0; i < 20; i++) {
      wrong.wrong("forgetful", Optional.empty());
    }

    wrong.right("forgetful", Optional.empty());

    assertThat(wrong.isHeld("forgetful", Optional.empty())).isFalse();
  }
}
