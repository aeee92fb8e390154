package org.sightline.bench.linkage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.sightline.bench.linkage.SplinkModel.Comparison;
import org.sightline.bench.linkage.SplinkModel.Level;

/// The SQL of blocking and comparing by a model.
record SplinkSql(Connection connection, SplinkModel model) {

  /// The columns whose frequencies count.
  List<String> frequent() {
    return model.comparisons().stream()
        .flatMap(c -> c.levels().stream())
        .map(Level::frequent)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  /// The pairs of each rule that no rule before it brought.
  static String blocking(List<String> rules, String of) {
    var parts = new ArrayList<String>();
    for (int rule = 0; rule < rules.size(); rule++) {
      var before =
          rules.subList(0, rule).stream()
              .map(b -> "coalesce((" + b + "), false)")
              .collect(Collectors.joining(" or "));
      parts.add(
          "select l.id as a, r.id as b from %s l join %s r on %s where l.id < r.id%s"
              .formatted(of, of, rules.get(rule), rule == 0 ? "" : " and not (" + before + ")"));
    }
    return String.join(" union all ", parts);
  }

  /// The pairs with the level of each comparison, the frequencies of their values beside them.
  String levels(String pairs, String of) {
    var helpers =
        model.comparisons().stream()
            .flatMap(c -> c.helpers().stream())
            .map(h -> ", " + h.from() + " as " + h.name())
            .collect(Collectors.joining());
    var gammas =
        model.comparisons().stream()
            .map(c -> ", " + level(c) + " as g_" + c.name())
            .collect(Collectors.joining());
    var frequencies =
        frequent().stream()
            .map(", greatest(l.tf_%1$s, r.tf_%1$s) as tf_%1$s"::formatted)
            .collect(Collectors.joining());
    return "select l.id as a, r.id as b%s%s%s from (%s) pairs join %s l on l.id = pairs.a join %s r on r.id = pairs.b"
        .formatted(helpers, gammas, frequencies, pairs, of, of);
  }

  private static String level(Comparison c) {
    var sql = new StringBuilder("case when ").append(c.missing()).append(" then -1");
    for (int level = 0; level < c.levels().size(); level++) {
      sql.append(" when %s then %d".formatted(c.levels().get(level).condition(), level));
    }
    return sql.append(" else %d end".formatted(c.levels().size())).toString();
  }

  void run(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  long number(String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
