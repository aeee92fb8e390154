package org.sightline.engagement.keying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.audit.Processes;
import org.sightline.engagement.keying.Piles.APile;
import org.sightline.engagement.marks.ClassCode;
import org.sightline.engagement.marks.DatabaseReader;
import org.sightline.engagement.marks.Marks;
import org.sightline.engagement.marks.MarksUpkeep;
import org.sightline.engagement.marks.Seat;
import org.sightline.engagement.marks.SlipWithdrawals;
import org.sightline.engagement.marks.SlipWithdrawals.Outcome;
import org.sightline.engagement.marks.Staging;
import org.sightline.engagement.marks.UnslippedMap;
import org.sightline.engagement.planning.Sessions;
import org.sightline.kernel.Refused;
import org.sightline.kernel.Role;
import org.sightline.store.DatabaseSettings;
import org.sightline.store.SessionKeys;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.TestRounds;
import org.springframework.beans.factory.annotation.Autowired;

/// Keyed sheets when their session closes, and when their slip is used before, between and after.
@SightlineTest
class KeyedMarksTest {

  @Autowired private Keying keying;
  @Autowired private PrintedSheets sheets;
  @Autowired private Staging staging;
  @Autowired private Marks marks;
  @Autowired private MarksUpkeep upkeep;
  @Autowired private KeyedMarks keyed;
  @Autowired private Processes processes;
  @Autowired private Sessions sessions;
  @Autowired private SessionKeys keys;
  @Autowired private SlipWithdrawals withdrawals;
  @Autowired private TestPeople people;
  @Autowired private TestRounds rounds;
  @Autowired private DatabaseSettings settings;

  private DatabaseReader thief;
  private Piles piles;
  private APile pile;

  @BeforeEach
  void printAPile() {
    thief = new DatabaseReader(settings);
    piles = new Piles(keying, sheets, people, rounds);
    pile = piles.of(6);
  }

  @Test
  void closingIsRefusedWhileTwoKeyingsDiffer() {
    piles.key(piles.owner(), pile, Pass.FIRST, 0, Piles.reading(pile, 0));
    piles.key(piles.facilitator(), pile, Pass.SECOND, 0, Piles.reading(pile, 1));

    assertThatThrownBy(() -> marks.close(piles.owner(), pile.session().id(), 1))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("one sheet differ")
        .hasMessageContaining(pile.sheets().getFirst().label().letters());
    assertThat(count("engagement.keyed_sheet")).isEqualTo(2);
    assertThat(count("engagement.map")).isZero();

    keying.settle(
        piles.owner(),
        pile.session().id(),
        pile.sheets().getFirst().label(),
        1,
        1,
        Piles.reading(pile, 1));
    assertThat(close()).isEqualTo(1);
  }

  @Test
  void slipsPrintedBeforeTheStartWorkWhateverIsRestartedInBetween() {
    var planned = rounds.aPlannedSession(rounds.aRound());
    var issued = sheets.issue(rounds.owner(), planned.id(), 2);
    upkeep.destroyKeysOfClosedSessions();
    sessions.start(rounds.owner(), planned.id());
    upkeep.destroyKeysOfClosedSessions();
    for (PrintedSheet sheet : issued) {
      keying.key(
          rounds.owner(), planned.id(), Pass.FIRST, sheet.label(), 0, Piles.reading(pile, 0));
    }
    assertThat(withdrawals.withdraw(issued.getFirst().slip().printed()))
        .isInstanceOf(Outcome.Gone.class);

    assertThat(marks.close(rounds.owner(), planned.id(), 2).closure().mapsIn()).isEqualTo(1);

    assertThat(withdrawals.withdraw(issued.getFirst().slip().printed()))
        .isInstanceOf(Outcome.Used.class);
    assertThat(withdrawals.withdraw(issued.getLast().slip().printed()))
        .isInstanceOf(Outcome.Gone.class);
  }

  @Test
  void sheetsWhoseKeyABackupDidNotBringBackAreToBePrintedAgain() {
    var planned = rounds.aPlannedSession(rounds.aRound());
    sheets.issue(rounds.owner(), planned.id(), 2);
    keys.destroy(planned.id().value());

    assertThatThrownBy(() -> sessions.start(rounds.owner(), planned.id()))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("Print them again");

    var again = sheets.issue(rounds.owner(), planned.id(), 1).getFirst();
    sessions.start(rounds.owner(), planned.id());
    keying.key(rounds.owner(), planned.id(), Pass.FIRST, again.label(), 0, Piles.reading(pile, 0));
    assertThat(marks.close(rounds.owner(), planned.id(), 1).closure().mapsIn()).isEqualTo(1);
    assertThat(withdrawals.withdraw(again.slip().printed())).isInstanceOf(Outcome.Gone.class);
  }

