package org.sightline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.Role;
import org.sightline.kernel.UserId;
import org.sightline.store.SystemStore;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/// AN-05: a stranger learns from a refusal neither who is here nor who is switched off nor how
/// somebody signs in, by nothing that is said and by nothing that can be timed.
@SightlineTest
@TestPropertySource(properties = "sightline.test.hashing=real")
class RefusalTimingTest {

  private static final int PAIRS = 60;
  private static final double EVEN = 0.5;
  private static final double APART = 0.1;

  @Autowired private TestPeople people;
  @Autowired private SettingUp settingUp;
  @Autowired private WrongPasswords wrong;
  @Autowired private SetUpLinks links;
  @Autowired private SystemStore store;

  private final Map<Who, String> names = new EnumMap<>(Who.class);
  private final Random random = new Random(5);
  private Visitor visitor;

  private enum Who {
    UNKNOWN,
    UNKNOWN_TOO,
    WRONG_PASSWORD,
    SWITCHED_OFF,
    PASSKEY_ONLY
  }

  @BeforeEach
  void setUp() {
    names.put(Who.UNKNOWN, "nobody-of-this-name");
    names.put(Who.UNKNOWN_TOO, "none-either");
    names.put(Who.WRONG_PASSWORD, people.cast().the(Role.GOVERNANCE).username());
    names.put(Who.SWITCHED_OFF, "timed-off-" + UserId.random());
    names.put(Who.PASSKEY_ONLY, "timed-passkey-" + UserId.random());
    var off = UserId.random();
    settingUp.person(off, names.get(Who.SWITCHED_OFF), "Offa Invented", "kettle harbour moss");
    store
        .jdbc()
        .sql("update access.user_account set disabled_on = :on where id = :id")
        .param("on", LocalDate.now(ZoneId.of("Europe/London")))
        .param("id", off.value())
        .update();
    settingUp.personWithoutPassword(UserId.random(), names.get(Who.PASSKEY_ONLY), "Kay Invented");
    visitor = people.stranger();
    visitor.get("/signing-in");
  }

  @Test
  void everyRefusalSaysTheSame() {
    Set<String> said = new TreeSet<>();
    for (Who who : Who.values()) {
      var arrived = attempt(who);
      var headers = new java.util.TreeMap<>(arrived.response().headers().map());
      headers.remove("date");
      said.add(arrived.status() + " " + headers + " " + arrived.page().html());
    }

    assertThat(said).hasSize(1);
    assertThat(said.iterator().next()).startsWith("422");
  }

  /// A link that never was, one that has run out, and one of somebody who is switched off; a code
  /// without a password; a passkey nobody knows and one that is none.
  @Test
  void neitherDoesALinkACodeOrAPasskey() {
    var off = UserId.random();
    settingUp.personWithoutPassword(off, "linked-" + off, "Lin Invented");
    String of = links.make(off);
    store
        .jdbc()
        .sql("update access.user_account set disabled_on = :on where id = :id")
        .param("on", LocalDate.now(ZoneId.of("Europe/London")))
        .param("id", off.value())
        .update();
    var gone = UserId.random();
    settingUp.personWithoutPassword(gone, "gone-" + gone, "Gwen Invented");
    String ended = links.make(gone);
    links.end(gone);
    assertThat(
            Stream.of("never-made-" + of, of, ended)
                .map(secret -> said(visitor.get("/setting-up/" + secret)))
                .distinct())
        .singleElement()
        .asString()
        .startsWith("404");

    String unknown =
        """
        {"id": "AAAA", "rawId": "AAAA", "type": "public-key", "clientExtensionResults": {},
         "response": {"authenticatorData": "AAAA", "clientDataJSON": "AAAA", "signature": "AAAA",
                      "userHandle": "AAAA"}}
        """;
    assertThat(
            Stream.of("{}", "nonsense", unknown)
                .map(
                    json -> {
                      visitor.get("/signing-in/passkey-options");
                      return said(
                          visitor.body(
                              "/signing-in/passkey",
                              "application/json",
                              json.getBytes(StandardCharsets.UTF_8)));
                    })
                .distinct())
        .singleElement()
        .asString()
        .startsWith("422");
    assertThat(visitor.post("/signing-in/code", "code", "123456").path()).isEqualTo("/signing-in");
  }

  private static String said(Visitor.Arrived arrived) {
    var headers = new java.util.TreeMap<>(arrived.response().headers().map());
    headers.remove("date");
    return arrived.status() + " " + headers + " " + arrived.withoutKeys();
  }

  /// How long a refusal takes tells two kinds of people apart no better than a coin. The middle of
  /// up to three runs counts: whatever else this machine does strikes all kinds alike, in turns.
  @Test
  @Tag("long")
  void everyRefusalTakesAsLong() {
    for (Who who :
        List.of(Who.UNKNOWN_TOO, Who.WRONG_PASSWORD, Who.SWITCHED_OFF, Who.PASSKEY_ONLY)) {
      assertThat(area(who, 0)).as(who.name()).isBetween(EVEN - APART, EVEN + APART);
    }
  }

  @Test
  @Tag("long")
  void aPlantedDelayIsFoundSoThatThisTestCanFail() {
    assertThat(areaOnce(Who.UNKNOWN_TOO, 150)).isGreaterThan(0.9);
  }

  private double area(Who who, int planted) {
    var runs = new ArrayList<Double>();
    for (int run = 0; run < 3; run++) {
      runs.add(areaOnce(who, planted));
      Collections.sort(runs);
      double first = runs.getFirst();
      if (run == 0 && Math.abs(first - EVEN) < APART / 2) {
        return first;
      }
    }
    return runs.get(1);
  }

  /// How often, of all pairs, somebody of this kind waited longer than somebody unknown: the area
  /// under the curve an attacker would draw.
  private double areaOnce(Who who, int planted) {
    long[] unknown = new long[PAIRS];
    long[] known = new long[PAIRS];
    attempt(Who.UNKNOWN);
    attempt(who);
    for (int i = 0; i < PAIRS; i++) {
      if (random.nextBoolean()) {
        unknown[i] = timed(Who.UNKNOWN, 0);
        known[i] = timed(who, planted);
      } else {
        known[i] = timed(who, planted);
        unknown[i] = timed(Who.UNKNOWN, 0);
      }
    }
    double longer = 0;
    for (long one : known) {
      for (long other : unknown) {
        longer += one > other ? 1 : one == other ? 0.5 : 0;
      }
    }
    System.err.printf(
        Locale.ROOT, "%s: AUC %.3f, median %d ms%n", who, longer / PAIRS / PAIRS, median(known));
    return longer / PAIRS / PAIRS;
  }

  private static long median(long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2] / 1_000_000;
  }

  private long timed(Who who, int planted) {
    wrong.right(names.get(who), Optional.empty(), Optional.empty());
    long start = System.nanoTime();
    attemptOnly(who, planted);
    return System.nanoTime() - start;
  }

  private void attemptOnly(Who who, int planted) {
    if (planted > 0) {
      try {
        Thread.sleep(planted);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
    attempt(who);
  }

  private Visitor.Arrived attempt(Who who) {
    return visitor.post(
        "/signing-in", "username", names.get(who), "password", "not the password of anybody");
  }
}
