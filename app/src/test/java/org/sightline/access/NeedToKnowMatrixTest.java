package org.sightline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.kernel.Role;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.Superuser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Every user, every record, every verb: what the database allows on a table with the policies that
/// [RecordKind] and [GuestPasses] ask for, against what [NeedToKnow] says (AC-02, AC-06, AC-07,
/// AC-09, AC-10, AC-13, AC-19). Everything is made, asked and taken back in one transaction.
@SightlineTest
class NeedToKnowMatrixTest {

  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

  @Autowired private DatabaseSettings database;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyUserOnEveryRecordWithEveryVerbGetsWhatTheGrantsSay(long seed) {
    var world = new NeedToKnow(seed, TODAY);
    var wrong =
        Superuser.rolledBack(
            database,
            jdbc -> {
              plant(jdbc);
              fill(jdbc, world);
              return new Asking(jdbc, world).everything();
            });

    assertThat(wrong).isEmpty();
    assertThat(seen(world)).as("a world worth asking").isGreaterThan(20);
  }

  private static long seen(NeedToKnow world) {
    return world.users.stream()
        .mapToLong(user -> world.things.stream().filter(t -> world.reads(user, t)).count())
        .sum();
  }

  static void plant(JdbcClient jdbc) {
    for (String sql :
        """
        create schema planted;
        grant usage on schema planted to sightline_staff;
        create table planted.thing (id uuid primary key, workspace_id uuid not null, pack_id uuid, words text);
        alter table planted.thing enable row level security;
        alter table planted.thing force row level security;
        create policy thing_read on planted.thing for select to sightline_staff
          using (workspace_id in (select access.my_workspaces()) or pack_id in (select access.my_packs()));
        create policy thing_add on planted.thing for insert to sightline_staff
          with check (workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD')));
        create policy thing_change on planted.thing for update to sightline_staff
          using (workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD')));
        create policy thing_remove on planted.thing for delete to sightline_staff
          using (workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD')));
        create policy thing_need_to_know on planted.thing as restrictive to sightline_staff
          using (id not in (select access.closed_to_me()));
        grant select, insert, update, delete on planted.thing to sightline_staff
        """
            .split(";")) {
      jdbc.sql(sql).update();
    }
  }

  /// As it stands, whoever could have brought it about.
  static void fill(JdbcClient jdbc, NeedToKnow world) {
    jdbc.sql("set local session_replication_role = replica").update();
    world.users.forEach(
        user ->
            jdbc.sql(
                    "insert into access.user_account (id, username_index, username, name) values (?, ?, '', '')")
                .params(user, user.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .update());
    world.places.forEach(
        place ->
            jdbc.sql(
                    "insert into access.workspace (id, kind, parent, opened_on) values (?, ?, ?::uuid, ?)")
                .param(place.id())
                .param(place.kind())
                .param(place.parent())
                .param(TODAY)
                .update());
    world.members.forEach(
        m ->
            jdbc.sql(
                    """
                    insert into access.membership (id, workspace_id, user_id, role, from_date, until_date)
                    values (gen_random_uuid(), ?, ?, ?, ?, ?::date)
                    """)
                .param(m.place())
                .param(m.user())
                .param(m.role().name())
                .param(m.from())
                .param(m.until())
                .update());
    world.blocks.forEach(
        b ->
            jdbc.sql(
                    """
                    insert into access.conflict_block
                      (id, user_id, workspace_id, record_id, declared_by, declared_on, lifted_by, lifted_on)
                    select gen_random_uuid(), ?, ?, ?::uuid, o.id, current_date,
                      case when x.lifted then o.id end, case when x.lifted then current_date end
                      from (select id from access.user_account where id <> ? limit 1) o,
                        (select ?::boolean as lifted) x
                    """)
                .param(b.user())
                .param(b.place())
                .param(b.record())
                .param(b.user())
                .param(b.lifted())
                .update());
    world.things.forEach(
        t ->
            jdbc.sql("insert into planted.thing (id, workspace_id, pack_id) values (?, ?, ?)")
                .params(t.id(), t.place(), t.pack())
                .update());
    world.seals.forEach(s -> seal(jdbc, s));
    world.glasses.forEach(
        g ->
            jdbc.sql(
                    """
                    insert into access.break_glass
                      (id, user_id, workspace_id, category, reason, opened_at, until, given_back_at, due_on)
                    select gen_random_uuid(), ?, ?, 'MISSING', '', x.at, x.at + interval '60 minutes',
                      case when ? then now() end, current_date
                      from (select now() - make_interval(mins => ?) as at) x
                    """)
                .params(g.user(), g.place(), g.givenBack(), g.minutesAgo())
                .update());
    world.passes.forEach(
        p ->
            jdbc.sql(
                    """
                    insert into access.guest_pass
                      (id, user_id, workspace_id, pack_id, given_by, from_at, until, ended_at)
                    select gen_random_uuid(), ?, ?, ?, o.id, now() + make_interval(hours => ?),
                      now() + make_interval(hours => ?), case when ? then now() end
                      from (select id from access.user_account where id <> ? limit 1) o
                    """)
                .params(
                    p.user(),
                    p.place(),
                    p.pack(),
                    p.fromHours(),
                    p.untilHours(),
                    p.ended(),
                    p.user())
                .update());
    jdbc.sql("set local session_replication_role = origin").update();
  }

  private static void seal(JdbcClient jdbc, NeedToKnow.Seal seal) {
    var first = seal.readers().iterator().next();
    jdbc.sql(
            "insert into access.sealed_record (record_id, workspace_id, sealed_by, on_date) values (?, ?, ?, current_date)")
        .params(seal.record(), seal.place(), first)
        .update();
    seal.readers()
        .forEach(
            reader ->
                jdbc.sql(
                        "insert into access.sealed_reader (record_id, user_id, named_by, from_date) values (?, ?, ?, current_date)")
                    .params(seal.record(), reader, first)
                    .update());
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
        jdbc.sql("select set_config('app.user', ?, true)")
            .param(user.toString())
            .query(String.class)
            .single();
        lists(user);
        world.things.forEach(thing -> verbs(user, thing));
      }
      for (String nobody : List.of("", UUID.randomUUID().toString())) {
        jdbc.sql("select set_config('app.user', ?, true)")
            .param(nobody)
            .query(String.class)
            .single();
        expect("nobody's list", List.of(), ids("select id from planted.thing"));
      }
      jdbc.sql("reset role").update();
      return wrong;
    }

