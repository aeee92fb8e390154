package org.sightline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.Superuser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Every user, every record of a person, every verb: what the tables of people themselves give in a
/// generated world of schools, teams and pieces of work, against what [NeedToKnow] says (AC-02,
/// AC-06, AC-07, AC-09, AC-10). Everything is made, asked and taken back in one transaction.
@SightlineTest
class PeopleMatrixTest {

  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

  /// Each by the id of the person, or its own where several lie with one person.
  private static final Map<String, String> OF_THE_RECORD =
      Map.of(
          "person", "id",
          "details", "person_id",
          "identifier", "person_id",
          "address", "person_id",
          "address_opened", "person_id");

  /// Written about somebody from a piece of work.
  private static final Map<String, String> WRITTEN =
      new TreeMap<>(
          Map.of(
              "details",
              """
              insert into people.details (id, person_id, workspace_id, version, kind, given_name,
                not_safe_to_tell, changed_because, by_user, at)
              values (gen_random_uuid(), :person, :place, 99, 'ADULT', '', false, '', :user, now())
              """,
              "identifier",
              """
              insert into people.identifier (id, person_id, workspace_id, kind, value, value_index,
                by_user, at)
              values (gen_random_uuid(), :person, :place, 'UPN', '', '', :user, now())
              """,
              "address",
              """
              insert into people.address (id, person_id, workspace_id, version, address, protected,
                by_user, at)
              values (gen_random_uuid(), :person, :place, 99, '', true, :user, now())
              """,
              "statement",
              """
              insert into people.statement (id, person_id, workspace_id, label, words,
                source_agency, source_role, from_young_person, known_on, reliability, by_user, at)
              values (gen_random_uuid(), :person, :place, 'FACT', '', '', '', false, current_date,
                'LIKELY', :user, now())
              """));

  /// What nobody may do to a record, whoever they are (RR-02).
  private static final List<String> NEVER =
      List.of(
          "update people.details set given_name = 'x' where person_id = :person",
          "update people.statement set words = 'x' where person_id = :person",
          "update people.address set protected = false where person_id = :person",
          "delete from people.person where id = :person",
          "delete from people.details where person_id = :person",
          "delete from people.holding where person_id = :person",
          "delete from people.statement where person_id = :person",
          "delete from people.disclosed where person_id = :person");

  @Autowired private DatabaseSettings database;

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void everyUserOnEveryPersonWithEveryVerbGetsWhatTheGrantsSay(long seed) {
    var world = new NeedToKnow(seed, TODAY);
    var wrong =
        Superuser.rolledBack(
            database,
            jdbc -> {
              NeedToKnowMatrixTest.plant(jdbc);
              NeedToKnowMatrixTest.fill(jdbc, world);
              people(jdbc, world);
              return new Asking(jdbc, world).everything();
            });

    assertThat(wrong).isEmpty();
    long open =
        world.users.stream()
            .mapToLong(u -> world.persons.stream().filter(p -> world.opens(u, p)).count())
            .sum();
    assertThat(open).as("a world worth asking").isBetween(10L, 150L);
  }

  private static void people(JdbcClient jdbc, NeedToKnow world) {
    var by = world.users.getFirst();
    jdbc.sql("set local session_replication_role = replica").update();
    world.persons.forEach(
        person ->
            jdbc.sql("insert into people.person (id, by_user, at) values (?, ?, now())")
                .params(person, by)
                .update());
    for (var held : world.holdings) {
      jdbc.sql(
              """
              insert into people.holding (id, person_id, workspace_id, by_user, at, ended_by, ended_at)
              select gen_random_uuid(), :person, :place, :by, now(),
                case when :ended then cast(:by as uuid) end, case when :ended then now() end
              """)
          .param("person", held.person())
          .param("place", held.place())
          .param("by", by)
          .param("ended", held.ended())
          .update();
      jdbc.sql(
              """
              insert into people.disclosed (id, person_id, workspace_id, kind, to_whom,
                details_version, statements, by_user, at)
              values (gen_random_uuid(), :person, :place, 'PRINTED', '', 1, '{}', :by, now())
              """)
          .param("person", held.person())
          .param("place", held.place())
          .param("by", by)
          .update();
    }
    for (UUID person : world.persons) {
      var first = world.holdings.stream().filter(h -> h.person().equals(person)).findFirst();
      var place = first.orElseThrow().place();
      jdbc.sql(
              """
              insert into people.details (id, person_id, workspace_id, version, kind, given_name,
                not_safe_to_tell, by_user, at)
              values (gen_random_uuid(), :person, :place, 1, 'ADULT', '', false, :by, now())
              """)
          .param("person", person)
          .param("place", place)
          .param("by", by)
          .update();
      for (String sql : List.of("identifier", "address")) {
        jdbc.sql(WRITTEN.get(sql).replace("99", "1"))
            .param("person", person)
            .param("place", place)
            .param("user", by)
            .update();
      }
      jdbc.sql(
              """
              insert into people.address_opened (id, person_id, workspace_id, reason, by_user, at)
              values (gen_random_uuid(), :person, :place, '', :by, now())
              """)
          .param("person", person)
          .param("place", place)
          .param("by", by)
          .update();
    }
    for (var said : world.statements) {
      jdbc.sql(
              """
              insert into people.statement (id, person_id, workspace_id, label, words,
                source_agency, source_role, from_young_person, known_on, reliability, by_user, at)
              values (:id, :person, :place, 'FACT', '', '', '', false, current_date, 'LIKELY', :by,
                now())
              """)
          .param("id", said.id())
          .param("person", said.person())
          .param("place", said.place())
          .param("by", by)
          .update();
    }
    jdbc.sql(
            """
            insert into people.told (id, disclosed_id, by_user, at)
            select gen_random_uuid(), d.id, d.by_user, now() from people.disclosed d
            """)
        .update();
    jdbc.sql("set local session_replication_role = origin").update();
  }

