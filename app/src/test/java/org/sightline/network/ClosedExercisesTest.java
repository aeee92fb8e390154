package org.sightline.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.clocks.DueDate;
import org.sightline.clocks.DueDate.Light;
import org.sightline.clocks.LateDates;
import org.sightline.network.map.Drawn;
import org.sightline.network.map.Edit;
import org.sightline.network.map.ElementId;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.Superuser;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// B56, B57: what is closed stays as it was agreed, its clocks stand still, and what is not done
/// yet was said before.
@SightlineTest
class ClosedExercisesTest {

  private static final LocalDate DUE = LocalDate.of(2026, 6, 10);

  @Autowired private TestPeople people;
  @Autowired private TestCasework casework;
  @Autowired private Maps maps;
  @Autowired private LateDates late;
  @Autowired private DatabaseSettings database;

  private TestCasework.Team team;
  private Visitor chair;
  private Meeting meeting;

  @BeforeEach
  void open() {
    team = casework.aTeam("Closing");
    chair = people.signedIn(team.chair());
    meeting = Meeting.of(chair, team);
  }

  @Test
  void afterClosingTheClocksStandStill() {
    assertThat(date(null).light(DUE.plusDays(9))).isEqualTo(Light.OVERDUE);
    var missed = date(DUE.plusDays(2));
    assertThat(missed.light(DUE.plusYears(1))).isEqualTo(Light.OVERDUE);
    assertThat(missed.daysLate(DUE.plusYears(1))).isEqualTo(2);
    assertThat(date(DUE.minusDays(1)).light(DUE.plusYears(1))).isEqualTo(Light.STOPPED);
  }

  @Test
  void aClosedExerciseIsInNobodysCalendarAndIsAgainOnceItIsOpen() {
    var lent = chair.post("/clocks/my-calendar").page().select("#address").text();
    String feed = lent.substring(lent.indexOf("/clocks/feed/"));
    assertThat(text(feed)).contains("DTSTART");

    close();
    assertThat(text(feed)).doesNotContain("DTSTART");
    assertThat(chair.get(meeting.at()).page().select("table .govuk-tag").eachText())
        .isNotEmpty()
        .allMatch(said -> said.startsWith("Not due any more") || said.startsWith("Overdue"));

    chair.post(meeting.at() + "/reopening");
    assertThat(text(feed)).contains("DTSTART");
  }

  /// `list-overdue` says how many dates of which exercise, and of a closed one none.
  @Test
  void aDateThatPassedIsOverdueWhileTheExerciseIsOpen() {
    assertThat(overdue()).isZero();
    Superuser.lasting(
        database,
        jdbc ->
            jdbc.sql(
                    """
                    update clocks.due_date set due_on = current_date - 2, warn_on = current_date - 9
                     where workspace_id = :work and slot in ('FIRST_MAPPING', 'FIRST_LIST')
                    """)
                .param("work", work())
                .update());
    assertThat(overdue()).isEqualTo(2);

    close();
    assertThat(overdue()).isZero();
    chair.post(meeting.at() + "/reopening");
    assertThat(overdue()).isPositive();
  }

  private long overdue() {
    return late.list().stream()
        .filter(one -> one.id().equals(work()) && one.kind().equals("mapping date not kept"))
        .count();
  }

  private UUID work() {
    return UUID.fromString(meeting.at().replaceAll(".*/", ""));
  }

  @Test
  void whatIsNotDoneYetIsSaidBeforeItIsClosed() {
    assertThat(chair.get(meeting.at() + "/closing").page().select("#rest li")).isEmpty();
    meeting.planned("INTERNAL");
    chair.post(
        meeting.at() + "/preparing/subjects", "kind", "PLACE", "name", "Pier", "decision", "PART");
    draw(gap("Who drives the van?"));

    assertThat(chair.get(meeting.at() + "/closing").page().select("#rest li").eachText())
        .containsExactly("1 gap is open.", "1 session is planned and was not held.");
  }

  @Test
  void nothingIsDrawnPreparedOrPlannedInWhatIsClosed() {
    draw(Drawn.aPerson(ElementId.random(), "Ann Invented"));
    close();
    String map = meeting.map();
    String first = "Its chair can open it again first";

    for (String page : List.of(map + "/nodes/new", map + "/lines/new", map + "/import")) {
      var refused = chair.get(page);
      assertThat(refused.status()).as(page).isEqualTo(422);
      assertThat(refused.page().text()).as(page).contains(first);
    }
    assertThat(chair.post(map + "/undo").page().text()).contains(first);
    assertThat(
            chair
                .post(meeting.at() + "/sessions", Meeting.day(Meeting.TODAY, "kind", "INTERNAL"))
                .page()
                .text())
        .contains(first);
    assertThat(
            chair
                .post(meeting.at() + "/preparing/questions", "question", "Who drives?")
                .page()
                .text())
        .contains(first);
    assertThat(
            chair
                .post(
                    meeting.at() + "/events",
                    Meeting.day(Meeting.TODAY, "kind", "INFORMATION", "what", "News"))
                .page()
                .text())
        .contains(first);
    assertThat(chair.get(map).page().select("[data-draws], [data-do=add]")).isEmpty();
    assertThat(chair.get(map + "/table").page().text())
        .contains("Ann Invented", "This exercise is closed.")
        .doesNotContain("Link two");

    chair.post(meeting.at() + "/reopening");
    assertThat(chair.get(map + "/nodes/new").status()).isEqualTo(200);
  }

