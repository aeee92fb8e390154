package org.sightline.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.sightline.linkage.testing.Lists;
import org.sightline.linkage.weighing.ShippedModel;

/// A new list against people already known, in lists so long that blocks and not all pairs are
/// compared, large blocks among them.
class IncrementalTest {

  private static final String HEAD = "forename,surname,dob,postcode\n";

  @Test
  void theNewPairsAreThoseOfTheFullRunAndTheKnownPeopleStay() throws Exception {
    var known = list(1, 1500);
    var added = list(2, 900);
    var model = ShippedModel.read();
    try (var full = new Lists().list("A", known).list("B", added).by(model).link();
        var alone = new Lists().list("A", known).by(model).link()) {
      var lists = new Lists().list("A", known).known().list("B", added).by(model);
      for (int row = 0; row < alone.records().rows(); row++) {
        lists.found("A", row + 1, "p" + alone.people().personOf()[row]);
      }
      try (var incremental = lists.link()) {
        int rows = alone.records().rows();

        assertThat(full.largeBlocks()).isPositive();
        assertThat(pairs(incremental, rows)).isEqualTo(pairs(full, rows)).hasSizeGreaterThan(1000);
        assertThat(incremental.compared().count()).isEqualTo(pairs(full, rows).size());
        var stayed = new int[rows];
        System.arraycopy(incremental.people().personOf(), 0, stayed, 0, rows);
        assertThat(stayed).isEqualTo(alone.people().personOf());
      }
    }
  }

  /// The pairs with a row of the new list.
  private static List<String> pairs(Linkage linkage, int knownRows) {
    var all = new ArrayList<String>();
    for (var pairs : linkage.compared().pairs()) {
      for (int i = 0; i < pairs.size(); i++) {
        if (pairs.right(i) >= knownRows) {
          all.add(
              "%d %d %x %s"
                  .formatted(pairs.left(i), pairs.right(i), pairs.pattern(i), pairs.weight(i)));
        }
      }
    }
    return all;
  }

  private static String list(int seed, int count) {
    var dice = new SplittableRandom(seed);
    var rows = new StringBuilder(HEAD);
    for (int i = 0; i < count; i++) {
      rows.append(
          "f%c%c,s%c%c,2010%02d%02d,lu1%db%n"
              .formatted(
                  'a' + dice.nextInt(26),
                  'a' + dice.nextInt(3),
                  'a' + dice.nextInt(26),
                  'a' + dice.nextInt(3),
                  1 + dice.nextInt(12),
                  1 + dice.nextInt(28),
                  dice.nextInt(9)));
      if (i % 5 == 0) {
        rows.append("kim,often,20100504,lu19ab\n");
      }
    }
    return rows.toString();
  }
}
