package org.sightline.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.clocks.Calendars;
import org.sightline.clocks.RuleBook;
import org.sightline.network.map.Change;
import org.sightline.network.map.Drawn;
import org.sightline.network.map.Edit;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.Field;
import org.sightline.testing.SharedData;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// What is different between the versions of meetings, through its pages.
@SightlineTest
class VersionsComparedTest {

  @Autowired private TestPeople people;
  @Autowired private TestCasework casework;
  @Autowired private Maps maps;
  @Autowired private Calendars calendars;

  private final ElementId ann = ElementId.random();
  private final ElementId bo = ElementId.random();
  private final ElementId friends = ElementId.random();
  private TestCasework.Team team;
  private Visitor chair;
  private Meeting meeting;

  @BeforeEach
  void draw() {
    team = casework.aTeam("Sealing");
    chair = people.signedIn(team.chair());
    meeting = Meeting.of(chair, team);
    draw(Drawn.aPerson(ann, "Ann Invented"));
    draw(Drawn.aPerson(bo, "Bo Madeup"));
    draw(Drawn.aLine(friends, ann, bo));
  }

  @Test
  void whatIsDifferentIsSaidInOneSentenceAndListed() {
    String first = meeting.version(meeting.held("INTERNAL"));
    var cy = ElementId.random();
    draw(Drawn.aPerson(cy, "Cy Fictional"));
    draw(Drawn.aLine(ElementId.random(), ann, cy));
    draw(Edit.of(new Change(friends, Field.CONFIRMED, Meeting.TODAY.toString())));
    draw(Edit.of(new Change(friends, Field.STRENGTH, "4")));
    String second = meeting.version(meeting.held("PARTNERS"));
    draw(Edit.of(new Change(bo, Field.OFF, "Moved away")));

    String until = meeting.map() + "/versions/" + first + "/until/";
    var page = chair.get(until + second).page();
    assertThat(page.select("#counts").text())
        .startsWith("1 joined, 1 line formed, 1 line confirmed, 1 line changed");
    assertThat(page.select("[data-section=formed]").text()).contains("Ann Invented and Cy");
    assertThat(page.select("[data-section=changed]").text()).contains("Strength 4 of 5", "Before:");
    var now = chair.get(until + "now").page();
    assertThat(now.select("#counts").text())
        .startsWith("1 left, 1 joined, 1 line formed, 1 line lost");
    assertThat(now.select("[data-section=left]").text()).isEqualTo("Bo Madeup");
    assertThat(
            chair.get(meeting.map() + "/versions/compared?from=" + first + "&to=" + second).path())
        .isEqualTo(until + second);
    assertThat(chair.get(meeting.map() + "/versions/compared?to=now").page().text())
        .contains("Choose a version");
    assertThat(chair.get(until + UUID.randomUUID()).status()).isEqualTo(404);

    var then = chair.get(meeting.map() + "/versions/" + first).page();
    assertThat(then.select("tr:contains(Bo Madeup)").text()).contains("gone since");
    assertThat(then.select("tr:contains(Cy Fictional)").text()).contains("new since");
    var drawn = chair.get(meeting.map() + "/versions/" + first + "/drawn");
    assertThat(new String(drawn.response().body(), StandardCharsets.UTF_8))
        .contains("\"came\":[\"", cy.toString(), "\"gone\":[\"", bo.toString());
  }

  @Test
  void aLineThatIsOverAndWhoTurnedOutToBeSomebodyElseAreSaid() {
    var unknown = ElementId.random();
    draw(Drawn.aPerson(unknown, "Unknown adult 2"));
    String first = meeting.version(meeting.held("INTERNAL"));
    String review = meeting.planned("REVIEW") + "/review";
    var page = chair.get(review + "?part=lines").page();
    chair.post(
        review + "/lines",
        "edit",
        page.select("input[name=edit]").attr("value"),
        "seen",
        page.select("input[name=seen]").attr("value"),
        "said-" + friends,
        "NO_LONGER");
    draw(Edit.of(new Change(unknown, Field.SAME_AS, bo.toString())));
    draw(Edit.of(new Change(ann, Field.PART_IN_GROUP, "LEADS")));

    var now = chair.get(meeting.map() + "/versions/" + first + "/until/now").page();

    assertThat(now.select("#counts").text())
        .contains("1 line is over", "1 person or place seen differently")
        .doesNotContain("left");
    assertThat(now.select("[data-section=over]").text()).contains("Ann Invented and Bo");
    assertThat(now.select("[data-section=merged]").text())
        .isEqualTo("Unknown adult 2 turned out to be Bo Madeup.");
    assertThat(now.select("[data-section=different]").text())
        .isEqualTo("Ann Invented. Part in the group: Leads. Before: nothing said.");
  }

