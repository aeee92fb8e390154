package org.sightline.documents;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.sightline.store.SystemStore;
import org.springframework.stereotype.Component;

/// Mail that is to go. What gives rise to a message puts it here in its own transaction, so that
/// there is never the one without the other; it stays until it was taken.
@Component
public class Outbox {

  /// How long an address is tried before it counts as one that cannot be reached.
  private static final Duration LONGEST = Duration.ofDays(5);

  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
  private static final String TABLE = "documents.outgoing_mail";
  private static final SealedColumn RECIPIENT = new SealedColumn(TABLE, "recipient");
  private static final SealedColumn SUBJECT = new SealedColumn(TABLE, "subject");
  private static final SealedColumn BODY = new SealedColumn(TABLE, "body");

  private final SystemStore store;
  private final Sealing sealing;
  private final Clock clock;

  Outbox(SystemStore store, Sealing sealing, Clock clock) {
    this.store = store;
    this.sealing = sealing;
    this.clock = clock;
  }

  /// A message that waits.
  record Waiting(UUID id, Instant queuedAt, int tries, Message message) {}

  /// Puts a message in. To be called in a process of the system.
  public UUID put(Message message) {
    var id = UUID.randomUUID();
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    store
        .jdbc()
        .sql(
            """
            insert into documents.outgoing_mail
              (id, recipient, recipient_index, subject, body, queued_at, try_after)
            values (:id, :recipient, :index, :subject, :body, :now, :now)
            """)
        .param("id", id)
        .param("recipient", sealing.seal(RECIPIENT, id, message.to()))
        .param("index", sealing.blindIndex(RECIPIENT, message.to()))
        .param("subject", sealing.seal(SUBJECT, id, message.subject()))
        .param("body", sealing.seal(BODY, id, message.text()))
        .param("now", now)
        .update();
    return id;
  }

  /// The message that has waited longest, held so that no other copy of the application takes it
  /// until this transaction ends. One to an address that an earlier one still waits for is not
  /// next: mail to one address goes in order.
  Optional<Waiting> next() {
    return store
        .jdbc()
        .sql(
            """
            select m.id, m.recipient, m.subject, m.body, m.queued_at, m.tries
              from documents.outgoing_mail m
             where m.undeliverable_on is null and m.try_after <= :now
               and not exists (
                 select 1 from documents.outgoing_mail earlier
                  where earlier.recipient_index = m.recipient_index
                    and earlier.position < m.position and earlier.undeliverable_on is null)
             order by m.position
             limit 1
               for update of m skip locked
            """)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query(
            (row, n) -> {
              var id = row.getObject("id", UUID.class);
              return new Waiting(
                  id,
                  row.getObject("queued_at", OffsetDateTime.class).toInstant(),
                  row.getInt("tries"),
                  new Message(
                      sealing.open(RECIPIENT, id, row.getBytes("recipient")),
                      sealing.open(SUBJECT, id, row.getBytes("subject")),
                      sealing.open(BODY, id, row.getBytes("body"))));
            })
        .optional();
  }

  /// It was taken: nothing of it stays.
  void taken(Waiting sent) {
    store
        .jdbc()
        .sql("delete from documents.outgoing_mail where id = :id")
        .param("id", sent.id())
        .update();
  }

  /// It was not taken: it is tried again after a minute, then two, four and so on to an hour.
  ///
  /// @return whether it will be tried again; after five days it is not
  boolean putOff(Waiting unsent) {
    var now = clock.instant();
    if (now.isAfter(unsent.queuedAt().plus(LONGEST))) {
      giveUp(unsent);
      return false;
    }
    var pause = Duration.ofMinutes(1L << Math.min(unsent.tries(), 6));
    store
        .jdbc()
        .sql(
            """
            update documents.outgoing_mail set tries = tries + 1, try_after = :after where id = :id
            """)
        .param("id", unsent.id())
        .param(
            "after",
            now.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause)
                .atOffset(ZoneOffset.UTC))
        .update();
    return true;
  }

  /// It cannot be delivered. It stays, so that somebody can find out why.
  void giveUp(Waiting unsent) {
    store
        .jdbc()
        .sql("update documents.outgoing_mail set undeliverable_on = :on where id = :id")
        .param("id", unsent.id())
        .param("on", LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London")))
        .update();
  }
}
