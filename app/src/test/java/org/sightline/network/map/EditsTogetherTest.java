package org.sightline.network.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// Several people draw at once: what they do commutes, or one of them is refused and told.
class EditsTogetherTest {

  private static final List<List<Integer>> ORDERS =
      List.of(
          List.of(0, 1, 2),
          List.of(0, 2, 1),
          List.of(1, 0, 2),
          List.of(1, 2, 0),
          List.of(2, 0, 1),
          List.of(2, 1, 0));

  private static final List<Field> ANSWERS =
      List.of(Field.STRENGTH, Field.CERTAINTY, Field.LINE_KIND, Field.NARRATIVE);
  private static final Map<Field, List<String>> VALUES =
      Map.of(
          Field.STRENGTH, List.of("1", "3", "5", ""),
          Field.CERTAINTY, List.of("BELIEVED", "KNOWN", ""),
          Field.LINE_KIND, List.of("FRIENDS", "FAMILY", "NOT_KNOWN"),
          Field.NARRATIVE, List.of("They share a bus.", ""));

  /// A map with some people and lines that any two edits may then meet on.
  private static final class Start {
    final Drawn map = new Drawn();
    final List<ElementId> people = new ArrayList<>();
    final List<ElementId> lines = new ArrayList<>();

    Start(Random random) {
      for (int i = 0; i < 5; i++) {
        people.add(map.person("Invented " + i));
      }
      for (int i = 0; i < 4; i++) {
        lines.add(map.line(people.get(i), people.get(i + 1)));
      }
      random.nextInt();
    }

    Edit any(Random random) {
      var person = people.get(random.nextInt(people.size()));
      var line = lines.get(random.nextInt(lines.size()));
      return switch (random.nextInt(12)) {
        case 0 -> Drawn.aPerson(ElementId.random(), "New " + random.nextInt(9));
        case 1 -> Drawn.aLine(ElementId.random(), person, people.get(random.nextInt(5)));
        case 2 -> Edit.of(new Change(person, Field.OFF, random.nextBoolean() ? "left" : ""));
        case 3 -> Edit.of(new Change(person, Field.LABEL, "Called " + random.nextInt(3)));
        case 4 -> Drawn.aReport(ElementId.random(), line, "2026-04-01");
        case 5 -> Edit.of(new Change(line, Field.OFF, random.nextBoolean() ? "not so" : ""));
        case 6 -> Edit.of(new Change(person, Field.SAME_AS, same(random, person)));
        case 7 -> Edit.of(new Change(person, Field.PIN, random.nextBoolean() ? "" : pin(random)));
        case 8 -> Edit.of(new Change(person, Field.KIND, random.nextBoolean() ? "ADULT" : "GAP"));
        case 9 -> Edit.of(new Change(report(line), Field.OFF, random.nextBoolean() ? "no" : ""));
        case 10 ->
            Edit.of(
                new Change(person, Field.FOUND, "Found " + random.nextInt(3)),
                new Change(person, Field.BECAME, "" + people.get(random.nextInt(people.size()))));
        default -> {
          var field = ANSWERS.get(random.nextInt(ANSWERS.size()));
          var values = VALUES.get(field);
          yield Edit.of(new Change(line, field, values.get(random.nextInt(values.size()))));
        }
      };
    }

    /// Whom a person turned out to be, or nobody after all.
    private String same(Random random, ElementId person) {
      var other = people.get(random.nextInt(people.size()));
      return random.nextInt(3) == 0 || other.equals(person) ? "" : other.toString();
    }

    private static String pin(Random random) {
      return random.nextInt(9) + " " + random.nextInt(9);
    }

    /// What a line rested on from the first.
    private ElementId report(ElementId line) {
      return map.picture().everyReport(line).getFirst();
    }
  }

  @Property(tries = 1_000)
  void twoEditsCommuteOrOneIsRefused(@ForAll long seed) {
    var one = new Start(new Random(seed));
    var other = copy(one.map);
    var random = new Random(seed + 1);
    var first = one.any(random);
    var second = one.any(random);
    long seen = one.map.picture().last();

    boolean refusedForth = one.map.tried(first, seen) != null | one.map.tried(second, seen) != null;
    boolean refusedBack = other.tried(second, seen) != null | other.tried(first, seen) != null;

    if (!refusedForth && !refusedBack) {
      assertThat(values(other.picture())).isEqualTo(values(one.map.picture()));
    }
  }

