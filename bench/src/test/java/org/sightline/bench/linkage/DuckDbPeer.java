package org.sightline.bench.linkage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Splink's published comparison levels and blocking written out as SQL on DuckDB.
///
/// The peer is favoured: its m and u are read off the truth, and neither that nor the clustering is
/// counted in its time. Every threshold is tried and the best F1 taken.
final class DuckDbPeer implements AutoCloseable {

  /// @param name of a column of the cleaned table
  /// @param from the SQL that makes it of the columns of the file
  /// @param levels conditions from the best downwards; else is added
  record Column(String name, String from, List<String> levels) {}

  private final Connection connection;
  private final List<Column> columns;
  private final List<String> rules;
  private long nanos;
  private long pairs;

  DuckDbPeer(int threads, List<Column> columns, List<String> rules) throws SQLException {
    this.connection = DriverManager.getConnection("jdbc:duckdb:");
    this.columns = columns;
    this.rules = rules;
    run("set threads to " + threads);
    run("set preserve_insertion_order to true");
  }

  /// Names, birth date, postcode and school of an invented borough.
  static DuckDbPeer ofBorough(int threads) throws SQLException {
    return new DuckDbPeer(
        threads,
        List.of(
            new Column("f", "nullif(lower(trim(forename)), '')", name("f")),
            new Column("s", "nullif(lower(trim(surname)), '')", name("s")),
            new Column("d", "try_strptime(date_of_birth, '%d/%m/%Y')::date", date()),
            new Column(
                "p",
                "nullif(replace(lower(postcode), ' ', ''), '')",
                List.of("l.p = r.p", "l.p[:-3] = r.p[:-3]", "l.p[:-4] = r.p[:-4]")),
            new Column("c", "nullif(lower(trim(school)), '')", List.of("l.c = r.c"))),
        List.of(
            "l.f = r.f and l.s = r.s",
            "l.f = r.s and l.s = r.f",
            "l.s = r.s and l.d = r.d",
            "l.f = r.f and l.d = r.d",
            "l.d = r.d and l.p = r.p",
            "l.f = r.f and l.p = r.p",
            "l.s = r.s and l.p = r.p",
            "l.d = r.d and l.f[1] = r.f[1] and l.s[1] = r.s[1]"));
  }

  /// Splink's own example of fake_1000.
  static DuckDbPeer ofFakeThousand(int threads) throws SQLException {
    return new DuckDbPeer(
        threads,
        List.of(
            new Column("f", "nullif(lower(first_name), '')", name("f")),
            new Column("s", "nullif(lower(surname), '')", name("s")),
            new Column("d", "try_cast(dob as date)", date()),
            new Column("c", "nullif(lower(city), '')", List.of("l.c = r.c")),
            new Column(
                "e",
                "nullif(lower(email), '')",
                List.of(
                    "l.e = r.e",
                    "split_part(l.e, '@', 1) = split_part(r.e, '@', 1)",
                    "jaro_winkler_similarity(l.e, r.e) >= 0.88"))),
        List.of(
            "l.f = r.f and l.s = r.s",
            "l.s = r.s",
            "l.f = r.f",
            "l.d = r.d",
            "l.e = r.e",
            "l.f = r.s",
            "l.s = r.f",
            "l.c = r.c"));
  }

  private static List<String> name(String c) {
    var other = c.equals("f") ? "s" : "f";
    return List.of(
        "l.%s = r.%s".formatted(c, c),
        "jaro_winkler_similarity(l.%s, r.%s) >= 0.92".formatted(c, c),
        "jaro_winkler_similarity(l.%s, r.%s) >= 0.88".formatted(c, c),
        "l.%s = r.%s and l.%s = r.%s".formatted(c, other, other, c),
        "jaro_winkler_similarity(l.%s, r.%s) >= 0.7".formatted(c, c));
  }

  private static List<String> date() {
    return List.of(
        "l.d = r.d",
        "damerau_levenshtein(strftime(l.d, '%Y-%m-%d'), strftime(r.d, '%Y-%m-%d')) <= 1",
        "abs(date_diff('day', l.d, r.d)) <= 31",
        "abs(date_diff('day', l.d, r.d)) <= 366",
        "abs(date_diff('day', l.d, r.d)) <= 3653");
  }

  /// From the file to weighed pairs.
  ///
  /// @return the best F1 over all thresholds
  double link(Path file, Truth truth) throws SQLException {
    long began = System.nanoTime();
    var made =
        columns.stream().map(c -> c.from() + " as " + c.name()).collect(Collectors.joining(", "));
    run(
        "create table raw as select * from read_csv('%s', header = true, all_varchar = true, parallel = true)"
            .formatted(file));
    run("create table r as select (row_number() over ())::int - 1 as id, " + made + " from raw");
    for (var c : columns) {
      run(
          "create table tf_%s as select %s as v, count(*)::double / sum(count(*)) over () as tf from r where %s is not null group by 1"
              .formatted(c.name(), c.name(), c.name()));
    }
    run("create table blocked as " + blocking());
    run("create table gammas as " + gammas("blocked"));
    nanos = System.nanoTime() - began;
    writeTruth(truth);
    pairs = number("select count(*) from gammas");
    var weights = weights();
    began = System.nanoTime();
    run("create table scored as " + scoring(weights));
    nanos += System.nanoTime() - began;
    return best(truth);
  }

