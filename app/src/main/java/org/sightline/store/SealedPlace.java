package org.sightline.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A sealed column as the catalogue knows it, and the column whose value is bound into what is
/// sealed there. Columns sealed under a session's key are not among them: those keys die with the
/// session.
///
/// @param row the column that tells rows apart in what is sealed; not always the primary key
record SealedPlace(SealedColumn column, String row) {

  /// Tables whose rows are told apart by another column than `id`.
  private static final Map<String, String> BY =
      Map.of(
          "contexts.zone", "zone_key",
          "consent.research", "workspace_id");

  private static final String ALL =
      """
      select n.nspname || '.' || c.relname, a.attname
        from pg_description t
        join pg_class c on c.oid = t.objoid and t.classoid = 'pg_class'::regclass
        join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attnum = t.objsubid
       where t.description like 'Sealed%' and t.description not like 'Sealed under the session key%'
       order by 1, 2
      """;

  /// Every sealed column there is.
  ///
  /// @throws IllegalStateException with a sentence when one of them has no column to tell its rows
  ///     apart
  static List<SealedPlace> all(Connection connection) throws SQLException {
    var found = new ArrayList<SealedPlace>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(ALL)) {
      while (rows.next()) {
        String table = rows.getString(1);
        found.add(
            new SealedPlace(
                new SealedColumn(table, rows.getString(2)), BY.getOrDefault(table, "id")));
      }
    }
    for (var each : found) {
      if (!each.hasRow(connection)) {
        throw new IllegalStateException(
            "The sealed column %s has no column that tells its rows apart.".formatted(each));
      }
    }
    return found;
  }

  private boolean hasRow(Connection connection) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            select 1 from pg_attribute
             where attrelid = ?::regclass and attname = ? and atttypid = 'uuid'::regtype
            """)) {
      statement.setString(1, column.table());
      statement.setString(2, row);
      return statement.executeQuery().next();
    }
  }

  @Override
  public String toString() {
    return column.table() + "." + column.column();
  }
}
