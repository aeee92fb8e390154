package org.sightline.bench.linkage;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What Splink does from a file to clusters, written out as SQL on DuckDB, after its public source
/// (<https://github.com/moj-analytical-services/splink>, `splink/internals`: `blocking.py`,
/// `estimate_u.py`, `em_training_session.py`, `expectation_maximisation.py`, `predict.py`,
/// `connected_components.py`):
///
/// 1. The table with the frequency of each value beside it. 2. How likely two records match, from
///    rules that hold of one person only. 3. u from all pairs of a sample, as many rows as make a
///    million pairs. 4. m by expectation–maximisation on the pairs of two blocks, until nothing
///    changes by 0.0001 or 25 times. 5. The pairs of each blocking rule that no rule before it
///    brought. 6. Their levels, weights and probabilities, from 0.2 on. 7. Connected components at
///    0.95, by smallest neighbours until nothing changes.
///
/// All of that is in its time. The peer is favoured: expectation–maximisation goes over the counts
/// of patterns, which Splink does on request only, and outside of SQL; the likeness of two names is
/// worked out once for a pair and not once for a level; dates and postcodes are made fit for
/// comparing once for a record; levels are never stored; insertion order is not kept where it does
/// not matter; u is drawn from a million pairs, where Splink's own examples take five. It has as
/// much memory as the machine.
final class DuckDbPeer implements AutoCloseable {

  private static final double AT = 0.95;
  private static final double LEAST = 0.2;
  private static final int FEW_ENOUGH_TO_TRY = 2_000_000;

  private final Connection connection;
  private final SplinkModel model;
  private final SplinkSql sql;
  private final Map<String, Double> stages = new TreeMap<>();
  private double[][] u = new double[0][];
  private double[][] m = new double[0][];
  private double likely;
  private long pairs;
  private double best;
  private double processor;
  private long began;

  DuckDbPeer(int threads, SplinkModel model) throws SQLException {
    this.connection = DriverManager.getConnection("jdbc:duckdb:");
    this.model = model;
    this.sql = new SplinkSql(connection, model);
    sql.run("set threads to " + threads);
  }

  /// From the file to clusters.
  ///
  /// @return the F1 of the clusters at 0.95
  double link(Path file, Truth truth) throws SQLException {
    began = System.nanoTime();
    long cpu = cpu();
    read(file);
    stage("1 table");
    var training = new SplinkTraining(sql);
    likely = training.likely();
    stage("2 likely");
    u = training.u();
    stage("3 u");
    m = training.m(likely, u);
    stage("4 m");
    sql.run("create table blocked as " + SplinkSql.blocking(model.blocking(), "with_tf"));
    stage("5 blocked");
    sql.run("create table predicted as " + predicting());
    stage("6 predicted");
    var clusters = new Clusters(connection).at(AT);
    stage("7 clusters");
    processor = (cpu() - cpu) / 1e9;
    pairs = sql.number("select count(*) from blocked");
    best = best(truth);
    return truth.f1(clusters);
  }

  /// All of it.
  double seconds() {
    return stages.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /// The seconds of the processor for the same.
  double processor() {
    return processor;
  }

  /// The seconds of each step.
  String stages() {
    return stages.entrySet().stream()
        .map(s -> String.format(Locale.ROOT, "%s %.2f", s.getKey().substring(2), s.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static long cpu() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  long pairs() {
    return pairs;
  }

  /// The F1 at the best of several thresholds, none of which is in the time; of very many records
  /// none is tried but 0.95.
  double best() {
    return best;
  }

  private void stage(String name) {
    long now = System.nanoTime();
    stages.put(name, (now - began) / 1e9);
    began = now;
  }

  private void read(Path file) throws SQLException {
    sql.run(
        "create table df as select (row_number() over ())::int - 1 as id, %s from read_csv('%s', header = true, all_varchar = true, parallel = true)"
            .formatted(
                model.columns().stream()
                    .map(c -> c.from() + " as " + c.name())
                    .collect(Collectors.joining(", ")),
                file));
    sql.run("set preserve_insertion_order to false");
    var frequent = sql.frequent();
    for (var c : frequent) {
      sql.run(
          "create table tf_%s as select %s as v, count(*)::double / (select count(%s) from df) as tf from df where %s is not null group by 1"
              .formatted(c, c, c, c));
    }
    sql.run(
        "create table with_tf as select df.*, %s from df %s"
            .formatted(
                frequent.stream()
                    .map("tf_%1$s.tf as tf_%1$s"::formatted)
                    .collect(Collectors.joining(", ")),
                frequent.stream()
                    .map("left join tf_%1$s on tf_%1$s.v = df.%1$s"::formatted)
                    .collect(Collectors.joining(" "))));
  }

  private String predicting() {
    var weight = new StringBuilder("" + log2(likely / (1 - likely)));
    for (int c = 0; c < model.comparisons().size(); c++) {
      var comparison = model.comparisons().get(c);
      weight.append(" + case g_").append(comparison.name());
      for (int l = 0; l < u[c].length; l++) {
        weight.append(" when %d then %s".formatted(l, log2(m[c][l] / u[c][l])));
        var frequent =
            l < comparison.levels().size() ? comparison.levels().get(l).frequent() : null;
        if (frequent != null) {
          weight.append(" + coalesce(log2(%s / tf_%s), 0)".formatted(u[c][l], frequent));
        }
      }
      weight.append(" else 0 end");
    }
    return "select * from (select a, b, (%s)::double as weight from (%s)) where weight >= %s"
        .formatted(
            weight, sql.levels("select a, b from blocked", "with_tf"), log2(LEAST / (1 - LEAST)));
  }

  private double best(Truth truth) throws SQLException {
    if (truth.personOf().length > FEW_ENOUGH_TO_TRY) {
      return truth.f1(new Clusters(connection).at(AT));
    }
    double found = 0;
    for (double at : new double[] {0.5, 0.9, 0.99, 0.999, 0.9999, 0.99999}) {
      found = Math.max(found, truth.f1(new Clusters(connection).at(at)));
    }
    return found;
  }

  static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