  @Test
  void theirSlipsAreKnownBeforeTheClosingLocksAnything() {
    piles.key(piles.owner(), pile, Pass.FIRST, 0, Piles.reading(pile, 0));
    piles.key(piles.facilitator(), pile, Pass.SECOND, 0, Piles.reading(pile, 0));
    piles.key(piles.owner(), pile, Pass.FIRST, 1, Piles.reading(pile, 1));
    piles.key(piles.owner(), pile, Pass.FIRST, 2, new Reading(Map.of(), null, true));
    piles.key(piles.owner(), pile, Pass.FIRST, 3, Piles.reading(pile, 3));
    use(3);

    var known = processes.look(piles.owner(), () -> keyed.slips(pile.session()));

    assertThat(known).hasSize(2);
    assertThat(processes.look(people.as(Role.HEAD), () -> keyed.slips(pile.session()))).isEmpty();
  }

  @Test
  void nothingIsKeyedAfterClosing() {
    close();

    assertThatThrownBy(() -> piles.key(piles.owner(), pile, Pass.FIRST, 0, Reading.blank()))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("closed");
  }

  @Test
  void goIntoTheMapsTogetherWithStagedOnesAndEveryLabelIsForgotten() {
    piles.key(piles.owner(), pile, Pass.FIRST, 0, Piles.reading(pile, 0));
    piles.key(piles.facilitator(), pile, Pass.SECOND, 0, Piles.reading(pile, 0));
    piles.key(piles.owner(), pile, Pass.FIRST, 1, Piles.reading(pile, 1));
    piles.key(piles.facilitator(), pile, Pass.SECOND, 2, Piles.reading(pile, 2));
    piles.key(piles.owner(), pile, Pass.FIRST, 3, new Reading(Map.of(), null, true));
    piles.key(piles.owner(), pile, Pass.FIRST, 4, Reading.blank());
    var byHand = sheets.label(piles.owner(), pile.session().id());
    keying.key(piles.owner(), pile.session().id(), Pass.FIRST, byHand, 0, Piles.reading(pile, 3));
    staging.send(
        Seat.take(new ClassCode(pile.session().classCode()), new SecureRandom()),
        pile.plan(),
        new UnslippedMap(null, Piles.reading(pile, 0).marks()),
        null);

    assertThat(close()).isEqualTo(6);

    assertThat(count("engagement.map")).isEqualTo(6);
    assertThat(count("engagement.keyed_sheet")).isZero();
    assertThat(count("engagement.printed_sheet")).isZero();
    assertThat(count("student.paper_slip")).isZero();
    assertThat(
            thief.count(
                "select count(*)::int from engagement.map where session_id = ? and slip_hash is null",
                pile.session().id().value()))
        .isEqualTo(1);
    assertThat(levels()).isEqualTo(expectedLevels());
  }

  @Test
  void aSlipUsedBeforeKeyingSendsTheSheetToTheShredder() {
    assertThat(use(0)).isInstanceOf(Outcome.Gone.class);

    assertThat(
            keying.open(
                piles.owner(),
                pile.session().id(),
                Pass.FIRST,
                pile.sheets().get(0).label().letters()))
        .isInstanceOf(Opened.TakenOut.class);
    assertThatThrownBy(() -> piles.key(piles.owner(), pile, Pass.FIRST, 0, Piles.reading(pile, 0)))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("shredder");
    assertThat(count("engagement.keyed_sheet")).isZero();
    assertThat(close()).isZero();
  }

  @Test
  void aSlipUsedBetweenKeyingAndClosingTakesBothKeyingsAwayAtOnce() {
    piles.key(piles.owner(), pile, Pass.FIRST, 0, Piles.reading(pile, 0));
    piles.key(piles.facilitator(), pile, Pass.SECOND, 0, Piles.reading(pile, 1));
    piles.key(piles.owner(), pile, Pass.FIRST, 1, Piles.reading(pile, 1));

    assertThat(use(0)).isInstanceOf(Outcome.Gone.class);

    assertThat(count("engagement.keyed_sheet")).isEqualTo(1);
    assertThat(keying.pile(piles.owner(), pile.session().id(), Pass.FIRST).differing()).isZero();
    assertThatThrownBy(
            () ->
                keying.key(
                    piles.owner(),
                    pile.session().id(),
                    Pass.FIRST,
                    pile.sheets().get(0).label(),
                    1,
                    Piles.reading(pile, 0)))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("shredder");
    assertThat(close()).isEqualTo(1);
    assertThat(use(0)).isInstanceOf(Outcome.Used.class);
  }

