package org.sightline.linkage.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.linkage.Workers;
import org.sightline.linkage.cleaning.Cleaning;
import org.sightline.linkage.cleaning.Headings;
import org.sightline.linkage.cleaning.Records;
import org.sightline.linkage.comparing.Nicknames;
import org.sightline.linkage.testing.Lists;

/// The candidates of shares, one share after the other, are those of one machine in its order.
class SharesTest {

  private static final long ABOUT = 500;

  private final Records records = records();
  private final Rules rules =
      Rules.of(EnumSet.copyOf(records.fields()), records.rows(), Nicknames.shipped());
  private final Apart apart =
      new Apart(
          new int[] {0, 1200, records.rows()},
          new boolean[] {true, false},
          new boolean[] {false, true});
  private final Candidates whole = Candidates.of(records, rules, apart, new Workers(2));

  @ParameterizedTest
  @ValueSource(ints = {100, 700, 1_000_000})
  void theyAreTheSameInTheSameOrder(int rowsOfAShare) {
    var expected = new ArrayList<Long>();
    whole.run(new Workers(1), task -> (l, r) -> expected.add((long) l << 32 | r));
    var shares = Shares.of(records, records.rows(), rowsOfAShare, rules, apart);

    var surveys =
        IntStream.range(0, shares.count())
            .mapToObj(s -> open(shares, s, Surveyed.nothing()).survey())
            .toList();
    var surveyed = Surveyed.of(shares.rules(), surveys, ABOUT);
    var found = new ArrayList<Long>();
    for (int s = 0; s < shares.count(); s++) {
      var share = open(shares, s, surveyed);
      share.run((l, r) -> found.add((long) share.row(l) << 32 | share.row(r)));
    }

    assertThat(found).isEqualTo(expected).hasSizeGreaterThan(5000);
    assertThat(surveyed.largeBlocks()).isEqualTo(whole.largeBlocks()).isPositive();
    assertThat(surveyed.rowsInLargeBlocks()).isEqualTo(whole.rowsInLargeBlocks());
    assertThat(sampled(shares, surveyed)).isEqualTo(sampled());
  }

  private List<List<Long>> sampled() {
    var all = new ArrayList<List<Long>>();
    for (int rule : rules.training()) {
      var pairs = new ArrayList<Long>();
      whole.blocks(rule, new Workers(2)).sample(ABOUT, (l, r) -> pairs.add((long) l << 32 | r));
      all.add(pairs);
    }
    assertThat(all).anyMatch(pairs -> !pairs.isEmpty());
    return all;
  }

  private List<List<Long>> sampled(Shares shares, Surveyed surveyed) {
    var all = new ArrayList<List<Long>>();
    for (int rule : rules.training()) {
      var pairs = new ArrayList<Long>();
      for (int s = 0; s < shares.count(); s++) {
        if (shares.ruleOf(s) == rule) {
          var share = open(shares, s, surveyed);
          share.sample(surveyed, (l, r) -> pairs.add((long) share.row(l) << 32 | share.row(r)));
        }
      }
      all.add(pairs);
    }
    return all;
  }

  /// As rows come to a share: those that have a key of its rule in its range.
  private Share open(Shares shares, int number, Surveyed surveyed) {
    int width = records.width();
    int rule = shares.ruleOf(number);
    int[] rows =
        IntStream.range(0, records.rows())
            .filter(row -> shares.shareOf(records.cells(), row * width, rule) == number)
            .toArray();
    int[] cells =
        IntStream.of(rows)
            .flatMap(row -> IntStream.range(0, width).map(f -> records.cell(row, f)))
            .toArray();
    return shares.open(number, rows, cells, surveyed);
  }

  /// Few enough values for blocks of every size, and one person three hundred times.
  private static Records records() {
    var dice = new SplittableRandom(11);
    var rows = new StringBuilder("forename,surname,dob,postcode\n");
    for (int i = 0; i < 2500; i++) {
      rows.append(
              dice.nextInt(9) == 0 ? "" : "f" + (char) ('a' + dice.nextInt(26)) + dice.nextInt(4))
          .append(",s")
          .append((char) ('a' + dice.nextInt(26)))
          .append((char) ('a' + dice.nextInt(9)))
          .append(
              dice.nextInt(9) == 0
                  ? ","
                  : ",2010%02d%02d".formatted(1 + dice.nextInt(12), 1 + dice.nextInt(28)))
          .append(",lu1%d%cb".formatted(dice.nextInt(9), (char) ('a' + dice.nextInt(9))))
          .append('\n');
      if (i % 8 == 0) {
        rows.append("ann,lee,20100403,lu12ab\n");
      }
    }
    var table = Lists.table("A", rows.toString().getBytes());
    return new Cleaning(List.of(table), List.of(Headings.of(table.headings())), Lists.YEAR)
        .run(new Workers(1));
  }
}