  /// Three who saw the same: what is taken gives the same map in all six orders in which it can
  /// arrive, and of what is refused nothing stands.
  @Property(tries = 400)
  void threeAuthorsCommuteOrAreRefusedWhole(@ForAll long seed) {
    var start = new Start(new Random(seed));
    var random = new Random(seed + 1);
    var edits = List.of(start.any(random), start.any(random), start.any(random));
    long seen = start.map.picture().last();
    var results = new HashMap<List<Integer>, List<Map<List<Object>, String>>>();
    for (var order : ORDERS) {
      var map = copy(start.map);
      var taken = new ArrayList<Integer>();
      for (int i : order) {
        var before = values(map.picture());
        var refusal = map.tried(edits.get(i), seen);
        if (refusal == null) {
          taken.add(i);
        } else {
          assertThat(values(map.picture())).as("%s", refusal).isEqualTo(before);
        }
      }
      taken.sort(null);
      results.computeIfAbsent(taken, none -> new ArrayList<>()).add(values(map.picture()));
    }

    assertThat(results.keySet()).noneMatch(List::isEmpty);
    results.forEach(
        (taken, maps) -> assertThat(new HashSet<>(maps)).as("%s of %s", taken, edits).hasSize(1));
  }

  @Property(tries = 100)
  void manyWritersWithOldViewsLoseNothingThatWasTaken(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 8) int writers) {
    var random = new Random(seed);
    var start = new Start(random);
    var seen = new long[writers];
    for (int i = 0; i < 200; i++) {
      int writer = random.nextInt(writers);
      start.map.tried(start.any(random), seen[writer]);
      if (random.nextInt(3) == 0) {
        seen[writer] = start.map.picture().last();
      }
    }

    var folded = Picture.of(start.map.entries());
    assertThat(values(folded)).isEqualTo(values(start.map.picture()));
    for (var element : folded.on(ElementKind.LINE)) {
      assertThat(folded.reports(element.id())).as("every line rests on something").isNotEmpty();
    }
  }

  /// One takes back what they did while another draws, in both orders: the same map, or one is
  /// refused.
  @Property(tries = 300)
  void takingBackWhileOthersDrawCommutesOrIsRefused(@ForAll long seed) {
    var random = new Random(seed);
    var start = new Start(random);
    start.map.tried(start.any(random), start.map.picture().last());
    var mine = start.map.entries().getLast();
    var other = copy(start.map);
    var edit = start.any(random);
    var back = start.map.picture().takingBack(mine, "by mistake");
    if (back == null) {
      return;
    }
    long seen = start.map.picture().last();

    boolean forth = start.map.tried(back, seen) == null & start.map.tried(edit, seen) == null;
    boolean turned = other.tried(edit, seen) == null & other.tried(back, seen) == null;

    if (forth && turned) {
      assertThat(values(other.picture())).isEqualTo(values(start.map.picture()));
    }
  }

  @Property(tries = 100)
  void everythingIsTakenBackInTurnAndSaidAgainInTurn(@ForAll long seed) {
    var random = new Random(seed);
    var start = new Start(random);
    int first = start.map.entries().size();
    for (int i = 0; i < 40; i++) {
      start.map.tried(start.any(random), start.map.picture().last());
    }
    var drawn = List.copyOf(start.map.entries());
    var before = values(Picture.of(drawn.subList(0, first)));
    var after = values(start.map.picture());

    for (var entry : drawn.subList(first, drawn.size()).reversed()) {
      assertThat(start.map.takeBack(entry)).isTrue();
    }
    var undone = List.copyOf(start.map.entries().subList(drawn.size(), start.map.entries().size()));
    assertThat(values(start.map.picture())).isEqualTo(before);
    for (var entry : undone.reversed()) {
      assertThat(start.map.takeBack(entry)).isTrue();
    }
    assertThat(values(start.map.picture())).isEqualTo(after);
  }

  private static Drawn copy(Drawn map) {
    var copy = new Drawn();
    map.entries().forEach(entry -> copy.draw(entry.edit()));
    return copy;
  }

  /// What stands on the map, whatever the order in which it was drawn.
  private static Map<List<Object>, String> values(Picture picture) {
    var values = new HashMap<List<Object>, String>();
    for (var kind : ElementKind.values()) {
      for (var element : picture.on(kind)) {
        for (var field : Field.values()) {
          element.answer(field).ifPresent(v -> values.put(List.of(element.id(), field), v));
        }
      }
    }
    return values;
  }
}