  @Test
  void aSlipUsedAfterClosingTakesItsMapOutAndNoOther() {
    piles.key(piles.owner(), pile, Pass.FIRST, 0, Piles.reading(pile, 0));
    piles.key(piles.owner(), pile, Pass.FIRST, 1, Piles.reading(pile, 1));
    close();

    assertThat(use(0)).isInstanceOf(Outcome.Gone.class);

    assertThat(count("engagement.map")).isEqualTo(1);
    assertThat(use(5)).isInstanceOf(Outcome.Wrong.class);
  }

  @Test
  void aSlipUsedWhileItsSheetIsBeingKeyedLeavesNothingBehind() throws Exception {
    for (int sheet = 0; sheet < 6; sheet++) {
      int number = sheet;
      try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
        var keyed =
            pool.submit(
                () -> {
                  try {
                    piles.key(piles.owner(), pile, Pass.FIRST, number, Piles.reading(pile, 0));
                  } catch (Refused shredder) {
                    assertThat(shredder).hasMessageContaining("shredder");
                  }
                });
        var used = pool.submit(() -> use(number));
        keyed.get();
        assertThat(used.get()).isInstanceOf(Outcome.Gone.class);
      }
    }
    assertThat(count("engagement.keyed_sheet")).isZero();
    assertThat(close()).isZero();
  }

  @Test
  void aSheetKeyedWhileTheSessionClosesIsCountedOrRefused() throws Exception {
    for (int attempt = 0; attempt < 3; attempt++) {
      var own = piles.of(6);
      int counted;
      int saved = 0;
      try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
        var tries = new java.util.ArrayList<java.util.concurrent.Future<Boolean>>();
        for (int i = 0; i < 6; i++) {
          int number = i;
          tries.add(
              pool.submit(
                  () -> {
                    try {
                      piles.key(piles.owner(), own, Pass.FIRST, number, Piles.reading(own, 0));
                      return true;
                    } catch (Refused closed) {
                      return false;
                    }
                  }));
        }
        counted =
            pool.submit(() -> marks.close(piles.owner(), own.session().id(), 6))
                .get()
                .closure()
                .mapsIn();
        for (var tried : tries) {
          saved += tried.get() ? 1 : 0;
        }
      }
      assertThat(counted).isEqualTo(saved);
    }
  }

  @Test
  void aSlipUsedWhileTheSessionClosesIsAlwaysAnswered() throws Exception {
    for (int attempt = 0; attempt < 4; attempt++) {
      var own = piles.of(2);
      piles.key(piles.owner(), own, Pass.FIRST, 0, Piles.reading(own, 0));
      piles.key(piles.owner(), own, Pass.FIRST, 1, Piles.reading(own, 1));
      try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
        var closing = pool.submit(() -> marks.close(piles.owner(), own.session().id(), 2));
        var used = pool.submit(() -> withdrawals.withdraw(own.sheets().get(0).slip().printed()));
        closing.get();
        assertThat(used.get()).isInstanceOf(Outcome.Gone.class);
      }
      assertThat(
              thief.count(
                  "select count(*)::int from engagement.map where session_id = ?",
                  own.session().id().value()))
          .isEqualTo(1);
    }
  }

  private Outcome use(int sheet) {
    return withdrawals.withdraw(pile.sheets().get(sheet).slip().printed());
  }

  private int close() {
    return marks.close(piles.owner(), pile.session().id(), 6).closure().mapsIn();
  }

  private int count(String table) {
    return thief.count(
        "select count(*)::int from " + table + " where session_id = ?",
        pile.session().id().value());
  }

  private Map<String, Integer> levels() {
    var found = new HashMap<String, Integer>();
    thief
        .rows(
            "select k.zone_key, k.level, count(*)::int as n from engagement.mark k join engagement.map m on m.id = k.map_id where m.session_id = ? group by 1, 2",
            pile.session().id().value())
        .forEach(
            row -> found.put(row.get("zone_key") + " " + row.get("level"), (Integer) row.get("n")));
    return found;
  }

  private Map<String, Integer> expectedLevels() {
    var expected = new HashMap<String, Integer>();
    for (int shift : new int[] {0, 1, 2, 3, 0}) {
      Piles.reading(pile, shift)
          .marks()
          .forEach((zone, level) -> expected.merge(zone + " " + level, 1, Integer::sum));
    }
    return expected;
  }
}
