package org.sightline.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.AnExercise;
import org.sightline.network.ExerciseDates;
import org.sightline.network.Exercises;
import org.sightline.network.MappingSession;
import org.sightline.network.MappingSessions;
import org.sightline.network.Preparing;
import org.sightline.network.Subject;
import org.sightline.people.People;
import org.sightline.people.PersonId;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestCasework;
import org.sightline.testing.Visitor;
import org.sightline.testing.Visitor.Arrived;
import org.springframework.beans.factory.annotation.Autowired;

/// The list of a mapping session goes out by the sharing desk (B61, H06).
@SightlineTest
class SharedListTest extends SharingPageTest {

  @Autowired private TestCasework casework;
  @Autowired private Exercises exercises;
  @Autowired private MappingSessions sessions;
  @Autowired private Preparing preparing;
  @Autowired private People records;

  private TestCasework.Team team;
  private WorkspaceId exercise;
  private UUID session;
  private PersonId person;
  private UUID police;
  private Visitor chair;

  @BeforeEach
  void prepare() {
    police = organisation("List Police");
    team = casework.aTeam("List");
    var who = team.asChair();
    exercise =
        exercises.open(
            who,
            team.id(),
            TestCasework.purpose("List"),
            AnExercise.with(TODAY.minusDays(3), "Find out who waits at the arcade."));
    person = casework.aPerson(who, exercise, "Dunlin", "Listed", LocalDate.of(2010, 7, 8));
    preparing.add(
        who,
        exercise,
        Subject.Kind.YOUNG_PERSON,
        person.value(),
        List.of("Dunlin Listed"),
        Subject.Decision.PART,
        "Named in both reports");
    preparing.add(
        who,
        exercise,
        Subject.Kind.YOUNG_PERSON,
        null,
        List.of("Candidate Unlisted"),
        Subject.Decision.PROPOSED,
        "A friend");
    preparing.ask(who, exercise, null, "Who pays for the taxis?", "Police");
    session = sessions.plan(who, exercise, MappingSession.Kind.INTERNAL, TODAY.plusDays(9));
    chair = people.signedIn(team.chair());
  }

  @Test
  void theListGoesOutAsALockedFileAndItsDateIsKept() throws IOException {
    var sent =
        send(
            chair,
            prepared("recipients", police.toString(), "person-" + police, "Analyst"),
            "List Police",
            "basis",
            "DUTY_TO_SHARE",
            "reason",
            "They come to the session");
    assertThat(wentOut()).isFalse();
    aMinuteGoesBy(sent.path());

    var made = chair.post(sent.path() + "/file", "record", session.toString()).page();
    byte[] pdf =
        chair.post(made.select("form[action^=/picking-up/]").attr("action")).response().body();

    try (var opened = Loader.loadPDF(pdf, made.select("[data-passphrase]").text())) {
      assertThat(new PDFTextStripper().getText(opened).replaceAll("\\s+", " "))
          .contains("Dunlin Listed", "Who pays for the taxis?", "For List Police: Analyst")
          .contains("Contextual Safeguarding: Peer group.", "Find out who waits at the arcade.")
          .doesNotContain("Candidate");
    }
    assertThat(wentOut()).isTrue();
    assertThat(records.record(team.asChair(), exercise, person).disclosures())
        .singleElement()
        .satisfies(copy -> assertThat(copy.toWhom()).isEqualTo("List Police: Analyst"));
  }

  @Test
  void aColleagueWithAnAccountPicksTheListUpOnceAndNobodyWhoMustNotSeeSomebodyOnIt()
      throws IOException {
    var sent =
        send(
            chair,
            prepared("recipients", police.toString(), "person-" + police, "Analyst"),
            "List Police",
            "basis",
            "DUTY_TO_SHARE",
            "reason",
            "They come to the session");
    var elsewhere = casework.aTeam("Invited").practitioner();
    assertThat(leave(sent, elsewhere.username()).status()).as("not gone yet").isEqualTo(422);
    aMinuteGoesBy(sent.path());
    for (String name : List.of("", "nobody-of-this-name", team.chair().username())) {
      var nobody = leave(sent, name);
      assertThat(nobody.status()).as(name).isEqualTo(422);
      assertThat(nobody.page().select("#receiver-error").text()).isNotBlank();
    }
    casework.keepAway(team.asChair(), exercise, person.value(), team.practitioner().id());
    assertThat(leave(sent, team.practitioner().username()).page().text())
        .contains("This cannot be left for them");
    assertThat(wentOut()).isFalse();

    assertThat(leave(sent, elsewhere.username()).page().text()).contains("It waits for them");
    assertThat(wentOut()).isTrue();
    var receiver = people.signedIn(elsewhere);
    String address =
        receiver.get("/picking-up").page().select("main a[href^=/picking-up/]").attr("href");
    try (var opened = Loader.loadPDF(receiver.post(address).response().body())) {
      assertThat(new PDFTextStripper().getText(opened).replaceAll("\\s+", " "))
          .contains("Dunlin Listed", "taken by " + elsewhere.name(), "For List Police: Analyst");
    }
    assertThat(receiver.post(address).status()).isEqualTo(404);
  }

  private Arrived leave(Arrived sent, String receiver) {
    return chair.post(sent.path() + "/leaving", "record", session.toString(), "receiver", receiver);
  }

  @Test
  void noFamilyGetsAListOfOtherPeoplesChildren() {
    var check = prepared("recipients", "", "family", "yes", "familyWho", "Mother", "safe", "yes");

    assertThat(check.page().text()).contains("safe for the family");
    assertThat(check.page().select("form[action$=/sending]")).isEmpty();
  }

  private boolean wentOut() {
    return exercises.read(team.asChair(), exercise).dates().stream()
        .anyMatch(date -> date.slot().equals(ExerciseDates.FIRST_LIST) && date.isDone());
  }

  private Arrived prepared(String... to) {
    var fields =
        new java.util.ArrayList<>(
            List.of(
                "items",
                session.toString(),
                "about",
                "The arcade group",
                "aboutKind",
                "GROUP",
                "categories",
                "IDENTITY",
                "categories",
                "PEERS",
                "owner",
                "List team",
                "purpose",
                "CASE_MANAGEMENT",
                "heldFor",
                "CASE_MANAGEMENT",
                "marking",
                "CASE_MANAGEMENT",
                "route",
                "PORTAL"));
    fields.addAll(List.of(to));
    return chair.post("/sharing/workspaces/" + exercise + "/new", fields.toArray(String[]::new));
  }
}
