package org.sightline;

import java.nio.file.Path;
import org.sightline.store.BackupFile;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/// Which backup a command reads, with which key, and how it answers.
final class ReadBackupOptions {

  @Parameters(paramLabel = "FILE", description = "The backup.")
  Path file = Path.of("backup");

  @Option(
      names = "--private-key",
      paramLabel = "FILE",
      required = true,
      description = "The private part of the pair it was sealed for.")
  private Path privateKey = Path.of("key");

  @Option(names = "--json", description = "Says what was found as JSON.")
  boolean json;

  /// From end to end, before anything is done with it.
  ///
  /// @throws IllegalStateException with a sentence when it is not whole, or not sealed for this key
  BackupFile whole(CommandLine command) {
    tell(command, "Reading %s from end to end …".formatted(file));
    return BackupFile.whole(file, privateKey);
  }

  /// How far it is.
  static void tell(CommandLine command, String line) {
    command.getErr().println(line);
    command.getErr().flush();
  }

  /// An answer for programs.
  static void answer(CommandLine command, Object machine) {
    command.getOut().println(JsonMapper.builder().build().writeValueAsString(machine));
  }
}
