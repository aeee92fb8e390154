package org.sightline.engagement.planning;

import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.UserId;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL behind the answers in [SetUp]. Rows are added and never changed: the last one counts.
@Component
class JdbcAnswers {

  private static final SealedColumn ANSWER =
      new SealedColumn("engagement.session_answer", "answer");

  private final JdbcClient jdbc;
  private final Sealing sealing;

  JdbcAnswers(JdbcClient jdbc, Sealing sealing) {
    this.jdbc = jdbc;
    this.sealing = sealing;
  }

  /// What is answered today, by field, as far as the reader may see it.
  Map<String, Answer> of(SessionId session) {
    var found = new HashMap<String, Answer>();
    jdbc.sql(
            """
            select distinct on (field) id, field, answer, answered_on, answered_by
              from engagement.session_answer
             where session_id = :session
             order by field, seq desc
            """)
        .param("session", session.value())
        .query(
            (ResultSet row) -> {
              var text =
                  sealing.openIfAny(
                      ANSWER, row.getObject("id", UUID.class), row.getBytes("answer"));
              if (text != null) {
                found.put(
                    row.getString("field"),
                    new Answer(
                        text,
                        row.getObject("answered_on", LocalDate.class),
                        new UserId(row.getObject("answered_by", UUID.class))));
              }
            });
    return found;
  }

  void add(
      Session session,
      String field,
      @Nullable String text,
      boolean forLeads,
      LocalDate on,
      UserId by) {
    var id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into engagement.session_answer
              (id, session_id, workspace_id, field, answer, for_leads, answered_on, answered_by)
            values (:id, :session, :round, :field, :answer, :forLeads, :on, :by)
            """)
        .param("id", id)
        .param("session", session.id().value())
        .param("round", session.round().value())
        .param("field", field)
        .param("answer", sealing.sealIfAny(ANSWER, id, text))
        .param("forLeads", forLeads)
        .param("on", on)
        .param("by", by.value())
        .update();
  }
}
