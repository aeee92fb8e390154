package org.sightline.engagement.results;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.Level;

/// A made-up round: sessions of four to eight close, maps are withdrawn, results are made whenever
/// the rules allow. Unlike the product it knows which map is which.
final class RoundSimulation {

  static final int ZONES = 4;
  static final SmallNumbers SMALL = SmallNumbers.USUAL;

  /// @param marks one per zone, `null` for blank
  record Sheet(int id, int year, List<@Nullable Level> marks) {}

  final Random random;
  final List<Sheet> sheets = new ArrayList<>();
  final List<OutwardTable> tables = new ArrayList<>();
  final List<Set<Integer>> held = new ArrayList<>();

  /// What the plan said at each publication.
  final List<PlanSays> said = new ArrayList<>();

  List<Publication> publications = List.of();

  private final List<Integer> cohorts = new ArrayList<>();
  private final int[] lean;
  private int sessions;

  RoundSimulation(long seed) {
    random = new Random(seed);
    lean = IntStream.range(0, ZONES * 4).map(_ -> random.nextInt(1, 12)).toArray();
  }

  static RoundSimulation played(long seed) {
    var round = new RoundSimulation(seed);
    int steps = round.random.nextInt(3, 14);
    for (int step = 0; step < steps; step++) {
      round.step();
    }
    return round;
  }

  PublishingRules.Detail detail() {
    return PublishingRules.detail(sessions, sheets.size(), SMALL);
  }

  void closeSession() {
    sessions++;
    int year = random.nextInt(7, 12);
    int size = random.nextInt(4, 9);
    for (int at = 0; at < size; at++) {
      int zonesYear = random.nextInt(4) == 0 ? 0 : year;
      sheets.add(new Sheet(cohorts.size(), zonesYear, marks()));
      cohorts.add(null);
    }
  }

  Tally tally(List<Sheet> of, int zone) {
    var tally = Tally.none(0);
    for (var sheet : of) {
      tally = tally.plus(sheet.marks().get(zone));
    }
    return tally;
  }

  /// Maps of one publication that another does not hold.
  int missing(int from, int other) {
    var left = new HashSet<>(held.get(from));
    left.removeAll(held.get(other));
    return left.size();
  }

  private void step() {
    switch (random.nextInt(4)) {
      case 0 -> withdraw(random.nextInt(1, 7));
      case 1 -> closeSession();
      default -> IntStream.range(0, random.nextInt(1, 7)).forEach(_ -> closeSession());
    }
    if (PublishingRules.mayPublish(sessions, sheets.size(), publications, SMALL) == null) {
      publish();
    }
  }

  private void withdraw(int count) {
    for (int at = 0; at < count && !sheets.isEmpty(); at++) {
      var sheet = sheets.remove(random.nextInt(sheets.size()));
      publications = Publication.afterWithdrawal(publications, cohorts.get(sheet.id()));
    }
  }

  private void publish() {
    var zones =
        IntStream.range(0, ZONES)
            .mapToObj(zone -> ZoneTally.of("zone-" + zone, tally(sheets, zone)))
            .toList();
    var table =
        OutwardTable.make(detail(), sheets.size(), zones, tables, publications, said, SMALL);
    tables.add(table);
    said.add(PlanSays.of(detail(), zones));
    held.add(new HashSet<>(sheets.stream().map(Sheet::id).toList()));
    var next = new ArrayList<>(publications);
    next.add(new Publication(table.publication(), sheets.size(), 0));
    publications = List.copyOf(next);
    for (var sheet : sheets) {
      if (Objects.isNull(cohorts.get(sheet.id()))) {
        cohorts.set(sheet.id(), table.publication());
      }
    }
  }

  private List<@Nullable Level> marks() {
    var marks = new ArrayList<@Nullable Level>();
    for (int zone = 0; zone < ZONES; zone++) {
      int pick = random.nextInt(IntStream.range(zone * 4, zone * 4 + 4).map(at -> lean[at]).sum());
      int level = 0;
      while (level < 3 && pick >= lean[zone * 4 + level]) {
        pick -= lean[zone * 4 + level];
        level++;
      }
      marks.add(level == 3 ? null : Level.values()[level]);
    }
    return Collections.unmodifiableList(marks);
  }
}
