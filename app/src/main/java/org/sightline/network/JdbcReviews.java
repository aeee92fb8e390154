package org.sightline.network;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Review.Answer;
import org.sightline.network.Review.Given;
import org.sightline.network.Review.Kept;
import org.sightline.network.Review.Said;
import org.sightline.network.map.ElementId;
import org.sightline.store.RecordKeys;
import org.sightline.store.SealedColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What was said at reviews. Only ever added to; the last holds.
@Component
class JdbcReviews {

  private static final SealedColumn CONTENT = new SealedColumn("network.review_answer", "content");

  private final JdbcClient jdbc;
  private final RecordKeys keys;
  private final Clock clock;

  JdbcReviews(JdbcClient jdbc, RecordKeys keys, Clock clock) {
    this.jdbc = jdbc;
    this.keys = keys;
    this.clock = clock;
  }

  /// @param entry the last of the map when it was said
  void add(
      SignedIn who, WorkspaceId work, UUID session, ElementId element, Given given, long entry) {
    UUID id = UUID.randomUUID();
    byte[] content =
        given.words().isEmpty() ? null : keys.seal(element.value(), CONTENT, id, given.words());
    jdbc.sql(
            """
            insert into network.review_answer
              (id, workspace_id, session_id, element_id, said, content, entry, by_user, at)
            values (:id, :work, :session, :element, :said, :content, :entry, :by, :at)
            """)
        .param("id", id)
        .param("work", work.value())
        .param("session", session)
        .param("element", element.value())
        .param("said", given.said().name())
        .param("content", content, Types.BINARY)
        .param("entry", entry)
        .param("by", who.user().value())
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /// Of whom it was said at any review, in words, that they are seen differently now; the last of
  /// each review. Nothing of what was erased.
  List<Review.Reassessed> reassessed(WorkspaceId work) {
    var said = new LinkedHashMap<String, Review.Reassessed>();
    jdbc.sql(
            """
            select * from network.review_answer where workspace_id = :work order by number
            """)
        .param("work", work.value())
        .query(
            row -> {
              var element = row.getObject("element_id", UUID.class);
              var session = row.getObject("session_id", UUID.class);
              byte[] content = row.getBytes("content");
              String key = session + " " + element;
              said.remove(key);
              if (content != null
                  && Said.valueOf(row.getString("said")) == Said.REASSESSED
                  && !keys.isShredded(element)) {
                String words =
                    keys.open(element, CONTENT, row.getObject("id", UUID.class), content);
                var at = row.getObject("at", OffsetDateTime.class).toInstant();
                said.put(key, new Review.Reassessed(session, new ElementId(element), words, at));
              }
            });
    return List.copyOf(said.values());
  }

  /// What was said at one review; nothing of what was erased.
  Kept of(WorkspaceId work, UUID session) {
    var answers = new HashMap<ElementId, Answer>();
    var begun = new AtomicLong(Long.MAX_VALUE);
    var begunAt = new AtomicReference<Instant>();
    jdbc.sql(
            """
            select * from network.review_answer
             where workspace_id = :work and session_id = :session order by number
            """)
        .param("work", work.value())
        .param("session", session)
        .query(
            row -> {
              var at = row.getObject("at", OffsetDateTime.class).toInstant();
              begun.accumulateAndGet(row.getLong("entry"), Math::min);
              begunAt.compareAndSet(null, at);
              var element = row.getObject("element_id", UUID.class);
              byte[] content = row.getBytes("content");
              if (!keys.isShredded(element)) {
                answers.put(
                    new ElementId(element),
                    new Answer(
                        Said.valueOf(row.getString("said")),
                        content == null
                            ? ""
                            : keys.open(element, CONTENT, row.getObject("id", UUID.class), content),
                        new UserId(row.getObject("by_user", UUID.class)),
                        at));
              }
            });
    return new Kept(answers, begun.get(), begunAt.get());
  }
}
