package org.sightline.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;

/// The database's own log: at most [#KEPT] files of 5 MB, and what it said while starting.
record PostgresLog(Path directory) {

  static final int KEPT = 10;

  /// Holds what the database says before its log is open, most of all why it will not start.
  Path ofStart() {
    return directory.resolve("start.log");
  }

  /// Each program run empties what the one before it said.
  ProcessBuilder.Redirect startingAnew() {
    return ProcessBuilder.Redirect.to(ofStart().toFile());
  }

  /// The names hold the time, so the oldest come first.
  void dropOldest() throws IOException {
    var files = new ArrayList<Path>();
    try (var found = Files.newDirectoryStream(directory, "postgresql-*.log")) {
      found.forEach(files::add);
    }
    files.sort(Comparator.naturalOrder());
    for (var old : files.subList(0, Math.max(0, files.size() - KEPT))) {
      Files.deleteIfExists(old);
    }
  }

  /// The reason the database gave for not starting, or where to look for one.
  String lastWords() throws IOException {
    var fatal =
        Files.readAllLines(ofStart()).stream()
            .filter(line -> line.contains("FATAL:") || line.contains("unshare:"))
            .toList();
    return fatal.isEmpty()
        ? "Its log is in %s.".formatted(directory)
        : "It said: " + fatal.getLast();
  }
}
