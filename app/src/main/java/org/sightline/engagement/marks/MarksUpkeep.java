package org.sightline.engagement.marks;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.sightline.audit.Act;
import org.sightline.audit.SystemProcesses;
import org.sightline.store.SessionKeys;
import org.sightline.store.SystemStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// What is done with maps on the clock: ends the time in which slips work, puts the count of a
/// day's withdrawals into the audit, destroys session keys that a stopped application left behind,
/// and clears away what deleted maps left in the files.
@Component
public class MarksUpkeep {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final SystemProcesses processes;
  private final SystemStore store;
  private final SessionKeys keys;
  private final DeletedMaps deleted;
  private final Clock clock;
  private final int ledgerDays;
  private volatile LocalDate done = LocalDate.MIN;

  /// @param ledgerDays how long after the last day used slips stay in the ledger: as long as the
  ///     oldest backup is kept (ST-07)
  MarksUpkeep(
      SystemProcesses processes,
      SystemStore store,
      SessionKeys keys,
      DeletedMaps deleted,
      Clock clock,
      @Value("${sightline.backups-kept-days:35}") int ledgerDays) {
    this.processes = processes;
    this.store = store;
    this.keys = keys;
    this.deleted = deleted;
    this.clock = clock;
    this.ledgerDays = ledgerDays;
  }

  /// Every night just after midnight in London, and at every start, in case the night was missed.
  @Scheduled(cron = "0 7 0 * * *", zone = "Europe/London")
  public void nightly() {
    var today = today();
    endWindows(today);
    auditWithdrawals(today);
    if (deleted.clearToTheByte()) {
      done = today;
    }
  }

  /// A laptop that was asleep at midnight does the night's work when it wakes; what failed is tried
  /// again.
  @Scheduled(fixedDelay = 10, initialDelay = 10, timeUnit = TimeUnit.MINUTES)
  void catchUp() {
    if (today().isAfter(done)) {
      nightly();
    }
  }

  @EventListener(ApplicationReadyEvent.class)
  void atStart() {
    destroyKeysOfClosedSessions();
    nightly();
  }

  /// Destroys every session key whose session has closed, or was never kept. One that has not
  /// started may have a key already, for the slips that were printed for it.
  public void destroyKeysOfClosedSessions() {
    var open =
        new HashSet<>(
            processes.look(
                () ->
                    store
                        .jdbc()
                        .sql("select id from engagement.session where closed_on is null")
                        .query(UUID.class)
                        .list()));
    keys.all().filter(session -> !open.contains(session)).forEach(keys::destroy);
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(LONDON));
  }

  private void endWindows(LocalDate today) {
    int ended =
        processes.look(
            () -> {
              store
                  .jdbc()
                  .sql("select engagement.forget_used_slips(:before)")
                  .param("before", today.minusDays(ledgerDays))
                  .query(Integer.class)
                  .single();
              return store
                  .jdbc()
                  .sql("select engagement.end_withdrawal_windows(:today)")
                  .param("today", today)
                  .query(Integer.class)
                  .single();
            });
    if (ended > 0) {
      processes.change(
          new Act("engagement.withdrawal-windows-ended", null, null, "sessions: " + ended),
          () -> ended);
    }
  }

  /// One entry for each day on which at least one map was taken out, and the count is forgotten.
  private void auditWithdrawals(LocalDate today) {
    for (LocalDate day : processes.look(() -> daysToAudit(today))) {
      int withdrawn = processes.look(() -> withdrawnOn(day));
      processes.change(
          new Act(
              "engagement.maps-withdrawn",
              null,
              null,
              "day: %s, maps: %d".formatted(day, withdrawn)),
          () -> forget(day));
    }
  }

  private List<LocalDate> daysToAudit(LocalDate today) {
    return store
        .jdbc()
        .sql("select day from engagement.withdrawal_day where day < :today order by day")
        .param("today", today)
        .query(LocalDate.class)
        .list();
  }

  private int withdrawnOn(LocalDate day) {
    return store
        .jdbc()
        .sql("select withdrawn from engagement.withdrawal_day where day = :day")
        .param("day", day)
        .query(Integer.class)
        .single();
  }

  private int forget(LocalDate day) {
    return store
        .jdbc()
        .sql("delete from engagement.withdrawal_day where day = :day")
        .param("day", day)
        .update();
  }
}
