package org.sightline.bench.linkage;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.sightline.bench.linkage.SplinkModel.Comparison;
import org.sightline.bench.linkage.SplinkModel.Training;

/// What Splink learns before it predicts.
final class SplinkTraining {

  private static final double PAIRS_FOR_U = 1e6;
  private static final double NOT_OBSERVED = 1e-6;
  private static final int STEPS = 25;
  private static final double ENOUGH = 1e-4;

  private final SplinkSql sql;

  SplinkTraining(SplinkSql sql) {
    this.sql = sql;
  }

  /// How likely two records drawn at random are one person.
  double likely() throws SQLException {
    double certain =
        sql.number(
            "select count(*) from (%s)"
                .formatted(SplinkSql.blocking(sql.model().certain(), "with_tf")));
    double rows = sql.number("select count(*) from df");
    return certain / sql.model().recall() / (rows * (rows - 1) / 2);
  }

  /// For each comparison how often each of its levels comes up between two people.
  double[][] u() throws SQLException {
    long rows = Math.round(0.5 * (Math.sqrt(8 * PAIRS_FOR_U + 1) + 1));
    sql.run(
        "create table sample as select * from with_tf using sample reservoir(%d rows) repeatable (1)"
            .formatted(rows));
    sql.run(
        "create table sample_pairs as select l.id as a, r.id as b from sample l join sample r on l.id < r.id");
    var counts = new double[sql.model().comparisons().size()][];
    for (int c = 0; c < counts.length; c++) {
      counts[c] = new double[levels(c)];
    }
    for (var pattern :
        patterns("select a, b from sample_pairs", "sample", sql.model().comparisons())) {
      for (int c = 0; c < counts.length; c++) {
        if (pattern[c] >= 0) {
          counts[c][(int) pattern[c]] += pattern[counts.length];
        }
      }
    }
    return Arrays.stream(counts).map(SplinkTraining::shares).toArray(double[][]::new);
  }

  private static double[] shares(double[] counts) {
    double all = Arrays.stream(counts).sum();
    return Arrays.stream(counts).map(n -> n == 0 ? NOT_OBSERVED : n / all).toArray();
  }

  private int levels(int comparison) {
    return sql.model().comparisons().get(comparison).levels().size() + 1;
  }

  /// The mean of what the blocks say, each of those comparisons it is not on.
  double[][] m(double likely, double[][] u) throws SQLException {
    int n = sql.model().comparisons().size();
    var sums = new double[n][];
    var times = new int[n];
    for (int c = 0; c < n; c++) {
      sums[c] = new double[levels(c)];
    }
    for (var training : sql.model().training()) {
      var trained = trained(training, likely, u);
      for (int c = 0; c < n; c++) {
        if (isTrainedBy(sql.model().comparisons().get(c), training)) {
          times[c]++;
          for (int l = 0; l < sums[c].length; l++) {
            sums[c][l] += trained[c][l];
          }
        }
      }
    }
    for (int c = 0; c < n; c++) {
      int by = Math.max(1, times[c]);
      sums[c] = times[c] == 0 ? usual(c) : Arrays.stream(sums[c]).map(s -> s / by).toArray();
    }
    return sums;
  }

  private static boolean isTrainedBy(Comparison comparison, Training training) {
    return comparison.uses().stream().noneMatch(training.uses()::contains);
  }

  /// What Splink begins with: nineteen in twenty the same, the rest spread over the other levels.
  private double[] usual(int comparison) {
    var m = new double[levels(comparison)];
    Arrays.fill(m, 0.05 / (m.length - 1));
    m[0] = 0.95;
    return m;
  }

  private double[][] trained(Training training, double likely, double[][] u) throws SQLException {
    int n = sql.model().comparisons().size();
    var now = new double[n][];
    double odds = likely / (1 - likely);
    for (int c = 0; c < n; c++) {
      now[c] = usual(c);
      if (!isTrainedBy(sql.model().comparisons().get(c), training)) {
        odds *= now[c][0] / u[c][0];
      }
    }
    var seen =
        patterns(
            SplinkSql.blocking(List.of(training.rule()), "with_tf"),
            "with_tf",
            sql.model().comparisons());
    double share = odds / (1 + odds);
    for (int step = 0; step < STEPS; step++) {
      var counts = new double[n][];
      for (int c = 0; c < n; c++) {
        counts[c] = new double[levels(c)];
      }
      double matches = 0;
      double all = 0;
      for (double[] pattern : seen) {
        double ratio = share / (1 - share);
        for (int c = 0; c < n; c++) {
          if (pattern[c] >= 0 && isTrainedBy(sql.model().comparisons().get(c), training)) {
            ratio *= now[c][(int) pattern[c]] / u[c][(int) pattern[c]];
          }
        }
        double match = pattern[n] * ratio / (1 + ratio);
        for (int c = 0; c < n; c++) {
          if (pattern[c] >= 0) {
            counts[c][(int) pattern[c]] += match;
          }
        }
        matches += match;
        all += pattern[n];
      }
      double change = Math.abs(share - matches / all);
      share = Math.clamp(matches / all, 1e-9, 1 - 1e-9);
      for (int c = 0; c < n; c++) {
        double[] next = shares(counts[c]);
        for (int l = 0; l < next.length; l++) {
          change = Math.max(change, Math.abs(next[l] - now[c][l]));
        }
        now[c] = next;
      }
      if (change < ENOUGH) {
        break;
      }
    }
    return now;
  }

  /// @return for each pattern the level of each comparison, -1 where it says nothing, and the count
  private List<double[]> patterns(String pairs, String of, List<Comparison> comparisons)
      throws SQLException {
    var names = comparisons.stream().map(c -> "g_" + c.name()).collect(Collectors.joining(", "));
    var all = new ArrayList<double[]>();
    try (var statement = sql.connection().createStatement();
        var rows =
            statement.executeQuery(
                "select %s, count(*) from (%s) group by all"
                    .formatted(names, sql.levels(pairs, of)))) {
      while (rows.next()) {
        var pattern = new double[comparisons.size() + 1];
        for (int c = 0; c < pattern.length; c++) {
          pattern[c] = rows.getDouble(c + 1);
        }
        all.add(pattern);
      }
    }
    return all;
  }
}