  @Test
  void sinceLastTimeIsOnePageThatNamesNobodyWhoLeftAndNoYoungSource() throws Exception {
    var dee = ElementId.random();
    var lost = ElementId.random();
    draw(Drawn.aPerson(dee, "Dee Fictional"));
    draw(Drawn.aLine(lost, ann, dee));
    String first = meeting.version(meeting.held("INTERNAL"));
    for (int i = 0; i < 44; i++) {
      var new_ = ElementId.random();
      var line = ElementId.random();
      var report = ElementId.random();
      draw(
          Drawn.aPerson(new_, "Newcomer " + i)
              .and(
                  Edit.of(
                      new Change(line, Field.FROM, "" + ann),
                      new Change(line, Field.TO, "" + new_)))
              .and(Drawn.aReport(report, line, "2026-05-03"))
              .and(Edit.of(new Change(report, Field.BY_A_YOUNG_PERSON, "YES"))));
    }
    draw(Edit.of(new Change(lost, Field.OFF, "They do not speak")));
    draw(Edit.of(new Change(bo, Field.OFF, "Moved away")));
    String until = meeting.map() + "/versions/" + first + "/until/now";
    assertThat(chair.get(until + "/print").status()).isEqualTo(200);

    var taken = chair.get(until + "/since-last-time.pdf");

    assertThat(taken.status()).isEqualTo(200);
    java.nio.file.Files.write(
        java.nio.file.Path.of("target/since-last-time.pdf"), taken.response().body());
    try (var pdf = Loader.loadPDF(taken.response().body())) {
      assertThat(pdf.getNumberOfPages()).isEqualTo(1);
      assertThat(new PDFTextStripper().getText(pdf))
          .contains("1 left, 44 joined, 44 lines formed", "2 lines lost", "Copy ")
          .contains("source withheld", "Ann Invented and Dee Fictional")
          .doesNotContain("Bo Madeup", "a young person, seen");
    }
  }

  @Test
  void howLongAWordIsFreshIsARuleOfTheBook() {
    var day = LocalDate.of(2026, 11, 22);
    assertThat(freshness(Map.of()).since(day)).isEqualTo(LocalDate.of(2026, 8, 22));
    assertThat(freshness(Map.of("mapping-review.amount", "1")).since(day))
        .isEqualTo(LocalDate.of(2026, 10, 22));
    assertThat(
            freshness(Map.of("mapping-review.kind", "working-days", "mapping-review.amount", "5"))
                .since(day))
        .isEqualTo(LocalDate.of(2026, 11, 16));
  }

  /// `SOURCES.md` of the networks: from the first wave to the second 59 ties formed, 56 dissolved,
  /// 57 kept; to the third 56 and 50.
  @Test
  void threeWavesOfTheFiftyGirlsAreThreeMeetings() {
    meeting = Meeting.of(chair, team);
    String[] versions = new String[3];
    String[] kinds = {"INTERNAL", "PARTNERS", "PARTNERS"};
    for (int wave = 0; wave < 3; wave++) {
      bring(wave + 1);
      versions[wave] = meeting.version(meeting.held(kinds[wave]));
    }

    String at = meeting.map() + "/versions/";
    assertThat(counts(at + versions[0] + "/until/" + versions[1]))
        .startsWith("59 lines formed, 56 lines lost, 57 lines confirmed");
    assertThat(counts(at + versions[1] + "/until/" + versions[2]))
        .startsWith("56 lines formed, 50 lines lost, 66 lines confirmed");
    var page = chair.get(at + versions[0] + "/until/" + versions[1]).page();
    assertThat(page.select("[data-section=formed] li")).hasSize(59);
    assertThat(page.select("[data-section=lost] li")).hasSize(56);
    // Fifty girls, and a gap for each of the nine questions that the file does not answer.
    assertThat(chair.get(at + versions[0]).page().select("tbody th")).hasSize(59);
  }

  private String counts(String path) {
    return chair.get(path).page().select("#counts").text();
  }

  private void bring(int wave) {
    byte[] file = SharedData.read("networks/s50_girls/wave" + wave + ".csv");
    var looked = chair.upload(meeting.map() + "/import", "file", "wave" + wave + ".csv", file);
    var drawn =
        chair.post(
            looked.path(),
            "edit",
            looked.page().select("input[name=edit]").attr("value"),
            "columns",
            "chosen",
            "kind",
            "YOUNG_PERSON",
            "line-kind",
            "FRIENDS",
            "role",
            "teacher",
            "agency",
            "School",
            "seen-or-heard",
            "HEARD",
            "when-day",
            "" + wave,
            "when-month",
            "11",
            "when-year",
            "2026",
            wave == 1 ? "first" : "later",
            "yes");
    assertThat(drawn.path()).isEqualTo(meeting.map());
  }

  private Freshness freshness(Map<String, String> settings) {
    return new Freshness(RuleBook.shipped().with(settings), calendars);
  }

  private void draw(Edit edit) {
    long seen = maps.open(team.asChair(), meeting.work()).last();
    maps.draw(team.asChair(), meeting.work(), edit, seen);
  }
}
