package org.sightline.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/// Every sealed value of a database, tried with what the catalogue says of its column.
///
/// @param opened columns with values that open
/// @param shut columns with values that do not, and how many there are
/// @param old how many values lie under other keys than those of now
public record SealedValues(Set<String> opened, List<String> shut, int old) {

  public static SealedValues of(DatabaseSettings settings, KeyRing keys) {
    try (var connection =
        DriverManager.getConnection(settings.url(), settings.owner(), settings.password())) {
      var reader = new Reader(connection, keys);
      for (var place : SealedPlace.all(connection)) {
        reader.read(place);
      }
      return new SealedValues(reader.opened, List.copyOf(reader.shut), reader.old);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static final class Reader {

    private final Connection connection;
    private final KeyRing keys;
    private final Sealing sealing;
    private final RecordKeys records;
    private final TreeSet<String> opened = new TreeSet<>();
    private final TreeSet<String> shut = new TreeSet<>();
    private int old;

    Reader(Connection connection, KeyRing keys) {
      this.connection = connection;
      this.keys = keys;
      this.sealing = new Sealing(keys);
      this.records = new RecordKeys(keys);
    }

    void read(SealedPlace place) throws SQLException {
      var column = place.column();
      try (var statement = connection.createStatement();
          var rows =
              statement.executeQuery(
                  "select %s, %s from %s where %2$s is not null"
                      .formatted(place.row(), column.column(), column.table()))) {
        while (rows.next()) {
          UUID row = rows.getObject(1, UUID.class);
          byte[] sealed = rows.getBytes(2);
          try {
            open(column, row, sealed);
            opened.add(place.toString());
          } catch (RecordKeys.Shredded gone) {
            continue;
          } catch (IllegalStateException other) {
            shut.add(place + " of row " + row);
          }
          old += isNew(sealed) ? 0 : 1;
        }
      }
    }

    private void open(SealedColumn column, UUID row, byte[] sealed) {
      if (RecordKeys.isSealedSo(sealed)) {
        records.openBytes(RecordKeys.recordOf(sealed), column, row, sealed);
      } else {
        sealing.openBytes(column, row, sealed);
      }
    }

    private boolean isNew(byte[] sealed) {
      return begins(sealed, Sealing.prefix(keys.keys()))
          || begins(sealed, RecordKeys.prefix(keys.keys()));
    }

    private static boolean begins(byte[] sealed, byte[] with) {
      return sealed.length > with.length
          && java.util.Arrays.equals(sealed, 0, with.length, with, 0, with.length);
    }
  }
}
