package org.sightline.engagement.marks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.sightline.audit.SystemProcesses;
import org.sightline.store.SystemStore;
import org.sightline.store.TableUpkeep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Clears away what deleted maps leave in the database: within about a minute of a closing or a
/// withdrawal out of reach of every statement (ST-07), and at night out of the bytes of the files
/// and of the log (docs/decisions/0008-what-a-deletion-leaves.md).
@Component
public class DeletedMaps {

  private static final Logger LOG = LoggerFactory.getLogger(DeletedMaps.class);

  /// Every table a row of which is deleted because of a map.
  static final List<String> TABLES =
      List.of(
          "engagement.mark",
          "engagement.map",
          "engagement.slip_salt",
          "engagement.withdrawal_ledger",
          "engagement.withdrawn_cohort",
          "engagement.withdrawal_day",
          "engagement.keyed_sheet",
          "engagement.pile_part",
          "engagement.pile_zone",
          "engagement.pile_page",
          "engagement.pile_file",
          "engagement.pile_check",
          "engagement.printed_page",
          "engagement.sheet_layout",
          "engagement.printed_sheet",
          "student.picture",
          "student.staged",
          "student.paper_slip",
          "student.sheet");

  private final SystemProcesses processes;
  private final SystemStore store;
  private final TableUpkeep tables;
  private final AtomicInteger rounds = new AtomicInteger();

  DeletedMaps(SystemProcesses processes, SystemStore store, TableUpkeep tables) {
    this.processes = processes;
    this.store = store;
    this.tables = tables;
  }

  /// Says that something was deleted and is to be cleared away soon, and nothing of what. Twice:
  /// somebody who was reading the first time may have held the rows.
  public void left() {
    rounds.set(2);
  }

  /// Once a minute, counted from the start of the application and not from when a slip was typed.
  @Scheduled(fixedRate = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
  void soon() {
    if (rounds.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      try {
        clear();
      } catch (RuntimeException later) {
        left();
        throw later;
      }
    }
  }

  /// Takes the deleted rows out of their pages; used slips lose their order and time.
  public void clear() {
    mix();
    tables.prune(TABLES);
  }

  /// Also takes them out of the free space of the pages and out of the log. Needs room on the disk
  /// for the largest table once more; a full disk must not keep the application from starting.
  ///
  /// @return whether it is done
  public boolean clearToTheByte() {
    try {
      mix();
      tables.rewrite(TABLES);
      tables.turnLog();
      return true;
    } catch (RuntimeException failed) {
      LOG.warn("What deleted maps left in the files could not be cleared away yet", failed);
      return false;
    }
  }

  private void mix() {
    processes.look(
        () ->
            store.jdbc().sql("select engagement.mix_withdrawals()").query(Integer.class).single());
  }
}
