package org.sightline.linkage.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sightline.linkage.Workers;
import org.sightline.linkage.cleaning.Cleaning;
import org.sightline.linkage.cleaning.Headings;
import org.sightline.linkage.cleaning.Records;
import org.sightline.linkage.comparing.Nicknames;
import org.sightline.linkage.testing.Given;
import org.sightline.linkage.testing.Lists;

class BlockingTest {

  private static final String HEAD = "forename,surname,dob,postcode\n";
  private static final int MANY = 1_000_000;

  @ParameterizedTest
  @MethodSource("table")
  void twoRecordsAreBroughtTogetherOrNot(NamedCsvRecord row) {
    var records = records(HEAD + line(row.getField("left")) + line(row.getField("right")));
    var rules = rules(records, MANY);
    var keys = KeyMaker.of(records, rules.all(), new Workers(1));

    boolean together = false;
    for (int rule = 0; rule < rules.all().size(); rule++) {
      together |= keys.agree(records.cells(), 0, records.width(), rule);
    }

    assertThat(together).as(row.getField("why")).isEqualTo(row.getField("together").equals("yes"));
  }

  static Stream<NamedCsvRecord> table() {
    return Given.table("blocking.csv").stream();
  }

  @Test
  void noTrainingRuleIsOnTheBirthDateAlone() {
    var records = records(HEAD + "a,b,20100403,lu12ab\n");

    assertThat(rules(records, 10).all())
        .filteredOn(Rule::trains)
        .allMatch(r -> r.fields().size() > 1);
  }

  @Test
  void everyPairThatARuleBringsIsTakenOnceAndNoOther() {
    var records = records(manyRows(1700));
    var rules = rules(records, MANY);
    var keys = KeyMaker.of(records, rules.all(), new Workers(1));
    var expected = new HashSet<Long>();
    for (int l = 0; l < records.rows(); l++) {
      for (int r = l + 1; r < records.rows(); r++) {
        for (int rule = 0; rule < rules.all().size(); rule++) {
          if (keys.agree(records.cells(), l * records.width(), r * records.width(), rule)) {
            expected.add((long) l << 32 | r);
          }
        }
      }
    }

    var taken = taken(records, rules, 2);

    assertThat(Set.copyOf(taken)).isEqualTo(expected);
    assertThat(taken).hasSize(expected.size());
  }

  @Test
  void onePersonAHundredThousandTimesStaysWithinBounds() {
    var rows = new StringBuilder(HEAD);
    for (int i = 0; i < 100_000; i++) {
      rows.append("ann,lee,20100403,lu12ab\n");
    }
    var records = records(rows.toString());

    var taken = taken(records, rules(records, records.rows()), 2);

    assertThat(taken).hasSizeLessThanOrEqualTo(100_000 * Candidates.NEIGHBOURS);
    assertThat(taken).doesNotHaveDuplicates();
  }

  private static List<Long> taken(Records records, Rules rules, int threads) {
    var workers = new Workers(threads);
    var candidates = Candidates.of(records, rules, Apart.nobody(records.rows()), workers);
    var taken = new ConcurrentLinkedQueue<Long>();
    candidates.run(workers, task -> (l, r) -> taken.add((long) l << 32 | r));
    return List.copyOf(taken);
  }

  private static String manyRows(int count) {
    var dice = new SplittableRandom(3);
    var rows = new StringBuilder(HEAD);
    for (int i = 0; i < count; i++) {
      rows.append(
              dice.nextInt(8) == 0
                  ? ""
                  : "f" + (char) ('a' + dice.nextInt(26)) + (char) ('a' + dice.nextInt(9)))
          .append(",s" + (char) ('a' + dice.nextInt(26)) + (char) ('a' + dice.nextInt(9)))
          .append(
              dice.nextInt(8) == 0
                  ? ","
                  : ",2010%02d%02d".formatted(1 + dice.nextInt(12), 1 + dice.nextInt(28)))
          .append(
              dice.nextInt(5) == 0
                  ? ","
                  : ",lu1%d%c%c".formatted(dice.nextInt(9), (char) ('a' + dice.nextInt(9)), 'b'))
          .append('\n');
    }
    return rows.toString();
  }

  private static Rules rules(Records records, int rows) {
    return Rules.of(EnumSet.copyOf(records.fields()), rows, Nicknames.shipped());
  }

  private static Records records(String csv) {
    var table = Lists.table("A", csv.getBytes());
    return new Cleaning(List.of(table), List.of(Headings.of(table.headings())), Lists.YEAR)
        .run(new Workers(1));
  }

  private static String line(String person) {
    return person.replace('|', ',') + "\n";
  }
}
