package org.sightline.linkage.comparing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Our distances beside those of a program we did not write.
class DistancesLikeDuckDbTest {

  private static final int PAIRS = 500_000;
  private static final int PAIRS_OF_EVERY_RUN = 5_000;
  private static final String[] ALPHABETS = {
    "abcdef", "0123456789", "ab cd-'", "AaBbCc", "!\"#$%&()*+,./:;<=>?@[]^_`{|}~ Zz09"
  };

  @Test
  void fiveThousandPairsAreEqual() throws Exception {
    compare(PAIRS_OF_EVERY_RUN, 1);
  }

  @Test
  @Tag("long")
  void halfAMillionPairsAreEqual() throws Exception {
    compare(PAIRS, 2);
  }

  private static void compare(int pairs, long seed) throws Exception {
    var dice = new SplittableRandom(seed);
    var left = new String[pairs];
    var right = new String[pairs];
    var jaroWinkler = new JaroWinkler();
    var edits = new DamerauLevenshtein();
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement()) {
      statement.execute("create table pairs (n int, l varchar, r varchar)");
      var appender = ((org.duckdb.DuckDBConnection) connection).createAppender("pairs");
      for (int i = 0; i < pairs; i++) {
        left[i] = word(dice);
        right[i] = dice.nextInt(3) == 0 ? word(dice) : changed(left[i], dice);
        appender.beginRow();
        appender.append(i);
        appender.append(left[i]);
        appender.append(right[i]);
        appender.endRow();
      }
      appender.close();
      try (var rows =
          statement.executeQuery(
              "select n, jaro_winkler_similarity(l, r), damerau_levenshtein(l, r) from pairs order by n")) {
        while (rows.next()) {
          int n = rows.getInt(1);
          var l = Word.of(left[n]);
          var r = Word.of(right[n]);
          assertThat(Math.abs(jaroWinkler.similarity(l, r) - rows.getDouble(2)))
              .as("Jaro-Winkler of %s and %s", left[n], right[n])
              .isLessThan(1e-12);
          assertThat(edits.distance(l, r))
              .as("Damerau-Levenshtein of %s and %s", left[n], right[n])
              .isEqualTo(rows.getInt(3));
        }
      }
    }
  }

  /// Of few letters, of digits, of two words, of all signs there are, or of nothing.
  private static String word(SplittableRandom dice) {
    var word = new StringBuilder();
    var signs = ALPHABETS[dice.nextInt(ALPHABETS.length)];
    int letters = Math.min(signs.length(), 2 + dice.nextInt(signs.length()));
    int longest = dice.nextInt(20) == 0 ? 70 : 15;
    for (int i = dice.nextInt(longest); i > 0; i--) {
      word.append(signs.charAt(dice.nextInt(letters)));
    }
    return word.toString();
  }

  private static char sign(SplittableRandom dice) {
    var signs = ALPHABETS[dice.nextInt(ALPHABETS.length)];
    return signs.charAt(dice.nextInt(signs.length()));
  }

  private static String changed(String word, SplittableRandom dice) {
    var text = new StringBuilder(word);
    for (int i = 1 + dice.nextInt(3); i > 0 && !text.isEmpty(); i--) {
      int at = dice.nextInt(text.length());
      switch (dice.nextInt(4)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, sign(dice));
        case 2 -> text.setCharAt(at, sign(dice));
        default -> {
          int other = dice.nextInt(text.length());
          char held = text.charAt(at);
          text.setCharAt(at, text.charAt(other));
          text.setCharAt(other, held);
        }
      }
    }
    return text.toString();
  }
}
