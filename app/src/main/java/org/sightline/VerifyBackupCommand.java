package org.sightline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.AuditChain;
import org.sightline.audit.checkpoints.CheckpointFile;
import org.sightline.store.BackupFile;
import org.sightline.store.EmptyPlace;
import org.sightline.store.KeyRing;
import org.sightline.store.Restored;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "verify-backup",
    description =
        "Proves that a backup can be put back: puts it into a place that is removed afterwards, and compares.",
    mixinStandardHelpOptions = true)
final class VerifyBackupCommand implements Callable<Integer> {

  @Mixin private final ReadBackupOptions options = new ReadBackupOptions();

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description = "The installation's keys, to see that what is sealed opens.")
  private @Nullable Path keyFile;

  @Option(
      names = "--against",
      paramLabel = "CHECKPOINTS",
      description =
          "Checkpoints of the audit that were kept elsewhere: finds a backup of an audit that was rewritten as a whole. Needs --key-file.")
  private @Nullable Path checkpoints;

  @Option(
      names = "--scratch-dir",
      paramLabel = "DIR",
      description =
          "Where it is put for the time being: a directory with as much room as the database. Default: the system's own")
  private @Nullable Path scratch;

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets it
  VerifyBackupCommand() {}

  @Override
  public Integer call() throws IOException {
    refuseWhatCannotBeCompared();
    var backup = options.whole(spec.commandLine());
    Path place = place();
    // Somebody who stops it by Ctrl-C must not leave the rows lying there either.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> removeQuietly(place)));
    try {
      return verify(backup, place);
    } finally {
      remove(place);
    }
  }

  private Path place() {
    try {
      return scratch == null
          ? Files.createTempDirectory("sightline-verify-")
          : Files.createTempDirectory(Files.createDirectories(scratch), "sightline-verify-");
    } catch (IOException unusable) {
      throw new IllegalStateException(
          "Nothing can be put into %s. Give a directory that can be written to with --scratch-dir."
              .formatted(scratch == null ? "the system's directory" : scratch),
          unusable);
    }
  }

  private void refuseWhatCannotBeCompared() {
    if (checkpoints == null) {
      return;
    }
    if (keyFile == null) {
      throw new IllegalStateException(
          "--against needs the installation's keys, with which checkpoints are signed: give them with --key-file.");
    }
    if (!Files.isRegularFile(checkpoints) || !Files.isReadable(checkpoints)) {
      throw new IllegalStateException("The file %s cannot be read".formatted(checkpoints));
    }
  }

  private int verify(BackupFile backup, Path place) {
    Path ring = keyFile == null ? place.resolve("no.key") : InstallationOptions.existing(keyFile);
    var keys = KeyRing.readOrMake(ring);
    if (keyFile != null) {
      backup.refuseAnothers(keys, keyFile);
    }
    var wrong = new ArrayList<String>();
    var fine = new ArrayList<String>();
    try (var empty = EmptyPlace.in(place.resolve("data"), Running.DATABASE)) {
      var restored = Restored.into(empty.settings(), backup, keys, this::tell);
      fine.add(
          "%d tables with %d rows are the same, put back, as when the backup was made on %s."
              .formatted(
                  backup.manifest().tables().size(),
                  backup.manifest().rows(),
                  backup.header().at()));
      for (String line : restored.differencesFromFresh()) {
        wrong.add("The backed-up database is not as a fresh one: " + line);
      }
      if (keyFile != null) {
        sealed(restored, keys, fine, wrong);
      }
      audit(empty, ring, Instant.parse(backup.header().at()), fine, wrong);
    }
    say(backup, fine, wrong);
    return wrong.isEmpty() ? 0 : 2;
  }

  private static void sealed(
      Restored restored, KeyRing keys, List<String> fine, List<String> wrong) {
    var sample = restored.sample(keys);
    if (sample.opened().isEmpty() && !sample.shut().isEmpty()) {
      wrong.add("Nothing that is sealed in it opens with this key file.");
    } else {
      fine.add("What is sealed opens: samples of %d columns.".formatted(sample.opened().size()));
    }
  }

  /// On this version's tables, after its newer migrations, if there are any: that they run on these
  /// rows is part of the proof.
  private void audit(
      EmptyPlace empty, Path ring, Instant taken, List<String> fine, List<String> wrong) {
    try (var context =
        Running.beside(AuditReading.class, ring.resolveSibling("none"), ring, empty.settings())) {
      var chain = context.getBean(AuditChain.class);
      var bad = chain.firstBad();
      if (bad.isPresent()) {
        wrong.add(
            "The audit is broken: entry %d does not follow from the one before it."
                .formatted(bad.getAsLong()));
      } else {
        fine.add("The audit is whole: %d entries.".formatted(chain.length()));
      }
      if (checkpoints != null) {
        var compared = context.getBean(CheckpointFile.class).compare(checkpoints, taken);
        (compared.holds() ? fine : wrong).addAll(CheckpointWords.of(compared));
      }
    }
  }

  private void say(BackupFile backup, List<String> fine, List<String> wrong) {
    var out = spec.commandLine().getOut();
    if (options.json) {
      ReadBackupOptions.answer(
          spec.commandLine(),
          Map.of(
              "file", options.file.toString(),
              "at", backup.header().at(),
              "fingerprint", backup.manifest().whole(),
              "fine", fine,
              "wrong", wrong));
      return;
    }
    fine.forEach(out::println);
    wrong.forEach(out::println);
    out.println(
        wrong.isEmpty()
            ? "The backup is good."
            : "The backup can be put back, and is not as it should be.");
  }

  private void tell(String line) {
    ReadBackupOptions.tell(spec.commandLine(), line);
  }

  private static void removeQuietly(Path place) {
    try {
      if (Files.exists(place)) {
        remove(place);
      }
    } catch (IOException | UncheckedIOException stillInUse) {
      // Nobody is left to be told.
    }
  }

  private static void remove(Path place) throws IOException {
    try (var files = Files.walk(place)) {
      for (Path one : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(one);
      }
    }
  }
}
