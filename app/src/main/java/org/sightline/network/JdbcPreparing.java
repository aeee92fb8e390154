package org.sightline.network;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.RecordKeys;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What is prepared before the first session, in the database. What is said of somebody lies under
/// their own key, so that they can be erased from all of it.
@Component
class JdbcPreparing {

  static final SealedColumn PLACE = new SealedColumn("network.subject", "place_index");

  private static final SealedColumn NAME = new SealedColumn("network.subject", "name");
  private static final SealedColumn BECAUSE =
      new SealedColumn("network.subject_decision", "because");
  private static final SealedColumn NOTE = new SealedColumn("network.cell_note", "content");
  private static final SealedColumn QUESTION = new SealedColumn("network.key_question", "content");
  private static final SealedColumn ANSWER = new SealedColumn("network.key_answer", "content");
  private static final SealedColumn MATRIX = new SealedColumn("network.incoming_matrix", "content");

  private final JdbcClient jdbc;
  private final Sealing sealing;
  private final RecordKeys keys;
  private final Clock clock;
  private final JsonMapper json = new JsonMapper();

  JdbcPreparing(JdbcClient jdbc, Sealing sealing, RecordKeys keys, Clock clock) {
    this.jdbc = jdbc;
    this.sealing = sealing;
    this.keys = keys;
    this.clock = clock;
  }

  void add(
      SignedIn who,
      WorkspaceId work,
      UUID subject,
      Subject.Kind kind,
      @Nullable UUID person,
      String name) {
    keys.make(subject);
    jdbc.sql(
            """
            insert into network.subject (id, workspace_id, kind, person_id, name, place_index, by_user, at)
            values (:id, :work, :kind, :person, :name, :place, :by, :at)
            """)
        .param("id", subject)
        .param("work", work.value())
        .param("kind", kind.name())
        .param("person", person, Types.OTHER)
        .param("name", keys.seal(subject, NAME, subject, name))
        .param(
            "place",
            kind == Subject.Kind.PLACE ? sealing.blindIndex(PLACE, name) : null,
            Types.BINARY)
        .param("by", who.user().value())
        .param("at", now())
        .update();
  }

