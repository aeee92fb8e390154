package org.sightline.linkage.weighing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.sightline.linkage.Linkage;
import org.sightline.linkage.Workers;
import org.sightline.linkage.blocking.Rules;
import org.sightline.linkage.cleaning.Field;
import org.sightline.linkage.cleaning.Records;
import org.sightline.linkage.cleaning.ValueCounts;
import org.sightline.linkage.comparing.Nicknames;
import org.sightline.linkage.comparing.PatternCounts;
import org.sightline.linkage.comparing.Patterns;
import org.sightline.linkage.reading.ByteDictionary;
import org.sightline.linkage.testing.Lists;
import org.sightline.linkage.weighing.Samples.Session;

/// What is learned, beside what it was made with, and beside the textbook.
class TrainingTest {

  private static final List<Field> FIELDS = List.of(Field.SCHOOL, Field.TOWN, Field.AREA);

  /// Of the levels exact, close, similar and different.
  private static final double[][] M = {
    {0.80, 0.10, 0.05, 0.05}, {0.65, 0.15, 0.05, 0.15}, {0.90, 0.02, 0.03, 0.05}
  };

  private static final int[] VALUES = {100, 50, 200};
  private static final double[] U_OF_THE_REST = {0.002, 0.008, 0.99};
  private static final double MATCHES = 0.2;
  private static final double PAIRS = 2e6;
  private static final int ROWS = 100_000;

  @Test
  void mAndUComeBackAndAreThoseOfTheTextbook() {
    var session = new PatternCounts();
    var random = new PatternCounts();
    var all = new PatternCounts();
    double possible = ROWS * (ROWS - 1.0) / 2;
    for (int pattern = 0; pattern < 64; pattern++) {
      session.add(
          packed(pattern),
          Math.round(PAIRS * (MATCHES * p(pattern, true) + (1 - MATCHES) * p(pattern, false))));
      random.add(packed(pattern), Math.round(PAIRS * p(pattern, false)));
      double matches = PAIRS * MATCHES;
      all.add(
          packed(pattern),
          Math.round(matches * p(pattern, true) + (possible - matches) * p(pattern, false)));
    }
    var records = records();
    var patterns = Patterns.of(records);

    var learned =
        new Training(
                records,
                ValueCounts.of(records, new Workers(1)),
                patterns,
                ShippedModel.read(),
                new Samples(random, List.of(new Session(Set.of(), session))),
                all,
                possible,
                false,
                new Siblings(records, new boolean[0]),
                new Workers(2))
            .learn();

    double[][] textbook = textbook(session);
    for (int c = 0; c < 3; c++) {
      var levels = learned.of(FIELDS.get(c)).levels();
      for (int l = 0; l < 4; l++) {
        var as = FIELDS.get(c) + " " + levels.get(l).level();
        assertThat(levels.get(l).m()).as("m of " + as).isCloseTo(M[c][l], offset(0.01));
        assertThat(levels.get(l).m()).as("textbook, " + as).isCloseTo(textbook[c][l], offset(0.01));
        assertThat(levels.get(l).u()).as("u of " + as).isCloseTo(u(c, l), withPercentage(25));
      }
    }
    assertThat(learned.probabilityTwoRandomRecordsMatch() * possible)
        .isCloseTo(PAIRS * MATCHES, withPercentage(5));
  }

  /// From records to a model: two records of each person, changed as often as m says.
  @Test
  void listsMadeWithKnownErrorsTeachThoseErrors() throws Exception {
    var dice = new SplittableRandom(3);
    var text = new StringBuilder("surname,dob,postcode,email\n");
    for (int person = 0; person < 3000; person++) {
      String[] first = {surname(dice), date(dice), postcode(dice), "x" + person + "@y.example"};
      text.append(String.join(",", first)).append('\n');
      String[] second = {
        dice.nextDouble() < 0.12 ? surname(dice) : first[0],
        dice.nextDouble() < 0.06 ? date(dice) : first[1],
        dice.nextDouble() < 0.25 ? postcode(dice) : first[2],
        first[3]
      };
      text.append(String.join(",", second)).append('\n');
    }
    try (Linkage linkage = new Lists().list("A", text.toString()).link()) {
      var model = linkage.model();
      assertThat(model.of(Field.SURNAME).levels().getFirst().m()).isCloseTo(0.88, offset(0.02));
      assertThat(model.of(Field.BIRTH_DATE).levels().getFirst().m()).isCloseTo(0.94, offset(0.02));
      assertThat(model.of(Field.POSTCODE).levels().getFirst().m()).isCloseTo(0.75, offset(0.02));
      assertThat(model.of(Field.SURNAME).levels().getFirst().u())
          .isCloseTo(1 / 900.0, withPercentage(10));
      assertThat(model.probabilityTwoRandomRecordsMatch() * 6000 * 5999 / 2)
          .isCloseTo(3000, withPercentage(3));
    }
  }

