package org.sightline.documents;

import org.sightline.audit.Act;
import org.sightline.audit.SystemProcesses;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Empties the [Outbox] on the clock. While the server is away nothing is lost; several copies of
/// the application never send the same message, because each holds the one it is sending.
///
/// One doubt remains, as in all mail: when the machine stops after the server took a message and
/// before that was written down, it is sent once more, under the same `Message-ID`.
@Component
public class MailDelivery {

  private static final Logger log = LoggerFactory.getLogger(MailDelivery.class);

  /// So that one run ends though mail keeps coming.
  private static final int AT_ONCE = 500;

  private final SystemProcesses processes;
  private final Outbox outbox;
  private final ObjectProvider<MailCarrier> carrier;

  MailDelivery(SystemProcesses processes, Outbox outbox, ObjectProvider<MailCarrier> carrier) {
    this.processes = processes;
    this.outbox = outbox;
    this.carrier = carrier;
  }

  private enum Went {
    TAKEN,
    REFUSED,
    PUT_OFF,
    NOTHING_WAITS
  }

  /// Sends what waits. Ends at the first message the server does not take for now; the others are
  /// tried in the next run.
  @Scheduled(
      initialDelayString = "${sightline.mail.delay:PT10S}",
      fixedDelayString = "${sightline.mail.every:PT20S}")
  public void deliver() {
    for (int n = 0; n < AT_ONCE; n++) {
      var went = processes.look(this::one);
      if (went == Went.PUT_OFF || went == Went.NOTHING_WAITS) {
        return;
      }
    }
  }

  private Went one() {
    var next = outbox.next();
    if (next.isEmpty()) {
      return Went.NOTHING_WAITS;
    }
    var waiting = next.get();
    try {
      carrier.getObject().carry(waiting.id(), waiting.queuedAt(), waiting.message());
    } catch (MailCarrier.NotTaken not) {
      return notTaken(waiting, not);
    }
    processes.change(
        Act.of("documents.mail-sent", waiting.id()),
        () -> {
          outbox.taken(waiting);
          return true;
        });
    return Went.TAKEN;
  }

  private Went notTaken(Outbox.Waiting waiting, MailCarrier.NotTaken not) {
    // What the server answered may hold the address: only its kind is logged.
    var cause = not.getCause();
    String kind = cause == null ? "unknown" : cause.getClass().getSimpleName();
    if (not.isForGood()) {
      log.error("Mail {} was refused: there is no such address", waiting.id());
      return refused(waiting, () -> outbox.giveUp(waiting));
    }
    if (outbox.putOff(waiting)) {
      log.warn("The mail server did not take mail {} ({}). Trying again", waiting.id(), kind);
      return Went.PUT_OFF;
    }
    log.error("Mail {} could not be sent for five days ({})", waiting.id(), kind);
    return refused(waiting, () -> {});
  }

  private Went refused(Outbox.Waiting waiting, Runnable work) {
    processes.change(
        Act.of("documents.mail-refused", waiting.id()),
        () -> {
          work.run();
          return true;
        });
    return Went.REFUSED;
  }
}
