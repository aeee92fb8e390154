package org.sightline.engagement.marks;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.sightline.store.WholeFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Used slips, in a file outside the database, beside its keys: what a backup that is put back is
/// told again (ST-07). A slip is on the disk before its map goes.
///
/// Hashes only, sorted by their own letters: nothing in it says when a slip came or which came
/// before, and every night the file is written anew, used or not. A line goes when the last backup
/// that could hold its map has expired.
@Component
public class WithdrawalLedger {

  private static final Logger LOG = LoggerFactory.getLogger(WithdrawalLedger.class);
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final Path file;
  private final Clock clock;
  private final int keptDays;
  private final Set<UsedSlip> unwritten = new TreeSet<>();

  WithdrawalLedger(
      @Value("${sightline.withdrawal-ledger:${sightline.session-keys}.ledger}") Path file,
      Clock clock,
      @Value("${sightline.backups-kept-days:35}") int keptDays) {
    this.file = file;
    this.clock = clock;
    this.keptDays = keptDays;
  }

  /// Until when a slip is remembered whose last day this is.
  LocalDate keptUntil(LocalDate lastDay) {
    return lastDay.plusDays(keptDays);
  }

  /// A full disk must not keep a map from being taken out: then the slip is written down as soon as
  /// there is room.
  ///
  /// @return whether it was not there before
  synchronized boolean add(UsedSlip slip) {
    try {
      boolean[] fresh = {false};
      change(
          slips -> {
            fresh[0] = slips.add(slip);
            return slips;
          });
      return fresh[0];
    } catch (IOException full) {
      LOG.warn("The ledger of used slips cannot be written just now ({})", full.toString());
      unwritten.add(slip);
      return false;
    }
  }

  /// Adds what another ledger knew.
  ///
  /// @throws IllegalStateException when it cannot be written
  public synchronized void addAll(Set<UsedSlip> others) {
    try {
      change(
          slips -> {
            slips.addAll(others);
            return slips;
          });
    } catch (IOException failed) {
      throw new IllegalStateException(
          "The ledger of used slips %s cannot be written (%s).".formatted(file, failed), failed);
    }
  }

  /// For a code that turned out to take nothing out.
  synchronized void remove(UsedSlip slip) {
    try {
      unwritten.remove(slip);
      change(
          slips -> {
            slips.remove(slip);
            return slips;
          });
    } catch (IOException full) {
      LOG.warn("The ledger of used slips cannot be written just now ({})", full.toString());
    }
  }

  /// Every night, and at every start, in case the night was missed.
  @Scheduled(cron = "0 9 0 * * *", zone = "Europe/London")
  @EventListener(ApplicationReadyEvent.class)
  synchronized void nightly() {
    var today = LocalDate.now(clock.withZone(LONDON));
    try {
      change(
          slips -> {
            slips.removeIf(slip -> slip.until().isBefore(today));
            return slips;
          });
    } catch (IOException full) {
      LOG.warn("The ledger of used slips cannot be written just now ({})", full.toString());
    }
  }

  /// What could not be written on a full disk.
  @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
  synchronized void again() {
    if (!unwritten.isEmpty()) {
      nightly();
    }
  }

  /// @throws IllegalStateException with a sentence when this is no ledger, or not a whole one
  public static Set<UsedSlip> read(Path file) {
    try {
      var slips = new TreeSet<UsedSlip>();
      for (String line : Files.readAllLines(file)) {
        slips.add(UsedSlip.read(line));
      }
      return slips;
    } catch (IOException | RuntimeException unreadable) {
      throw new IllegalStateException(
          "%s is not a ledger of used slips, or it was changed.".formatted(file), unreadable);
    }
  }

  private void change(UnaryOperator<Set<UsedSlip>> how) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (var channel =
            FileChannel.open(
                file.resolveSibling(file.getFileName() + ".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        var lock = channel.lock()) {
      var slips = lock.isValid() && Files.exists(file) ? read(file) : new TreeSet<UsedSlip>();
      slips.addAll(unwritten);
      var text = new StringBuilder();
      how.apply(slips).forEach(slip -> text.append(slip.print()).append('\n'));
      WholeFile.write(file, text.toString());
      unwritten.clear();
    }
  }
}
