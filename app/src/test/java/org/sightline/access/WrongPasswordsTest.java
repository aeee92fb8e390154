package org.sightline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.Role;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.TestSchools;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@SightlineTest
class WrongPasswordsTest {

  @Autowired private WrongPasswords wrong;
  @Autowired private ApplicationContext application;
  @Autowired private TestPeople people;

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
      wrong.wrong("hammered", Optional.empty(), Optional.empty());
    }

    assertThat(wrong.isHeld("hammered", Optional.empty(), Optional.empty())).isTrue();
    assertThat(wrong.isHeld("hammered", device, Optional.empty())).isFalse();
    assertThat(wrong.isHeld("somebody-else", Optional.empty(), Optional.empty())).isFalse();
  }

  /// AN-06: nobody elsewhere keeps an owner off a machine that is new to them.
  @Test
  void aStrangerInOneNetworkSlowsNobodyInAnother() {
    var here = Optional.of("0a000001");
    var there = Optional.of("0a000002");
    for (int i = 0; i < 150; i++) {
      wrong.wrong("elsewhere", Optional.empty(), there);
    }

    assertThat(wrong.isHeld("elsewhere", Optional.empty(), there)).isTrue();
    assertThat(wrong.isHeld("elsewhere", Optional.empty(), here)).isFalse();
    for (int i = 0; i < 60; i++) {
      wrong.wrong("elsewhere", Optional.empty(), Optional.of("0b0000" + i));
    }
    assertThat(wrong.isHeld("elsewhere", Optional.empty(), here)).as("a great many").isTrue();
    assertThat(wrong.isHeld("elsewhere", Optional.of("own-browser"), here)).isFalse();
    wrong.right("elsewhere", Optional.empty(), here);
    assertThat(wrong.isHeld("elsewhere", Optional.empty(), here)).isFalse();
    assertThat(wrong.isHeld("elsewhere", Optional.empty(), there)).isTrue();
  }

  @Test
  void theRightPasswordBeginsAgainFromNothing() {
    for (int i = 0; i < 20; i++) {
      wrong.wrong("forgetful", Optional.empty(), Optional.empty());
    }

    wrong.right("forgetful", Optional.empty(), Optional.empty());

    assertThat(wrong.isHeld("forgetful", Optional.empty(), Optional.empty())).isFalse();
  }

  @Test
  void manyGuessesAtTheSameMomentAreHeldLikeOneAfterAnother() {
    var member = new TestSchools(application).the(Role.HEAD);
    var guesses = new ArrayList<String>();
    for (int i = 0; i < 60; i++) {
      guesses.add("guess " + i);
    }
    guesses.set(40, member.password());
    // More than may be tried: before these are answered the right one might simply be the first.
    var answered = new CountDownLatch(10);

    long in;
    try (var threads = Executors.newFixedThreadPool(guesses.size())) {
      in =
          guesses.stream()
              .map(
                  guess ->
                      threads.submit(
                          () -> {
                            if (guess.equals(member.password())) {
                              answered.await();
                            }
                            var arrived =
                                people
                                    .stranger()
                                    .post(
                                        "/signing-in",
                                        "username",
                                        member.username(),
                                        "password",
                                        guess);
                            answered.countDown();
                            return arrived;
                          }))
              .toList()
              .stream()
              .filter(answer -> statusOf(answer) == 200)
              .count();
    }

    assertThat(in).isZero();
  }

  @Test
  void aSchoolBehindOneAddressNeverReachesTheLimitOfItsNetworkAndWhoTriesManyNamesDoes() {
    String school = "0a000001";
    for (int i = 0; i < 99; i++) {
      wrong.wrongFrom(school);
    }
    assertThat(wrong.isNetworkHeld(school)).isFalse();

    for (int i = 0; i < 20; i++) {
      wrong.wrongFrom(school);
    }

    assertThat(wrong.isNetworkHeld(school)).isTrue();
    assertThat(wrong.isNetworkHeld("0a000002")).isFalse();
    assertThat(wrong.isHeld("somebody", Optional.empty(), Optional.empty())).isFalse();
  }

  @Test
  void aNetworkIsAnAddressOrAHouseholdsPartOfOne() {
    assertThat(Networks.of("192.0.2.7")).isNotEqualTo(Networks.of("192.0.2.8")).isPresent();
    assertThat(Networks.of("2001:db8:1:2::7")).isEqualTo(Networks.of("2001:db8:1:2:ffff::9"));
    assertThat(Networks.of("2001:db8:1:2::7")).isNotEqualTo(Networks.of("2001:db8:1:3::7"));
    assertThat(Networks.of("127.0.0.1")).isEmpty();
    assertThat(Networks.of("::1")).isEmpty();
    assertThat(Networks.of("not.an.address.example")).isEmpty();
  }

  private static int statusOf(Future<Visitor.Arrived> answer) {
    try {
      return answer.get().status();
    } catch (InterruptedException | ExecutionException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