  /// Few birth years, dense blocks: what agrees there is no sign of one person.
  @Test
  void noBlockOnTheBirthDateAloneTeaches() {
    for (int n = 0; n < 1 << 8; n++) {
      var fields = EnumSet.of(Field.BIRTH_DATE);
      for (int bit = 0; bit < 8; bit++) {
        if ((n >> bit & 1) == 1) {
          fields.add(SOME.get(bit));
        }
      }
      for (int rows : new int[] {1000, 30_000, 1_000_000}) {
        var rules = Rules.of(fields, rows, Nicknames.shipped());
        for (int rule : rules.training()) {
          assertThat(rules.fieldsOf(rule))
              .as("of " + fields)
              .isNotEqualTo(Set.of(Field.BIRTH_DATE));
        }
      }
    }
  }

  private static final List<Field> SOME =
      List.of(
          Field.FORENAME,
          Field.SURNAME,
          Field.POSTCODE,
          Field.SCHOOL,
          Field.TOWN,
          Field.EMAIL,
          Field.UPN,
          Field.SEX);

  /// Expectation and maximisation as every book has them, u known.
  private static double[][] textbook(PatternCounts counts) {
    double[][] m = {{0.7, 0.1, 0.1, 0.1}, {0.7, 0.1, 0.1, 0.1}, {0.7, 0.1, 0.1, 0.1}};
    double share = 0.3;
    for (int step = 0; step < 200; step++) {
      double[][] sums = new double[3][4];
      double matches = 0;
      double all = 0;
      for (int pattern = 0; pattern < 64; pattern++) {
        double one = share;
        double two = 1 - share;
        for (int c = 0; c < 3; c++) {
          one *= m[c][level(pattern, c)];
          two *= u(c, level(pattern, c));
        }
        double count = counts.count(packed(pattern));
        double match = count * one / (one + two);
        for (int c = 0; c < 3; c++) {
          sums[c][level(pattern, c)] += match;
        }
        matches += match;
        all += count;
      }
      for (int c = 0; c < 3; c++) {
        for (int l = 0; l < 4; l++) {
          m[c][l] = sums[c][l] / matches;
        }
      }
      share = matches / all;
    }
    return m;
  }

  private static double p(int pattern, boolean match) {
    double p = 1;
    for (int c = 0; c < 3; c++) {
      p *= match ? M[c][level(pattern, c)] : u(c, level(pattern, c));
    }
    return p;
  }

  private static double u(int c, int level) {
    double exact = 1.0 / VALUES[c];
    return level == 0 ? exact : (1 - exact) * U_OF_THE_REST[level - 1];
  }

  private static int level(int pattern, int c) {
    return pattern >> 2 * c & 3;
  }

  /// As the engine holds it: four bits a comparison, 0 for missing.
  private static long packed(int pattern) {
    long packed = 0;
    for (int c = 0; c < 3; c++) {
      packed |= (long) (level(pattern, c) + 1) << 4 * c;
    }
    return packed;
  }

  /// Every value of a field equally often.
  private static Records records() {
    var cells = new int[ROWS * 3];
    var values = new ByteDictionary[3];
    for (int c = 0; c < 3; c++) {
      values[c] = new ByteDictionary();
      for (int row = 0; row < ROWS; row++) {
        cells[row * 3 + c] = values[c].codeOf("v" + row % VALUES[c]);
      }
    }
    return new Records(List.of("A"), FIELDS, cells, List.of(values), new int[] {0, ROWS});
  }

  private static String surname(SplittableRandom dice) {
    var own = new SplittableRandom(dice.nextInt(900));
    var name = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      name.append((char) ('a' + own.nextInt(26)));
    }
    return name.toString();
  }

  private static String date(SplittableRandom dice) {
    return "%d-%02d-%02d"
        .formatted(2007 + dice.nextInt(8), 1 + dice.nextInt(12), 1 + dice.nextInt(28));
  }

  private static String postcode(SplittableRandom dice) {
    int n = dice.nextInt(20_000);
    return "L%c%d %d%c%c"
        .formatted('A' + n % 20, n / 20 % 10, n / 200 % 10, 'A' + n / 2000, 'B' + n % 7);
  }
}