  double seconds() {
    return nanos / 1e9;
  }

  long pairs() {
    return pairs;
  }

  private String blocking() {
    var parts = new ArrayList<String>();
    for (int rule = 0; rule < rules.size(); rule++) {
      var before =
          rules.subList(0, rule).stream()
              .map(b -> " and not coalesce((" + b + "), false)")
              .collect(Collectors.joining());
      parts.add(
          "select l.id as a, r.id as b from r l join r r on %s where l.id < r.id%s"
              .formatted(rules.get(rule), before));
    }
    return String.join(" union all ", parts);
  }

  private String gammas(String of) {
    return "select a, b, %s from %s join r l on l.id = a join r r on r.id = b"
        .formatted(
            columns.stream()
                .map(c -> gamma(c) + " as g_" + c.name())
                .collect(Collectors.joining(", ")),
            of);
  }

  private static String gamma(Column c) {
    var sql =
        new StringBuilder(
            "case when l.%s is null or r.%s is null then -1".formatted(c.name(), c.name()));
    for (int level = 0; level < c.levels().size(); level++) {
      sql.append(" when ").append(c.levels().get(level)).append(" then ").append(level);
    }
    return sql.append(" else ").append(c.levels().size()).append(" end").toString();
  }

  private void writeTruth(Truth truth) throws SQLException {
    run("create table truth (id int, person int)");
    try (var appender = ((org.duckdb.DuckDBConnection) connection).createAppender("truth")) {
      for (int row = 0; row < truth.personOf().length; row++) {
        appender.beginRow();
        appender.append(row);
        appender.append(truth.personOf()[row]);
        appender.endRow();
      }
    }
    run(
        "create table sampled as select (random() * (select max(id) from r))::int as a, (random() * (select max(id) from r))::int as b from range(500000)");
    run("create table random_gammas as " + gammas("sampled"));
  }

  private List<double[]> weights() throws SQLException {
    var all = new ArrayList<double[]>();
    for (var c : columns) {
      double[] weights = new double[c.levels().size() + 1];
      for (int level = 0; level < weights.length; level++) {
        double m =
            fraction(
                "gammas join truth l on l.id = a join truth r on r.id = b",
                "l.person = r.person and ",
                c,
                level);
        double u =
            fraction(
                "random_gammas join truth l on l.id = a join truth r on r.id = b",
                "l.person <> r.person and ",
                c,
                level);
        weights[level] = Math.log((m + 1e-7) / (u + 1e-7)) / Math.log(2);
      }
      all.add(weights);
    }
    return all;
  }

  private double fraction(String of, String where, Column c, int level) throws SQLException {
    double all =
        number("select count(*) from " + of + " where " + where + "g_" + c.name() + " >= 0");
    double some =
        number("select count(*) from " + of + " where " + where + "g_" + c.name() + " = " + level);
    return all == 0 ? 0 : some / all;
  }

  private String scoring(List<double[]> weights) {
    var sum = new StringBuilder("0");
    var joins = new StringBuilder();
    for (int i = 0; i < columns.size(); i++) {
      var c = columns.get(i);
      sum.append(" + case g_").append(c.name());
      for (int level = 0; level < weights.get(i).length; level++) {
        sum.append(" when %d then %s".formatted(level, weights.get(i)[level]));
        if (level == 0) {
          // Term frequency: the average over equal values instead of the average over all.
          sum.append(
              " + log2((select sum(tf * tf) from tf_%s) / t_%s.tf)".formatted(c.name(), c.name()));
        }
      }
      sum.append(" else 0 end");
      joins.append(
          " left join tf_%s t_%s on t_%s.v = l.%s"
              .formatted(c.name(), c.name(), c.name(), c.name()));
    }
    return "select a, b, (%s)::float as w from gammas join r l on l.id = a%s".formatted(sum, joins);
  }

  private double best(Truth truth) throws SQLException {
    double best = 0;
    for (int threshold = 6; threshold <= 40; threshold += 2) {
      int[] parent = new int[truth.personOf().length];
      for (int i = 0; i < parent.length; i++) {
        parent[i] = i;
      }
      try (var statement = connection.createStatement();
          var rows = statement.executeQuery("select a, b from scored where w >= " + threshold)) {
        while (rows.next()) {
          int a = find(parent, rows.getInt(1));
          int b = find(parent, rows.getInt(2));
          parent[Math.max(a, b)] = Math.min(a, b);
        }
      }
      for (int i = 0; i < parent.length; i++) {
        parent[i] = find(parent, i);
      }
      best = Math.max(best, truth.f1(parent));
    }
    return best;
  }

  private static int find(int[] parent, int row) {
    int at = row;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  private void run(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private long number(String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
