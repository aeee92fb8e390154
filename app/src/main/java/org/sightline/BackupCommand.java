package org.sightline;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.AuditedBackups;
import org.sightline.store.Backup;
import org.sightline.store.BackupKeys;
import org.sightline.store.BackupManifest;
import org.sightline.store.KeyRing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

@Command(
    name = "backup",
    description =
        "Writes everything the database holds into one sealed file, while the sites go on.",
    mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {

  @Mixin private final InstallationOptions installation = new InstallationOptions();

  @Parameters(arity = "0..1", paramLabel = "FILE", description = "The backup to write.")
  private @Nullable Path file;

  @Option(
      names = "--public-key",
      paramLabel = "FILE",
      description = "Whom it is sealed for: the public part of a pair made with --make-key.")
  private @Nullable Path publicKey;

  @Option(
      names = "--make-key",
      paramLabel = "DIR",
      description = "Makes a pair of keys in this directory, and no backup.")
  private @Nullable Path makeKey;

  @Option(names = "--json", description = "Says what is in the backup as JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets it
  BackupCommand() {}

  @Override
  public Integer call() {
    if (makeKey != null) {
      return makeKey(makeKey);
    }
    if (file == null || publicKey == null) {
      throw new IllegalStateException(
          "Say where the backup goes and whom it is sealed for: backup FILE --public-key KEY. A pair of keys is made with backup --make-key DIR.");
    }
    installation.mustExist();
    var keys = KeyRing.readOrMake(installation.existingKeys());
    var backup =
        new Backup(
            Sightline.VERSION,
            Clock.systemUTC(),
            DemonstrationMark.files(installation.dataDirectory),
            new AuditedBackups(),
            line -> ReadBackupOptions.tell(spec.commandLine(), line));
    try (var opened = OpenedInstallation.of(installation)) {
      say(file, backup.write(opened.database(), file, publicKey, keys));
    }
    return 0;
  }

  private int makeKey(Path directory) {
    BackupKeys.make(directory);
    spec.commandLine()
        .getOut()
        .println(
            "Made %s, which backups are sealed with, and %s, which alone opens them. Put the private one in a safe now, twice, and take it off this machine: without it no backup can be read, and with it every backup can."
                .formatted(
                    directory.resolve(BackupKeys.PUBLIC), directory.resolve(BackupKeys.PRIVATE)));
    return 0;
  }

  private void say(Path written, BackupManifest manifest) {
    spec.commandLine()
        .getOut()
        .println(
            json
                ? JsonMapper.builder()
                    .build()
                    .writeValueAsString(Map.of("file", written.toString(), "manifest", manifest))
                : "%s is whole: %d tables, %d rows. Fingerprint %s. Audit entry %s. Who was signed in is not in it, nor are the keys: keep the key file apart."
                    .formatted(
                        written,
                        manifest.tables().size(),
                        manifest.rows(),
                        manifest.whole(),
                        manifest.audit()));
  }
}
