package org.sightline.network.together;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.Ids;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Role;
import org.sightline.testing.SightlineTest;

/// Who sees a young person's own map, beside which map, and on what paper (practice.md, Safety 3).
@SightlineTest
class OwnMapsSeenTest extends OwnMapsCase {

  @Test
  void aTabletThatWasHandedOverShowsNothingElse() {
    chair.get(base + "/telling?handing=over");
    chair.post(base + "/telling", "answer", "yes");
    assertThat(chair.get(base + "/map").heading()).isEqualTo("My map");
    for (String staff :
        List.of(base, list, "/network/exercises/" + exercise, base + "/comparing")) {
      assertThat(chair.get(staff).path()).isEqualTo("/signing-in-again");
    }
  }

  @Test
  void nobodyElseSeesIt() {
    begin();
    put("Kit", "1", "FRIEND", "");
    var outsider = people.signedIn(team.practitioner());
    for (String page : List.of("", "/map", "/comparing", "/telling", "/questions/1")) {
      assertThat(outsider.get(base + page).status()).as(page).isEqualTo(404);
    }
    work.letIn(team.asChair(), exercise, team.practitioner().username(), Role.PRACTITIONER);
    assertThat(outsider.get(base + "/map").page().text()).contains("Kit");
    var graph = chair.get("/network/maps/" + exercise + "/drawn");
    assertThat(graph.withoutKeys()).doesNotContain("Kit");
  }

  @Test
  void whoIsKeptAwayFromTheYoungPersonFindsNoMap() {
    var asChair = team.asChair();
    work.letIn(asChair, exercise, team.practitioner().username(), Role.PRACTITIONER);
    UUID record =
        casework.aPerson(asChair, exercise, "Kept", "Away", LocalDate.of(2011, 3, 4)).value();
    UUID kept = subject("Kept Away", record);
    String theirs = list + "/" + kept;
    chair.post(theirs + "/telling", "answer", "yes");
    var practitioner = people.signedIn(team.practitioner());
    assertThat(practitioner.get(theirs + "/map").status()).isEqualTo(200);

    casework.keepAway(asChair, exercise, record, team.asPractitioner().user());

    assertThat(practitioner.get(theirs + "/map").status()).isEqualTo(404);
    assertThat(practitioner.get(list).page().text()).doesNotContain("Kept");
  }

  @Test
  void aFriendWhoIsClosedToTheReaderIsNotOnItForThem() {
    var asChair = team.asChair();
    work.letIn(asChair, exercise, team.practitioner().username(), Role.PRACTITIONER);
    UUID record =
        casework.aPerson(asChair, exercise, "Kit", "Away", LocalDate.of(2011, 3, 4)).value();
    var node = node(asChair, "Kit Away", record);
    begin();
    UUID kit = Ids.parse(last(put("Kit", "1", "FRIEND", "").select("li a").attr("href")));
    chair.post(base + "/questions/5", "people", kit.toString(), "words", "Kit would come");
    own.join(asChair, exercise, young, kit, node);
    casework.keepAway(asChair, exercise, record, team.asPractitioner().user());

    var practitioner = people.signedIn(team.practitioner());
    assertThat(practitioner.get(base + "/map").page().text()).doesNotContain("Kit");
    assertThat(practitioner.get(base + "/comparing").page().text()).doesNotContain("Kit");
    assertThat(chair.get(base + "/comparing").page().text()).contains("Kit would come");
    assertThatThrownBy(() -> own.join(team.asPractitioner(), exercise, young, kit, node))
        .isInstanceOf(NotThere.class);
  }

  @Test
  void namesAreJoinedOnlyByAPersonAndTheJoinCanBeTakenBack() {
    var asChair = team.asChair();
    var me = node(asChair, "Quill Invented", null);
    var kit = node(asChair, "kit", null);
    var bo = node(asChair, "Bo Madeup", null);
    line(asChair, me, kit, "1", "OF_CONCERN");
    line(asChair, me, bo, "4", "PROTECTIVE");
    begin();
    var page = put("Kit", "1", "FRIEND", "");
    String someone = last(page.select("li a").attr("href"));
    put("Ash", "2", "FAMILY", "");
    chair.post(base + "/questions/3", "people", someone);

    String at = base + "/comparing";
    var before = chair.get(at).page();
    assertThat(section(before, "only-they")).contains("Kit", "Ash", "Yes, the same: kit");
    assertThat(section(before, "only-we")).contains("Say first who they are").doesNotContain("Bo");
    assertThat(section(before, "differently")).contains("Nothing so far");
    assertThat(chair.post(at, "someone", someone, "node", "").status()).isEqualTo(422);

    String map = before.select("input[name=someone]").first().val();
    chair.post(at, "someone", map, "node", me.toString());
    String ash =
        before.select("#only-they ~ ul li:contains(Ash) input[name=someone]").first().val();
    var free = chair.post(at, "someone", ash, "node", node(asChair, "Ash", null).toString());
    String bring = free.page().select("a[href*=lines/new]").attr("href");
    assertThat(chair.get(bring).page().select("#by-a-young-person[checked]"))
        .as("nobody has to remember that a young person said it")
        .hasSize(1);
    var joined = chair.post(at, "someone", someone, "node", kit.toString()).page();
    assertThat(section(joined, "only-they")).contains("Ash").doesNotContain("Kit");
    assertThat(section(joined, "only-we")).contains("Bo Madeup").doesNotContain("kit");
    assertThat(section(joined, "differently"))
        .contains("closer for them", "good for them", "They mean kit");
    assertThat(chair.post(at, "someone", someone, "node", bo.toString()).page().text())
        .contains("joined already");

    String back = joined.select("#differently ~ ul form").attr("action");
    var apart = chair.post(back).page();
    assertThat(section(apart, "only-they")).contains("Kit", "Yes, the same: kit");
    assertThat(chair.post(back).status()).isEqualTo(404);
  }

  @Test
  void theSheetsArePrintedEmptyAndAsTheyWereDrawn() throws Exception {
    for (String paper : List.of("a4", "a3")) {
      var empty = pdf(list + "/blank/sheet-" + paper + ".pdf");
      assertThat(empty.pages()).isEqualTo(2);
      assertThat(empty.text())
          .contains("Who is good for you?", "If I am worried", "Date", "Who do we agree")
          .doesNotContain("Quill", "Copy");
    }
    begin();
    put("Kit", "1", "FRIEND", "since primary");
    chair.post(base + "/questions/10", "words", "Once, at the arcade");
    plan("STRENGTHS", "Football twice a week");
    assertThat(chair.get(base + "/copies").page().select("a[href$=.pdf]")).hasSize(2);
    for (String paper : List.of("a4", "a3")) {
      var drawn = pdf(base + "/copies/map-" + paper + ".pdf");
      assertThat(drawn.text())
          .contains("Kit", "since primary", "Football twice a week", "Copy")
          .contains("the young person whose map it is")
          .doesNotContain("arcade", "Quill");
    }
  }

  private record Printed(int pages, String text) {}

  private Printed pdf(String address) throws java.io.IOException {
    byte[] file = chair.get(address).response().body();
    java.nio.file.Files.write(
        java.nio.file.Path.of("target", address.replaceAll(".*/", "own-")), file);
    try (var document = org.apache.pdfbox.Loader.loadPDF(file)) {
      String text = new org.apache.pdfbox.text.PDFTextStripper().getText(document);
      return new Printed(document.getNumberOfPages(), text.replaceAll("\\s+", " "));
    }
  }
}
