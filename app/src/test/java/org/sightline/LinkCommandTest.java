package org.sightline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// Linking by command: no site and no database is started for it.
class LinkCommandTest {

  private static final String HEAD = "forename,surname,dob,postcode\n";

  @TempDir Path directory;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void aListThatIsNotThereIsNamedInASentence() {
    assertThat(link(directory.resolve("nowhere.csv").toString())).isEqualTo(1);
    assertThat(err.toString()).contains("The list nowhere is not there, or is not a file.");
    assertThat(directory.resolve("results/people.csv")).doesNotExist();
  }

  @Test
  void aListWithoutDuplicatesMustBeAmongTheLists() throws Exception {
    assertThat(link(list("police", HEAD), "--no-duplicates", "health")).isEqualTo(1);
    assertThat(err.toString()).contains("names health, which is not among the lists");
  }

  @Test
  void aWrongModelIsSaidToBeOne() throws Exception {
    var model = Files.writeString(directory.resolve("model.json"), "{}");

    assertThat(link(list("police", HEAD + "Ann,Lee,03/04/2010,\n"), "--model", model.toString()))
        .isEqualTo(1);
    assertThat(err.toString()).contains("The model has no comparisons.");
  }

  @Test
  void sparkIsSaidNotToBePartOfTheProgram() throws Exception {
    assertThat(link(list("police", HEAD), "--spark", "local[2]")).isEqualTo(1);
    assertThat(err.toString()).contains("Spark is not part of this program.");
    assertThat(getClass().getClassLoader().getResource("org/apache/spark/SparkConf.class"))
        .isNull();
  }

  @Test
  void whatIsMistypedEndsWithTwo() {
    assertThat(link("list.csv", "--fast")).isEqualTo(2);
    assertThat(err.toString()).contains("--fast");
  }

  @Test
  void aLineThatCannotBeDrawnAndNamesThatCannotBeReadAreSaid() throws Exception {
    var police = list("police", HEAD + "Ann,Lee,03/04/2010,\n");

    assertThat(link(police, "--same", "2")).isEqualTo(1);
    assertThat(err.toString()).contains("--same must lie between 0.5 and 0.99, not 2.0.");
    assertThat(link(police, "--nicknames", directory.resolve("none.txt").toString())).isEqualTo(1);
    assertThat(err.toString()).contains("none.txt cannot be read.");
    assertThat(link(police, "--same", "0.95", "--review", "0.2")).as(err.toString()).isZero();
    assertThat(directory.resolve("results/overlaps.json"))
        .content()
        .contains("\"samePersonFrom\" : 0.95", "\"reviewFrom\" : 0.2");
  }

  @Test
  void rowsThatWereLeftOutEndWithThreeAndAreListed() throws Exception {
    assertThat(link(list("police", HEAD + "Ann,Lee,03/04/2010,LU1 2AB\nZoe\n"))).isEqualTo(3);
    assertThat(directory.resolve("results/refused.csv"))
        .content()
        .contains("police,2,all,the row has 1 of the 4 columns")
        .doesNotContain("Zoe");
  }

  @Test
  void twoListsAreLinkedAndTheAnswerIsJson() throws Exception {
    var police =
        list("police", HEAD + "Ann,Lee,03/04/2010,LU1 2AB\nBill,Okafor,09/09/2011,LU3 4CD\n");
    var health =
        list("health", HEAD + "Anne,Lee,03/04/2010,LU1 2AB\nIda,Novak,01/02/2012,LU7 8GH\n");

    int code = link(police, health, "--no-duplicates", "police", "--json");

    assertThat(code).as(err.toString()).isZero();
    var answer = JsonMapper.builder().build().readTree(out.toString());
    assertThat(answer.path("distinct").path("exactJoin").asInt()).isEqualTo(4);
    assertThat(answer.path("distinct").path("low").asInt()).isEqualTo(3);
    assertThat(answer.path("intersections").get(0).path("lists").size()).isEqualTo(2);
    assertThat(err.toString()).contains("Comparing").contains("Done in").doesNotContain("Okafor");
    assertThat(directory.resolve("results")).isDirectoryContaining("glob:**/report.html");
  }

  @Test
  void idsOfPeopleStayWhenListsAreLinkedAgain() throws Exception {
    var police =
        list("police", HEAD + "Ann,Lee,03/04/2010,LU1 2AB\nBill,Okafor,09/09/2011,LU3 4CD\n");
    assertThat(link(police)).isZero();
    var first = Files.readString(directory.resolve("results/people.csv"));

    assertThat(link(police)).isZero();

    assertThat(Files.readString(directory.resolve("results/people.csv"))).isEqualTo(first);
  }

  private String list(String name, String text) throws Exception {
    return Files.writeString(directory.resolve(name + ".csv"), text).toString();
  }

  private int link(String... arguments) {
    var all = new String[arguments.length + 3];
    all[0] = "link";
    all[1] = "--out";
    all[2] = directory.resolve("results").toString();
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    return Sightline.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all);
  }
}
