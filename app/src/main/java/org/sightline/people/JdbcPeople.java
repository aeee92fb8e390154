package org.sightline.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.Stale;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// People, who holds them, and what they are called, version after version.
@Component
class JdbcPeople {

  private static final int DAYS_TO_PUT_BACK = 7;

  static final SealedColumn GIVEN_NAME = column("given_name");
  static final SealedColumn SURNAME = column("surname");
  static final SealedColumn ALIASES = column("aliases");
  static final SealedColumn BORN = column("born");
  static final SealedColumn SURNAME_BIRTH = column("surname_birth");
  static final SealedColumn NOT_SAFE_WHY = column("not_safe_why");
  static final SealedColumn BECAUSE = column("changed_because");

  private final JdbcClient jdbc;
  private final Sealing sealing;
  private final PersonSealing sealed;
  private final Moments moments;
  private final JdbcIdentifiers identifiers;

  JdbcPeople(
      JdbcClient jdbc,
      Sealing sealing,
      PersonSealing sealed,
      Moments moments,
      JdbcIdentifiers identifiers) {
    this.jdbc = jdbc;
    this.sealing = sealing;
    this.sealed = sealed;
    this.moments = moments;
    this.identifiers = identifiers;
  }

  /// Everybody a piece of work holds, as far as the person who is acting may know of them; without
  /// their numbers.
  List<Person> of(WorkspaceId workspace) {
    return jdbc.sql(
            """
            select d.*
              from people.holding h
              join lateral (select * from people.details x
                             where x.person_id = h.person_id order by x.version desc limit 1) d on true
             where h.workspace_id = :workspace and h.ended_at is null
            """)
        .param("workspace", workspace.value())
        .query((row, n) -> person(row, List.of()))
        .list();
  }

