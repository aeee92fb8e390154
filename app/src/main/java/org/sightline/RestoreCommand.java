package org.sightline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sightline.engagement.marks.UsedSlip;
import org.sightline.engagement.marks.WithdrawalLedger;
import org.sightline.store.BackupFile;
import org.sightline.store.DatabaseSettings;
import org.sightline.store.EmptyPlace;
import org.sightline.store.KeyRing;
import org.sightline.store.Restored;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "restore",
    description =
        "Puts a backup into an empty place: with its private key, the installation's key file and the one-time code of an administrator who is in it.",
    mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {

  @Mixin private final ReadBackupOptions options = new ReadBackupOptions();

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      required = true,
      description = "Where everything is to be kept; nothing may be there yet.")
  private Path dataDirectory = Path.of("data");

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      required = true,
      description = "The keys of the installation the backup was taken from.")
  private Path keyFile = Path.of("key");

  @Option(
      names = "--ledger",
      paramLabel = "FILE",
      description = "The ledger of used slips. Default: withdrawals.ledger beside the key file")
  private @Nullable Path ledger;

  @Option(
      names = "--without-ledger",
      description = "There is no ledger: maps that were taken out since the backup come back.")
  private boolean withoutLedger;

  @Option(
      names = "--without-code",
      description =
          "No administrator of the backup's day can show a one-time code: it is put back all the same, and the audit says so.")
  private boolean withoutCode;

  @Mixin private final DatabaseOptions databaseOptions = new DatabaseOptions();

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets it
  RestoreCommand() {}

  @Override
  public Integer call() {
    var keys = KeyRing.readOrMake(InstallationOptions.existing(keyFile));
    var given = databaseOptions.given();
    var asking = OwnersCode.beforeThere(spec.commandLine(), dataDirectory);
    var slips = usedSlips();
    var backup = options.whole(spec.commandLine());
    backup.refuseAnothers(keys, keyFile);
    boolean invented = !backup.header().files().isEmpty();
    var owner = new RestoringOwner(asking, invented, withoutCode);
    List<String> said;
    if (given == null) {
      try (var place = EmptyPlace.in(dataDirectory, Running.DATABASE)) {
        said = restore(place.settings(), backup, keys, slips, owner);
        DemonstrationMark.carryOver(dataDirectory, backup.header().files(), keyFile);
        place.keep(backup.header().files());
      }
    } else {
      refuseDemonstration(backup);
      said = restore(given, backup, keys, slips, owner);
    }
    say(backup, said);
    return 0;
  }

  /// The mark of a demonstration lies in the data directory: in a database alone it would be lost.
  private static void refuseDemonstration(BackupFile backup) {
    if (!backup.header().files().isEmpty()) {
      throw new IllegalStateException(
          "This is the backup of a demonstration, whose sign-ins everybody can read. It is only put back with a database of its own: leave out --database-url.");
    }
  }

  private Set<UsedSlip> usedSlips() {
    Path usual = Running.ledger(keyFile);
    if (ledger != null || Files.exists(usual)) {
      return WithdrawalLedger.read(ledger == null ? usual : ledger);
    }
    if (!withoutLedger) {
      throw new IllegalStateException(
          "There is no ledger of used slips %s: without it, maps that young people have taken out since the backup come back. Give it with --ledger; if it is lost, say so with --without-ledger."
              .formatted(usual));
    }
    return Set.of();
  }

  private List<String> restore(
      DatabaseSettings database,
      BackupFile backup,
      KeyRing keys,
      Set<UsedSlip> slips,
      RestoringOwner owner) {
    var restored = Restored.into(database, backup, keys, this::tell);
    try {
      return AfterRestore.on(database, dataDirectory, keyFile, restored, keys, slips, owner);
    } catch (RuntimeException failed) {
      restored.empty();
      throw failed;
    }
  }

  private void tell(String line) {
    ReadBackupOptions.tell(spec.commandLine(), line);
  }

  private void say(BackupFile backup, List<String> said) {
    var out = spec.commandLine().getOut();
    if (options.json) {
      ReadBackupOptions.answer(
          spec.commandLine(),
          Map.of("at", backup.header().at(), "manifest", backup.manifest(), "said", said));
      return;
    }
    out.println(
        "Everything is as it was on %s: %d tables, %d rows, each compared with the backup."
            .formatted(
                backup.header().at(), backup.manifest().tables().size(), backup.manifest().rows()));
    said.forEach(out::println);
  }
}
