package org.sightline.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's own programs, unpacked from the class path beside the data they serve.
///
/// @param directory holds `bin`, `lib` and `share`
record PostgresBinaries(Path directory, PostgresPlatform platform) {

  /// The version of the archives named in `pom.xml`.
  static final String VERSION = "18.6";

  /// Unpacks once. The directory appears whole or not at all: it is filled under another name and
  /// then moved, so an interrupted start leaves only something [Directories#sweep] removes.
  static PostgresBinaries unpackedIn(Path home, PostgresPlatform platform) throws IOException {
    var directory = home.resolve("binaries-" + VERSION);
    if (!Files.isDirectory(directory)) {
      var unfinished = Directories.unfinishedIn(home);
      unpack(platform, unfinished);
      Directories.moveWhole(unfinished, directory);
    }
    return new PostgresBinaries(directory, platform);
  }

  String program(String name) {
    return directory.resolve("bin").resolve(name + platform.programSuffix()).toString();
  }

  private static void unpack(PostgresPlatform platform, Path target) throws IOException {
    try (var packed = PostgresBinaries.class.getResourceAsStream("/" + platform.archive())) {
      if (packed == null) {
        throw new DatabaseUnavailable(
            ("This copy of Sightline lacks %s, the database it should bring. "
                    + "Fetch Sightline again, or name a PostgreSQL with --database-url.")
                .formatted(platform.archive()));
      }
      var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)));
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (isNeeded(entry.getName())) {
          unpack(tar, entry, target);
        }
      }
    }
  }

  /// What is only for compiling extensions stays packed.
  private static boolean isNeeded(String name) {
    return !name.endsWith(".a") && !name.contains("/pgxs/") && !name.contains("/pkgconfig/");
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    var path = inside(target, target.resolve(entry.getName()));
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.resolveSibling(""));
    if (entry.isSymbolicLink()) {
      inside(target, path.resolveSibling(entry.getLinkName()));
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, path);
    if ((entry.getMode() & 0100) != 0 && !path.toFile().setExecutable(true, true)) {
      throw new IOException("Cannot mark %s as a program".formatted(path));
    }
  }

  private static Path inside(Path target, Path path) throws IOException {
    if (!path.normalize().startsWith(target)) {
      throw new IOException("%s would be unpacked outside %s".formatted(path, target));
    }
    return path.normalize();
  }
}
