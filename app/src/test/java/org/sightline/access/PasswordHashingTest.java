package org.sightline.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.Busy;
import org.sightline.kernel.Role;
import org.sightline.store.SystemStore;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;

/// AN-03: what is stored is Argon2id at the figures of ASVS or above, and no more hashes are worked
/// out at once than there is room for.
@SightlineTest
@TestPropertySource(properties = "sightline.test.hashing=real")
class PasswordHashingTest {

  private static final Pattern STORED =
      Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d+),t=(\\d+),p=(\\d+)\\$([^$]+)\\$([^$]+)");

  /// ASVS 5.0, 11.4.2 and appendix C: either of these, in KiB and passes.
  private static final int MUCH_MEMORY = 47_104;

  private static final int LESS_MEMORY = 19_456;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  @Autowired private PasswordHashing hashing;
  @Autowired private TestPeople people;
  @Autowired private SystemStore store;
  @Autowired private ApplicationContext application;

  @Test
  void everyHashThatIsStoredIsStrongEnoughAndHasASaltOfItsOwn() {
    new TestSchools(application).the(Role.HEAD);
    var stored =
        store
            .jdbc()
            .sql("select password_hash from access.user_account where password_hash is not null")
            .query(String.class)
            .list();

    assertThat(stored).hasSizeGreaterThan(5).allSatisfy(PasswordHashingTest::isStrong);
    assertThat(stored).doesNotHaveDuplicates();
    isStrong("" + hashing.encode("walnut-harbour-candle-nine"));
    assertThatThrownBy(() -> isStrong("" + weak().encode("x")))
        .as("what the framework would take by itself is found weak")
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void aHashOfLessStrengthIsMadeAnewWhenItsOwnerSignsIn() {
    var member = new TestSchools(application).the(Role.GOVERNANCE);
    String before = "" + weak().encode(member.password());
    store
        .jdbc()
        .sql("update access.user_account set password_hash = :hash where id = :id")
        .param("hash", before)
        .param("id", member.id().value())
        .update();

    people.signedIn(member);

    String after =
        store
            .jdbc()
            .sql("select password_hash from access.user_account where id = :id")
            .param("id", member.id().value())
            .query(String.class)
            .single();
    assertThat(after).isNotEqualTo(before);
    isStrong(after);
    assertThat(hashing.matches(member.password(), after)).isTrue();
  }

  @Test
  void noMoreThanThereAreProcessorsForAreWorkedOutAtOnceAndAllGetTheirTurn() throws Exception {
    var slow = new Slow();
    var two = new PasswordHashing(slow, 2, 50, Duration.ofSeconds(30));
    try (var threads = Executors.newFixedThreadPool(20)) {
      var waiting = new ArrayList<Future<@Nullable String>>();
      for (int n = 0; n < 20; n++) {
        waiting.add(threads.submit(() -> two.encode("x")));
      }
      slow.goOn.countDown();
      for (var each : waiting) {
        assertThat(each.get()).isEqualTo("worked out");
      }
    }

    assertThat(slow.most.get()).isEqualTo(2);
    assertThat(slow.all.get()).isEqualTo(20);
  }

  @Test
  void whenTooManyWaitTheNextIsToldSoAtOnce() throws Exception {
    var slow = new Slow();
    var one = new PasswordHashing(slow, 1, 3, Duration.ofSeconds(30));
    try (var threads = Executors.newFixedThreadPool(10)) {
      var all = new ArrayList<Future<@Nullable String>>();
      for (int n = 0; n < 10; n++) {
        all.add(threads.submit(() -> one.encode("x")));
        Thread.sleep(20);
      }
      // Before any is worked out: whoever is refused does not wait for the others.
      long refused = all.subList(4, 10).stream().filter(each -> isBusy(each::get)).count();
      slow.goOn.countDown();

      assertThat(refused).isEqualTo(6);
      for (var each : all.subList(0, 4)) {
        assertThat(each.get()).isEqualTo("worked out");
      }
    }
  }

  @Test
  void whoeverHasWaitedLongEnoughIsToldSo() throws Exception {
    var slow = new Slow();
    var one = new PasswordHashing(slow, 1, 3, Duration.ofMillis(50));
    try (var threads = Executors.newFixedThreadPool(1)) {
      var first = threads.submit(() -> one.encode("x"));
      slow.begun.await();

      assertThatThrownBy(() -> one.matches("x", "y")).isInstanceOf(Busy.class);

      slow.goOn.countDown();
      assertThat(first.get()).isEqualTo("worked out");
    }
  }

  private static boolean isBusy(Callable<?> answer) {
    try {
      answer.call();
      return false;
    } catch (ExecutionException failed) {
      return failed.getCause() instanceof Busy;
    } catch (Exception other) {
      throw new IllegalStateException(other);
    }
  }

  private static void isStrong(String stored) {
    var parts = STORED.matcher(stored);
    assertThat(parts.matches()).as("Argon2id: %s", stored.replaceAll("\\$[^$]*$", "")).isTrue();
    int memory = Integer.parseInt(parts.group(1));
    int passes = Integer.parseInt(parts.group(2));
    assertThat(memory >= MUCH_MEMORY || memory >= LESS_MEMORY && passes >= 2)
        .as("%d KiB and %d passes", memory, passes)
        .isTrue();
    assertThat(Integer.parseInt(parts.group(3))).isPositive();
    assertThat(List.of(bytes(parts.group(4)) >= SALT_BYTES, bytes(parts.group(5)) >= HASH_BYTES))
        .containsOnly(true);
  }

  private static int bytes(String encoded) {
    return Base64.getDecoder().decode(encoded).length;
  }

  private static PasswordEncoder weak() {
    return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
  }

  /// Works nothing out, and counts how many do at once.
  private static final class Slow implements PasswordEncoder {

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger all = new AtomicInteger();

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
      begun.countDown();
      most.accumulateAndGet(now.incrementAndGet(), Math::max);
      all.incrementAndGet();
      try {
        goOn.await();
        Thread.sleep(5);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
      now.decrementAndGet();
      return "worked out";
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
      return encode(password) != null;
    }
  }
}
