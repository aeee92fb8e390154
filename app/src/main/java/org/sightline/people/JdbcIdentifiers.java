package org.sightline.people;

import java.sql.Types;
import java.util.List;
import java.util.UUID;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The numbers people are known by, and the exact look-ups.
@Component
class JdbcIdentifiers {

  static final SealedColumn VALUE = new SealedColumn("people.identifier", "value");
  static final SealedColumn AGENCY = new SealedColumn("people.identifier", "agency");
  static final SealedColumn INDEX = new SealedColumn("people.identifier", "value_index");

  private final JdbcClient jdbc;
  private final Sealing sealing;
  private final PersonSealing sealed;
  private final Moments moments;

  JdbcIdentifiers(JdbcClient jdbc, Sealing sealing, PersonSealing sealed, Moments moments) {
    this.jdbc = jdbc;
    this.sealing = sealing;
    this.sealed = sealed;
    this.moments = moments;
  }

  /// Those that hold.
  List<Person.Number> of(PersonId person) {
    return jdbc.sql(
            """
            select * from people.identifier
             where person_id = :person and ended_at is null order by at, id
            """)
        .param("person", person.value())
        .query(
            (row, n) -> {
              UUID id = row.getObject("id", UUID.class);
              return new Person.Number(
                  new IdentifierId(id),
                  new Identifier(
                      IdentifierKind.valueOf(row.getString("kind")),
                      sealed.openIfAny(person, AGENCY, id, row.getBytes("agency")),
                      sealed.open(person, VALUE, id, row.getBytes("value"))),
                  Moments.by(row),
                  Moments.at(row));
            })
        .list();
  }

  void add(SignedIn who, WorkspaceId workspace, PersonId person, Identifier identifier) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into people.identifier (id, person_id, workspace_id, kind, agency, value, value_index,
              by_user, at)
            values (:id, :person, :workspace, :kind, :agency, :value, :index, :by, :at)
            """)
        .param("id", id)
        .param("person", person.value())
        .param("workspace", workspace.value())
        .param("kind", identifier.kind().name())
        .param("agency", sealed.sealIfAny(person, AGENCY, id, identifier.agency()), Types.BINARY)
        .param("value", sealed.seal(person, VALUE, id, identifier.value().strip()))
        .param("index", index(identifier))
        .param("by", who.user().value())
        .param("at", moments.now())
        .update();
  }

  /// @throws NotThere when it is no number of this person that holds
  void end(SignedIn who, PersonId person, IdentifierId id) {
    int ended =
        jdbc.sql(
                """
                update people.identifier set ended_by = :by, ended_at = :at
                 where id = :id and person_id = :person and ended_at is null
                """)
            .param("by", who.user().value())
            .param("at", moments.now())
            .param("id", id.value())
            .param("person", person.value())
            .update();
    if (ended == 0) {
      throw new NotThere();
    }
  }

  /// Who is open to the person acting and has this number.
  List<PersonId> whoHas(byte[] index) {
    return jdbc.sql(
            "select person_id from people.identifier where value_index = :index and ended_at is null")
        .param("index", index)
        .query((row, n) -> new PersonId(row.getObject(1, UUID.class)))
        .list();
  }

  /// Who is open to the person acting and has this surname and date of birth now.
  List<PersonId> whoWasBorn(byte[] index) {
    return jdbc.sql(
            """
            select d.person_id
              from people.details d
             where d.surname_birth = :index
               and not exists (select 1 from people.details later
                 where later.person_id = d.person_id and later.version > d.version)
            """)
        .param("index", index)
        .query((row, n) -> new PersonId(row.getObject(1, UUID.class)))
        .list();
  }

  byte[] index(Identifier identifier) {
    return sealing.blindIndex(INDEX, identifier.lookedUp());
  }
}
