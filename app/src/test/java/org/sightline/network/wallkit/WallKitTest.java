package org.sightline.network.wallkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.access.Casework;
import org.sightline.kernel.Role;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Maps;
import org.sightline.network.TestExercises;
import org.sightline.network.map.Change;
import org.sightline.network.map.Edit;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.Field;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestPeople;
import org.sightline.testing.TestSessions;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// A map on a wall and on a large screen (B78).
@SightlineTest
class WallKitTest {

  @Autowired private ApplicationContext application;
  @Autowired private TestPeople people;
  @Autowired private TestCasework casework;
  @Autowired private Casework work;
  @Autowired private Maps maps;

  private TestCasework.Team team;
  private Visitor chair;
  private WorkspaceId exercise;
  private String map;

  @BeforeEach
  void open() {
    team = casework.aTeam("Walls");
    chair = people.signedIn(team.chair());
    exercise = TestExercises.open(chair, team);
    map = "/network/maps/" + exercise;
    work.letIn(team.asChair(), exercise, team.practitioner().username(), Role.PRACTITIONER);
  }

  @Test
  void theSheetHasTheObjectiveAndTheLegendEverySign() throws IOException {
    String objective =
        chair
            .get("/network/exercises/" + exercise)
            .page()
            .select(".govuk-inset-text .as-typed")
            .text();
    assertThat(text(map + "/wall-kit/sheet.pdf"))
        .contains(objective, "Day of the meeting", "Copy")
        .containsAnyOf("Contextual Safeguarding: ", "Harm outside the Home: ");
    assertThat(text(map + "/wall-kit/legend.pdf"))
        .contains("Young person", "Something we do not know", "Heard only")
        .doesNotContain("Copy");
    assertThat(chair.get(map).page().select("a[href$=/wall-kit]")).hasSize(1);
  }

  @Test
  void labelsHaveLettersThatStayTheSameForEverybody() throws IOException {
    UUID record =
        casework.aPerson(team.asChair(), exercise, "Kit", "Away", LocalDate.of(2011, 3, 4)).value();
    node("YOUNG_PERSON", "Kit Away", record);
    node("YOUNG_PERSON", "Quill Invented", null);
    node("ADULT", "Bo Madeup", null);

    assertThat(text(map + "/wall-kit/labels-letters.pdf"))
        .containsPattern("Young person [A-Z]")
        .containsPattern("Adult [A-Z]")
        .doesNotContain("Quill", "Kit", "Bo Madeup");
    String quill = letterOf(chair, "Quill");
    String kit = letterOf(chair, "Kit Away");
    assertThat(kit).isNotEqualTo(quill);
    assertThat(text(map + "/wall-kit/labels-names.pdf")).contains("Quill Invented", "Kit Away");

    casework.keepAway(team.asChair(), exercise, record, team.asPractitioner().user());
    var practitioner = people.signedIn(team.practitioner());
    var page = practitioner.get(map + "/wall-kit").page();
    assertThat(page.text()).doesNotContain("Kit Away", kit);
    assertThat(letterOf(practitioner, "Quill")).isEqualTo(quill);
    assertThat(practitioner.get(map + "/screen").withoutKeys())
        .contains("Quill Invented")
        .doesNotContain("Kit Away");
  }

  private String letterOf(Visitor reader, String name) {
    var row = reader.get(map + "/wall-kit").page().select("tr:contains(" + name + ")").text();
    return row.replaceAll(".*(Young person [A-Z]+).*", "$1");
  }

  @Test
  void theLargeScreenShowsTheMapAndNothingToWorkWith() {
    node("YOUNG_PERSON", "Quill Invented", null);
    var page = chair.get(map + "/screen").page();
    assertThat(page.select("svg").text()).contains("Quill Invented");
    assertThat(page.select("header nav, form, button")).isEmpty();
    assertThat(people.signedIn(Role.ANALYST).get(map + "/screen").status()).isEqualTo(404);
    assertThat(people.signedIn(Role.ANALYST).get(map + "/wall-kit").status()).isEqualTo(404);
  }

  /// AN-10: a map that asks for news by itself keeps nobody signed in; a screen in a meeting does.
  @Test
  void aMapThatLooksForNewsByItselfKeepsNobodySignedIn() {
    String news = map + "/drawn?after=0";
    TestSessions.usedAgo(application, team.chair().id(), Duration.ofMinutes(14));
    assertThat(chair.get(news).status()).isEqualTo(200);
    assertThat(chair.get(map + "/screen").page().select("[data-in-session]")).isEmpty();
    TestSessions.usedAgo(application, team.chair().id(), Duration.ofMinutes(14));
    assertThat(chair.get(news).path()).isEqualTo(map + "/drawn");
    TestSessions.usedAgo(application, team.chair().id(), Duration.ofMinutes(16));

    assertThat(chair.get(news).path()).isEqualTo("/signing-in");
    assertThat(chair.get(map + "/screen").path()).isEqualTo("/signing-in");
  }

  private void node(String kind, String label, UUID record) {
    var node = ElementId.random();
    var changes =
        new java.util.ArrayList<>(
            List.of(new Change(node, Field.KIND, kind), new Change(node, Field.LABEL, label)));
    if (record != null) {
      changes.add(new Change(node, Field.RECORD, record.toString()));
    }
    maps.draw(team.asChair(), exercise, new Edit(UUID.randomUUID(), changes), 1_000);
  }

  private String text(String address) throws IOException {
    byte[] file = chair.get(address).response().body();
    java.nio.file.Files.write(
        java.nio.file.Path.of("target", address.replaceAll(".*/", "wall-")), file);
    try (var document = Loader.loadPDF(file)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }
}