  /// Everybody who is open to the person who is acting, each with one piece of work they are open
  /// through.
  Map<WorkspaceId, List<Person>> all() {
    return jdbc
        .sql(
            """
            select h.workspace_id as through, d.*
              from (select distinct on (person_id) person_id, workspace_id
                      from people.holding
                     where ended_at is null
                     order by person_id, workspace_id) h
              join lateral (select * from people.details x
                             where x.person_id = h.person_id order by x.version desc limit 1) d on true
            """)
        .query(
            (row, n) ->
                Map.entry(
                    new WorkspaceId(row.getObject("through", UUID.class)), person(row, List.of())))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  /// @throws NotThere when the piece of work does not hold them, or they are not open to whoever is
  ///     acting
  Person find(WorkspaceId workspace, PersonId id) {
    requireHeld(workspace, id);
    return history(id).getLast();
  }

  /// Every version, the first first; the numbers stand with the last.
  List<Person> history(PersonId id) {
    var numbers = identifiers.of(id);
    return jdbc.sql("select * from people.details where person_id = :person order by version")
        .param("person", id.value())
        .query((row, n) -> person(row, numbers))
        .list();
  }

  /// @throws NotThere as in [#find]
  void requireHeld(WorkspaceId workspace, PersonId id) {
    int held =
        jdbc.sql(
                """
                select count(*) from people.holding
                 where workspace_id = :workspace and person_id = :person and ended_at is null
                """)
            .param("workspace", workspace.value())
            .param("person", id.value())
            .query(Integer.class)
            .single();
    if (held == 0) {
      throw new NotThere();
    }
  }

  /// The pieces of work open to whoever is acting that hold this record.
  List<WorkspaceId> holders(PersonId id) {
    return jdbc.sql(
            """
            select workspace_id from people.holding
             where person_id = :person and ended_at is null order by at, workspace_id
            """)
        .param("person", id.value())
        .query((row, n) -> new WorkspaceId(row.getObject(1, UUID.class)))
        .list();
  }

  /// Whether this piece of work, of all that hold the record, has held it longest.
  boolean isBroughtInBy(PersonId id, WorkspaceId workspace) {
    return jdbc.sql("select people.is_brought_in_by(:person, :workspace)")
        .param("person", id.value())
        .param("workspace", workspace.value())
        .query(Boolean.class)
        .single();
  }

  void add(SignedIn who, WorkspaceId workspace, PersonId id, PersonDetails details) {
    jdbc.sql("insert into people.person (id, by_user, at) values (:id, :by, :at)")
        .param("id", id.value())
        .param("by", who.user().value())
        .param("at", moments.now())
        .update();
    hold(who, workspace, id);
    write(who, workspace, id, 0, details, null);
  }

  void hold(SignedIn who, WorkspaceId workspace, PersonId id) {
    jdbc.sql(
            """
            insert into people.holding (id, person_id, workspace_id, by_user, at)
            values (:id, :person, :workspace, :by, :at)
            on conflict do nothing
            """)
        .param("id", UUID.randomUUID())
        .param("person", id.value())
        .param("workspace", workspace.value())
        .param("by", who.user().value())
        .param("at", moments.now())
        .update();
  }

  /// Records a piece of work let go and does not hold now, the last first, at most ten; no names.
  List<Released> released(WorkspaceId workspace) {
    return jdbc.sql(
            """
            select h.person_id, max(h.ended_at) as at
              from people.holding h
             where h.workspace_id = :workspace
             group by h.person_id
            having count(*) = count(h.ended_at) and max(h.ended_at) > :since
             order by 2 desc
             limit 10
            """)
        .param("workspace", workspace.value())
        .param("since", moments.now().minusDays(DAYS_TO_PUT_BACK))
        .query(
            (row, n) -> new Released(new PersonId(row.getObject(1, UUID.class)), Moments.at(row)))
        .list();
  }

  void release(SignedIn who, WorkspaceId workspace, PersonId id) {
    jdbc.sql(
            """
            update people.holding set ended_by = :by, ended_at = :at
             where person_id = :person and workspace_id = :workspace and ended_at is null
            """)
        .param("by", who.user().value())
        .param("at", moments.now())
        .param("person", id.value())
        .param("workspace", workspace.value())
        .update();
  }

  /// @param before the version that was on the page; 0 for a new record
  /// @throws Stale when there is a later one
  void write(
      SignedIn who,
      WorkspaceId workspace,
      PersonId person,
      int before,
      PersonDetails details,
      @Nullable String because) {
    UUID row = UUID.randomUUID();
    LocalDate born = details.age() instanceof Age.Born known ? known.on() : null;
    String band = details.age() instanceof Age.Banded known ? known.band().name() : null;
    String surname = details.surname();
    int added =
        jdbc.sql(
                """
                insert into people.details (id, person_id, workspace_id, version, kind, given_name,
                  surname, aliases, born, age_band, surname_birth, not_safe_to_tell, not_safe_why,
                  changed_because, by_user, at)
                select :row, :person, :workspace, :before + 1, :kind, :givenName, :surname, :aliases,
                       :born, :band, :surnameBirth, :notSafe, :notSafeWhy, :because, :by, :at
                 where :before = (select coalesce(max(version), 0) from people.details
                                   where person_id = :person)
                on conflict do nothing
                """)
            .param("row", row)
            .param("person", person.value())
            .param("workspace", workspace.value())
            .param("before", before)
            .param("kind", details.kind().name())
            .param("givenName", sealed.seal(person, GIVEN_NAME, row, details.givenName()))
            .param("surname", sealed.sealIfAny(person, SURNAME, row, surname), Types.BINARY)
            .param(
                "aliases",
                sealed.sealIfAny(person, ALIASES, row, String.join("\n", details.aliases())),
                Types.BINARY)
            .param(
                "born",
                sealed.sealIfAny(person, BORN, row, born == null ? null : born.toString()),
                Types.BINARY)
            .param("band", band, Types.VARCHAR)
            .param(
                "surnameBirth",
                surname == null || born == null
                    ? null
                    : sealing.blindIndexOfPerson(SURNAME_BIRTH, surname, born),
                Types.BINARY)
            .param("notSafe", !details.isSafeToTell())
            .param(
                "notSafeWhy",
                sealed.sealIfAny(person, NOT_SAFE_WHY, row, details.notSafeWhy()),
                Types.BINARY)
            .param("because", sealed.sealIfAny(person, BECAUSE, row, because), Types.BINARY)
            .param("by", who.user().value())
            .param("at", moments.now())
            .update();
    if (added == 0) {
      throw new Stale(
          "Somebody else changed this record while you had the page open. Nothing of theirs was lost"
              + " and nothing of yours was saved. Go back, load the page again, and make your change"
              + " once more.");
    }
  }

  private Person person(ResultSet row, List<Person.Number> numbers) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    var person = new PersonId(row.getObject("person_id", UUID.class));
    String aliases = sealed.openIfAny(person, ALIASES, id, row.getBytes("aliases"));
    return new Person(
        person,
        row.getInt("version"),
        new PersonDetails(
            PersonKind.valueOf(row.getString("kind")),
            sealed.open(person, GIVEN_NAME, id, row.getBytes("given_name")),
            sealed.openIfAny(person, SURNAME, id, row.getBytes("surname")),
            aliases == null ? List.of() : aliases.lines().toList(),
            age(
                sealed.openIfAny(person, BORN, id, row.getBytes("born")),
                row.getString("age_band")),
            sealed.openIfAny(person, NOT_SAFE_WHY, id, row.getBytes("not_safe_why"))),
        sealed.openIfAny(person, BECAUSE, id, row.getBytes("changed_because")),
        Moments.by(row),
        Moments.at(row),
        numbers);
  }

  private static Age age(@Nullable String born, @Nullable String band) {
    if (born != null) {
      return new Age.Born(LocalDate.parse(born));
    }
    return band == null ? new Age.NotKnown() : new Age.Banded(AgeBand.valueOf(band));
  }

  private static SealedColumn column(String name) {
    return new SealedColumn("people.details", name);
  }
}
