package org.sightline.engagement.keying;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.sightline.contexts.floorplans.ZoneKey;
import org.sightline.engagement.keying.Piles.APile;
import org.sightline.engagement.marks.DatabaseReader;
import org.sightline.engagement.marks.Marks;
import org.sightline.kernel.Level;
import org.sightline.kernel.Refused;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.Stale;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.TestRounds;
import org.springframework.beans.factory.annotation.Autowired;

/// Twenty windows of several people on one sheet at once: every saving that was accepted was made
/// on top of the one before it, and what stands at the end is the last (issue 2, section 4).
@SightlineTest
class KeyingStormTest {

  private static final int WINDOWS = 20;
  private static final int TRIES = 8;

  @Autowired private Keying keying;
  @Autowired private PrintedSheets sheets;
  @Autowired private Marks marks;
  @Autowired private TestPeople people;
  @Autowired private TestRounds rounds;
  @Autowired private DatabaseSettings settings;

  private final AtomicInteger readings = new AtomicInteger();

  /// @param basedOn the version a window had before it when its saving was accepted
  private record Saved(Pass pass, int basedOn, Reading reading) {}

  @Test
  void noSavingIsLost() throws Exception {
    var pile = new Piles(keying, sheets, people, rounds).of(1);
    var saved = Collections.synchronizedList(new ArrayList<Saved>());
    inWindows(n -> () -> key(pile, n, saved));

    var byPass = new EnumMap<Pass, TreeMap<Integer, Reading>>(Pass.class);
    for (Saved each : saved) {
      var versions = byPass.computeIfAbsent(each.pass(), any -> new TreeMap<>());
      assertThat(versions.put(each.basedOn(), each.reading()))
          .as("two savings on top of version %d of %s", each.basedOn(), each.pass())
          .isNull();
    }
    assertThat(byPass).containsOnlyKeys(Pass.FIRST, Pass.SECOND);
    for (var pass : byPass.entrySet()) {
      var versions = pass.getValue();
      assertThat(versions).hasSizeGreaterThan(1);
      assertThat(versions.keySet()).as("no gap").hasSize(versions.lastKey() + 1);
      assertThat(standing(pile, pass.getKey()))
          .contains(Map.entry(versions.size(), versions.lastEntry().getValue()));
    }
    assertThat(audited(pile, "engagement.sheet-keyed")).isEqualTo(saved.size());
  }

  @Test
  void aSettlingCountsForBothKeyingsOrForNone() throws Exception {
    var pile = new Piles(keying, sheets, people, rounds).of(1);
    var label = pile.sheets().getFirst().label();
    var first = person(1);
    keying.key(first, pile.session().id(), Pass.FIRST, label, 0, next(pile));
    keying.key(owner(), pile.session().id(), Pass.SECOND, label, 0, next(pile));
    var settled = new AtomicInteger();
    var corrected = new AtomicInteger();

    inWindows(
        n ->
            () -> {
              for (int i = 0; i < TRIES; i++) {
                try {
                  if (n % 2 == 0) {
                    var difference = keying.differences(owner(), pile.session().id());
                    if (!difference.isEmpty()) {
                      var one = difference.getFirst();
                      settle(pile, one);
                      settled.incrementAndGet();
                    }
                  } else if (keying.open(first, pile.session().id(), Pass.FIRST, label.letters())
                      instanceof Opened.Yours yours) {
                    keying.key(
                        first, pile.session().id(), Pass.FIRST, label, yours.version(), next(pile));
                    corrected.incrementAndGet();
                  }
                } catch (Stale refused) {
                  continue;
                }
              }
              return true;
            });

    assertThat(settled.get()).isPositive();
    assertThat(corrected.get()).isPositive();
    var sheet = pile.plan();
    assertThat(version(pile, Pass.FIRST)).isEqualTo(1 + settled.get() + corrected.get());
    assertThat(version(pile, Pass.SECOND)).isEqualTo(1 + settled.get());
    for (Difference left : keying.differences(owner(), pile.session().id())) {
      keying.settle(
          owner(),
          pile.session().id(),
          left.label(),
          left.firstVersion(),
          left.secondVersion(),
          Reading.blank());
    }
    assertThat(keying.differences(owner(), pile.session().id())).isEmpty();
    assertThat(marks.close(owner(), pile.session().id(), 1).closure().mapsIn()).isEqualTo(1);
    assertThat(sheet.zones()).isNotEmpty();
  }

  private void settle(APile pile, Difference one) {
    keying.settle(
        owner(),
        pile.session().id(),
        one.label(),
        one.firstVersion(),
        one.secondVersion(),
        next(pile));
  }

  private Boolean key(APile pile, int window, List<Saved> saved) {
    var random = new Random(window);
    var label = pile.sheets().getFirst().label();
    for (int i = 0; i < TRIES; i++) {
      // Windows of three people; each has keyed the sheet in one keying or in none.
      var who = person(window % 3);
      var pass = random.nextBoolean() ? Pass.FIRST : Pass.SECOND;
      int basedOn =
          switch (keying.open(who, pile.session().id(), pass, label.letters())) {
            case Opened.Fresh fresh -> 0;
            case Opened.Yours yours -> yours.version();
            default -> random.nextInt(3);
          };
      var reading = next(pile);
      try {
        keying.key(who, pile.session().id(), pass, label, basedOn, reading);
        saved.add(new Saved(pass, basedOn, reading));
      } catch (Refused refused) {
        continue;
      }
    }
    return true;
  }

  private void inWindows(java.util.function.IntFunction<Callable<Boolean>> window)
      throws Exception {
    try (var pool = Executors.newFixedThreadPool(WINDOWS)) {
      var tasks = new ArrayList<Callable<Boolean>>();
      for (int n = 0; n < WINDOWS; n++) {
        tasks.add(window.apply(n));
      }
      for (var done : pool.invokeAll(tasks)) {
        assertThat(done.get()).isTrue();
      }
    }
  }

  /// The one row of a keying as its keyer sees it: version and reading.
  private List<Map.Entry<Integer, Reading>> standing(APile pile, Pass pass) {
    var found = new ArrayList<Map.Entry<Integer, Reading>>();
    for (int n = 0; n < 3; n++) {
      var label = pile.sheets().getFirst().label().letters();
      if (keying.open(person(n), pile.session().id(), pass, label) instanceof Opened.Yours yours) {
        found.add(Map.entry(yours.version(), yours.reading()));
      }
    }
    return found;
  }

  private int version(APile pile, Pass pass) {
    return new DatabaseReader(settings)
        .count(
            "select version from engagement.keyed_sheet where session_id = ? and pass = ?",
            pile.session().id().value(),
            pass.number());
  }

  private int audited(APile pile, String act) {
    return new DatabaseReader(settings)
        .count(
            "select count(*)::int from audit.entry where object = ? and act = ? and outcome = 'DONE'",
            pile.session().id().value(),
            act);
  }

  private SignedIn owner() {
    return person(0);
  }

  private SignedIn person(int n) {
    var facilitators = people.cast().all(Role.FACILITATOR);
    return n == 0
        ? people.as(Role.ROUND_OWNER)
        : SignedIn.as(facilitators.get((n - 1) % facilitators.size()).id());
  }

  /// A reading that nobody else makes: its number in base three over the places.
  private Reading next(APile pile) {
    int number = readings.incrementAndGet();
    Map<ZoneKey, Level> marks = new HashMap<>();
    for (var zone : pile.plan().zones()) {
      marks.put(zone.key(), Level.values()[number % 3]);
      number /= 3;
    }
    return new Reading(marks, null, false);
  }
}
