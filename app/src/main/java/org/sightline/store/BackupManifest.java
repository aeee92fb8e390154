package org.sightline.store;

import java.util.List;
import java.util.Map;

/// What a backup ends with: what is in it.
///
/// @param sequences the last number given out, by sequence
/// @param audit where the audit's chain ended: number and hash of its last entry
/// @param whole SHA-256 over all of the above, to compare two backups by one line
public record BackupManifest(
    List<Table> tables, Map<String, Long> sequences, String audit, String whole) {

  public BackupManifest {
    tables = List.copyOf(tables);
    sequences = Map.copyOf(sequences);
  }

  /// @param sha256 of its rows, in the order of its primary key, as PostgreSQL's binary COPY
  public record Table(String name, long rows, String sha256) {}

  public long rows() {
    return tables.stream().mapToLong(Table::rows).sum();
  }
}
