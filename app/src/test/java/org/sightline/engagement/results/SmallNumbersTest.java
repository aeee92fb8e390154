package org.sightline.engagement.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sightline.engagement.results.ResultsExample.CORRIDOR;
import static org.sightline.engagement.results.ResultsExample.HOSTILE;
import static org.sightline.engagement.results.ResultsExample.LIBRARY;
import static org.sightline.engagement.results.ResultsExample.OFFICE;
import static org.sightline.engagement.results.ResultsExample.YARD;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.engagement.results.ResultsExample.Made;
import org.sightline.kernel.Level;
import org.sightline.kernel.Role;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;

/// No reader but the owner and the safeguarding lead can work out a number under five, whatever
/// they lay together (practice.md, Small groups; ST-03 to ST-05).
///
/// Two halves of one argument. What a reader may fetch depends on the outward tables, the plan's
/// raised places and the bands of groups, and on nothing else: two rounds that agree in those
/// cannot be told apart by any address. And those three, laid together over all publications, leave
/// every small number open.
@ResultsTest
class SmallNumbersTest {

  private static final List<String> ATTACKED = List.of(CORRIDOR, YARD, LIBRARY);

  @Autowired private ResultsExample example;
  @Autowired private HeldMarks marks;
  @Autowired private TestPeople people;

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"FACILITATOR", "HEAD", "DEPUTY_LEAD"})
  void twoRoundsWithTheSameOutwardTablesCannotBeToldApart(Role role) {
    var plan = example.round().plan();
    var before = example.on(plan, null);
    var one = example.on(plan, before.id());
    var other = example.on(plan, before.id());
    fill(before, 3, 2, 1, 12);
    fill(one, 3, 2, 1, 12);
    fill(other, 1, 1, 4, 6);
    List.of(before, one, other).forEach(this::publishAndRaise);
    var reader = people.signedIn(role);
    var first = new PrintedRound(one.id().toString(), reader);
    var second = new PrintedRound(other.id().toString(), reader);

    var addresses = first.addresses();

    assertThat(addresses).hasSizeGreaterThan(20);
    for (var address : addresses) {
      var same = address.replace(one.id().toString(), other.id().toString());
      assertThat(second.answer(same)).as(address).isEqualTo(first.answer(address));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {3, 42})
  void everythingTheRoundEverShowedLaidTogetherGivesNothingSmallAway(long seed) {
    showAndAttack(seed);
  }

  @ParameterizedTest
  @Tag("long")
  @ValueSource(longs = {11, 20, 77, 78})
  void moreRoundsLaidTogetherGiveNothingSmallAway(long seed) {
    showAndAttack(seed);
  }

  private void showAndAttack(long seed) {
    var random = new Random(seed);
    var round = example.round();
    var life = new Life(round);
    var seen = new HashMap<String, List<JointAttack.Seen>>();
    ATTACKED.forEach(zone -> seen.put(zone, new ArrayList<>()));
    var lean = IntStream.range(0, 20).map(_ -> random.nextInt(1, 9)).toArray();
    for (int step = 0; step < 7; step++) {
      life.step(random, lean, step);
      if (publishAndRaise(round)) {
        boolean last = step >= 5;
        if (last) {
          post(round, "/breakdown", "by", "YEAR_GROUP");
        }
        gather(life, seen);
        if (last) {
          break;
        }
      }
    }

    assertThat(seen.get(YARD)).hasSizeGreaterThan(1);
    seen.forEach(
        (zone, all) ->
            assertThat(new JointAttack(5).attack(all)).as("%s: %s", zone, all).isEmpty());
  }

  /// Fetches all there is as each kind of reader; they must all have been told the same.
  private void gather(Life life, Map<String, List<JointAttack.Seen>> seen) {
    var printed = printed(life.round, Role.HEAD);
    var rows = printed.rows();
    for (var role : List.of(Role.DEPUTY_LEAD, Role.FACILITATOR)) {
      assertThat(printed(life.round, role).rows()).isEqualTo(rows);
    }
    assertThat(rows).doesNotContainKey(OFFICE);
    for (var line : printed.inWords()) {
      var words = line.split(" (?=(red|green) )");
      var row = Objects.requireNonNull(rows.get(words[0]), line);
      var cell = row.cells().get(words[1].startsWith("red") ? 0 : 2);
      assertThat(words[1]).as(line).endsWith(" " + cell + " " + row.maps());
    }
    var raised = printed.raised();
    var bands = printed.bands();
    int came = life.cameSince();
    int went = life.wentSince();
    for (var zone : ATTACKED) {
      var row = Objects.requireNonNull(rows.get(zone), zone);
      var groups = new ArrayList<JointAttack.Group>();
      bands
          .getOrDefault(zone, Map.of())
          .forEach((name, band) -> groups.add(new JointAttack.Group(life.inGroup(name), band)));
      seen.get(zone)
          .add(
              new JointAttack.Seen(
                  life.now().size(),
                  came,
                  went,
                  row.stands() ? null : row.cells(),
                  life.learnt(zone, raised),
                  JointAttack.ANY_BAND,
                  row.stands() ? List.of() : groups));
    }
    life.remember(raised);
  }

  private boolean publishAndRaise(Made round) {
    var before = made(round);
    post(round, "/publishing");
    if (made(round) == before) {
      marks.forgetCohort(round.id(), before + 1);
      return false;
    }
    post(round, "/outcomes");
    return true;
  }

  private int made(Made round) {
    var page = people.signedIn(Role.ROUND_OWNER).get(round.results() + "/publishing").page();
    return page.select("#made li").size();
  }

  private void post(Made round, String path, String... form) {
    people.signedIn(Role.ROUND_OWNER).post(round.results() + path, form);
  }

  private PrintedRound printed(Made round, Role role) {
    return new PrintedRound(round.id().toString(), people.signedIn(role));
  }

  /// Thirty maps whose outward table is the same for all of these numbers: the corridor 22 red and
  /// 5 green, the yard 20 green, and everything else held back.
  private void fill(Made round, int corridorYellow, int yardRed, int libraryRed, int officeRed) {
    var sheets = new ArrayList<Map<String, Level>>();
    for (int at = 0; at < 30; at++) {
      var sheet = new HashMap<String, Level>();
      mark(sheet, CORRIDOR, at, 22, corridorYellow, 5);
      mark(sheet, YARD, at, yardRed, 10 - yardRed, 20);
      mark(sheet, LIBRARY, at, libraryRed, 0, 30 - libraryRed);
      mark(sheet, OFFICE, at, officeRed, 0, 30 - officeRed);
      mark(sheet, HOSTILE, at, 10, 10, 10);
      sheets.add(sheet);
    }
    example.close(round, 8, sheets.subList(0, 15));
    example.close(round, 9, sheets.subList(15, 30));
  }

  private static void mark(
      Map<String, Level> sheet, String zone, int at, int red, int yellow, int green) {
    if (at < red + yellow + green) {
      sheet.put(zone, at < red ? Level.RED : at < red + yellow ? Level.YELLOW : Level.GREEN);
    }
  }

  /// Which maps a round has, as only the test knows.
  private final class Life {

    private final Made round;
    private final List<int[]> maps = new ArrayList<>();
    private List<int[]> published = List.of();
    private List<String> raisedBefore = List.of();
    private int next;

    private Life(Made round) {
      this.round = round;
    }

    private void step(Random random, int[] lean, int step) {
      if (step % 3 == 2) {
        for (int gone = random.nextInt(1, 4); gone > 0; gone--) {
          int at = random.nextInt(maps.size());
          maps.remove(at);
          marks.withdraw(round.id(), at);
        }
      }
      int year = 7 + step % 2;
      var sheets = new ArrayList<Map<String, Level>>();
      for (int size = random.nextInt(5, 9); size > 0; size--) {
        var sheet = new HashMap<String, Level>();
        int zone = 0;
        for (var name : List.of(CORRIDOR, YARD, LIBRARY, OFFICE, HOSTILE)) {
          int pick = random.nextInt(lean[zone] + lean[zone + 1] + lean[zone + 2] + lean[zone + 3]);
          if (pick < lean[zone]) {
            sheet.put(name, Level.RED);
          } else if (pick < lean[zone] + lean[zone + 1]) {
            sheet.put(name, Level.YELLOW);
          } else if (pick < lean[zone] + lean[zone + 1] + lean[zone + 2]) {
            sheet.put(name, Level.GREEN);
          }
          zone += 4;
        }
        sheets.add(sheet);
        maps.add(new int[] {next++, year});
      }
      example.close(round, year, sheets);
    }

    private List<int[]> now() {
      return maps;
    }

    private int cameSince() {
      return (int) maps.stream().filter(each -> !published.contains(each)).count();
    }

    private int wentSince() {
      return (int) published.stream().filter(each -> !maps.contains(each)).count();
    }

    private int inGroup(String name) {
      return (int) maps.stream().filter(each -> name.equals("year " + each[1])).count();
    }

    /// What the plan says of the zone now: it has some red, it has none, or nothing new.
    private @Nullable Boolean learnt(String zone, List<String> raised) {
      if (maps.size() < 10 || raisedBefore.contains(zone)) {
        return null;
      }
      return raised.contains(zone);
    }

    private void remember(List<String> raised) {
      published = List.copyOf(maps);
      raisedBefore = List.copyOf(raised);
    }
  }
}
