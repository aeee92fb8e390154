package org.sightline.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.audit.Processes;
import org.sightline.kernel.Role;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.Superuser;
import org.sightline.testing.Visitor;
import org.sightline.testing.Visitor.Arrived;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is about more than fifty people leaves by two people (AC-12).
@SightlineTest
class ManyPeopleTest extends SharingPageTest {

  @Autowired private SharedReading shared;
  @Autowired private Processes processes;
  @Autowired private JdbcClient jdbc;
  @Autowired private DatabaseSettings database;

  private UUID care;
  private Visitor owner;
  private Visitor head;

  @BeforeEach
  void anAgreement() {
    care = organisation("Crowd Care");
    agreement("Crowd places", care);
    owner = people.signedIn(Role.ROUND_OWNER);
    head = people.signedIn(Role.HEAD);
  }

  @Test
  void aGroupIsCountedAndFiftyGoByOne() {
    var group = Map.of("aboutKind", "GROUP", "about", "Year 9");
    assertThat(prepare(owner, care, group).page().text()).contains("Say how many people");
    var words =
        prepare(owner, care, Map.of("aboutKind", "GROUP", "about", "Year 9", "people", "many"));
    assertThat(words.status()).isEqualTo(422);
    assertThat(words.page().select("#people-error").text()).contains("as a number, such as 12");

    assertThat(send(owner, prepared("50"), "Crowd Care").page().text())
        .contains("Nothing has left yet");
  }

  @Test
  void oneAloneSendsNothing() {
    var check = prepared("51");
    String at = check.path().replace("/check", "");

    assertThat(check.page().text()).contains("a second person has to agree");
    assertThat(check.page().select("form[action$=/sending]")).isEmpty();
    assertThat(sendAnyhow(owner, at).status()).isEqualTo(409);
    assertThat(owner.post(at + "/second-person").status()).isEqualTo(422);

    String question = ask(at);

    assertThat(sendAnyhow(owner, at).status()).as("asked, and nobody agreed").isEqualTo(409);
    assertThat(owner.post(question + "/agreement").status()).as("the same twice").isEqualTo(409);
    assertThat(sendAnyhow(owner, at).status()).isEqualTo(409);
  }

  @Test
  void twoDoAndTheSecondIsToldNothingOfIt() {
    String at = prepared("5000").path().replace("/check", "");
    String question = ask(at);

    assertThat(head.get("/waiting").page().text())
        .contains("Somebody asks for a second person")
        .doesNotContain("Year 9", "Crowd Care");
    assertThat(head.get(question).page().text())
        .contains("A share about more than 50 people", "The whole year was there.");
    assertThat(head.get(at).page().text()).contains("Year 9", "5000");
    head.post(question + "/agreement");

    assertThat(sendAnyhow(head, at).status()).as("the second sends it").isEqualTo(409);
    assertThat(owner.get("/waiting").page().text()).contains("A second person agreed");
    assertThat(send(owner, owner.get(at + "/check"), "Crowd Care").page().text())
        .contains("Nothing has left yet");
  }

  @Test
  void agreeingToOneVersionIsNotAgreeingToTheNext() {
    var check = prepared("60");
    String at = check.path().replace("/check", "");
    head.post(ask(at) + "/agreement");
    owner.post(
        at + "/change",
        share(
            care, Map.of("aboutKind", "GROUP", "about", "Year 9", "people", "70", "version", "1")));

    assertThat(sendAnyhow(owner, at).status()).isEqualTo(409);
  }

  @Test
  void afterSevenDaysItIsOver() {
    String at = prepared("60").path().replace("/check", "");
    head.post(ask(at) + "/agreement");
    Superuser.lasting(
        database,
        db ->
            db.sql(
                    """
                    update access.second_person
                       set asked_at = asked_at - interval '8 days',
                           agreed_at = agreed_at - interval '8 days'
                     where object_id = :share
                    """)
                .param("share", id(at))
                .update());

    assertThat(sendAnyhow(owner, at).status()).isEqualTo(409);
  }

  @Test
  void theDatabaseHoldsToItWhateverTheApplicationThinks() {
    String at = prepared("60").path().replace("/check", "");
    var who = people.as(Role.ROUND_OWNER);

    assertThatThrownBy(
            () ->
                processes.look(
                    who,
                    () ->
                        jdbc.sql(
                                """
                                insert into sharing.share_step (id, share_id, workspace_id, number, version,
                                  kind, way, basis, reason, final_at, by_user, at)
                                values (gen_random_uuid(), :share, :school, 1, 1, 'SENT', 'DECISION',
                                  'DUTY_TO_SHARE', '\\x00', now(), :me, now())
                                """)
                            .param("share", id(at))
                            .param("school", people.school().value())
                            .param("me", who.user().value())
                            .update()))
        .rootCause()
        .hasMessageContaining("row-level security");
  }

  private Arrived prepared(String howMany) {
    return prepare(owner, care, Map.of("aboutKind", "GROUP", "about", "Year 9", "people", howMany));
  }

  private String ask(String at) {
    var asked = owner.post(at + "/second-person", "whySecond", "The whole year was there.");
    return asked.page().select("a[href^=/second-person/]").attr("href");
  }

  /// As somebody would who writes the request by hand.
  private Arrived sendAnyhow(Visitor sender, String at) {
    var share = shared.find(people.as(Role.ROUND_OWNER), id(at));
    return sender.post(
        at + "/sending",
        "version",
        "" + share.latest().number(),
        "confirm-" + share.content().recipients().getFirst().id(),
        "Crowd Care");
  }

  private static UUID id(String at) {
    return UUID.fromString(at.replaceAll(".*/", ""));
  }
}
