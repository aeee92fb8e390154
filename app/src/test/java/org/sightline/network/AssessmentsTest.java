package org.sightline.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.map.Edit;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.Field;
import org.sightline.network.map.NodeKind;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// The prompts after mapping (B47 to B50), and earlier work at the same place (B16).
@SightlineTest
class AssessmentsTest {

  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

  @Autowired private TestPeople people;
  @Autowired private TestCasework casework;
  @Autowired private Maps maps;
  @Autowired private Assessments assessments;

  private TestCasework.Team team;
  private Visitor chair;
  private SignedIn asChair;
  private WorkspaceId work;
  private String exercise;

  @BeforeEach
  void open() {
    team = casework.aTeam("Thresholds");
    asChair = team.asChair();
    chair = people.signedIn(team.chair());
    exercise = PreparingTest.exercise(chair, team).replaceAll("(/exercises/[^/]+).*", "$1");
    work = WorkspaceId.of(exercise.substring(exercise.lastIndexOf('/') + 1));
  }

  @Test
  void afterAMeetingTheTwoQuestionsAreAskedAndPeopleDecide() {
    assertThat(chair.get(exercise).page().text()).doesNotContain("To be decided after mapping");
    var planned = chair.post(exercise + "/sessions", Typed.day("kind", "INTERNAL", TODAY));
    chair.post(planned.path() + "/day", Typed.day("state", "held", TODAY));
    assertThat(chair.get(exercise).page().text()).contains("To be decided after mapping");

    String at = exercise + "/assessments/CONTEXT";
    var refused = chair.post(at, "first", "YES", "why", "Three reports in a month");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.page().select("#why").text()).isEqualTo("Three reports in a month");
    assertThat(chair.post(at, decision("YES", "element", UUID.randomUUID() + "")).status())
        .isEqualTo(422);
    var arcade = node(NodeKind.PLACE, "Invented arcade");
    var decided = chair.post(at, decision("YES", "element", arcade.toString()));