    private void lists(UUID user) {
      var theirs =
          world.things.stream()
              .filter(thing -> world.reads(user, thing))
              .map(NeedToKnow.Thing::id)
              .collect(Collectors.toSet());
      expect(user + " list", theirs, new HashSet<>(ids("select id from planted.thing")));
      expect(
          user + " count",
          theirs.size(),
          jdbc.sql("select count(*) from planted.thing").query(Integer.class).single());
      expect(user + " open", world.open(user), set("select access.my_workspaces()"));
      expect(user + " kept", world.kept(user), set("select access.kept_by_me()"));
      for (Role role : Role.values()) {
        expect(
            user + " as " + role,
            world.as(user, Set.of(role)),
            set("select access.my_workspaces_as('" + role + "')"));
      }
    }

    private void verbs(UUID user, NeedToKnow.Thing thing) {
      String who = user + " on " + thing + ": ";
      boolean reads = world.reads(user, thing);
      boolean writes = world.writes(user, thing);
      int found =
          jdbc.sql("select count(*) from planted.thing where id = ?")
              .param(thing.id())
              .query(Integer.class)
              .single();
      expect(who + "read", reads, found == 1);
      expect(
          who + "change",
          writes,
          changed("update planted.thing set words = 'x' where id = ?", thing));
      expect(
          who + "remove",
          writes,
          undone(() -> changed("delete from planted.thing where id = ?", thing)));
      expect(
          who + "add",
          world.as(user, NeedToKnow.WRITERS).contains(thing.place()),
          undone(() -> adds(thing)));
    }

    private boolean changed(String sql, NeedToKnow.Thing thing) {
      return jdbc.sql(sql).param(thing.id()).update() == 1;
    }

    private boolean adds(NeedToKnow.Thing beside) {
      try {
        return jdbc.sql(
                    "insert into planted.thing (id, workspace_id) values (gen_random_uuid(), ?)")
                .param(beside.place())
                .update()
            == 1;
      } catch (DataAccessException refused) {
        return false;
      }
    }

    private boolean undone(Supplier<Boolean> deed) {
      jdbc.sql("savepoint before").update();
      boolean done = deed.get();
      jdbc.sql("rollback to savepoint before").update();
      return done;
    }

    private Set<UUID> set(String sql) {
      return new HashSet<>(ids(sql));
    }

    private List<UUID> ids(String sql) {
      return jdbc.sql(sql).query(UUID.class).list();
    }

    private void expect(String what, Object expected, Object found) {
      if (!expected.equals(found)) {
        wrong.add(what + ": " + found + " and not " + expected);
      }
    }
  }
}
