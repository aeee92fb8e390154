package org.sightline.people;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SealedColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who got which version of a record, and whether they were told of corrections.
@Component
class JdbcDisclosures {

  private static final SealedColumn TO_WHOM = new SealedColumn("people.disclosed", "to_whom");

  private final JdbcClient jdbc;
  private final PersonSealing sealed;
  private final Moments moments;

  JdbcDisclosures(JdbcClient jdbc, PersonSealing sealed, Moments moments) {
    this.jdbc = jdbc;
    this.sealed = sealed;
    this.moments = moments;
  }

  /// The last first.
  List<Disclosure> of(WorkspaceId workspace, PersonId person) {
    return jdbc.sql(
            """
            select d.*, t.told_at,
                   (select count(*) from people.statement s
                     where s.supersedes = any (d.statements)
                       and s.at > coalesce(t.told_at, '-infinity'))
                   + (select count(*) from people.details x
                       where x.person_id = d.person_id and x.version > d.details_version
                         and x.at > coalesce(t.told_at, '-infinity')) as outdated
              from people.disclosed d
              left join lateral (select max(at) as told_at from people.told
                                  where disclosed_id = d.id) t on true
             where d.workspace_id = :workspace and d.person_id = :person
             order by d.at desc, d.id
            """)
        .param("workspace", workspace.value())
        .param("person", person.value())
        .query(
            (row, n) -> {
              UUID id = row.getObject("id", UUID.class);
              var told = row.getObject("told_at", OffsetDateTime.class);
              return new Disclosure(
                  new DisclosureId(id),
                  Disclosure.Kind.valueOf(row.getString("kind")),
                  sealed.open(person, TO_WHOM, id, row.getBytes("to_whom")),
                  Moments.by(row),
                  Moments.at(row),
                  row.getInt("outdated"),
                  told == null ? null : told.toInstant());
            })
        .list();
  }

  DisclosureId add(
      SignedIn who,
      WorkspaceId workspace,
      Person person,
      List<StatementId> statements,
      Disclosure.Kind kind,
      String toWhom) {
    var id = DisclosureId.random();
    jdbc.sql(
            """
            insert into people.disclosed (id, person_id, workspace_id, kind, to_whom, details_version,
              statements, by_user, at)
            values (:id, :person, :workspace, :kind, :toWhom, :version, :statements, :by, :at)
            """)
        .param("id", id.value())
        .param("person", person.id().value())
        .param("workspace", workspace.value())
        .param("kind", kind.name())
        .param("toWhom", sealed.seal(person.id(), TO_WHOM, id.value(), toWhom))
        .param("version", person.version())
        .param("statements", statements.stream().map(StatementId::value).toArray(UUID[]::new))
        .param("by", who.user().value())
        .param("at", moments.now())
        .update();
    return id;
  }

  /// The same for something on which somebody is named; a pack goes to another guest each time.
  void addName(
      SignedIn who, WorkspaceId workspace, Person person, Disclosure.Kind kind, String toWhom) {
    var id = DisclosureId.random();
    jdbc.sql(
            """
            insert into people.disclosed (id, person_id, workspace_id, kind, to_whom, details_version,
              statements, by_user, at)
            select :id, :person, :workspace, :kind, :toWhom, :version, '{}', :by, :at
             where :kind = 'PACK' or not exists (
               select 1
                 from people.disclosed d
                where d.person_id = :person and d.workspace_id = :workspace and d.kind = :kind
                  and d.by_user = :by and d.details_version = :version)
            """)
        .param("id", id.value())
        .param("person", person.id().value())
        .param("workspace", workspace.value())
        .param("kind", kind.name())
        .param("toWhom", sealed.seal(person.id(), TO_WHOM, id.value(), toWhom))
        .param("version", person.version())
        .param("by", who.user().value())
        .param("at", moments.now())
        .update();
  }

  /// @throws NotThere when no such copy of this record went out from here
  void tell(SignedIn who, WorkspaceId workspace, PersonId person, DisclosureId id) {
    if (of(workspace, person).stream().noneMatch(copy -> copy.id().equals(id))) {
      throw new NotThere();
    }
    jdbc.sql(
            "insert into people.told (id, disclosed_id, by_user, at) values (:id, :copy, :by, :at)")
        .param("id", UUID.randomUUID())
        .param("copy", id.value())
        .param("by", who.user().value())
        .param("at", moments.now())
        .update();
  }
}
