package org.sightline.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sightline.access.Conflicts;
import org.sightline.audit.Processes;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.store.DatabaseSettings;
import org.sightline.store.SystemStore;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.Superuser;
import org.sightline.testing.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the database refuses whatever the code says, and what it never holds in the open.
@SightlineTest
class SharingWallTest extends SharingPageTest {

  @Autowired private JdbcAgreements stored;
  @Autowired private Processes processes;
  @Autowired private JdbcClient jdbc;
  @Autowired private Conflicts conflicts;
  @Autowired private SystemStore store;
  @Autowired private ApplicationContext application;
  @Autowired private DatabaseSettings settings;

  @Test
  void nobodyBringsIntoForceWhatOnlyTheyAskedFor() {
    UUID id = draft("Wall places", "Wall Care");
    var officer = people.as(Role.GOVERNANCE);
    agreements.ask(officer, id);

    assertThatThrownBy(() -> activate(Role.GOVERNANCE, id)).isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> activate(Role.SAFEGUARDING_LEAD, id))
        .isInstanceOf(DataAccessException.class);
    activate(Role.HEAD, id);
    assertThat(agreements.find(officer, id).status()).isEqualTo(Agreement.Status.IN_FORCE);
  }

  @Test
  void whatIsBeingWrittenIsSeenByThoseWhoWriteAndBringIntoForceOnly() {
    UUID id = draft("Draft places", "Draft Care");

    assertThat(titles(Role.GOVERNANCE)).contains("Draft places");
    assertThat(titles(Role.HEAD)).contains("Draft places");
    for (Role role : List.of(Role.ROUND_OWNER, Role.FACILITATOR, Role.ADMINISTRATOR)) {
      assertThat(titles(role)).as(role.toString()).doesNotContain("Draft places");
    }
    assertThat(agreements.all(people.as(Role.HEAD))).anyMatch(one -> one.id().equals(id));
  }

  @Test
  void governanceReadsDocketsAndNoWordsAlsoInTheDatabase() {
    UUID care = organisation("Words Care");
    String at = prepare(people.signedIn(Role.ROUND_OWNER), care, Map.of()).path();
    UUID id = UUID.fromString(at.split("/")[3]);

    assertThat(words(Role.ROUND_OWNER, id)).isEqualTo(1);
    for (Role role : List.of(Role.GOVERNANCE, Role.FACILITATOR, Role.ADMINISTRATOR)) {
      assertThat(words(role, id)).as(role.toString()).isZero();
    }
    assertThatThrownBy(
            () ->
                processes.look(
                    people.as(Role.GOVERNANCE),
                    () ->
                        jdbc.sql(
                                """
                                insert into sharing.share_step (id, share_id, workspace_id, number, version,
                                  kind, by_user, at)
                                select gen_random_uuid(), id, workspace_id, 9, 1, 'UNDONE', access.me(), now()
                                  from sharing.share where id = :id
                                """)
                            .param("id", id)
                            .update()))
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void anAuthorWhoIsKeptAwayOrHasLeftFindsNothingOfTheirs() {
    for (boolean left : new boolean[] {false, true}) {
      var school = new TestSchools(application);
      var author = school.the(Role.ROUND_OWNER);
      var visitor = people.signedIn(author);
      String at =
          visitor
              .post(
                  "/sharing/workspaces/" + school.id() + "/new",
                  share(organisation("Wall Care " + school.id()), Map.of()))
              .path()
              .replace("/check", "");
      String risk =
          visitor.post("/sharing/risk-of-harm", "what", "A child is not safe there").path();
      assertThat(visitor.get(at).status()).isEqualTo(200);

      if (left) {
        store
            .jdbc()
            .sql("update access.membership set until_date = from_date where user_id = :who")
            .param("who", author.id().value())
            .update();
      } else {
        conflicts.declare(
            school.as(Role.HEAD), school.id(), null, author.id(), "It is about a relative.");
      }

      assertThat(visitor.get(at).status()).as("%s, left: %s", at, left).isEqualTo(404);
      assertThat(visitor.get(at + "/change").status()).isEqualTo(404);
      assertThat(visitor.get(risk).status()).as("%s, left: %s", risk, left).isEqualTo(404);
      assertThat(visitor.get("/sharing").page().html())
          .doesNotContain(at.replaceAll(".*/", ""), risk.replaceAll(".*/", ""));
      UUID id = UUID.fromString(at.replaceAll(".*/", ""));
      assertThat(
              processes.look(
                  SignedIn.as(author.id()),
                  () ->
                      jdbc.sql("select count(*) from sharing.share_words where share_id = :share")
                          .param("share", id)
                          .query(Long.class)
                          .single()))
          .isZero();
    }
  }

  @Test
  void nothingThatWasTypedLiesInTheOpen() {
    UUID care = organisation("Zephyrine Care");
    agreement("Zephyrine places", care);
    prepare(
        people.signedIn(Role.ROUND_OWNER), care, Map.of("about", "Zephyrine", "what", "Zephyrine"));
    people.signedIn(Role.FACILITATOR).post("/sharing/risk-of-harm", "what", "Zephyrine");
    var tables =
        Superuser.rolledBack(
            settings,
            open ->
                open.sql(
                        "select table_name from information_schema.tables where table_schema = 'sharing'")
                    .query(String.class)
                    .list());

    assertThat(tables).hasSizeGreaterThan(12);
    for (String table : tables) {
      long found =
          Superuser.rolledBack(
              settings,
              open ->
                  open.sql(
                          "select count(*) from sharing."
                              + table
                              + " t where t::text ilike '%zephyrine%'"
                              + " or t::text ilike '%' || encode('Zephyrine', 'hex') || '%'")
                      .query(Long.class)
                      .single());
      assertThat(found).as(table).isZero();
    }
  }

  private UUID draft(String title, String other) {
    String at = writeAgreement(title, organisation(other)).path();
    return UUID.fromString(at.replaceAll(".*/", ""));
  }

  private void activate(Role role, UUID id) {
    processes.look(
        people.as(role),
        () -> {
          stored.step(people.as(role), id, 1, Agreement.StepKind.ACTIVATED, null);
          return true;
        });
  }

  private List<String> titles(Role role) {
    return agreements.all(people.as(role)).stream().map(one -> one.terms().title()).toList();
  }

  private long words(Role role, UUID share) {
    return processes.look(
        people.as(role),
        () ->
            jdbc.sql("select count(*) from sharing.share_words where share_id = :share")
                .param("share", share)
                .query(Long.class)
                .single());
  }
}