  void decide(
      SignedIn who, WorkspaceId work, UUID subject, Subject.Decision decision, String because) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into network.subject_decision (id, workspace_id, subject_id, decision, because, by_user, at)
            values (:id, :work, :subject, :decision, :because, :by, :at)
            """)
        .param("id", id)
        .param("work", work.value())
        .param("subject", subject)
        .param("decision", decision.name())
        .param("because", keys.seal(subject, BECAUSE, id, because))
        .param("by", who.user().value())
        .param("at", now())
        .update();
  }

  /// In the order in which they were added.
  List<Subject> subjects(WorkspaceId work) {
    return jdbc.sql(
            """
            select s.*, d.id as decision_id, d.decision, d.because, d.by_user as decided_by,
                   d.at as decided_at, c.at as checked_at
              from network.subject s
              join lateral (select * from network.subject_decision t
                     where t.subject_id = s.id order by t.number desc limit 1) d on true
              left join lateral (select k.at from network.known_check k
                     where k.subject_id = s.id order by k.at desc limit 1) c on true
             where s.workspace_id = :work
             order by s.number
            """)
        .param("work", work.value())
        .query((row, n) -> subject(row))
        .list();
  }

  private Subject subject(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    var checked = row.getObject("checked_at", OffsetDateTime.class);
    return new Subject(
        id,
        Subject.Kind.valueOf(row.getString("kind")),
        row.getObject("person_id", UUID.class),
        keys.open(id, NAME, id, row.getBytes("name")),
        Subject.Decision.valueOf(row.getString("decision")),
        keys.open(id, BECAUSE, row.getObject("decision_id", UUID.class), row.getBytes("because")),
        new UserId(row.getObject("decided_by", UUID.class)),
        at(row, "decided_at"),
        checked == null ? null : checked.toInstant());
  }

  void checked(SignedIn who, WorkspaceId work, UUID subject) {
    jdbc.sql(
            """
            insert into network.known_check (id, workspace_id, subject_id, by_user, at)
            values (:id, :work, :subject, :by, :at)
            """)
        .param("id", UUID.randomUUID())
        .param("work", work.value())
        .param("subject", subject)
        .param("by", who.user().value())
        .param("at", now())
        .update();
  }

  void note(
      SignedIn who, WorkspaceId work, UUID subject, UUID note, Note.Cell cell, Note.Content said) {
    jdbc.sql(
            """
            insert into network.cell_note (id, workspace_id, subject_id, cell, content, by_user, at)
            values (:id, :work, :subject, :cell, :content, :by, :at)
            """)
        .param("id", note)
        .param("work", work.value())
        .param("subject", subject)
        .param("cell", cell.name())
        .param("content", keys.seal(subject, NOTE, note, json.writeValueAsString(said)))
        .param("by", who.user().value())
        .param("at", now())
        .update();
  }

  /// In the order in which they were written.
  List<Note> notes(WorkspaceId work) {
    return jdbc.sql("select * from network.cell_note where workspace_id = :work order by number")
        .param("work", work.value())
        .query(
            (row, n) -> {
              UUID id = row.getObject("id", UUID.class);
              UUID subject = row.getObject("subject_id", UUID.class);
              var said =
                  json.readValue(
                      keys.open(subject, NOTE, id, row.getBytes("content")), Note.Content.class);
              return new Note(
                  id,
                  subject,
                  Note.Cell.valueOf(row.getString("cell")),
                  said.tag(),
                  said.text(),
                  by(row),
                  at(row, "at"),
                  row.getObject("taken_back_at") != null);
            })
        .list();
  }

  void ask(
      SignedIn who,
      WorkspaceId work,
      UUID question,
      @Nullable UUID subject,
      KeyQuestion.Asked asked) {
    jdbc.sql(
            """
            insert into network.key_question (id, workspace_id, subject_id, content, by_user, at)
            values (:id, :work, :subject, :content, :by, :at)
            """)
        .param("id", question)
        .param("work", work.value())
        .param("subject", subject, Types.OTHER)
        .param(
            "content",
            subject == null
                ? sealing.seal(QUESTION, question, json.writeValueAsString(asked))
                : keys.seal(subject, QUESTION, question, json.writeValueAsString(asked)))
        .param("by", who.user().value())
        .param("at", now())
        .update();
  }

  void answer(
      SignedIn who, WorkspaceId work, KeyQuestion question, UUID answer, KeyQuestion.Found found) {
    var subject = question.subject();
    String text = json.writeValueAsString(found);
    jdbc.sql(
            """
            insert into network.key_answer (id, workspace_id, question_id, content, by_user, at)
            values (:id, :work, :question, :content, :by, :at)
            """)
        .param("id", answer)
        .param("work", work.value())
        .param("question", question.id())
        .param(
            "content",
            subject == null
                ? sealing.seal(ANSWER, answer, text)
                : keys.seal(subject, ANSWER, answer, text))
        .param("by", who.user().value())
        .param("at", now())
        .update();
  }

  /// In the order in which they were asked, those that were taken back too.
  List<KeyQuestion> questions(WorkspaceId work) {
    var answers = new LinkedHashMap<UUID, List<KeyQuestion.Answer>>();
    jdbc.sql(
            """
            select a.*, q.subject_id
              from network.key_answer a join network.key_question q on q.id = a.question_id
             where a.workspace_id = :work and a.taken_back_at is null order by a.number
            """)
        .param("work", work.value())
        .query(
            row -> {
              UUID id = row.getObject("id", UUID.class);
              var found = json.readValue(opened(row, ANSWER, id), KeyQuestion.Found.class);
              answers
                  .computeIfAbsent(
                      row.getObject("question_id", UUID.class), none -> new ArrayList<>())
                  .add(
                      new KeyQuestion.Answer(
                          id, found.words(), found.foundBy(), by(row), at(row, "at")));
            });
    return jdbc.sql("select * from network.key_question where workspace_id = :work order by number")
        .param("work", work.value())
        .query(
            (row, n) -> {
              UUID id = row.getObject("id", UUID.class);
              var asked = json.readValue(opened(row, QUESTION, id), KeyQuestion.Asked.class);
              return new KeyQuestion(
                  id,
                  row.getObject("subject_id", UUID.class),
                  asked.question(),
                  asked.agency(),
                  by(row),
                  at(row, "at"),
                  row.getObject("taken_back_at") != null,
                  List.copyOf(answers.getOrDefault(id, List.of())));
            })
        .list();
  }

  private String opened(ResultSet row, SealedColumn column, UUID id) throws SQLException {
    UUID subject = row.getObject("subject_id", UUID.class);
    return subject == null
        ? sealing.open(column, id, row.getBytes("content"))
        : keys.open(subject, column, id, row.getBytes("content"));
  }

  /// What can be taken back and said again.
  enum Table {
    NOTE("update network.cell_note set taken_back_by = :by, taken_back_at = :at"),
    QUESTION("update network.key_question set taken_back_by = :by, taken_back_at = :at"),
    ANSWER("update network.key_answer set taken_back_by = :by, taken_back_at = :at");

    private final String update;

    Table(String update) {
      this.update = update;
    }
  }

  /// @return whether it was the other way before
  boolean takeBack(SignedIn who, WorkspaceId work, Table table, UUID id, boolean back) {
    return jdbc.sql(
                table.update
                    + " where id = :id and workspace_id = :work and (taken_back_at is null) = :back")
            .param("by", back ? who.user().value() : null, Types.OTHER)
            .param("at", back ? now() : null, Types.TIMESTAMP_WITH_TIMEZONE)
            .param("id", id)
            .param("work", work.value())
            .param("back", back)
            .update()
        == 1;
  }

  /// Keeps a spreadsheet that was read, in place of one that waited.
  void keep(SignedIn who, WorkspaceId work, UUID id, MatrixFile.Read read) {
    throwAway(who, work);
    jdbc.sql(
            """
            insert into network.incoming_matrix (id, workspace_id, content, by_user, at)
            values (:id, :work, :content, :by, :at)
            """)
        .param("id", id)
        .param("work", work.value())
        .param("content", sealing.seal(MATRIX, id, json.writeValueAsString(read)))
        .param("by", who.user().value())
        .param("at", now())
        .update();
  }

  Optional<MatrixFile.Read> kept(SignedIn who, WorkspaceId work) {
    return jdbc.sql(
            """
            select id, content from network.incoming_matrix
             where workspace_id = :work and by_user = :by
            """)
        .param("work", work.value())
        .param("by", who.user().value())
        .query(
            (row, n) ->
                json.readValue(
                    sealing.open(MATRIX, row.getObject("id", UUID.class), row.getBytes("content")),
                    MatrixFile.Read.class))
        .optional();
  }

  void throwAway(SignedIn who, WorkspaceId work) {
    jdbc.sql("delete from network.incoming_matrix where workspace_id = :work and by_user = :by")
        .param("work", work.value())
        .param("by", who.user().value())
        .update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static UserId by(ResultSet row) throws SQLException {
    return new UserId(row.getObject("by_user", UUID.class));
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
