package org.sightline.documents;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.sightline.audit.SystemProcesses;
import org.sightline.store.SystemStore;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Forgets notices, thirty days after the thing was done and after a year in any case; and what was
/// to be picked up, once its days are over.
@Component
class WaitingUpkeep {

  private static final Duration AFTER_DONE = Duration.ofDays(30);
  private static final Duration LONGEST = Duration.ofDays(365);

  private final SystemProcesses processes;
  private final SystemStore store;
  private final Clock clock;

  WaitingUpkeep(SystemProcesses processes, SystemStore store, Clock clock) {
    this.processes = processes;
    this.store = store;
    this.clock = clock;
  }

  @Scheduled(
      initialDelayString = "${sightline.notices.upkeep-delay:PT10M}",
      fixedDelayString = "${sightline.notices.upkeep-every:P1D}")
  void byTheClock() {
    forget(clock.instant());
  }

  void forget(Instant now) {
    processes.look(
        () -> {
          store
              .jdbc()
              .sql(
                  """
                  delete from documents.waiting w
                   where w.told_at < :longest
                      or exists (select 1 from documents.waiting_settled s
                                  where s.about = w.about and s.kind = w.kind
                                    and s.settled_at >= w.told_at and s.settled_at < :done)
                  """)
              .param("longest", now.minus(LONGEST).atOffset(ZoneOffset.UTC))
              .param("done", now.minus(AFTER_DONE).atOffset(ZoneOffset.UTC))
              .update();
          // The database asks what time it is now: nothing is destroyed before.
          store
              .jdbc()
              .sql(
                  """
                  update documents.pick_up set content = null
                   where until <= now() and content is not null
                  """)
              .update();
          return store
              .jdbc()
              .sql("delete from documents.waiting_settled where settled_at < :done")
              .param("done", now.minus(AFTER_DONE).atOffset(ZoneOffset.UTC))
              .update();
        });
  }
}
