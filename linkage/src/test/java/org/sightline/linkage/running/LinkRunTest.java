package org.sightline.linkage.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.linkage.weighing.OneMachine;

/// From lists to files, again and again into the same directory.
class LinkRunTest {

  private static final String HEAD = "forename,surname,dob,postcode\n";

  @TempDir private Path directory;

  private final StringWriter said = new StringWriter();

  @Test
  void aListWithoutHeadingsIsRefusedInASentence() throws Exception {
    var list = list("police", "Ann,Lee,03/04/2010\nZoe,Orr,01/02/2011\n");

    assertThatThrownBy(() -> run(null, list))
        .hasMessageContaining("None of the headings of police is known")
        .hasMessageNotContaining("Lee");
    assertThat(directory.resolve("results")).doesNotExist();
  }

  @Test
  void headingsWithoutARowAreNobody() throws Exception {
    assertThat(run(null, list("police", HEAD))).isZero();
    assertThat(said.toString()).contains("0 records on 1 list are about 0 people");
  }

  @Test
  void oneColumnIsEnough() throws Exception {
    assertThat(run(null, list("police", "surname\nLee\nOrr\nLee\n"))).isZero();
    assertThat(lines("people.csv"))
        .hasSize(4)
        .first()
        .isEqualTo("list,row,surname,person_id,certainty");
  }

  @Test
  void columnsOfBothListsAreKeptAndOneNamedAsOursGetsTheListBeforeIt() throws Exception {
    var police = list("police", "row,surname,dob\nx7,Lee,03/04/2010\n");
    var health = list("health", "surname,dob,gp\nOrr,01/02/2011,Dr A\n");

    run(null, police, health);

    assertThat(lines("people.csv").getFirst())
        .isEqualTo("list,row,police.row,surname,dob,gp,person_id,certainty");
    assertThat(lines("people.csv").get(1)).startsWith("police,1,x7,Lee,03/04/2010,,");
    assertThat(lines("people.csv").get(2)).startsWith("health,1,,Orr,01/02/2011,Dr A,");
  }

  @Test
  void aJudgementPartsAPersonOnceAndOutlivesEveryRun() throws Exception {
    var police =
        list("police", HEAD + "Ann,Lee,03/04/2010,LU1 2AB\nBill,Okafor,09/09/2011,LU3 4CD\n");
    var health =
        list("health", HEAD + "Ann,Lee,03/04/2010,LU1 2AB\nWilliam,Okafor,09/09/2011,LU3 4CD\n");
    var judged =
        list("judged", "list_l,row_l,list_r,row_r,judgement\npolice,1,health,1,different\n");
    run(null, police, health);
    assertThat(personIds()).containsExactly("1", "2", "1", "2");

    run(judged, police, health);
    assertThat(personIds()).containsExactly("1", "2", "3", "2");
    assertThat(lines("events.csv")).containsExactly("event,person_id,others", "split,1,1 3");

    run(judged, police, health);
    assertThat(personIds()).as("ids stay").containsExactly("1", "2", "3", "2");
    assertThat(lines("events.csv")).hasSize(1);
    assertThat(lines("pairs.csv"))
        .anyMatch(l -> l.contains(",different,\"Judged different by a person."));

    run(null, police, health);
    assertThat(personIds()).as("without it they are one again").containsExactly("1", "2", "1", "2");
    assertThat(lines("events.csv")).containsExactly("event,person_id,others", "merged,1,3");
  }

  @Test
  void aFittedModelIsAppliedAsItIs() throws Exception {
    var police = list("police", HEAD + "Ann,Lee,03/04/2010,LU1 2AB\nAnne,Lee,03/04/2010,LU1 2AB\n");
    run(null, police);
    var fitted = Files.readString(directory.resolve("results/model.json"));
    var kept = Files.writeString(directory.resolve("kept.json"), fitted);
    var first = lines("pairs.csv");

    var wanted =
        new LinkRun.Wanted(
            List.of(police), directory.resolve("again"), kept, null, List.of(), 2, false);
    var out = new PrintWriter(said, true);
    new LinkRun(wanted, out, out, Clock.systemUTC(), new OneMachine()).run();

    assertThat(directory.resolve("again/model.json")).hasContent(fitted);
    assertThat(Files.readAllLines(directory.resolve("again/pairs.csv"))).isEqualTo(first);
  }

  private List<String> personIds() throws Exception {
    return lines("people.csv").stream().skip(1).map(l -> l.split(",")[6]).toList();
  }

  private List<String> lines(String name) throws Exception {
    return Files.readAllLines(directory.resolve("results").resolve(name));
  }

  private Path list(String name, String text) throws Exception {
    return Files.writeString(directory.resolve(name + ".csv"), text);
  }

  private int run(@org.jspecify.annotations.Nullable Path judged, Path... lists) {
    var wanted =
        new LinkRun.Wanted(
            List.of(lists), directory.resolve("results"), null, judged, List.of(), 2, false);
    var out = new PrintWriter(said, true);
    return new LinkRun(wanted, out, out, Clock.systemUTC(), new OneMachine()).run();
  }
}
