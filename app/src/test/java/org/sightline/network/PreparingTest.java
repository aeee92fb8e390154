package org.sightline.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.documents.tables.TableLimits;
import org.sightline.documents.tables.TableReading;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// B25 to B37, B75 to B77 through their pages.
@SightlineTest
class PreparingTest {

  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

  @Autowired private TestPeople people;
  @Autowired private TestCasework casework;

  private Visitor chair;
  private String at;

  @BeforeEach
  void open() {
    var team = casework.aTeam("Preparing");
    chair = people.signedIn(team.chair());
    at = exercise(chair, team);
  }

  @Test
  void whoIsAddedSaysWhyAndACandidateNeedsADecision() {
    var refused = chair.post(at + "/subjects", "kind", "YOUNG_PERSON", "name", "Quill");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.page().select("#name").text()).isEqualTo("Quill");

    var page = add("YOUNG_PERSON", "Quill Invented", "PROPOSED", "Her friend mentioned him.");
    assertThat(page.select("h2:contains(Candidates)")).hasSize(1);
    assertThat(chair.get(at).page().text()).contains("1 waits for a decision", "0 of 0 checked");
    assertThat(chair.get(at + "/matrix").page().text()).doesNotContain("Quill");

    String decision = page.select("form[action$=/decision]").attr("action");
    String id = decision.replaceAll(".*/subjects/([^/]+)/decision", "$1");
    assertThat(chair.post(decision, "decided", "PART").status()).isEqualTo(422);
    chair.post(decision, "decided", "PART", "why-" + id, "Two services know him.");
    assertThat(chair.get(at + "/matrix").page().text()).contains("Quill Invented");
    chair.post(decision, "decided", "NO_PART", "why-" + id, "Not there at the time.");
    assertThat(chair.get(at + "/matrix").page().text()).doesNotContain("Quill");
  }

  @Test
  void aListOfNamesIsPastedAndMakesOneForEach() {
    add("YOUNG_PERSON", "Quill\n\n  Tansy Madeup \nQuill\nunknown adult 2", "PART", "A list");

    assertThat(chair.get(at + "/matrix").page().select("caption").eachText())
        .containsExactly(
            "Quill Young person", "Tansy Madeup Young person", "unknown adult 2 Young person");
    String tooLong = "x".repeat(201);
    assertThat(chair.post(at + "/subjects", subject("ADULT", tooLong, "PART", "So")).status())
        .isEqualTo(422);
  }

  @Test
  void theWordsToChooseFromAreTheAuthoritysOwn() {
    String word = "Invented theme " + java.util.UUID.randomUUID();
    assertThat(chair.post("/network/words", "list", "THEME").status()).isEqualTo(422);
    var added = chair.post("/network/words", "list", "THEME", "name", word);
    assertThat(chair.get("/network/exercises/new/about?risk=no").page().text()).contains(word);
    assertThat(chair.post("/network/words", "list", "THEME", "name", word).status()).isEqualTo(422);

    String ending = added.page().select("li:contains(" + word + ") form").first().attr("action");
    chair.post(ending);
    assertThat(chair.get("/network/exercises/new/about?risk=no").page().text())
        .doesNotContain(word);
    assertThat(chair.post(ending).status()).isEqualTo(404);
    assertThat(chair.post("/network/words/THEME/bullying/ending").page().text())
        .contains("not offered");
    assertThat(chair.get("/network/exercises/new/about?risk=no").page().text())
        .doesNotContain("Bullying");
    chair.post("/network/words/THEME/bullying/return");
    assertThat(chair.get("/network/exercises/new/about?risk=no").page().text())
        .contains("Bullying");
    var practitioner = people.signedIn(casework.aTeam("Words").practitioner());
    assertThat(practitioner.post("/network/words", "list", "THEME", "name", "Mine").status())
        .isEqualTo(404);
  }

  @Test
  void theFiveQuestionsAndThePromptsAreThere() {
    add("YOUNG_PERSON", "Quill", "PART", "On the first list");
    add("PLACE", "Invented arcade", "PART", "Named in both reports");
    var text = chair.get(at).page().text();

    assertThat(text).contains("1 so far", "0 of 2 checked", "0 of 0 questions answered");
    assertThat(text).contains("really at the centre of this", "Whose view is missing");
  }

  @Test
  void aStatementHasALabelASourceAndCanBeTakenBack() {
    String cell = cell("Quill", "CONCERNS");
    assertThat(chair.post(cell, "words", "Out late").status()).isEqualTo(422);

    assertThat(chair.get(cell).page().select("#tag option").eachText())
        .contains("Goes missing", "Drugs or county lines", "Not in education, work or training");
    var written = note(cell, "Out late on Fridays", "tag", "missing");
    assertThat(written.page().text())
        .contains("Out late on Fridays", "Goes missing", "Reported by somebody", "Youth worker");
    String back = written.page().select("form[action$=/taking-back]").attr("action");
    assertThat(chair.post(back).page().text()).contains("taken back");
    assertThat(chair.get(at + "/matrix").page().text()).doesNotContain("Out late");
    chair.post(back.replace("/taking-back", "/return"));
    assertThat(chair.get(at + "/matrix").page().text()).contains("Out late on Fridays");
    assertThat(chair.get(cell.replace("CONCERNS", "NONSENSE")).status()).isEqualTo(404);
  }

  @Test
  void aQuestionIsTrackedToItsAnswer() {
    assertThat(chair.post(at + "/questions", "question", " ").status()).isEqualTo(422);
    var asked =
        chair.post(at + "/questions", "question", "Who drives the van?", "agency", "Police");
    String answer = asked.page().select("a:contains(Answer it)").attr("href");
    assertThat(chair.post(answer, "answer", "An uncle").status()).isEqualTo(422);

    var answered = chair.post(answer, "answer", "An uncle", "foundBy", "Police, analyst");
    assertThat(answered.page().text()).contains("Answered", "An uncle", "Found by Police, analyst");
    assertThat(chair.get(at).page().text()).contains("1 of 1 questions answered");
    String back = answered.page().select("form[action*=/answers/]").attr("action");
    assertThat(chair.post(back).page().text()).doesNotContain("An uncle");
    String over = asked.page().select("form[action$=/taking-back]").attr("action");
    assertThat(chair.post(over).page().text()).contains("Taken back");
  }

  @Test
  void aPlaceInAnotherExerciseIsAnsweredBySendingToItsDeskOnly() {
    var other = casework.aTeam("Otherwise");
    var elsewhere = people.signedIn(other.chair());
    String there = exercise(elsewhere, other);
    String place = "Invented pier " + java.util.UUID.randomUUID();
    elsewhere.post(there + "/subjects", subject("PLACE", place, "PART", "A secret reason"));

    var page = add("PLACE", place.toUpperCase(java.util.Locale.UK), "PART", "Said in class");
    var answer = chair.post(page.select("form[action$=/check]").attr("action"));
    assertThat(answer.page().text())
        .contains("Otherwise desk")
        .doesNotContain("A secret reason", "Otherwise corner");
    assertThat(chair.get(at + "/subjects").page().text())
        .contains("Checked on")
        .doesNotContain("Otherwise desk");

    add("PLACE", "Nowhere " + java.util.UUID.randomUUID(), "PART", "Said");
    var nobody = chair.get(at + "/subjects").page().select("form[action$=/check]").last();
    assertThat(chair.post(nobody.attr("action")).page().text())
        .contains("nobody that you can be sent to");
  }

  @Test
  void aSpreadsheetIsLookedAtFirstAndRefusedByRow() {
    add("YOUNG_PERSON", "Quill Invented", "PART", "On the list");
    var refused = upload("empty.csv", "");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(upload("none.csv", "A,B\n1,2\n").page().select(".govuk-error-summary").text())
        .contains("none.csv", "no column called Name");

    var preview =
        upload(
            "list.csv",
            """
            Kind,Name,Concerns and vulnerabilities,Shoe size
            Young person,Quill Invented,Out late,42
            Persn,Tansy Madeup,Seen there,37
            Place,Invented arcade,"Dark corner
            Loud at night",
            Adult,,Nobody,
            Place,invented ARCADE,Again,
            """);
    assertThat(preview.path()).isEqualTo(at + "/spreadsheet");
    assertThat(preview.page().select("#refused li").eachText())
        .containsExactly(
            "list.csv, row 1: no column of the matrix is called “Shoe size”. What stands in it is left out.",
            "list.csv, row 3: “Persn” is no kind. Write Young person, Adult, Group or Place.",
            "list.csv, row 6: there is no name. Write one, or write for example: unknown adult 2.",
            "list.csv, row 7: “invented ARCADE” stands in an earlier row already. Put both into one row.");
    assertThat(preview.page().text()).contains("New: 1. Invented arcade", "Statements: 3.");
    assertThat(chair.get(at + "/matrix").page().text()).doesNotContain("arcade", "Out late");

    assertThat(chair.post(at + "/spreadsheet/taking-in").status()).isEqualTo(422);
    var taken = chair.post(at + "/spreadsheet/taking-in", source());
    assertThat(taken.path()).isEqualTo(at + "/matrix");
    assertThat(taken.page().text())
        .contains("Out late", "Dark corner", "Loud at night", "Youth worker")
        .doesNotContain("Tansy", "42");
    assertThat(chair.get(at + "/spreadsheet").page().text()).doesNotContain("What would be added");
  }

  @Test
  void whatWaitsCanBeThrownAway() {
    upload("list.csv", "Name,What protects\nQuill,A coach\n");
    assertThat(chair.post(at + "/spreadsheet/throwing-away").page().text())
        .doesNotContain("What would be added");
    assertThat(chair.get(at + "/matrix").page().text()).doesNotContain("A coach");
  }

  @Test
  void itGoesOutStampedAndComesBackTheSame() throws Exception {
    String cell = cell("=Quill", "STRENGTHS");
    note(cell, "Plays football,\nand well", "none", "");
    note(cell, "A friend told me", "young", "yes");
    for (String file : List.of("/matrix.csv", "/matrix.xlsx")) {
      byte[] out = chair.get(at + file).response().body();
      var table = new TableReading(TableLimits.USUAL).read(out);
      assertThat(table.rows().getFirst().cells().getLast()).contains("Copy ");
      assertThat(table.rows().get(1).cell(1)).isIn("=Quill", "'=Quill");
      assertThat(String.join(" ", table.rows().get(1).cells()))
          .contains("Plays football, and well [Reported by somebody; Youth worker, Club")
          .contains("A friend told me [Reported by somebody; source withheld]");

      var again =
          chair.upload(
              at + "/spreadsheet", "file", "matrix" + file.substring(file.length() - 4), out);
      assertThat(again.page().text()).contains("There already: 1. =Quill", "Statements: 0.");
      assertThat(again.page().select("#refused")).isEmpty();
    }
  }

  @Test
  void hostileFilesAreRefusedInASentence() {
    for (String content :
        List.of("\0\0\0", "PK\3\4nothing", "<?xml version=\"1.0\"?><!DOCTYPE a>", "\"open")) {
      var refused = upload("odd.xlsx", content);
      assertThat(refused.status()).as(content).isEqualTo(422);
      assertThat(refused.page().select(".govuk-error-summary li")).hasSize(1);
    }
  }

  @Test
  void tooMuchForACellOrAFileIsSaid() throws Exception {
    var lines = new StringBuilder();
    for (int i = 0; i < 25; i++) {
      lines.append("Line ").append(i).append(' ').append("x".repeat(1_500)).append('\n');
    }
    var brought = upload("long.csv", "Name,What protects\nQuill,\"" + lines + "\"\n");
    assertThat(brought.page().text()).contains("Statements: 25.");
    chair.post(at + "/spreadsheet/taking-in", source());
    var out = chair.get(at + "/matrix.xlsx");
    assertThat(out.status()).isEqualTo(200);
    var table = new TableReading(TableLimits.USUAL).read(out.response().body());
    assertThat(String.join(" ", table.rows().get(1).cells())).contains("There is more than fits");

    var many =
        new StringBuilder(
            "Name,Concerns and vulnerabilities,Linked places and contexts,Key contacts,What protects,"
                + "Held on case systems,Services open,Who else knows them\n");
    for (int i = 0; i < 1_500; i++) {
      many.append("Young person ").append(i).append(",a,b,c,d,e,f,g\n");
    }
    assertThat(upload("many.csv", many.toString()).page().select(".govuk-error-summary").text())
        .contains("many.csv", "more than 10,000 statements");
  }

  @Test
  void twoWhoSayTheSameAtOnceLoseNothing() throws Exception {
    String exercise = at.replace("/preparing", "");
    try (var threads = java.util.concurrent.Executors.newFixedThreadPool(6)) {
      var said = new ArrayList<java.util.concurrent.Callable<Integer>>();
      for (int i = 0; i < 6; i++) {
        String plan = i % 2 == 0 ? "INTERNAL" : "PARTNERS";
        var day = TODAY.plusDays(3 + i);
        said.add(
            () ->
                chair
                    .post(
                        exercise + "/sessions",
                        "kind",
                        plan,
                        "day-day",
                        "" + day.getDayOfMonth(),
                        "day-month",
                        "" + day.getMonthValue(),
                        "day-year",
                        "" + day.getYear())
                    .status());
      }
      for (var each : threads.invokeAll(said)) {
        assertThat(each.get()).isEqualTo(200);
      }
    }
    assertThat(chair.get(exercise + "/sessions").page().select("main li")).hasSize(6);
  }

  @Test
  void strangersFindNothing() {
    String cell = cell("Quill", "CONCERNS");
    var stranger = people.signedIn(casework.aTeam("Apart").chair());
    for (String page :
        List.of("", "/subjects", "/matrix", "/questions", "/spreadsheet", "/matrix.csv")) {
      assertThat(stranger.get(at + page).status()).as(page).isEqualTo(404);
    }
    assertThat(stranger.get(cell).status()).isEqualTo(404);
    assertThat(stranger.post(cell, noted("Mine", "none", "")).status()).isEqualTo(404);
    assertThat(stranger.post(at + "/subjects", subject("ADULT", "Mine", "PART", "So")).status())
        .isEqualTo(404);
  }

  private Document add(String kind, String name, String decision, String because) {
    var added = chair.post(at + "/subjects", subject(kind, name, decision, because));
    assertThat(added.status()).isEqualTo(200);
    return added.page();
  }

  private static String[] subject(String kind, String name, String decision, String because) {
    return new String[] {"kind", kind, "name", name, "decision", decision, "because", because};
  }

  private String cell(String name, String cell) {
    add("YOUNG_PERSON", name, "PART", "On the list");
    return chair.get(at + "/matrix").page().select("a[href$=/" + cell + "]").last().attr("href");
  }

  private Visitor.Arrived note(String cell, String said, String... more) {
    return chair.post(cell, noted(said, more));
  }

  private static String[] noted(String said, String... more) {
    var all = new ArrayList<>(Arrays.asList(source()));
    all.addAll(List.of("words", said));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private static String[] source() {
    return new String[] {
      "label", "REPORTED",
      "agency", "Club",
      "role", "Youth worker",
      "knownOn-day", "2",
      "knownOn-month", "3",
      "knownOn-year", "2026",
      "reliability", "LIKELY"
    };
  }

  private Visitor.Arrived upload(String name, String content) {
    return chair.upload(
        at + "/spreadsheet", "file", name, content.getBytes(StandardCharsets.UTF_8));
  }

  static String exercise(Visitor chair, TestCasework.Team team) {
    return chair
            .post(
                "/network/exercises/new/about",
                "risk",
                "no",
                "place",
                team.id().toString(),
                "title",
                team.word() + " corner",
                "kind",
                "ASSESS",
                "basis",
                "Children Act 2004, section 11",
                "whyNow",
                "Two reports in a week.",
                "contact",
                team.word() + " desk",
                "framework",
                "contextual-safeguarding",
                "unit",
                "peer-group",
                "source",
                "police-report",
                "identified-day",
                "" + TODAY.getDayOfMonth(),
                "identified-month",
                "" + TODAY.getMonthValue(),
                "identified-year",
                "" + TODAY.getYear(),
                "agreement",
                "none",
                "objective",
                "Find out who waits at the corner.")
            .path()
        + "/preparing";
  }
}
