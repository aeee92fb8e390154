package org.sightline.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Whether what is sealed in a database opens with the keys at hand: a few values of each column.
///
/// @param opened columns of which a value opened
/// @param shut columns that hold values of which none did, as those bound to something else than a
///     row's own number
public record SealedSample(List<String> opened, List<String> shut) {

  public SealedSample {
    opened = List.copyOf(opened);
    shut = List.copyOf(shut);
  }

  /// One query for each sealed column: a value and the numbers in its row it may be bound to. What
  /// is sealed under a session's key opens with none of ours.
  private static final String QUERIES =
      """
      select n.nspname || '.' || c.relname, a.attname,
             format('select %I, array[%s]::uuid[] from %I.%I where %I is not null limit 5', a.attname,
               (select string_agg(format('%I', u.attname), ', ') from pg_attribute u
                 where u.attrelid = c.oid and u.attnum > 0 and not u.attisdropped
                   and u.atttypid = 'uuid'::regtype),
               n.nspname, c.relname, a.attname)
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       where c.relkind = 'r' and a.atttypid = 'bytea'::regtype
         and col_description(c.oid, a.attnum) like 'Sealed:%'
       order by 1, 2
      """;

  static SealedSample of(Connection connection, KeyRing keys) throws SQLException {
    var sealing = new Sealing(keys);
    var records = new RecordKeys(keys);
    var opened = new ArrayList<String>();
    var shut = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var columns = statement.executeQuery(QUERIES)) {
      while (columns.next()) {
        var column = new SealedColumn(columns.getString(1), columns.getString(2));
        int found = 0;
        boolean opens = false;
        try (var values = connection.createStatement();
            var rows = values.executeQuery(columns.getString(3))) {
          while (rows.next()) {
            found++;
            opens |=
                opens(
                    sealing,
                    records,
                    column,
                    rows.getBytes(1),
                    (UUID[]) rows.getArray(2).getArray());
          }
        }
        if (found > 0) {
          (opens ? opened : shut).add(column.table() + "." + column.column());
        }
      }
    }
    return new SealedSample(opened, shut);
  }

  /// What is sealed under a record's own key and was destroyed with it opens nowhere, as it should.
  private static boolean opens(
      Sealing sealing, RecordKeys records, SealedColumn column, byte[] value, UUID[] rows) {
    for (UUID row : rows) {
      try {
        if (row != null && RecordKeys.isSealedSo(value)) {
          records.openBytes(RecordKeys.recordOf(value), column, row, value);
          return true;
        } else if (row != null) {
          sealing.openBytes(column, row, value);
          return true;
        }
      } catch (RecordKeys.Shredded gone) {
        return true;
      } catch (IllegalStateException boundToAnother) {
        continue;
      }
    }
    return false;
  }
}
