package org.sightline.network.taking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.documents.tables.TableLimits;
import org.sightline.documents.tables.TableReading;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Maps;
import org.sightline.network.map.Change;
import org.sightline.network.map.Drawn;
import org.sightline.network.map.Edit;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.ElementKind;
import org.sightline.network.map.Field;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

@SightlineTest
class TakingTest {

  private static final String ANN = "=Ann \"Ace\" <Invented> \u202Eمها";

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
    maps.draw(team.asChair(), work, Drawn.aPerson(ann, ANN), 0);
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
  @ValueSource(
      strings = {
        "map.graphml",
        "map.gexf",
        "map.net",
        "lines.csv",
        "lines.xlsx",
        "matrix.csv",
        "matrix.xlsx",
        "matrix-directed.csv",
        "matrix-directed.xlsx"
      })
  void whatIsTakenOutIsBroughtOntoAnotherMapTheSame(String file) {
    byte[] taken = take(file);
    var other = casework.aPieceOf(team);
    String page = "/network/maps/" + other + "/import";

    var looked = chair.upload(page, "file", file, taken);
    assertThat(looked.page().text()).contains("The file has 2 people").contains("has 1 lines");
    chair.post(looked.path(), drawn(looked));

    // What turns the direction of all that follows is taken out of what comes from outside.
    String brought = ANN.replace("\u202E", "");
    var map = maps.open(team.asChair(), other);
    assertThat(map.on(ElementKind.NODE))
        .extracting(node -> node.value(Field.LABEL))
        .containsExactlyInAnyOrder(
            file.endsWith(".net") ? brought.replace('"', '\'') : brought, "Bo Madeup \uD83E\uDD8A");
    assertThat(map.on(ElementKind.LINE))
        .extracting(line -> line.value(Field.STRENGTH))
        .containsExactly("4");
  }

  @Test
  void whatSomebodyOrALineIsComesAlongWhereTheFileSaysIt() {
    var place = ElementId.random();
    maps.draw(
        team.asChair(),
        work,
        Edit.of(
            new Change(place, Field.KIND, "PLACE"), new Change(place, Field.LABEL, "The arcade")),
        3);
    for (String file : List.of("people.csv", "people.xlsx", "map.graphml", "map.gexf")) {
      var other = casework.aPieceOf(team);
      var looked = chair.upload("/network/maps/" + other + "/import", "file", file, take(file));
      chair.post(looked.path(), drawn(looked));

      assertThat(maps.open(team.asChair(), other).on(ElementKind.NODE))
          .as(file)
          .extracting(node -> node.value(Field.KIND))
          .containsExactlyInAnyOrder("YOUNG_PERSON", "YOUNG_PERSON", "PLACE");
    }
  }

  @Test
  void theMatrixHasThePeopleAcrossAndDownAndItsStampInTheCorner() throws Exception {
    for (String file : List.of("matrix.csv", "matrix.xlsx")) {
      var table = new TableReading(TableLimits.USUAL).read(take(file));

      assertThat(table.rows()).hasSize(3);
      assertThat(table.rows().getFirst().cell(0)).startsWith("Copy ").matches(".*\\w{4}-\\w{4}");
      assertThat(table.rows().get(1).cells().subList(1, 3)).containsExactly("0", "4");
      assertThat(table.rows().get(2).cells().subList(1, 3)).containsExactly("4", "0");
    }
  }

  @Test
  void thePictureIsAPngThatPrintsOnASheetWithDayLegendAndStamp() throws Exception {
    byte[] taken = take("picture.png");
    Files.write(Path.of("target/picture.png"), taken);

    var picture = ImageIO.read(new ByteArrayInputStream(taken));
    assertThat(picture.getWidth()).isBetween(3_500, 3_520);
    assertThat(picture.getHeight()).isBetween(2_470, 2_490);
    assertThat(new String(taken, 0, 200, StandardCharsets.ISO_8859_1)).contains("pHYs");
  }

  @Test
  void theSentencesStandApartFromThePictureUnderTheNumbersOfTheLines() throws Exception {
    byte[] taken = take("picture-and-sentences.pdf");
    Files.write(Path.of("target/picture-and-sentences.pdf"), taken);

    try (var pdf = Loader.loadPDF(taken)) {
      var text = new PDFTextStripper();
      text.setStartPage(2);
      assertThat(pdf.getNumberOfPages()).isEqualTo(2);
      assertThat(text.getText(pdf))
          .contains("The lines in sentences")
          .contains("1.")
          .contains("Bo Madeup")
          .contains("source withheld")
          .doesNotContain("youth worker");
    }
    String clean = new String(take("picture.svg"), StandardCharsets.UTF_8);
    assertThat(clean).doesNotContain("source withheld").doesNotContain("strength");
  }

  @Test
  void aSpreadsheetHoldsTextWhereAFormulaWasTyped() throws Exception {
    var file = Files.createTempFile("people", ".xlsx");
    Files.write(file, take("people.xlsx"));
    try (var zip = new ZipFile(file.toFile())) {
      for (var part : Collections.list(zip.entries())) {
        String inside = new String(zip.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8);
        assertThat(inside).as(part.getName()).doesNotContain("<f>").doesNotContain("<f ");
        if (part.getName().endsWith("styles.xml")) {
          assertThat(inside).contains("formatCode=\"@\"");
        }
      }
    } finally {
      Files.delete(file);
    }
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
        .contains("a circle (young person)");
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

  /// What is asked of a file, answered.
  private static String[] drawn(Visitor.Arrived looked) {
    String edit = looked.page().select("input[name=edit]").attr("value");
    return new String[] {
      "edit",
      edit,
      "kind",
      "YOUNG_PERSON",
      "role",
      "teacher",
      "agency",
      "School",
      "seen-or-heard",
      "HEARD",
      "when-day",
      "3",
      "when-month",
      "5",
      "when-year",
      "2026"
    };
  }

  private byte[] take(String file) {
    var taken = chair.get("/network/maps/" + work + "/copies/" + file);
    assertThat(taken.status()).isEqualTo(200);
    return taken.response().body();
  }
}
