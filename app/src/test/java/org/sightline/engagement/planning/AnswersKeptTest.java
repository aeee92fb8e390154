package org.sightline.engagement.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.audit.Processes;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.store.DatabaseSettings;
import org.sightline.store.SystemStore;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who reads the answers of the steps, and what of them the next session takes over.
@SightlineTest
class AnswersKeptTest {

  @Autowired private ApplicationContext application;
  @Autowired private TestPeople people;
  @Autowired private SystemStore store;
  @Autowired private DatabaseSettings database;
  @Autowired private Sessions sessions;
  @Autowired private SetUp setUp;
  @Autowired private Processes processes;
  @Autowired private JdbcClient jdbc;

  private OneSession at;
  private Session session;

  @BeforeEach
  void planASession() {
    at = new OneSession(application);
    session = at.session;
  }

  @Test
  void theReasonForASwapIsReadByItsAuthorTheOwnerAndTheLeadsOnly() {
    var owner = people.signedIn(Role.ROUND_OWNER);
    var page =
        owner.post(
            at.step("participants"),
            "version",
            "" + session.version(),
            "adjusted-because",
            "Zanzibarquill asked to move",
            "then",
            "stay");

    assertThat(page.page().select("#adjusted-because").text()).contains("Zanzibarquill");
    assertThat(people.signedIn(Role.SAFEGUARDING_LEAD).get(at.step("participants")).page().text())
        .contains("Zanzibarquill");
    assertThat(people.signedIn(Role.FACILITATOR).get(at.step("participants")).page().text())
        .doesNotContain("Zanzibarquill");
    assertThat(people.signedIn(Role.HEAD).get(at.step("participants")).page().text())
        .doesNotContain("Zanzibarquill");
  }

  @Test
  void openingThePageAboutTheParticipantsIsRecorded() {
    people.signedIn(Role.FACILITATOR).get(at.step("participants"));

    assertThat(Trail.of(store, session.id().value()))
        .containsExactly("engagement.session-planned DONE", "engagement.participants-read DONE");
  }

  @Test
  void answersAreSealedAndNoneIsOverwritten() throws Exception {
    var owner = people.signedIn(Role.ROUND_OWNER);
    owner.post(at.step("right-to-withdraw"), "version", "1", "slip-box", "Quagmirelamp office");
    owner.post(
        at.step("right-to-withdraw"),
        "version",
        "" + at.find().version(),
        "slip-box",
        "Library desk");

    assertThat(at.state().answer("slip-box")).isEqualTo("Library desk");
    try (var connection =
            java.sql.DriverManager.getConnection(
                database.url(), database.owner(), database.password());
        var statement =
            connection.prepareStatement(
                "select answer from engagement.session_answer where session_id = ?")) {
      statement.setObject(1, session.id().value());
      var rows = statement.executeQuery();
      int count = 0;
      while (rows.next()) {
        count++;
        assertThat(new String(rows.getBytes(1), StandardCharsets.ISO_8859_1))
            .doesNotContain("Quagmirelamp")
            .doesNotContain("Library");
      }
      assertThat(count).isEqualTo(2);
    }
  }

  @Test
  void theDatabaseItselfKeepsAnswersFromOutsidersAndFromTheHead() {
    people
        .signedIn(Role.ROUND_OWNER)
        .post(
            at.step("participants"),
            "version",
            "" + session.version(),
            "adjusted-because",
            "Private",
            "voices",
            "new");

    assertThat(answersSeenBy(people.as(Role.SAFEGUARDING_LEAD)))
        .containsExactlyInAnyOrder("adjusted-because", "voices");
    assertThat(answersSeenBy(people.as(Role.HEAD))).containsExactly("voices");
    assertThat(answersSeenBy(SignedIn.as(people.cast().outsider().id()))).isEmpty();
  }

  @Test
  void theNextSessionTakesOverWhatIsLikelyTheSameButNothingAboutStudents() {
    var owner = people.signedIn(Role.ROUND_OWNER);
    var one = people.cast().the(Role.FACILITATOR).id();
    sessions.respond(
        people.as(Role.ROUND_OWNER),
        session.id(),
        new ResponsePlan(people.cast().the(Role.SAFEGUARDING_LEAD).id(), "By telephone"));
    owner.post(
        at.step("facilitators"),
        "version",
        "" + at.find().version(),
        "facilitator." + one,
        "STAFF",
        "student-facilitator",
        "Quillfennel");
    owner.post(
        at.step("right-to-withdraw"),
        "version",
        "" + at.find().version(),
        "slip-box",
        "Library",
        "prompt.lost-slips",
        "Said aloud");
    owner.post(
        at.step("participants"),
        "version",
        "" + at.find().version(),
        "groupSize",
        "6",
        "adjusted-because",
        "Private",
        "peersChecked",
        "Private",
        "done",
        "yes");

    var page =
        owner.post(
            "/engagement/rounds/" + at.made.round().id() + "/sessions",
            "heldOn-day",
            "10",
            "heldOn-month",
            "3",
            "heldOn-year",
            "2027",
            "startsAt",
            "9:05",
            "sitting",
            "ONE_LESSON",
            "carryOver",
            "yes");

    var next =
        setUp.of(people.as(Role.ROUND_OWNER), SessionId.of(page.path().replaceAll(".*/", "")));
    assertThat(next.session().facilitators()).containsExactly(one);
    assertThat(next.session().responsePlan()).isNotNull();
    assertThat(next.answers()).containsOnlyKeys("slip-box");
    assertThat(next.session().details().peersChecked()).isNull();
    assertThat(next.session().details().groupSize()).isNull();
    assertThat(next.session().stepsDone()).isEmpty();
    assertThat(Trail.of(store, next.session().id().value()))
        .containsExactly("engagement.session-planned DONE", "engagement.set-up-carried-over DONE");
  }

  private List<String> answersSeenBy(SignedIn who) {
    return processes.look(
        who,
        () ->
            jdbc.sql("select field from engagement.session_answer where session_id = :id")
                .param("id", session.id().value())
                .query(String.class)
                .list());
  }
}
