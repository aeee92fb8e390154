package org.sightline.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.documents.tables.TableLimits;
import org.sightline.documents.tables.TableReading;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// A matrix that went out is the same matrix where it is brought in (B30).
@SightlineTest
class MatrixRoundTripTest {

  @Autowired private TestPeople people;
  @Autowired private TestCasework casework;

  private Visitor chair;
  private String at;

  @BeforeEach
  void open() {
    var team = casework.aTeam("Trips");
    chair = people.signedIn(team.chair());
    at = PreparingTest.exercise(chair, team);
  }

  @Test
  void broughtToAnotherExerciseEveryLineKeepsItsOwnSource() throws Exception {
    chair.post(
        at + "/subjects",
        "kind",
        "YOUNG_PERSON",
        "name",
        "Quill Invented",
        "decision",
        "PART",
        "because",
        "On the list");
    String cell = chair.get(at + "/matrix").page().select("a[href$=/CONCERNS]").last().attr("href");
    chair.post(cell, said("words", "Out late [again]; on Fridays"));
    chair.post(cell, said("words", "A friend told me", "young", "yes"));
    String quill = cell.replaceAll(".*/matrix/([^/]+)/.*", "$1");
    String questions = at + "/questions";
    chair.post(questions, "question", "Who drives [the van]?", "agency", "Police", "about", quill);
    var asked = chair.post(questions, "question", "Where does she sleep?", "about", quill).page();
    String answer = asked.select("a:contains(Answer it)").last().attr("href");
    chair.post(answer, "answer", "At an aunt's; on weekdays", "foundBy", "Bo Madeup, a friend");
    assertThat(chair.get(at + "/matrix").page().select("[data-questions]").text())
        .contains("Who drives [the van]?", "Nobody has answered it yet", "At an aunt's");
    byte[] out = chair.get(at + "/matrix.csv").response().body();
    var team = casework.aTeam("Other");
    var other = people.signedIn(team.chair());
    String there = PreparingTest.exercise(other, team);
    other.upload(there + "/spreadsheet", "file", "matrix.csv", out);
    other.post(there + "/spreadsheet/taking-in", said("agency", "Somebody else"));

    var before = new TableReading(TableLimits.USUAL).read(out).rows().get(1).cells();
    var again =
        new TableReading(TableLimits.USUAL)
            .read(other.get(there + "/matrix.csv").response().body())
            .rows()
            .get(1)
            .cells();
    assertThat(before.toString())
        .contains("Who drives [the van]? [Police; open]", "At an aunt's, on weekdays")
        .doesNotContain("Bo Madeup");
    int width = before.size() - 1;
    assertThat(again.subList(0, width)).isEqualTo(before.subList(0, width));
    String cellThere =
        other.get(there + "/matrix").page().select("a[href$=/CONCERNS]").last().attr("href");
    assertThat(other.get(cellThere).page().text())
        .contains("Youth worker")
        .contains("Club")
        .contains("a young person");
    assertThat(other.get(there + "/questions").page().text())
        .contains("Who drives [the van]?", "Where does she sleep?", "At an aunt's, on weekdays");
    other.upload(there + "/spreadsheet", "file", "matrix.csv", out);
    assertThat(other.get(there + "/spreadsheet").page().text()).contains("Statements: 0.");
  }

  @Test
  void whatOnlyLooksLikeASourceIsTakenAsItStands() {
    String file =
        """
        Name,Concerns and vulnerabilities
        Quill Invented,"Late [Reported by somebody; Youth worker, Club, 31 February 2026, likely]
        Early [Rumour; Youth worker, Club, 2 March 2026, likely]
        Never [Reported by somebody; Youth worker, Club, 2 March 2999, likely]"
        """;
    var brought =
        chair.upload(at + "/spreadsheet", "file", "a.csv", file.getBytes(StandardCharsets.UTF_8));
    assertThat(brought.page().text()).contains("Statements: 3.");
    var taken = chair.post(at + "/spreadsheet/taking-in", said("agency", "Somebody else"));
    assertThat(taken.path()).as(taken.page().text()).isEqualTo(at + "/matrix");

    String cell = chair.get(at + "/matrix").page().select("a[href$=/CONCERNS]").last().attr("href");
    assertThat(chair.get(cell).page().text())
        .contains("31 February 2026, likely]", "[Rumour", "2 March 2999, likely]")
        .contains("Somebody else");
  }

  private static String[] said(String... more) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("label", "REPORTED");
    form.put("agency", "Club");
    form.put("role", "Youth worker");
    form.put("knownOn-day", "2");
    form.put("knownOn-month", "3");
    form.put("knownOn-year", "2026");
    form.put("reliability", "LIKELY");
    for (int i = 0; i < more.length; i += 2) {
      form.put(more[i], more[i + 1]);
    }
    return form.entrySet().stream()
        .flatMap(each -> java.util.stream.Stream.of(each.getKey(), each.getValue()))
        .toArray(String[]::new);
  }
}
