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

  /// Tables whose rows are told apart by neither `id` nor a primary key of one column.
  private static final Map<String, String> BY = Map.of("contexts.zone", "zone_key");

  private static final String ALL =
      """
      select n.nspname || '.' || c.relname as place, a.attname as name,
             coalesce(
               (select 'id' from pg_attribute
                 where attrelid = c.oid and attname = 'id' and atttypid = 'uuid'::regtype),
               (select k.attname
                  from pg_constraint p
                  join pg_attribute k on k.attrelid = c.oid and k.attnum = p.conkey[1]
                 where p.conrelid = c.oid and p.contype = 'p' and cardinality(p.conkey) = 1
                   and k.atttypid = 'uuid'::regtype)) as by_column
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
        String table = rows.getString("place");
        var column = new SealedColumn(table, rows.getString("name"));
        String by = BY.getOrDefault(table, rows.getString("by_column"));
        if (by == null) {
          throw new IllegalStateException(
              "The sealed column %s.%s has no column that tells its rows apart."
                  .formatted(table, column.column()));
        }
        found.add(new SealedPlace(column, by));
      }
    }
    return found;
  }

  @Override
  public String toString() {
    return column.table() + "." + column.column();
  }
}
