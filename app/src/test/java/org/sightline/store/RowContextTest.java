package org.sightline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.Role;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// DB-03: one connection handed round among many people never shows one what is another's, whatever
/// went wrong before.
@SightlineTest
class RowContextTest {

  @Autowired private DatabaseSettings settings;
  @Autowired private KeyRing keys;
  @Autowired private TestPeople people;

  private HikariDataSource one;
  private JdbcClient jdbc;
  private TransactionTemplate transactions;

  @BeforeEach
  void aPoolOfOne() {
    one = new HikariDataSource();
    one.setJdbcUrl(settings.url());
    one.setUsername(Roles.STAFF);
    one.setPassword(keys.rolePassword(Roles.STAFF));
    one.setMaximumPoolSize(1);
    jdbc = JdbcClient.create(one);
    transactions = new TransactionTemplate(new JdbcTransactionManager(one));
  }

  @AfterEach
  void close() {
    one.close();
  }

  @Test
  void nobodySeesNothing() {
    assertThat(schools()).isEmpty();
  }

  @Test
  void theEmptyUserSeesNothingAndBreaksNothing() {
    assertThat(as("", this::schools)).isEmpty();
  }

  @Test
  void theContextEndsWithItsTransaction() {
    var head = people.as(Role.HEAD).user().toString();

    assertThat(as(head, this::schools)).containsExactly(people.school().value());

    assertThat(setting()).isIn(null, "");
    assertThat(schools()).isEmpty();
  }

  @Test
  void theContextEndsWithATransactionThatFailed() {
    assertThatThrownBy(
            () ->
                as(
                    people.as(Role.HEAD).user().toString(),
                    () -> jdbc.sql("select 1 / 0").query(Integer.class).single()))
        .isNotNull();

    assertThat(schools()).isEmpty();
  }

  @Test
  void aUserThatIsNoIdIsAnErrorAndNotEverybody() {
    assertThatThrownBy(() -> as("' or true --", this::schools)).isNotNull();
    assertThat(schools()).isEmpty();
  }

  @Test
  void nobodyOpensAWorkspaceOutOfNothing() {
    var owner = people.as(Role.ROUND_OWNER).user().toString();

    for (String parent : List.of("null", "gen_random_uuid()")) {
      assertThatThrownBy(() -> as(owner, () -> open("ROUND", parent))).as(parent).isNotNull();
      assertThatThrownBy(() -> as("", () -> open("ROUND", parent))).as(parent).isNotNull();
    }
  }

  @Test
  void nobodyOpensASchoolInsideASchool() {
    var owner = people.as(Role.ROUND_OWNER).user().toString();

    assertThatThrownBy(() -> as(owner, () -> open("SCHOOL", "'" + people.school() + "'")))
        .isNotNull();
  }

  @Test
  void aRoundIsNotOpenedInsideARound() {
    var owner = people.as(Role.ROUND_OWNER).user().toString();

    assertThatThrownBy(
            () ->
                as(
                    owner,
                    () -> {
                      UUID round = open("ROUND", "'" + people.school() + "'");
                      return open("ROUND", "'" + round + "'");
                    }))
        .isNotNull();
  }

  @Test
  void aRoundIsOpenedByThoseWhoMay() {
    for (Role role : List.of(Role.FACILITATOR, Role.GOVERNANCE, Role.ADMINISTRATOR)) {
      var user = people.as(role).user().toString();
      assertThatThrownBy(() -> as(user, () -> open("ROUND", "'" + people.school() + "'")))
          .as(role.name())
          .isNotNull();
    }
    var owner = people.as(Role.ROUND_OWNER).user().toString();
    assertThat(as(owner, () -> open("ROUND", "'" + people.school() + "'"))).isNotNull();
  }

  @Test
  void nobodyGrantsThemselvesAnything() {
    var owner = people.as(Role.ROUND_OWNER).user().toString();

    assertThatThrownBy(
            () ->
                as(
                    owner,
                    () ->
                        jdbc.sql(
                                """
                                insert into access.membership (id, workspace_id, user_id, role, from_date)
                                values (gen_random_uuid(), :school, :user::uuid, 'SAFEGUARDING_LEAD', date '2026-01-05')
                                """)
                            .param("school", people.school().value())
                            .param("user", owner)
                            .update()))
        .isNotNull();
  }

  @Test
  void fiveHundredInterleavedRequestsLeakNothing() throws Exception {
    interleave(500);
  }

  @Test
  @Tag("long")
  void tenThousandInterleavedRequestsLeakNothing() throws Exception {
    interleave(10_000);
  }

  /// Two schools' people, nobody, failures and refusals, all at once through the one connection.
  private void interleave(int requests) throws Exception {
    var random = new Random(20_261_122);
    var head = people.as(Role.HEAD).user().toString();
    var outsider = people.cast().outsider().id().toString();
    UUID elsewhere =
        org.sightline.demonstration.InventedSchool.workspace(people.cast().outsider().school())
            .value();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new java.util.ArrayList<Future<?>>();
      for (int i = 0; i < requests; i++) {
        Callable<?> request =
            switch (random.nextInt(5)) {
              case 0 -> seen(as -> assertThat(as).isEmpty(), null);
              case 1 -> seen(as -> assertThat(as).containsExactly(elsewhere), outsider);
              case 2 -> failing(head);
              default -> seen(as -> assertThat(as).containsExactly(people.school().value()), head);
            };
        running.add(threads.submit(request));
      }
      for (var each : running) {
        try {
          each.get();
        } catch (ExecutionException leaked) {
          throw new AssertionError(leaked.getCause());
        }
      }
    }
  }

  private Callable<?> seen(java.util.function.Consumer<List<UUID>> expected, String user) {
    return () -> {
      expected.accept(user == null ? schools() : as(user, this::schools));
      return null;
    };
  }

  private Callable<?> failing(String user) {
    return () -> {
      assertThatThrownBy(
              () -> as(user, () -> jdbc.sql("select 1 / 0").query(Integer.class).single()))
          .isNotNull();
      return null;
    };
  }

  private <T> T as(String user, java.util.function.Supplier<T> work) {
    return transactions.execute(
        status -> {
          jdbc.sql("select set_config('app.user', :user, true)")
              .param("user", user)
              .query(String.class)
              .single();
          return work.get();
        });
  }

  private List<UUID> schools() {
    return jdbc.sql("select id from access.workspace where kind = 'SCHOOL'")
        .query(UUID.class)
        .list();
  }

  private UUID open(String kind, String parent) {
    var id = UUID.randomUUID();
    jdbc.sql("select access.open_workspace(:id, :kind, " + parent + "::uuid, date '2026-03-02')")
        .param("id", id)
        .param("kind", kind)
        .query((row, n) -> true)
        .single();
    return id;
  }

  private String setting() {
    return jdbc.sql("select current_setting('app.user', true)")
        .query(String.class)
        .optional()
        .orElse(null);
  }
}
