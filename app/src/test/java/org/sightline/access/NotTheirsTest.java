package org.sightline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// AC-02: what is another team's answers like what never was, in status, body and headers, and in a
/// time that tells no more than a coin. A handful of addresses; StrangersTest tries all of them.
@SightlineTest
class NotTheirsTest {

  private static final int PAIRS = 60;
  private static final double EVEN = 0.5;
  private static final double APART = 0.1;
  private static final int PLANTED_MILLIS = 30;

  @Autowired private TestPeople people;
  @Autowired private TestCasework casework;

  private final Random random = new Random(7);
  private Visitor stranger;
  private List<String> theirs;

  @BeforeEach
  void twoTeams() {
    var team = casework.aTeam("Theirs");
    var piece = casework.aPieceOf(team);
    var person =
        casework.aPerson(team.asChair(), piece, "Siskin", "Alike-Test", LocalDate.of(2011, 4, 5));
    var statement = casework.aStatement(team.asChair(), piece, person, "Something was said.");
    var other = casework.aTeam("Others");
    casework.aPieceOf(other);
    stranger = people.signedIn(other.chair());
    String record = "/people/" + piece + "/" + person;
    theirs =
        List.of(
            record,
            record + "/history",
            record + "/statements/" + statement + "/correction",
            record + "/copies/new",
            "/casework/" + piece,
            "/network/maps/" + piece,
            "/network/maps/" + piece + "/copies/people.csv",
            "/reasons/" + piece + "/" + person);
    assertThat(people.signedIn(team.chair()).get(record).status()).isEqualTo(200);
  }

  @Test
  void theAnswerIsTheSameToItsLastByteAndHeader() {
    for (String path : theirs) {
      var never = stranger.get(neverWas(path));
      var refused = stranger.get(path);

      assertThat(refused.status()).as(path).isEqualTo(never.status()).isEqualTo(404);
      assertThat(refused.withoutKeys()).as(path).isEqualTo(never.withoutKeys());
      assertThat(refused.headers()).as(path).isEqualTo(never.headers());
      assertThat(refused.headers()).as("there are headers").contains("cache-control=[no-store");
    }
  }

  @Test
  void aFormIsRefusedAlikeToo() {
    for (String path : List.of(theirs.get(0) + "/details", theirs.get(3))) {
      var never = stranger.post(neverWas(path), "version", "1", "toWhom", "Somebody");
      var refused = stranger.post(path, "version", "1", "toWhom", "Somebody");

      assertThat(refused.status()).as(path).isEqualTo(never.status()).isEqualTo(404);
      assertThat(refused.withoutKeys()).as(path).isEqualTo(never.withoutKeys());
      assertThat(refused.headers()).as(path).isEqualTo(never.headers());
    }
  }

  /// The middle of up to three runs counts: whatever else this machine does strikes both alike.
  @Test
  @Tag("long")
  void theAnswerTakesAsLong() {
    for (String path : theirs.subList(0, 6)) {
      assertThat(area(path)).as(path).isBetween(EVEN - APART, EVEN + APART);
    }
  }

  @Test
  @Tag("long")
  void aPlantedDelayIsFoundSoThatThisTestCanFail() {
    assertThat(areaOnce(theirs.getFirst(), PLANTED_MILLIS)).isGreaterThan(0.9);
  }

  private double area(String path) {
    var runs = new ArrayList<Double>();
    for (int run = 0; run < 3; run++) {
      runs.add(areaOnce(path, 0));
      if (run == 0 && Math.abs(runs.getFirst() - EVEN) < APART / 2) {
        return runs.getFirst();
      }
    }
    Collections.sort(runs);
    return runs.get(1);
  }

  /// How often, of all pairs, what is not theirs took longer than what never was: the area under
  /// the curve an attacker would draw.
  private double areaOnce(String path, int planted) {
    long[] never = new long[PAIRS];
    long[] known = new long[PAIRS];
    stranger.get(path);
    for (int i = 0; i < PAIRS; i++) {
      boolean neverFirst = random.nextBoolean();
      if (neverFirst) {
        never[i] = timed(neverWas(path), 0);
      }
      known[i] = timed(path, planted);
      if (!neverFirst) {
        never[i] = timed(neverWas(path), 0);
      }
    }
    double longer = 0;
    for (long one : known) {
      for (long other : never) {
        longer += one > other ? 1 : one == other ? 0.5 : 0;
      }
    }
    double area = longer / PAIRS / PAIRS;
    System.err.printf(Locale.ROOT, "%s: AUC %.3f%n", path.replaceAll("[0-9a-f-]{36}", "…"), area);
    return area;
  }

  private long timed(String path, int planted) {
    long start = System.nanoTime();
    if (planted > 0) {
      try {
        Thread.sleep(planted);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
    stranger.get(path);
    return System.nanoTime() - start;
  }

  private static String neverWas(String path) {
    return path.replaceAll(
        "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", UUID.randomUUID().toString());
  }
}
