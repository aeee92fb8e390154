package org.sightline.network.bringing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.documents.Copies;
import org.sightline.documents.tables.TableLimits;
import org.sightline.documents.tables.TableReading;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Maps;
import org.sightline.network.map.ElementKind;
import org.sightline.network.map.Field;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// The rows of a file that cannot be taken are fetched as a table: all of them, stamped, and by
/// nobody but who brought the file.
@SightlineTest
class RefusedRowsTest {

  private static final int MANY = 1_203;

  @Autowired private Maps maps;
  @Autowired private Copies copies;
  @Autowired private TestCasework casework;
  @Autowired private TestPeople people;

  private TestCasework.Team team;
  private WorkspaceId work;
  private Visitor chair;
  private String page;

  @BeforeEach
  void open() {
    team = casework.aTeam("Refused rows");
    work = casework.aPieceOf(team);
    chair = people.signedIn(team.chair());
    page = "/network/maps/" + work + "/import";
  }

  @Test
  void everyRowIsInTheTableAlsoWhatThePageHasNoRoomFor() throws Exception {
    var file = new StringBuilder("source,target,weight\nAnn,Bo,1\n");
    for (int i = 0; i < MANY; i++) {
      file.append("Ann,Bo,=heavy").append(i).append('\n');
    }
    var looked = upload("many.csv", file.toString());
    assertThat(looked.page().select("main li").eachText())
        .contains("many.csv: Row 1002: \"=heavy999\" is no number.")
        .contains("And 203 more rows: they are all in the table.")
        .doesNotContain("many.csv: Row 1003: \"=heavy1000\" is no number.");

    String there = looked.page().select("main a[href$=/refused]").attr("href");
    var fetching = chair.get(there);
    assertThat(fetching.page().text()).contains("1203 rows, each with its number in the file");
    var taken = chair.get(fetching.page().select("main a[href$=.csv]").attr("href"));

    assertThat(taken.status()).isEqualTo(200);
    String csv = new String(taken.response().body(), StandardCharsets.UTF_8);
    assertThat(csv).contains("\"'=heavy0\"").doesNotContain(",\"=heavy");
    var rows = new TableReading(TableLimits.USUAL).read(taken.response().body()).rows();
    assertThat(rows).hasSize(1 + MANY);
    assertThat(rows.getFirst().cells().subList(0, 4))
        .containsExactly("File", "Row", "What stands there", "Why it is not taken");
    assertThat(rows.getFirst().cell(4)).startsWith("Copy ").contains(team.chair().name());
    assertThat(rows.getLast().cells().subList(0, 2)).containsExactly("many.csv", "1205");
    assertThat(copies.of(team.asChair(), work.value()))
        .extracting(Copies.Taken::kind)
        .containsExactly("network.refused-rows");
    assertThat(maps.open(team.asChair(), work).last()).as("nothing is stored").isZero();
  }

  @Test
  void onlyWhoBroughtTheFileFetchesItsRowsAndOnlyWhereThereAreAny() {
    String refused = upload("one.csv", "from,to\nAnn,Bo\nAnn,Ann\n").path() + "/refused";
    String none = upload("good.csv", "from,to\nAnn,Bo\n").path() + "/refused";
    var other = people.signedIn(team.practitioner());
    other.get("/network/maps/" + work);

    assertThat(chair.get(refused).status()).isEqualTo(200);
    for (String end : List.of("", ".csv")) {
      assertThat(other.get(refused + end).status()).as("somebody else").isEqualTo(404);
      assertThat(chair.get(none + end).status()).as("no such rows").isEqualTo(404);
    }
  }

  @Test
  void theRowsAreThoseOfTheColumnsThatWereChosen() {
    var looked = upload("two.csv", "from,to,count,marks\nAnn,Bo,1,none\nBo,Cy,some,2\n");
    assertThat(looked.page().select("main li").eachText())
        .contains("two.csv: Row 3: \"some\" is no number.");

    chair.post(
        looked.path(),
        "do",
        "look",
        "columns",
        "chosen",
        "from-0",
        "0",
        "to-0",
        "1",
        "weight-0",
        "3");

    String csv =
        new String(
            chair.get(looked.path() + "/refused.csv").response().body(), StandardCharsets.UTF_8);
    assertThat(csv).contains("Row 2: \"\"none\"\" is no number.").doesNotContain("some");
    assertThat(chair.get(looked.path()).page().select("#weight-0 [selected]").val()).isEqualTo("3");
  }

  /// What the lines of a picture carry says who says so, and is not asked for again.
  @Test
  void whoSaysSoIsReadFromWhatTheLinesOfAPictureCarry() {
    var looked =
        upload(
            "carried.graphml",
            """
            <graphml><key id="a" for="edge" attr.name="agency"/><key id="t" for="edge" attr.name="told"/>
            <key id="d" for="edge" attr.name="date"/>
            <graph edgedefault="undirected"><node id="Ann"/><node id="Bo"/><node id="Cy"/>
            <edge source="Ann" target="Bo"><data key="a">Police</data><data key="t">seen</data><data key="d">2026-05-03T10:15:00</data></edge>
            <edge source="Bo" target="Cy"><data key="a">Health</data><data key="t">heard</data><data key="d">4/5/2026</data></edge>
            <edge source="Ann" target="Cy"><data key="a">Health</data><data key="t">smelt</data><data key="d">4/5/2026</data></edge>
            </graph></graphml>
            """);
    assertThat(looked.page().select("#agency-0 [selected]").text()).isEqualTo("agency");
    assertThat(looked.page().select("#agency, #when-day")).as("the file says it").isEmpty();
    assertThat(looked.page().select("#role, #seen-or-heard")).as("it seems not to").hasSize(2);

    String[] chosen = {"columns", "chosen", "agency-0", "0", "how-0", "1", "when-0", "2"};
    var again = chair.post(looked.path(), with(chosen, "do", "look"));
    assertThat(again.page().select("main li").eachText())
        .contains("carried.graphml: Row 6: \"smelt\" is neither \"seen\" nor \"heard\".");
    String edit = again.page().select("input[name=edit]").val();
    var drawn =
        chair.post(
            looked.path(), with(chosen, "edit", edit, "kind", "YOUNG_PERSON", "role", "worker"));
    assertThat(drawn.status()).isEqualTo(200);

    var map = maps.open(team.asChair(), work);
    assertThat(map.on(ElementKind.LINE))
        .flatExtracting(line -> map.reports(line.id()))
        .extracting(
            report -> report.value(Field.AGENCY),
            report -> report.value(Field.SEEN_OR_HEARD),
            report -> report.value(Field.WHEN),
            report -> report.value(Field.ROLE))
        .containsExactly(
            tuple("Police", "SEEN", "2026-05-03", "worker"),
            tuple("Health", "HEARD", "2026-05-04", "worker"));
  }

  private static String[] with(String[] form, String... more) {
    var all = new java.util.ArrayList<>(List.of(form));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private Visitor.Arrived upload(String name, String content) {
    return chair.upload(page, "file", name, content.getBytes(StandardCharsets.UTF_8));
  }
}
