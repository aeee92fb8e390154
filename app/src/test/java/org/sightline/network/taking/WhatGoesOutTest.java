package org.sightline.network.taking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.documents.tables.TableLimits;
import org.sightline.documents.tables.TableReading;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Maps;
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

/// What is said beside the picture of a map, in its tables and in copies (B17, B91; practice.md,
/// Safety 3). Of the one line there is, a young person is the source.
@SightlineTest
class WhatGoesOutTest {

  @Autowired private Maps maps;
  @Autowired private TestCasework casework;
  @Autowired private TestPeople people;

  private final ElementId bo = ElementId.random();
  private final ElementId line = ElementId.random();
  private TestCasework.Team team;
  private WorkspaceId work;
  private Visitor chair;

  @BeforeEach
  void draw() {
    team = casework.aTeam("Going out");
    work = casework.aPieceOf(team);
    chair = people.signedIn(team.chair());
    var ann = ElementId.random();
    var report = ElementId.random();
    draw(
        Drawn.aPerson(ann, "Ann Invented")
            .and(Drawn.aPerson(bo, "Bo Madeup"))
            .and(
                Edit.of(
                    new Change(line, Field.FROM, "" + ann),
                    new Change(line, Field.TO, "" + bo),
                    new Change(line, Field.STRENGTH, "4")))
            .and(Drawn.aReport(report, line, "2026-11-03"))
            .and(Edit.of(new Change(report, Field.BY_A_YOUNG_PERSON, "YES"))));
  }

  @Test
  void whatIsSaidBesideThePictureGoesOutUnlessAYoungPersonSaidIt() throws IOException {
    var cy = ElementId.random();
    var arcade = ElementId.random();
    var theirs = ElementId.random();
    draw(
        Drawn.aPerson(cy, "Cy Invented")
            .and(Drawn.aPerson(arcade, "The arcade"))
            .and(Drawn.aLine(theirs, cy, arcade))
            .and(
                Edit.of(
                    new Change(arcade, Field.NOTE, "Closes at ten."),
                    new Change(bo, Field.NOTE, "Told us by a pupil."),
                    new Change(theirs, Field.NARRATIVE, "Waits by the door."),
                    new Change(theirs, Field.SEEN_BY, "Pupil P"),
                    new Change(line, Field.NARRATIVE, "Said by Pupil Q"))));

    for (String file : List.of("lines.csv", "map.graphml", "map.gexf")) {
      assertThat(text(file)).as(file).contains("Waits by the door.").doesNotContain("Pupil");
    }
    assertThat(text("people.csv")).contains("Closes at ten.").doesNotContain("pupil");
    try (var pdf = Loader.loadPDF(take("picture-and-sentences.pdf"))) {
      assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
          .contains("Waits by the door.", "The arcade: Closes at ten.")
          .doesNotContain("Pupil", "pupil");
    }
  }

  /// RR-07: the label survives every export; a young person's own words stay inside.
  @Test
  void whatIsTypedFreelyLeavesWithItsLabelAndOwnWordsDoNotLeave() throws IOException {
    var cy = ElementId.random();
    var arcade = ElementId.random();
    var theirs = ElementId.random();
    draw(
        Drawn.aPerson(cy, "Cy Invented")
            .and(Drawn.aPerson(arcade, "The arcade"))
            .and(Drawn.aLine(theirs, cy, arcade))
            .and(
                Edit.of(
                    new Change(arcade, Field.NOTE, "Closes at ten."),
                    new Change(arcade, Field.NOTE_LABEL, "FACT"),
                    new Change(cy, Field.NOTE, "I go when I want."),
                    new Change(cy, Field.NOTE_LABEL, Field.OWN_WORDS),
                    new Change(theirs, Field.NARRATIVE, "Waits by the door."),
                    new Change(theirs, Field.NARRATIVE_LABEL, "OPINION"))));

    for (String file : List.of("lines.csv", "map.graphml", "map.gexf")) {
      assertThat(text(file)).as(file).contains("Waits by the door. (professional opinion)");
    }
    assertThat(text("people.csv")).contains("Closes at ten. (fact)").doesNotContain("I go when");
    try (var pdf = Loader.loadPDF(take("picture-and-sentences.pdf"))) {
      assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
          .contains("Waits by the door. (professional opinion)", "Closes at ten. (fact)")
          .doesNotContain("I go when");
    }
    draw(Edit.of(new Change(theirs, Field.NARRATIVE_LABEL, Field.OWN_WORDS)));
    assertThat(text("lines.csv")).doesNotContain("Waits by the door.");
  }