  /// Asks as each user in turn, in the role of the staff site.
  private static final class Asking {

    private final JdbcClient jdbc;
    private final NeedToKnow world;
    private final List<String> wrong = new ArrayList<>();

    private Asking(JdbcClient jdbc, NeedToKnow world) {
      this.jdbc = jdbc;
      this.world = world;
    }

    List<String> everything() {
      jdbc.sql("set local role sightline_staff").update();
      for (UUID user : world.users) {
        as(user.toString());
        lists(user);
        world.holdings.forEach(held -> writes(user, held));
        world.persons.forEach(person -> ends(user, person));
        world.persons.forEach(person -> never(user, person));
      }
      for (String nobody : List.of("", UUID.randomUUID().toString())) {
        as(nobody);
        for (String table :
            Stream.concat(
                    OF_THE_RECORD.keySet().stream(),
                    Stream.of("holding", "statement", "disclosed", "told"))
                .toList()) {
          expect("nobody's " + table, 0, count("select count(*) from people." + table));
        }
      }
      jdbc.sql("reset role").update();
      return wrong;
    }

    private void lists(UUID user) {
      var opens = those(world.persons, person -> world.opens(user, person));
      OF_THE_RECORD.forEach(
          (table, column) ->
              expect(
                  user + " " + table,
                  opens,
                  set("select " + column + " from people." + table + ours(column))));
      var held = world.holdings.stream().filter(h -> world.sees(user, h)).toList();
      expect(
          user + " holding",
          pairs(held),
          pairsOf("select person_id, workspace_id from people.holding" + ours("person_id")));
      var shared =
          world.holdings.stream()
              .filter(h -> world.opens(user, h.person()))
              .filter(h -> world.open(user).contains(h.place()))
              .toList();
      expect(
          user + " disclosed",
          pairs(shared),
          pairsOf("select person_id, workspace_id from people.disclosed" + ours("person_id")));
      expect(
          user + " told",
          pairs(shared).size(),
          count(
              "select count(*) from people.told t join people.disclosed d on d.id = t.disclosed_id"
                  + ours("d.person_id")));
      expect(
          user + " statement",
          world.statements.stream()
              .filter(said -> world.sees(user, said))
              .map(NeedToKnow.Said::id)
              .collect(Collectors.toSet()),
          set("select id from people.statement" + ours("person_id")));
    }

    private void writes(UUID user, NeedToKnow.Held held) {
      WRITTEN.forEach(
          (table, sql) ->
              expect(
                  user + " writes " + table + " of " + held,
                  world.writesAbout(user, held),
                  undone(
                      () ->
                          jdbc.sql(sql)
                                  .param("person", held.person())
                                  .param("place", held.place())
                                  .param("user", user)
                                  .update()
                              == 1)));
    }

    /// A number is taken back where the record is held today, and not where it once was.
    private void ends(UUID user, UUID person) {
      expect(
          user + " takes back a number of " + person,
          world.holdings.stream()
              .filter(held -> held.person().equals(person))
              .anyMatch(held -> world.writesAbout(user, held)),
          undone(
              () ->
                  jdbc.sql(
                              """
                              update people.identifier set ended_by = :user, ended_at = now()
                               where person_id = :person and ended_at is null
                              """)
                          .param("user", user)
                          .param("person", person)
                          .update()
                      > 0));
    }

    private void never(UUID user, UUID person) {
      for (String sql : NEVER) {
        expect(
            user + " " + sql,
            false,
            undone(() -> jdbc.sql(sql).param("person", person).update() > 0));
      }
    }

    private boolean undone(BooleanSupplier deed) {
      jdbc.sql("savepoint before").update();
      boolean done;
      try {
        done = deed.getAsBoolean();
      } catch (DataAccessException refused) {
        done = false;
      }
      jdbc.sql("rollback to savepoint before").update();
      return done;
    }

    private void as(String user) {
      jdbc.sql("select set_config('app.user', ?, true)").param(user).query(String.class).single();
    }

    /// Other tests leave people behind.
    private String ours(String column) {
      return " where "
          + column
          + " in ("
          + world.persons.stream().map(id -> "'" + id + "'").collect(Collectors.joining(", "))
          + ")";
    }

    private static Set<UUID> those(List<UUID> all, Predicate<UUID> which) {
      return all.stream().filter(which).collect(Collectors.toSet());
    }

    private static Set<String> pairs(List<NeedToKnow.Held> held) {
      return held.stream().map(h -> h.person() + " " + h.place()).collect(Collectors.toSet());
    }

    private Set<String> pairsOf(String sql) {
      return new HashSet<>(
          jdbc.sql(sql).query((row, n) -> row.getString(1) + " " + row.getString(2)).list());
    }

    private Set<UUID> set(String sql) {
      return new HashSet<>(jdbc.sql(sql).query(UUID.class).list());
    }

    private int count(String sql) {
      return jdbc.sql(sql).query(Integer.class).single();
    }

    private void expect(String what, Object expected, Object found) {
      if (!expected.equals(found)) {
        wrong.add(what + ": " + found + " and not " + expected);
      }
    }
  }
}
