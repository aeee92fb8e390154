package org.sightline.network;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.ThresholdDecision.Decision;
import org.sightline.network.ThresholdDecision.Fact;
import org.sightline.network.ThresholdDecision.Question;
import org.sightline.network.ThresholdDecision.Said;
import org.sightline.network.ThresholdDecision.Words;
import org.sightline.network.map.ElementId;
import org.sightline.store.RecordKeys;
import org.sightline.store.SealedColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Decisions about thresholds in the database, under the key of whom or what each is about.
@Component
class JdbcAssessments {

  private static final SealedColumn CONTENT =
      new SealedColumn("network.threshold_decision", "content");

  private final JdbcClient jdbc;
  private final RecordKeys keys;
  private final Clock clock;
  private final JsonMapper json = new JsonMapper();

  JdbcAssessments(JdbcClient jdbc, RecordKeys keys, Clock clock) {
    this.jdbc = jdbc;
    this.keys = keys;
    this.clock = clock;
  }

  private record Content(Fact first, Fact second, Decision decision, Words words) {

    static Content of(Said said) {
      return new Content(said.first(), said.second(), said.decision(), said.words());
    }

    Said said(Question question, LocalDate on) {
      return new Said(question, first, second, decision, on, words);
    }
  }

  void add(SignedIn who, WorkspaceId work, UUID id, @Nullable ElementId element, Said said) {
    UUID key = key(id, element);
    keys.make(key);
    jdbc.sql(
            """
            insert into network.threshold_decision (id, workspace_id, question, element_id, decided_on,
              content, by_user, at)
            values (:id, :work, :question, :element, :on, :content, :by, :at)
            """)
        .param("id", id)
        .param("work", work.value())
        .param("question", said.question().name())
        .param("element", element == null ? null : element.value(), Types.OTHER)
        .param("on", said.decidedOn())
        .param("content", keys.seal(key, CONTENT, id, json.writeValueAsString(Content.of(said))))
        .param("by", who.user().value())
        .param("at", now())
        .update();
  }

  /// @return whether it was the other way before
  boolean takeBack(SignedIn who, WorkspaceId work, UUID id, boolean back) {
    return jdbc.sql(
                """
                update network.threshold_decision set taken_back_by = :by, taken_back_at = :at
                 where id = :id and workspace_id = :work and (taken_back_at is null) = :back
                """)
            .param("by", back ? who.user().value() : null, Types.OTHER)
            .param("at", back ? now() : null, Types.TIMESTAMP_WITH_TIMEZONE)
            .param("id", id)
            .param("work", work.value())
            .param("back", back)
            .update()
        == 1;
  }

  /// All of them, the last first; without those about somebody who was erased.
  List<ThresholdDecision> of(WorkspaceId work) {
    return jdbc
        .sql(
            """
            select * from network.threshold_decision where workspace_id = :work order by number desc
            """)
        .param("work", work.value())
        .query(
            (row, n) ->
                isErased(row) ? Optional.<ThresholdDecision>empty() : Optional.of(decision(row)))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private ThresholdDecision decision(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    UUID about = row.getObject("element_id", UUID.class);
    var element = about == null ? null : new ElementId(about);
    return new ThresholdDecision(
        id,
        element,
        json.readValue(
                keys.open(key(id, element), CONTENT, id, row.getBytes("content")), Content.class)
            .said(
                Question.valueOf(row.getString("question")),
                row.getObject("decided_on", LocalDate.class)),
        row.getObject("taken_back_at") != null,
        new UserId(row.getObject("by_user", UUID.class)),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }

  private boolean isErased(ResultSet row) throws SQLException {
    UUID about = row.getObject("element_id", UUID.class);
    return about != null && keys.isShredded(about);
  }

  private static UUID key(UUID id, @Nullable ElementId element) {
    return element == null ? id : element.value();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
