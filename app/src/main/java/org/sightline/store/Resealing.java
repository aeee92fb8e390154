package org.sightline.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Seals a column's values anew under the keys of now, a few hundred rows at a time and while
/// others read and write. What somebody changes meanwhile is left to them: a value is replaced only
/// if it is still the one that was read.
final class Resealing {

  private static final int BATCH = 200;

  private final Connection connection;
  private final Sealing sealing;
  private final RecordKeys records;
  private final byte[] shared;
  private final byte[] own;

  Resealing(Connection connection, KeyRing keys) {
    this.connection = connection;
    this.sealing = new Sealing(keys);
    this.records = new RecordKeys(keys);
    this.shared = Sealing.prefix(keys.keys());
    this.own = RecordKeys.prefix(keys.keys());
  }

  /// What came of a column.
  ///
  /// @param resealed under the new keys
  /// @param shredded of records whose keys have been destroyed: noise, and left as it is
  /// @param shut values that do not open, and have to be looked into
  /// @param busy somebody was just changing these
  record Done(int resealed, int shredded, int shut, int busy) {

    static final Done NOTHING = new Done(0, 0, 0, 0);

    Done and(Done more) {
      return new Done(
          resealed + more.resealed, shredded + more.shredded, shut + more.shut, busy + more.busy);
    }
  }

  private record Value(String ctid, UUID row, byte[] sealed) {}

  Done column(SealedPlace place) throws SQLException {
    var all = Done.NOTHING;
    String after = "(0,0)";
    while (true) {
      var batch = read(place, after);
      if (batch.isEmpty()) {
        return all;
      }
      all = all.and(write(place, batch));
      after = batch.getLast().ctid();
    }
  }

  private List<Value> read(SealedPlace place, String after) throws SQLException {
    var found = new ArrayList<Value>();
    try (var statement =
        connection.prepareStatement(
            """
            select ctid::text, %2$s, %3$s
              from %1$s
             where ctid > ?::tid and %3$s is not null
               and substring(%3$s from 1 for 6) <> ? and substring(%3$s from 1 for 5) <> ?
             order by ctid
             limit %4$d
            """
                .formatted(place.column().table(), place.row(), place.column().column(), BATCH))) {
      statement.setString(1, after);
      statement.setBytes(2, shared);
      statement.setBytes(3, own);
      var rows = statement.executeQuery();
      while (rows.next()) {
        found.add(new Value(rows.getString(1), rows.getObject(2, UUID.class), rows.getBytes(3)));
      }
    }
    connection.commit();
    return found;
  }

  private Done write(SealedPlace place, List<Value> batch) throws SQLException {
    var all = Done.NOTHING;
    try (var statement =
        connection.prepareStatement(
            "update %1$s set %3$s = ? where ctid = ?::tid and %2$s = ? and %3$s = ?"
                .formatted(place.column().table(), place.row(), place.column().column()))) {
      for (var value : batch) {
        all = all.and(write(place, statement, value));
      }
    }
    connection.commit();
    return all;
  }

  private Done write(SealedPlace place, PreparedStatement statement, Value value)
      throws SQLException {
    byte[] again;
    try {
      again = again(place.column(), value);
    } catch (RecordKeys.Shredded gone) {
      return new Done(0, 1, 0, 0);
    } catch (IllegalStateException shut) {
      return new Done(0, 0, 1, 0);
    }
    statement.setBytes(1, again);
    statement.setString(2, value.ctid());
    statement.setObject(3, value.row());
    statement.setBytes(4, value.sealed());
    return statement.executeUpdate() == 1 ? new Done(1, 0, 0, 0) : new Done(0, 0, 0, 1);
  }

  private byte[] again(SealedColumn column, Value value) {
    if (RecordKeys.isSealedSo(value.sealed())) {
      UUID record = RecordKeys.recordOf(value.sealed());
      return records.sealBytes(
          record,
          column,
          value.row(),
          records.openBytes(record, column, value.row(), value.sealed()));
    }
    return sealing.sealBytes(
        column, value.row(), sealing.openBytes(column, value.row(), value.sealed()));
  }
}
