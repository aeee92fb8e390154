package org.sightline.store;

import java.util.Locale;

/// Which of the PostgreSQL archives on the class path fits this machine.
///
/// @param archive the archive's name on the class path
/// @param programSuffix what the names of programs end with
record PostgresPlatform(String archive, String programSuffix) {

  /// @param system what Java calls `os.name`
  /// @param processor what Java calls `os.arch`
  /// @throws DatabaseUnavailable if no archive fits
  static PostgresPlatform of(String system, String processor) {
    var name = system.toLowerCase(Locale.ROOT);
    var is64BitIntel = processor.equals("amd64") || processor.equals("x86_64");
    var is64BitArm = processor.equals("aarch64") || processor.equals("arm64");
    if (name.startsWith("linux") && is64BitIntel) {
      return new PostgresPlatform("postgres-linux-x86_64.txz", "");
    }
    if (name.startsWith("linux") && is64BitArm) {
      return new PostgresPlatform("postgres-linux-arm_64.txz", "");
    }
    if (name.startsWith("mac") && is64BitArm) {
      return new PostgresPlatform("postgres-darwin-arm_64.txz", "");
    }
    if (name.startsWith("windows") && is64BitIntel) {
      return new PostgresPlatform("postgres-windows-x86_64.txz", ".exe");
    }
    throw new DatabaseUnavailable(
        ("Sightline brings no database for %s on %s: only for Linux (amd64, "
                + "arm64), macOS (arm64) and Windows (amd64). Install PostgreSQL 18 and "
                + "name it with --database-url.")
            .formatted(system, processor));
  }

  static PostgresPlatform ofThisMachine() {
    return of(System.getProperty("os.name"), System.getProperty("os.arch"));
  }
}