  @Test
  void aLineThatIsOverIsSoWhereTheFileCanSayItAndIsLeftOutWhereItCannot() throws Exception {
    draw(Edit.of(new Change(line, Field.CURRENT, "NO")));

    assertThat(text("lines.csv")).contains("This is over.", "No longer holds");
    assertThat(text("map.graphml")).contains("<data key=\"l-current\">NO</data>");
    assertThat(text("map.gexf")).contains("for=\"current\" value=\"NO\"");
    assertThat(text("map.net")).doesNotContain("1 2 4", "2 1 4");
    var matrix = new TableReading(TableLimits.USUAL).read(take("matrix.csv"));
    assertThat(matrix.rows().get(1).cells().subList(1, 3)).containsExactly("0", "0");
  }

  @Test
  void nothingOfThePictureIsOnlyInItsColour() {
    var gang = ElementId.random();
    var cy = ElementId.random();
    String plain = text("picture.svg");
    assertThat(plain).doesNotContain(">−</text>").doesNotContain("<path");
    draw(
        Edit.of(
                new Change(gang, Field.KIND, "PEER_GROUP"),
                new Change(gang, Field.LABEL, "Arcade regulars"))
            .and(Drawn.aPerson(cy, "Cy Invented"))
            .and(Edit.of(new Change(bo, Field.BEARING, "OF_CONCERN"))));
    for (var one : List.of(bo, cy)) {
      var part = ElementId.random();
      draw(Drawn.aLine(part, one, gang).and(Edit.of(new Change(part, Field.LINE_KIND, "PART_OF"))));
    }

    String svg = text("picture.svg");
    assertThat(svg).contains(">−</text>");
    assertThat(svg.split("<path", -1)).as("one outline, around the group").hasSize(2);
    assertThat(svg)
        .as("how strong was not asked is no strength")
        .contains("stroke-width=\"1.0\"")
        .contains("stroke-width=\"5.5\"");
  }

  @Test
  void whatThePoliceSharedOnConditionsIsSaidBeforeAndInTheCopy() {
    String page = "/network/maps/" + work + "/copies";
    assertThat(chair.get(page).page().text()).doesNotContain("set conditions");
    var report = ElementId.random();
    draw(
        Drawn.aReport(report, line, "2026-05-04")
            .and(
                Edit.of(
                    new Change(report, Field.BY_THE_POLICE, "YES"),
                    new Change(report, Field.GRADING, "1AC"))));

    assertThat(chair.get(page).page().text())
        .contains("conditions on what they supplied for 1 line");
    assertThat(text("lines.csv")).contains("from the police on conditions").doesNotContain("1AC");
  }

  @Test
  void whatElseSomebodyIsCalledAndTheirPartInTheGroupStandBesideTheirName() {
    draw(
        Edit.of(
            new Change(bo, Field.ALIASES, "Bosun"),
            new Change(bo, Field.PART_IN_GROUP, "AT_THE_EDGE")));

    assertThat(text("people.csv")).contains("also called Bosun", "at the edge of the group");
    assertThat(text("map.graphml")).contains(">Bosun<", ">AT_THE_EDGE<");
    assertThat(chair.get("/network/maps/" + work + "/table").page().text())
        .contains("Young person, also called Bosun, at the edge of the group");
  }

  @Test
  void theTableSaysWhatTheLookOfALineSays() {
    draw(Edit.of(new Change(line, Field.CURRENT, "NO")));
    var old = ElementId.random();
    var cy = ElementId.random();
    var report = ElementId.random();
    draw(
        Drawn.aPerson(cy, "Cy Invented")
            .and(Edit.of(new Change(old, Field.FROM, "" + bo), new Change(old, Field.TO, "" + cy)))
            .and(Drawn.aReport(report, old, "2020-02-03")));
    draw(Edit.of(new Change(report, Field.SEEN_OR_HEARD, "HEARD")));

    String page = "/network/maps/" + work;
    assertThat(chair.get(page + "/table").page().select("table").last().text())
        .contains("Seen, or from the police, over")
        .contains("Heard only, older than the review interval")
        .contains("since 3 February 2020");
    assertThat(chair.get(page + "/elements/" + old).page().text())
        .contains("Heard only, older than the review interval");
    assertThat(new String(chair.get(page + "/drawn").response().body(), StandardCharsets.UTF_8))
        .contains("\"Heard only, older");
  }

