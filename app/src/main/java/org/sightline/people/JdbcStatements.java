package org.sightline.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.Stale;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SealedColumn;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What is said about people. Only ever added to.
@Component
class JdbcStatements {

  private static final SealedColumn WORDS = column("words");
  private static final SealedColumn AGENCY = column("source_agency");
  private static final SealedColumn ROLE = column("source_role");
  private static final SealedColumn BECAUSE = column("superseded_because");

  private final JdbcClient jdbc;
  private final PersonSealing sealed;
  private final Moments moments;

  JdbcStatements(JdbcClient jdbc, PersonSealing sealed, Moments moments) {
    this.jdbc = jdbc;
    this.sealed = sealed;
    this.moments = moments;
  }

  /// What one piece of work says about a person, superseded statements with it, the latest known
  /// first.
  List<Statement> of(WorkspaceId workspace, PersonId person) {
    return jdbc.sql(
            """
            select s.*, (select n.id from people.statement n where n.supersedes = s.id) as superseded_by
              from people.statement s
             where s.person_id = :person and s.workspace_id = :workspace
             order by s.known_on desc, s.at desc, s.id
            """)
        .param("person", person.value())
        .param("workspace", workspace.value())
        .query((row, n) -> statement(person, row))
        .list();
  }

  /// @throws NotThere when it is no statement about this person in this piece of work
  Statement find(WorkspaceId workspace, PersonId person, StatementId id) {
    return of(workspace, person).stream()
        .filter(statement -> statement.id().equals(id))
        .findFirst()
        .orElseThrow(NotThere::new);
  }

  /// @param supersedes the statement it corrects, or `null`
  /// @param because why, or `null`
  /// @throws Stale when somebody has corrected that statement already
  void add(
      SignedIn who,
      WorkspaceId workspace,
      PersonId person,
      StatementId id,
      StatementText text,
      @Nullable StatementId supersedes,
      @Nullable String because) {
    UUID row = id.value();
    try {
      jdbc.sql(
              """
              insert into people.statement (id, person_id, workspace_id, label, words, source_agency,
                source_role, from_young_person, known_on, reliability, by_user, at, supersedes,
                superseded_because)
              values (:id, :person, :workspace, :label, :words, :agency, :role, :young, :knownOn,
                :reliability, :by, :at, :supersedes, :because)
              """)
          .param("id", row)
          .param("person", person.value())
          .param("workspace", workspace.value())
          .param("label", text.label().name())
          .param("words", sealed.seal(person, WORDS, row, text.words()))
          .param("agency", sealed.seal(person, AGENCY, row, text.agency()))
          .param("role", sealed.seal(person, ROLE, row, text.role()))
          .param("young", text.fromYoungPerson())
          .param("knownOn", text.knownOn())
          .param("reliability", text.reliability().name())
          .param("by", who.user().value())
          .param("at", moments.now())
          .param("supersedes", supersedes == null ? null : supersedes.value(), Types.OTHER)
          .param("because", sealed.sealIfAny(person, BECAUSE, row, because), Types.BINARY)
          .update();
    } catch (DuplicateKeyException corrected) {
      throw new Stale(
          "Somebody else has corrected this statement already. Load the record again and see whether"
              + " yours is still needed.");
    }
  }

  private Statement statement(PersonId person, ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    return new Statement(
        new StatementId(id),
        new StatementText(
            Label.valueOf(row.getString("label")),
            sealed.open(person, WORDS, id, row.getBytes("words")),
            sealed.open(person, AGENCY, id, row.getBytes("source_agency")),
            sealed.open(person, ROLE, id, row.getBytes("source_role")),
            row.getBoolean("from_young_person"),
            row.getObject("known_on", LocalDate.class),
            Reliability.valueOf(row.getString("reliability"))),
        Moments.by(row),
        Moments.at(row),
        id(row, "supersedes"),
        sealed.openIfAny(person, BECAUSE, id, row.getBytes("superseded_because")),
        id(row, "superseded_by"));
  }

  private static @Nullable StatementId id(ResultSet row, String column) throws SQLException {
    UUID id = row.getObject(column, UUID.class);
    return id == null ? null : new StatementId(id);
  }

  private static SealedColumn column(String name) {
    return new SealedColumn("people.statement", name);
  }
}
