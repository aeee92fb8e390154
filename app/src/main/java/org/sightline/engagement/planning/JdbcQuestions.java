package org.sightline.engagement.planning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.sightline.engagement.planning.Question.Kind;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL behind [Questions].
@Component
class JdbcQuestions {

  private static final SealedColumn WORDS = new SealedColumn("engagement.question", "words");
  private static final SealedColumn HINT = new SealedColumn("engagement.question", "hint");

  private final JdbcClient jdbc;
  private final Sealing sealing;

  JdbcQuestions(JdbcClient jdbc, Sealing sealing) {
    this.jdbc = jdbc;
    this.sealing = sealing;
  }

  /// Two people changing the questions of a round wait for each other.
  void lock(WorkspaceId round) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:round, 2))")
        .param("round", round.toString())
        .query((row, n) -> true)
        .single();
  }

  List<Question> of(WorkspaceId round, Kind kind) {
    return jdbc.sql(
            """
            select id, kind, source, words, hint
              from engagement.question
             where workspace_id = :round and kind = :kind and removed_on is null
             order by position, id
            """)
        .param("round", round.value())
        .param("kind", kind.name())
        .query((row, n) -> question(row))
        .list();
  }

  private Question question(ResultSet row) throws SQLException {
    var id = row.getObject("id", UUID.class);
    return new Question(
        id,
        Kind.valueOf(row.getString("kind")),
        row.getString("source"),
        sealing.open(WORDS, id, row.getBytes("words")),
        sealing.open(HINT, id, row.getBytes("hint")));
  }

  void add(WorkspaceId round, Question question) {
    jdbc.sql(
            """
            insert into engagement.question
              (id, workspace_id, kind, source, position, words, hint)
            values (:id, :round, :kind, :source,
              (select coalesce(max(position) + 1, 0) from engagement.question
                where workspace_id = :round and kind = :kind),
              :words, :hint)
            """)
        .param("id", question.id())
        .param("round", round.value())
        .param("kind", question.kind().name())
        .param("source", question.source())
        .param("words", sealing.seal(WORDS, question.id(), question.words()))
        .param("hint", sealing.seal(HINT, question.id(), question.hint()))
        .update();
  }

  void reword(Question question) {
    jdbc.sql("update engagement.question set words = :words, hint = :hint where id = :id")
        .param("words", sealing.seal(WORDS, question.id(), question.words()))
        .param("hint", sealing.seal(HINT, question.id(), question.hint()))
        .param("id", question.id())
        .update();
  }

  void remove(UUID id, LocalDate on) {
    jdbc.sql("update engagement.question set removed_on = :on where id = :id")
        .param("on", on)
        .param("id", id)
        .update();
  }

  void order(List<Question> order) {
    for (int i = 0; i < order.size(); i++) {
      jdbc.sql("update engagement.question set position = :position where id = :id")
          .param("position", i)
          .param("id", order.get(i).id())
          .update();
    }
  }
}