  @Test
  void aPictureShowsWhatIsOnTheScreenAndSaysWhatItLeavesOut() throws IOException {
    var cy = ElementId.random();
    var home = ElementId.random();
    draw(
        Drawn.aPerson(cy, "Cy Invented")
            .and(
                Edit.of(
                    new Change(home, Field.KIND, "HOME"), new Change(home, Field.LABEL, "Flat 9")))
            .and(Drawn.aLine(ElementId.random(), bo, home))
            .and(Drawn.aLine(ElementId.random(), cy, home)));
    assertThat(text("picture.svg")).contains("Flat 9").doesNotContain("Left out");
    String query = "?around=" + bo + "&only=harm-open&without=HOME,GAP";

    var page = chair.get("/network/maps/" + work + "/copies" + query).page();
    String said =
        "Shown: 2 of 4 on the map, and 1 of 3 lines. Left out: Home or address, Something we do not"
            + " know. Only lines that are: with questions not asked yet. Only Bo Madeup and what is"
            + " joined to it.";
    assertThat(page.select("[data-screen]").text()).contains(said);
    assertThat(page.select("a[href$='picture.png" + query + "']")).hasSize(1);
    assertThat(page.select("a[href$='people.csv']")).hasSize(1);
    assertThat(page.select(".purpose-of-copies input[name=without]").val()).isEqualTo("HOME,GAP");

    assertThat(letters(text("picture.svg" + query)))
        .contains(letters("Ann Invented"), letters("Bo Madeup"), letters(said))
        .doesNotContain(letters("Flat 9"), letters("Cy Invented"));
    try (var pdf = Loader.loadPDF(take("picture-and-sentences.pdf" + query))) {
      assertThat(letters(new PDFTextStripper().getText(pdf)))
          .contains(letters(said), letters("Ann Invented and Bo Madeup"))
          .doesNotContain(letters("Flat 9"));
    }
    assertThat(text("people.csv" + query)).contains("Flat 9");
    for (String wrong : List.of("without=BOAT", "only=nice", "around=me", "without=HOME,")) {
      assertThat(chair.get("/network/maps/" + work + "/copies/picture.svg?" + wrong).status())
          .as(wrong)
          .isEqualTo(404);
    }
    draw(Edit.of(new Change(bo, Field.OFF, "moved away")));
    assertThat(chair.get("/network/maps/" + work + "/copies/picture.svg" + query).status())
        .isEqualTo(422);
  }

  /// However the words are broken into rows.
  private static String letters(String text) {
    return text.replaceAll("<[^>]*>|\\s", "");
  }

  @Test
  void everythingStaysWhereItStoodOnTheScreen() {
    String pins = bo + " 12.5 -40.0";
    assertThat(chair.post("/network/maps/" + work + "/pins", "pins", bo + " far away").status())
        .isEqualTo(422);

    var kept = chair.post("/network/maps/" + work + "/pins", "pins", pins);

    assertThat(kept.page().text()).contains("1 is kept where it stands");
    assertThat(text("picture.svg")).contains("cx=\"12.5\" cy=\"-40.0\"");
    maps.undo(team.asChair(), work, "a slip");
    assertThat(text("picture.svg")).doesNotContain("cx=\"12.5\" cy=\"-40.0\"");
  }

  private void draw(Edit edit) {
    maps.draw(team.asChair(), work, edit, maps.open(team.asChair(), work).last());
  }

  private String text(String file) {
    return new String(take(file), StandardCharsets.UTF_8);
  }

  private byte[] take(String file) {
    var taken = chair.get("/network/maps/" + work + "/copies/" + file);
    assertThat(taken.status()).isEqualTo(200);
    return taken.response().body();
  }
}