  /// What was decided about thresholds before is there to be read.
  @Test
  void noThresholdIsDecidedAndNoDocumentAttachedInWhatIsClosed() {
    String first = "Its chair can open it again first";
    String at = meeting.at() + "/assessments";
    String[] decision =
        Meeting.day(
            Meeting.TODAY,
            "first",
            "YES",
            "second",
            "NO",
            "decision",
            "NO",
            "document",
            "Levels of need",
            "version",
            "2026",
            "decided-by",
            "Service manager",
            "why",
            "It is quiet there.");
    var decided = chair.post(at + "/PEER", decision);
    assertThat(decided.status()).isEqualTo(200);
    String back = decided.page().select("form[action$=/taking-back]").attr("action");
    close();

    for (var refused :
        List.of(
            chair.get(at + "/PEER"),
            chair.post(at + "/PEER", decision),
            chair.post(back),
            chair.upload(
                at + "/documents",
                "file",
                "levels.pdf",
                new byte[] {1},
                "document",
                "Levels",
                "version",
                "2"))) {
      assertThat(refused.status()).as(refused.path()).isEqualTo(422);
      assertThat(refused.page().text()).as(refused.path()).contains(first);
    }
    assertThat(chair.get(at).page().text()).contains("Levels of need", "It is quiet there.");
    assertThat(chair.get(at).page().select("main form, a[href$=/PEER]")).isEmpty();
    assertThat(chair.get(at + "/documents").page().select("main form")).isEmpty();

    chair.post(meeting.at() + "/reopening");
    assertThat(chair.post(back).status()).isEqualTo(200);
  }

  @Test
  void theObjectiveIsOnEveryPageOfTheMapAndOfASession() {
    var ann = ElementId.random();
    draw(Drawn.aPerson(ann, "Ann Invented"));
    String session = meeting.held("INTERNAL");
    String version = meeting.version(session);
    String objective = chair.get(meeting.at()).page().select(".govuk-inset-text .as-typed").text();
    assertThat(objective).isNotEmpty();
    var pages =
        List.of(
            "",
            "/table",
            "/log",
            "/nodes/new",
            "/lines/new",
            "/elements/" + ann,
            "/import",
            "/copies",
            "/wall-kit",
            "/actions",
            "/actions/new?element=" + ann,
            "/gaps",
            "/gaps/new",
            "/versions",
            "/versions/" + version,
            "/versions/" + version + "/until/now",
            "/versions/" + version + "/until/now/print");
    for (String page : pages) {
      assertHas(meeting.map() + page, objective);
    }
    for (String page : List.of("", "/sealing", "/filing")) {
      assertHas(session + page, objective);
    }
    assertHas(meeting.at() + "/sessions", objective);
    assertHas(meeting.planned("REVIEW") + "/review", objective);
  }

  private void assertHas(String page, String objective) {
    assertThat(chair.get(page).page().select(".govuk-inset-text .as-typed").eachText())
        .as(page)
        .contains(objective);
  }

  private void close() {
    var closed =
        chair.post(
            meeting.at() + "/closing",
            "agreedOn-day",
            "" + Meeting.TODAY.getDayOfMonth(),
            "agreedOn-month",
            "" + Meeting.TODAY.getMonthValue(),
            "agreedOn-year",
            "" + Meeting.TODAY.getYear(),
            "why",
            "It is quiet there.",
            "agreedBy",
            "Police and youth work");
    assertThat(closed.status()).isEqualTo(200);
  }

  private String text(String feed) {
    return new String(people.stranger().get(feed).response().body(), StandardCharsets.UTF_8);
  }

  private void draw(Edit edit) {
    maps.draw(
        team.asChair(), meeting.work(), edit, maps.open(team.asChair(), meeting.work()).last());
  }

  private static Edit gap(String question) {
    return Edit.of(
        ElementId.random(),
        java.util.Map.of(
            org.sightline.network.map.Field.KIND,
            "GAP",
            org.sightline.network.map.Field.LABEL,
            question));
  }

  private static DueDate date(@org.jspecify.annotations.Nullable LocalDate stopped) {
    return new DueDate(
        "FIRST_MAPPING",
        1,
        "first-mapping",
        DUE.minusDays(14),
        DUE,
        DUE.minusDays(5),
        true,
        "So.",
        "B58",
        null,
        stopped,
        DueDate.Said.NOTHING);
  }
}