    assertThat(decided.page().text())
        .contains(
            "Yes, a context assessment",
            "About: Invented arcade",
            "Measured by \"Levels of need\", version May 2026.",
            "Decided by Service manager");
    assertThat(assessments.asked(asChair, work)).containsExactly(ThresholdDecision.Question.PEER);
    var next = chair.get(exercise + "/assessments/PEER").page();
    assertThat(next.select("#document").val()).isEqualTo("Levels of need");
    assertThat(next.select("#version").val()).isEqualTo("May 2026");
    assertThat(next.select("#why").text()).isEmpty();
    String undo = decided.page().select("form[action$=/taking-back]").attr("action");
    chair.post(undo);
    assertThat(assessments.asked(asChair, work)).hasSize(2);
    assertThat(assessments.of(asChair, work)).hasSize(1);
    assertThat(chair.post(undo).status()).isEqualTo(404);
    chair.post(undo.replace("/taking-back", "/return"));
    assertThat(assessments.asked(asChair, work)).hasSize(1);
  }

  @Test
  void aThresholdDocumentIsKeptAsItWasAndHandedOutToThoseWhoWorkOnItOnly() throws Exception {
    String at = exercise + "/assessments/documents";
    assertThat(chair.get(exercise + "/assessments").page().select("a[href='" + at + "']"))
        .hasSize(1);
    var text = upload(at, "levels.pdf", "Not a document".getBytes(StandardCharsets.UTF_8));
    assertThat(text.status()).isEqualTo(422);
    assertThat(text.page().select("#file-error").text()).contains("PDF");
    assertThat(text.page().select("#document").val()).isEqualTo("Levels of need");
    assertThat(upload(at, "levels.pdf", new byte[0]).page().text()).contains("Choose the file");
    assertThat(upload(at, "levels.pdf", new byte[11 * 1024 * 1024]).page().text())
        .contains("larger than 10 MB");
    assertThat(chair.get(at).page().select("main li")).isEmpty();

    byte[] pdf = aPdf();
    var kept = upload(at, "levels.pdf", pdf).page();
    assertThat(kept.text()).contains("Levels of need, version May 2026");
    String one = kept.select("main li a").attr("href");
    var opened = chair.get(one).response();
    assertThat(opened.body()).isEqualTo(pdf);
    assertThat(opened.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment");
    var glass =
        chair.post(
            "/break-glass/" + people.school(),
            "category",
            "MISSING",
            "reason",
            "A pupil of theirs is missing.");
    assertThat(chair.get(one).status()).as("no file leaves in an emergency").isEqualTo(422);
    chair.post(glass.page().select(".emergency form").attr("action"));
    var outsider = people.signedIn(team.practitioner());
    assertThat(outsider.get(at).status()).isEqualTo(404);
    assertThat(outsider.get(one).status()).isEqualTo(404);
    assertThat(outsider.post(one + "/throwing-away").status()).isEqualTo(404);

    assertThat(chair.post(one + "/throwing-away").page().select("main li")).isEmpty();
    assertThat(chair.get(one).status()).isEqualTo(404);
  }

  @Test
  void whatWasParkedIsWhatANewExerciseBeginsWith() {
    var planned = chair.post(exercise + "/sessions", Typed.day("kind", "INTERNAL", TODAY));
    var noted =
        chair.post(
            planned.path() + "/notes", "note", "TANGENT", "words", "Who sells at the park gate?");
    String link = noted.page().select("a[href^=/network/exercises/new]").attr("href");
    assertThat(link).doesNotContain("park");

    var risk = chair.get(link).page();
    String query = link.replaceAll(".*\\?", "");
    assertThat(risk.select("input[name=tangent]")).hasSize(1);
    var about = chair.get("/network/exercises/new/about?risk=no&" + query).page();
    assertThat(about.select("#objective").text()).isEqualTo("Who sells at the park gate?");
    assertThat(about.select("#sourceWords").text()).startsWith("Parked on ");
    assertThat(about.select("input[name=framework][checked]")).hasSize(1);
    var stranger = people.signedIn(casework.aTeam("Elsewhere").chair());
    assertThat(stranger.get("/network/exercises/new/about?risk=no&" + query).page().text())
        .doesNotContain("park gate");
  }

  private Visitor.Arrived upload(String at, String name, byte[] file) {
    return chair.upload(
        at, "file", name, file, "document", "Levels of need", "version", "May 2026");
  }

  private static byte[] aPdf() throws java.io.IOException {
    try (var document = new PDDocument();
        var out = new ByteArrayOutputStream()) {
      document.addPage(new PDPage());
      document.addPage(new PDPage());
      document.save(out);
      return out.toByteArray();
    }
  }

  @Test
  void earlierWorkAtTheSamePlaceIsFoundAmongOnesOwnOnly() {
    var strangers = casework.aTeam("Elsewhere");
    var stranger = people.signedIn(strangers.chair());
    String theirs = PreparingTest.exercise(stranger, strangers);
    String earlier = PreparingTest.exercise(chair, team);
    String place = "Arcade " + UUID.randomUUID();
    String here = exercise + "/preparing/earlier";
    subject(chair, exercise + "/preparing", place);
    subject(stranger, theirs, place);
    assertThat(chair.get(here).page().text()).contains("None of the exercises you are part of");

    subject(chair, earlier, place.toUpperCase(java.util.Locale.UK));

    var found = chair.get(here).page().select("main li");
    assertThat(found).hasSize(1);
    assertThat(found.select("a").attr("href")).isEqualTo(earlier.replace("/preparing", ""));
    assertThat(found.text()).contains(place, "identified");
    incident(earlier, place);
    assertThat(chair.get(here).page().select("[data-incidents] li").eachText())
        .containsExactly("A picture went round, 3 May 2026, Sharing images");
    assertThat(stranger.get(here).status()).isEqualTo(404);
  }

  private void incident(String preparing, String place) {
    String id = preparing.replaceAll("/preparing$", "").replaceAll(".*/", "");
    var there = org.sightline.kernel.WorkspaceId.of(id);
    var incident = ElementId.random();
    var at = ElementId.random();
    maps.draw(
        asChair,
        there,
        Edit.of(at, Map.of(Field.KIND, "PLACE", Field.LABEL, place))
            .and(
                Edit.of(
                    incident,
                    Map.of(
                        Field.KIND,
                        "INCIDENT",
                        Field.LABEL,
                        "A picture went round",
                        Field.HAPPENED_ON,
                        "2026-05-03",
                        Field.THEME,
                        "Sharing images")))
            .and(org.sightline.network.map.Drawn.aLine(ElementId.random(), incident, at)),
        0);
  }

  private static void subject(Visitor visitor, String preparing, String place) {
    var added =
        visitor.post(
            preparing + "/subjects",
            "kind",
            "PLACE",
            "name",
            place,
            "decision",
            "PART",
            "because",
            "Named in both reports");
    assertThat(added.status()).isEqualTo(200);
  }

  private ElementId node(NodeKind kind, String name) {
    var id = ElementId.random();
    maps.draw(
        asChair,
        work,
        Edit.of(id, Map.of(Field.KIND, kind.name(), Field.LABEL, name)),
        maps.open(asChair, work).last());
    return id;
  }

  private static String[] decision(String decision, String... more) {
    return Typed.with(
        Typed.day(
            TODAY,
            "day",
            "first",
            "YES",
            "second",
            "NOT_SURE",
            "decision",
            decision,
            "document",
            "Levels of need",
            "version",
            "May 2026",
            "decided-by",
            "Service manager",
            "why",
            "Three reports in a month"),
        more);
  }
}
