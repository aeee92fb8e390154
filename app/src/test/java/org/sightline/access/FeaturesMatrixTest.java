package org.sightline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.Superuser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Every user, every row, every verb of mapping exercises and their sessions, rounds and theirs,
/// plans, packs for guests, shares and concerns: what the database gives, against what
/// [FeatureRows] works out (AC-02, AC-06, AC-07, AC-09, AC-10, AC-19). Everything is made, asked
/// and taken back in one transaction.
@SightlineTest
class FeaturesMatrixTest {

  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

  /// What nobody may do in a page, whoever they are.
  private static final List<String> NEVER =
      List.of(
          "update concerns.concern set answers = ''",
          "update network.edit set number = 99",
          "update network.said set content = ''",
          "update network.exercise_text set content = ''",
          "update sharing.share set about_staff = false",
          "update sharing.share_words set what = ''",
          "update sharing.share_step set reason = ''",
          "update engagement.publication set maps = 99",
          "delete from concerns.concern",
          "delete from concerns.step",
          "delete from concerns.receipt",
          "delete from network.map",
          "delete from network.edit",
          "delete from network.exercise_text",
          "delete from engagement.round",
          "delete from engagement.publication",
          "delete from plans.issue",
          "delete from sharing.share",
          "delete from sharing.share_step");

  /// What young people marked, which is counted for staff and never shown.
  private static final List<String> HIDDEN = List.of("engagement.map", "engagement.mark");

  @Autowired private DatabaseSettings database;

  @Test
  void everyUserOnEveryRowOfAFeatureWithEveryVerbGetsWhatTheGrantsSay() {
    ask(21);
  }

  @Tag("long")
  @ParameterizedTest
  @ValueSource(longs = {22, 23, 24, 25, 26})
  void soTheyDoInOtherWorlds(long seed) {
    ask(seed);
  }

  private void ask(long seed) {
    var world = new NeedToKnow(seed, TODAY);
    var features = new FeatureRows(world, seed);
    var wrong =
        Superuser.rolledBack(
            database,
            jdbc -> {
              NeedToKnowMatrixTest.plant(jdbc);
              NeedToKnowMatrixTest.fill(jdbc, world);
              var filling = fill(jdbc, features, world.users.getFirst());
              return new Asking(jdbc, world, features, filling).everything();
            });

    assertThat(wrong).isEmpty();
    var tables =
        features.rows.stream()
            .collect(Collectors.groupingBy(FeatureRows.Row::table, Collectors.toList()));
    assertThat(tables).hasSizeGreaterThan(40);
    long seen =
        tables.values().stream()
            .filter(
                rows -> rows.stream().anyMatch(row -> world.users.stream().anyMatch(row.readers())))
            .count();
    assertThat(seen).as("tables in which somebody sees something").isGreaterThan(35);
  }

  private static Filling fill(JdbcClient jdbc, FeatureRows features, UUID by) {
    var filling = new Filling(jdbc);
    jdbc.sql("set local session_replication_role = replica").update();
    for (var row : Stream.concat(features.ground.stream(), features.rows.stream()).toList()) {
      var values = new HashMap<>(row.values());
      values.put(row.key(), row.id());
      filling.add(row.table(), by, values);
    }
    features.additions.forEach(addition -> filling.learn(addition.table()));
    jdbc.sql("set local session_replication_role = origin").update();
    return filling;
  }

  /// Asks as each user in turn, in the role of the staff site.
  private static final class Asking {

    private final JdbcClient jdbc;
    private final NeedToKnow world;
    private final FeatureRows features;
    private final Filling filling;
    private final Map<String, List<FeatureRows.Row>> tables = new LinkedHashMap<>();
    private final List<String> wrong = new ArrayList<>();

    private Asking(JdbcClient jdbc, NeedToKnow world, FeatureRows features, Filling filling) {
      this.jdbc = jdbc;
      this.world = world;
      this.features = features;
      this.filling = filling;
      features.rows.forEach(
          row -> tables.computeIfAbsent(row.table(), table -> new ArrayList<>()).add(row));
    }

    List<String> everything() {
      jdbc.sql("set local role sightline_staff").update();
      for (UUID user : world.users) {
        as(user.toString());
        tables.forEach((table, rows) -> reads(user, table, rows));
        features.additions.forEach(addition -> adds(user, addition));
        features.changes.forEach(change -> changes(user, change));
        NEVER.forEach(sql -> expect(user + " " + sql, false, undone(() -> jdbc.sql(sql).update())));
        HIDDEN.forEach(
            table ->
                expect(
                    user + " counts " + table,
                    false,
                    undone(
                        () ->
                            jdbc.sql("select 1 + count(*) from " + table)
                                .query(Integer.class)
                                .single())));
      }
      for (String nobody : List.of("", UUID.randomUUID().toString())) {
        as(nobody);
        tables.forEach(
            (table, rows) -> expect("nobody's " + table, List.of(), found(table, rows.getFirst())));
      }
      jdbc.sql("reset role").update();
      return wrong;
    }

    private void reads(UUID user, String table, List<FeatureRows.Row> rows) {
      var found = new HashSet<>(found(table, rows.getFirst()));
      for (var row : rows) {
        expect(user + " reads " + row, row.readers().test(user), found.contains(row.id()));
      }
    }

    private List<UUID> found(String table, FeatureRows.Row like) {
      var ours =
          tables.get(table).stream()
              .map(row -> "'" + row.id() + "'")
              .collect(Collectors.joining(", "));
      return jdbc.sql(
              "select %s from %s where %s in (%s)".formatted(like.key(), table, like.key(), ours))
          .query(UUID.class)
          .list();
    }

    private void adds(UUID user, FeatureRows.Addition addition) {
      expect(
          user + " adds " + addition,
          addition.writers().test(user),
          undone(() -> filling.add(addition.table(), user, addition.values())));
    }

    private void changes(UUID user, FeatureRows.Change change) {
      var row = change.row();
      String sql =
          "update %s set %s where %s = :id".formatted(row.table(), change.assignments(), row.key());
      expect(
          user + " changes " + change,
          change.writers().test(user),
          undone(() -> jdbc.sql(sql).param("user", user).param("id", row.id()).update()));
    }

    private boolean undone(IntSupplier deed) {
      jdbc.sql("savepoint before").update();
      boolean done;
      try {
        done = deed.getAsInt() > 0;
      } catch (DataAccessException refused) {
        done = false;
      }
      jdbc.sql("rollback to savepoint before").update();
      jdbc.sql("release savepoint before").update();
      return done;
    }

    private void as(String user) {
      jdbc.sql("select set_config('app.user', ?, true)").param(user).query(String.class).single();
    }

    private void expect(String what, Object expected, Object found) {
      if (!expected.equals(found)) {
        wrong.add(what + ": " + found + " and not " + expected);
      }
    }
  }
}
