package org.sightline.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rows of any table, filled in from what the catalogue says a row must have.
final class Filling {

  private record Column(String name, String type, boolean isNeeded) {

    /// Whether it says who did it, and not who took it back one day.
    boolean isBy() {
      return name.equals("by_user") || isNeeded && name.endsWith("_by");
    }
  }

  private final JdbcClient jdbc;
  private final Map<String, List<Column>> tables = new HashMap<>();

  Filling(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Read while every table can be seen.
  void learn(String table) {
    columns(table);
  }

  /// @param by whoever adds it, in every column that says who did
  /// @param values of the columns that matter, as text
  int add(String table, @Nullable UUID by, Map<String, Object> values) {
    var filled = new LinkedHashMap<String, Object>();
    var types = new ArrayList<String>();
    for (Column column : columns(table)) {
      if (values.containsKey(column.name())) {
        filled.put(column.name(), values.get(column.name()));
      } else if (by != null && column.isBy()) {
        filled.put(column.name(), by);
      } else if (column.isNeeded()) {
        filled.put(column.name(), anything(column.type()));
      } else {
        continue;
      }
      types.add("cast(? as " + column.type() + ")");
    }
    String sql =
        "insert into %s (%s) values (%s)"
            .formatted(table, String.join(", ", filled.keySet()), String.join(", ", types));
    return jdbc.sql(sql).params(filled.values().stream().map(String::valueOf).toList()).update();
  }

  private List<Column> columns(String table) {
    return tables.computeIfAbsent(
        table,
        name ->
            jdbc.sql(
                    """
                    select column_name, udt_name, column_default, is_nullable, is_identity
                      from information_schema.columns
                     where table_schema = ? and table_name = ?
                     order by ordinal_position
                    """)
                .params(Arrays.asList(name.split("\\.")))
                .query(
                    (row, n) ->
                        new Column(
                            row.getString("column_name"),
                            row.getString("udt_name"),
                            row.getString("column_default") == null
                                && row.getString("is_nullable").equals("NO")
                                && row.getString("is_identity").equals("NO")))
                .list());
  }

  private static Object anything(String type) {
    return switch (type) {
      case "uuid" -> UUID.randomUUID();
      case "int4", "int8" -> 1;
      case "bool" -> false;
      case "bytea" -> "\\x" + UUID.randomUUID().toString().replace("-", "");
      case "date" -> "today";
      case "timestamptz" -> "now";
      case "time" -> "10:00";
      case "jsonb" -> "{}";
      default -> type.startsWith("_") ? "{}" : "a";
    };
  }

  static String array(Iterable<?> of) {
    var all = new ArrayList<Object>();
    of.forEach(all::add);
    return all.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
  }
}
