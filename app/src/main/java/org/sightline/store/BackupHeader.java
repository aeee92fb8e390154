package org.sightline.store;

import java.util.List;
import java.util.Map;

/// What a backup begins with.
///
/// @param application the version that wrote it
/// @param at when, to the second
/// @param postgres the version of the database it was taken from
/// @param migrations what had been run, by module
/// @param catalogue the database's roles, tables, policies and rights, a line each
/// @param files small files of the data directory that belong to the data, by name
/// @param leftOut tables whose rows are not in it, on purpose
public record BackupHeader(
    int format,
    String application,
    String at,
    String postgres,
    Map<String, List<Script>> migrations,
    List<String> catalogue,
    Map<String, String> files,
    List<String> leftOut) {

  static final int FORMAT = 1;

  public BackupHeader {
    migrations = Map.copyOf(migrations);
    catalogue = List.copyOf(catalogue);
    files = Map.copyOf(files);
    leftOut = List.copyOf(leftOut);
  }

  /// A migration that had been run.
  ///
  /// @param name of its file
  public record Script(String name, int checksum) {}
}
