package org.sightline.network.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.access.Casework;
import org.sightline.kernel.Role;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.AnExercise;
import org.sightline.network.ExerciseDates;
import org.sightline.network.Exercises;
import org.sightline.network.MappingSession.Kind;
import org.sightline.network.MappingSession.NoteKind;
import org.sightline.network.MappingSessions;
import org.sightline.network.Maps;
import org.sightline.network.Review.Given;
import org.sightline.network.Review.Said;
import org.sightline.network.Reviews;
import org.sightline.network.map.Change;
import org.sightline.network.map.Drawn;
import org.sightline.network.map.Edit;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.Field;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// The filing run after a session (B62 to B64; practice.md, Safety 3 and 4).
@SightlineTest
class FilingTest {

  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

  @Autowired private Exercises exercises;
  @Autowired private MappingSessions sessions;
  @Autowired private Reviews reviews;
  @Autowired private Maps maps;
  @Autowired private Casework work;
  @Autowired private TestCasework casework;
  @Autowired private TestPeople people;

  private TestCasework.Team team;
  private WorkspaceId exercise;
  private UUID session;
  private Visitor chair;
  private String at;
  private final ElementId line = ElementId.random();
  private final ElementId ann = ElementId.random();
  private final ElementId bo = ElementId.random();

  @BeforeEach
  void meet() {
    team = casework.aTeam("Filing");
    var who = team.asChair();
    exercise =
        exercises.open(
            who,
            team.id(),
            TestCasework.purpose("Filing"),
            AnExercise.with(TODAY.minusDays(8), "What draws Ann and Bo to the coast?"));
    work.letIn(who, exercise, team.practitioner().username(), Role.PRACTITIONER);
    var report = ElementId.random();
    maps.draw(who, exercise, Drawn.aPerson(ann, "Ann Larkwing"), 0);
    maps.draw(who, exercise, Drawn.aPerson(bo, "Bo Madeup"), 1);
    maps.draw(
        who,
        exercise,
        Edit.of(new Change(ann, Field.KEY, "YES"), new Change(bo, Field.KEY, "YES")),
        2);
    maps.draw(
        who,
        exercise,
        Drawn.aLine(line, ann, bo)
            .and(Drawn.aReport(report, line, "2026-05-03"))
            .and(Edit.of(new Change(report, Field.BY_A_YOUNG_PERSON, "YES"))),
        3);
    session = sessions.plan(who, exercise, Kind.INTERNAL, TODAY.minusDays(3));
    sessions.note(who, exercise, session, NoteKind.RISK, "Bo carries for Larkwing's cousin.");
    sessions.note(who, exercise, session, NoteKind.TANGENT, "The arcade is another matter.");
    at = "/network/exercises/" + exercise + "/sessions/" + session + "/filing";
    chair = people.signedIn(team.chair());
  }

  @Test
  void beforeTheSessionWasHeldThereAreNoPapers() {
    var page = chair.get(at);

    assertThat(page.page().text()).contains("First say on which day");
    assertThat(chair.get(at + "/" + ann).status()).isEqualTo(422);
  }

