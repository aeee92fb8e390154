package org.sightline.network.taking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Maps;
import org.sightline.network.exchange.Directions;
import org.sightline.network.exchange.MapFile;
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

@SightlineTest
class TakingTest {

  @Autowired private Maps maps;
  @Autowired private TestCasework casework;
  @Autowired private TestPeople people;

  private TestCasework.Team team;
  private WorkspaceId work;
  private Visitor chair;

  @BeforeEach
  void draw() {
    team = casework.aTeam("Taking");
    work = casework.aPieceOf(team);
    chair = people.signedIn(team.chair());
    var ann = ElementId.random();
    var bo = ElementId.random();
    var line = ElementId.random();
    var report = ElementId.random();
    maps.draw(team.asChair(), work, Drawn.aPerson(ann, "=Ann \"Ace\" <Invented> \u202Eمها"), 0);
    maps.draw(team.asChair(), work, Drawn.aPerson(bo, "Bo Madeup \uD83E\uDD8A"), 1);
    maps.draw(
        team.asChair(),
        work,
        Edit.of(
                new Change(line, Field.FROM, "" + ann),
                new Change(line, Field.TO, "" + bo),
                new Change(line, Field.STRENGTH, "4"))
            .and(Drawn.aReport(report, line, "2026-05-03"))
            .and(Edit.of(new Change(report, Field.BY_A_YOUNG_PERSON, "YES"))),
        2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"map.graphml", "map.gexf", "map.net"})
  void whatIsWrittenForOtherProgramsReadsBackTheSame(String file) throws Exception {
    byte[] taken = take(file);

    var read = MapFile.of(file, taken).read(Directions.GUESS);

    assertThat(read.nodes()).hasSize(2);
    assertThat(read.nodes().getFirst().label()).contains("Ann").contains("<Invented>");
    assertThat(read.nodes().getLast().label()).isEqualTo("Bo Madeup \uD83E\uDD8A");
    assertThat(read.lines()).hasSize(1);
    assertThat(read.lines().getFirst().weight()).isEqualTo(4.0);
    assertThat(read.refused()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"picture.svg", "map.graphml", "map.gexf", "lines.csv"})
  void aYoungPersonIsNoSourceInAnythingThatLeaves(String file) {
    String taken = new String(take(file), StandardCharsets.UTF_8);

    assertThat(taken).doesNotContain("youth worker").doesNotContain("a young person, seen");
    if (!file.endsWith("svg")) {
      assertThat(taken).contains("source withheld");
    }
  }

  @Test
  void aTableIsStampedAndStartsNoFormula() {
    String taken = new String(take("people.csv"), StandardCharsets.UTF_8);

    assertThat(taken).contains("\"'=Ann").contains("Copy ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"picture-a4.pdf", "picture-a3.pdf"})
  void theMapPrintsOnOneSheetWithItsDateAndStamp(String file) throws Exception {
    byte[] taken = take(file);
    Files.write(Path.of("target/" + file), taken);

    try (var pdf = Loader.loadPDF(taken)) {
      assertThat(pdf.getNumberOfPages()).isEqualTo(1);
      assertThat(new PDFTextStripper().getText(pdf)).contains("Copy ");
    }
    assertThat(new String(take("picture.svg"), StandardCharsets.UTF_8))
        .contains("Bo Madeup")
        .contains("Map as of")
        .contains("A circle is a young person");
  }

  @Test
  void anEmptyMapIsAPictureToo() {
    var empty = casework.aPieceOf(team);
    var taken = chair.get("/network/maps/" + empty + "/copies/picture.svg");

    assertThat(taken.status()).isEqualTo(200);
  }

  @Test
  void nobodyElseTakesItAndAnotherNameIsNotThere() {
    var stranger = people.signedIn(casework.aTeam("Elsewhere").chair());

    assertThat(stranger.get("/network/maps/" + work + "/copies/map.gexf").status()).isEqualTo(404);
    assertThat(chair.get("/network/maps/" + work + "/copies/passwords").status()).isEqualTo(404);
  }

  private byte[] take(String file) {
    var taken = chair.get("/network/maps/" + work + "/copies/" + file);
    assertThat(taken.status()).isEqualTo(200);
    return taken.response().body();
  }
}
