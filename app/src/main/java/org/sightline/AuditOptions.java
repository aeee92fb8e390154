package org.sightline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where checkpoints of the audit go, and when nobody is expected to read: for `demo` and `serve`.
final class AuditOptions {

  @Option(
      names = "--checkpoints",
      paramLabel = "FILE",
      description =
          "The file signed checkpoints of the audit are added to, best on another machine's disk. Default: audit-checkpoints beside the keys.")
  @Nullable Path file;

  @Option(
      names = "--checkpoint-command",
      paramLabel = "COMMAND",
      description = "A command that is given each checkpoint on its standard input, too.")
  @Nullable String command;

  @Option(
      names = "--off-hours",
      paramLabel = "HOURS",
      description =
          "When reading records raises an alert, as in 22-06, or none. Default: 22-06, London time.")
  @Nullable String offHours;

  /// The settings Spring needs.
  ///
  /// @throws IllegalStateException with a sentence when they are no good
  Map<String, Object> settings(Path dataDirectory) {
    var settings = new LinkedHashMap<String, Object>();
    if (file != null) {
      settings.put("sightline.checkpoints.file", checked(file, dataDirectory).toString());
    }
    if (command != null) {
      settings.put("sightline.checkpoints.command", command);
    }
    if (offHours != null) {
      refuse(
          !offHours.matches("none|([01]\\d|2[0-3])-([01]\\d|2[0-3])"),
          "--off-hours must look like 22-06, or be none, not " + offHours);
      settings.put("sightline.audit.off-hours", offHours);
    }
    return settings;
  }

  private static Path checked(Path file, Path dataDirectory) {
    var there = file.toAbsolutePath().normalize();
    var database = dataDirectory.toAbsolutePath().normalize().resolve("postgresql");
    refuse(
        there.startsWith(database),
        "The checkpoints %s lie inside the database's directory: whoever rewrites the audit could rewrite them too. Keep them elsewhere."
            .formatted(file));
    var folder = there.getParent();
    refuse(
        Files.isDirectory(there) || folder == null || !Files.isDirectory(folder),
        "The checkpoints %s need a file in a directory that is there".formatted(file));
    return there;
  }

  private static void refuse(boolean wrong, String sentence) {
    if (wrong) {
      throw new IllegalStateException(sentence);
    }
  }
}