  @Test
  void aTitleNamesNobody() {
    hold();

    var refused = minutes("Ann Larkwing and the coast");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.page().select("#risk-error").text()).contains("names somebody");
    assertThat(refused.page().select("#risk").val()).isEqualTo("Ann Larkwing and the coast");
  }

  @Test
  void inThePapersOfOneTheOthersAreLetters() throws IOException {
    hold();
    minutes("County line to the coast");
    String letter = letterOf("Bo Madeup");

    String papers = pdf(chair.get(at + "/" + ann + "/papers.pdf").response().body());

    assertThat(papers)
        .contains(
            "Mapping minutes – County line to the coast",
            "For the file of Ann Larkwing",
            "Young person " + letter + " carries for Larkwing's cousin.",
            "source withheld")
        .doesNotContain("Bo", "Madeup", "arcade");
    assertThat(pdf(chair.get(at + "/" + bo + "/papers.pdf").response().body()))
        .contains("For the file of Bo Madeup")
        .doesNotContain("Ann", "Larkwing");
  }

  /// The line between the two rests on what a young person said; the one to the arcade does not.
  @Test
  void whatWasTypedOfALineNamesNobodyElseAndNoYoungPersonAsASource() throws IOException {
    var arcade = ElementId.random();
    var theirs = ElementId.random();
    maps.draw(
        team.asChair(),
        exercise,
        Edit.of(
                new Change(arcade, Field.KIND, "PLACE"),
                new Change(arcade, Field.LABEL, "The arcade"))
            .and(Drawn.aLine(theirs, ann, arcade))
            .and(
                Edit.of(
                    new Change(theirs, Field.WHERE_SEEN, "behind Madeup's shop"),
                    new Change(theirs, Field.SEEN_BY, "Pupil P"),
                    new Change(theirs, Field.NARRATIVE, "Bo Madeup waits for her there."),
                    new Change(line, Field.SEEN_BY, "Pupil Q"),
                    new Change(line, Field.NARRATIVE, "Pupil Q told the school."),
                    new Change(line, Field.CURRENT, "NO"),
                    new Change(ann, Field.PART_IN_GROUP, "GOES_ALONG"))),
        4);
    hold();
    minutes("County line to the coast");
    String letter = letterOf("Bo Madeup");

    String papers = pdf(chair.get(at + "/" + ann + "/papers.pdf").response().body());

    assertThat(papers)
        .contains("Where: behind Young person " + letter + "'s shop.")
        .contains("Young person " + letter + " waits for her there.")
        .contains("This is over.", "goes along with the group")
        .doesNotContain("Bo", "Madeup", "Pupil");
  }

  @Test
  void thePapersSayInWhichFrameworkTheyWereMadeAndWhatThePoliceSetConditionsOn()
      throws IOException {
    var report = ElementId.random();
    maps.draw(
        team.asChair(),
        exercise,
        Drawn.aReport(report, line, "2026-05-04")
            .and(
                Edit.of(
                    new Change(report, Field.BY_THE_POLICE, "YES"),
                    new Change(report, Field.GRADING, "1AC"))),
        4);
    hold();
    minutes("County line to the coast");

    assertThat(chair.get(at + "/" + ann).page().select(".govuk-warning-text").text())
        .contains("set conditions on what they supplied for 1 line");
    assertThat(pdf(chair.get(at + "/" + ann + "/papers.pdf").response().body()))
        .contains("Contextual Safeguarding: Peer group.", "from the police on conditions")
        .doesNotContain("1AC");
  }

  @Test
  void howAReviewSeesSomebodyNowIsInTheirPapersAndInNobodyElses() throws IOException {
    session = sessions.plan(team.asChair(), exercise, Kind.REVIEW, TODAY.minusDays(3));
    at = "/network/exercises/" + exercise + "/sessions/" + session + "/filing";
    reviews.answer(
        team.asChair(),
        exercise,
        session,
        UUID.randomUUID(),
        Map.of(
            ann, new Given(Said.REASSESSED, "Calmer since Bo Madeup moved."),
            bo, new Given(Said.STILL_PART, ""),
            line, new Given(Said.HOLDS, "")),
        4);
    hold();
    minutes("County line to the coast");
    String letter = letterOf("Bo Madeup");

    assertThat(pdf(chair.get(at + "/" + ann + "/papers.pdf").response().body()))
        .contains("Seen differently now", "Calmer since Young person " + letter + " moved.");
    assertThat(pdf(chair.get(at + "/" + bo + "/papers.pdf").response().body()))
        .doesNotContain("Seen differently now", "Calmer");
  }

  @Test
  void lettersStayFromSessionToSession() {
    hold();
    minutes("County line to the coast");
    String letter = letterOf("Bo Madeup");

    session = sessions.plan(team.asChair(), exercise, Kind.PARTNERS, TODAY.minusDays(1));
    at = "/network/exercises/" + exercise + "/sessions/" + session + "/filing";

    assertThat(letterOf("Bo Madeup")).isEqualTo(letter).isNotEmpty();
  }

  @Test
  void whoWasSharedAlreadyCanBeNamedAndIsALetterAgain() throws IOException {
    hold();
    minutes("County line to the coast");
    assertThat(chair.post(at + "/" + ann + "/names", "others", bo.toString()).status())
        .isEqualTo(422);

    chair.post(
        at + "/" + ann + "/names", "others", bo.toString(), "because", "Strategy meeting, 3 May");
    assertThat(pdf(chair.get(at + "/" + ann + "/papers.pdf").response().body()))
        .contains("Bo carries for");
    assertThat(pdf(chair.get(at + "/" + bo + "/papers.pdf").response().body()))
        .doesNotContain("Ann");

    var page = chair.get(at + "/" + ann).page();
    chair.post(page.select("form[action*=/names/]").attr("action"));
    assertThat(pdf(chair.get(at + "/" + ann + "/papers.pdf").response().body()))
        .doesNotContain("Madeup");
  }

  @Test
  void oneClickMakesPapersForEverybody() throws IOException {
    hold();
    minutes("County line to the coast");

    var names = new ArrayList<String>();
    try (var zip =
        new ZipInputStream(
            new ByteArrayInputStream(chair.get(at + "/papers.zip").response().body()))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.add(entry.getName());
      }
    }

    assertThat(names)
        .hasSize(2)
        .allMatch(name -> name.matches("mapping-minutes-" + TODAY.minusDays(3) + "-[A-Z]\\.pdf"));
    String element = "/network/maps/" + exercise + "/elements/" + ann;
    assertThat(chair.get(element).page().select("[data-recipients] li").text())
        .as("whoever took them can be told (RR-02)")
        .startsWith(team.chair().name() + " has: Minutes and map for one file.");
  }

  @Test
  void theDateIsKeptOnceEverythingIsFiledAndOpenAgainWhenOneIsTakenBack() {
    hold();
    minutes("County line to the coast");
    assertThat(chair.get(at).page().text())
        .contains("11 days left", "Nothing is said yet of 4 papers.");
    assertThat(file(List.of()).status()).isEqualTo(422);

    file(List.of(ann + " MINUTES", ann + " MAP", bo + " MINUTES"));
    assertThat(isFiled()).isFalse();
    var refused = chair.post(at + "/" + bo + "/not-filed");
    assertThat(refused.status()).isEqualTo(422);
    var kept = chair.post(at + "/" + bo + "/not-filed", "whyNot", "His file is closed");
    assertThat(kept.page().text())
        .contains("In Council case system, M-17, on", "Not filed: His file is closed")
        .contains("Nothing is waiting");
    assertThat(isFiled()).isTrue();

    chair.post(kept.page().select("button[formaction]").getFirst().attr("formaction"));
    assertThat(isFiled()).isFalse();
    assertThat(chair.get(at).page().text()).contains("Nothing is said yet of 1 paper.");

    String old = "The minutes were changed since.";
    assertThat(chair.get(at).page().text()).doesNotContain(old);
    minutes("County line to the moor");
    assertThat(chair.get(at).page().select("tr:contains(" + old + ") th").eachText())
        .as("on this file they are as they were")
        .containsExactly("Bo Madeup");
  }

  @Test
  void somebodyClosedToTheReaderIsOnNoPaperOfTheirs() throws IOException {
    var record =
        casework
            .aPerson(team.asChair(), exercise, "Cory", "Keptaway", LocalDate.of(2011, 3, 4))
            .value();
    var cory = ElementId.random();
    maps.draw(
        team.asChair(),
        exercise,
        Drawn.aPerson(cory, "Cory Keptaway")
            .and(Edit.of(cory, Map.of(Field.KEY, "YES", Field.RECORD, record.toString()))),
        4);
    maps.draw(team.asChair(), exercise, Drawn.aLine(ElementId.random(), cory, ann), 5);
    hold();
    minutes("County line to the coast");
    casework.keepAway(team.asChair(), exercise, record, team.asPractitioner().user());

    var practitioner = people.signedIn(team.practitioner());

    assertThat(practitioner.get(at).page().text()).contains("Ann").doesNotContain("Cory");
    assertThat(practitioner.get(at + "/" + cory).status()).isEqualTo(404);
    assertThat(practitioner.get(at + "/" + ann).page().text())
        .contains("Bo Madeup")
        .doesNotContain("Cory", letterOf("Cory Keptaway") + " are");
    assertThat(chair.get(at).page().text()).contains("Cory Keptaway");
  }

  private boolean isFiled() {
    return exercises.read(team.asChair(), exercise).dates().stream()
        .anyMatch(date -> date.slot().equals(ExerciseDates.FIRST_FILED) && date.isDone());
  }

  private Visitor.Arrived file(List<String> papers) {
    var form = new ArrayList<String>();
    papers.forEach(each -> form.addAll(List.of("papers", each)));
    form.addAll(
        List.of(
            "where",
            "Council case system",
            "reference",
            "M-17",
            "day-day",
            "" + TODAY.getDayOfMonth(),
            "day-month",
            "" + TODAY.getMonthValue(),
            "day-year",
            "" + TODAY.getYear()));
    return chair.post(at + "/receipts", form.toArray(String[]::new));
  }

  private Visitor.Arrived minutes(String risk) {
    return chair.post(
        at + "/minutes", "pattern", "mapping-minutes", "risk", risk, "words", "Bo was seen.");
  }

  private void hold() {
    sessions.day(team.asChair(), exercise, session, TODAY.minusDays(3), true);
  }

  private String letterOf(String name) {
    chair.get(at + "/" + ann);
    return chair.get(at).page().select("tr:has(th:contains(" + name + ")) td").getFirst().ownText();
  }

  private static String pdf(byte[] bytes) throws IOException {
    try (var document = Loader.loadPDF(bytes)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }
}
