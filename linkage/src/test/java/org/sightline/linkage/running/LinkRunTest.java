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
import org.sightline.linkage.weighing.Line;
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

    var wanted = Wanted.of(List.of(police), directory.resolve("again")).by(kept);
    var out = new PrintWriter(said, true);
    new LinkRun(wanted, out, out, Clock.systemUTC(), new OneMachine()).run();

    assertThat(directory.resolve("again/model.json")).hasContent(fitted);
    assertThat(Files.readAllLines(directory.resolve("again/pairs.csv"))).isEqualTo(first);
  }

  @Test
  void whatIsComparedAndWhatIsNotIsSaid() throws Exception {
    run(
        null,
        list("police", "Forename(s),Pupil's Surname,DOB (dd/mm/yyyy),GP\nAnn,Lee,03/04/2010,x\n"));

    assertThat(said.toString())
        .contains(
            "police: Compared: Forename(s), Pupil's Surname, DOB (dd/mm/yyyy); not compared: GP.");
    assertThat(Files.readString(directory.resolve("results/report.html")))
        .contains(
            "<tr><td>police</td><td>GP</td><td>not compared</td><td class=\"n\">100.0%</td></tr>");
    assertThat(Files.readString(directory.resolve("results/overlaps.json")))
        .contains("\"notCompared\" : [ \"GP\" ]");
  }

  @Test
  void aRowPutAtTheTopTakesNeitherAnIdNorAJudgement() throws Exception {
    var rows =
        "Ann,Lee,03/04/2010,LU1 2AB\nBill,Okafor,09/09/2011,LU3 4CD\nZoe,Orr,01/02/2011,LU5 6EF\n";
    var judged = list("judged", "list_l,row_l,list_r,row_r,judgement\npolice,1,police,2,same\n");
    run(judged, list("police", HEAD + rows));
    assertThat(personIds()).containsExactly("1", "1", "2");

    var longer = list("police", HEAD + "Ida,Novak,11/11/2012,LU7 8GH\n" + rows);
    assertThatThrownBy(() -> run(judged, longer))
        .hasMessageContaining(
            "Row 1 of judged.csv is about row 1 of police, and another row stood there")
        .hasMessageNotContaining("Ida");
    assertThat(personIds()).as("nothing was written").hasSize(3);

    var kept =
        Files.copy(directory.resolve("results/judgements.csv"), directory.resolve("kept.csv"));
    run(kept, longer);
    assertThat(personIds()).containsExactly("3", "1", "1", "2");
    assertThat(lines("events.csv")).hasSize(1);
    assertThat(said.toString()).contains("3 rows stand elsewhere in their list");
  }

  /// What a list says decides which list it is, not what its file is called.
  @Test
  void aListKeepsItsIdsUnderAnotherName() throws Exception {
    var one = HEAD + "Ann,Lee,03/04/2010,LU1 2AB\nBill,Okafor,09/09/2011,LU3 4CD\n";
    var other = HEAD + "Zoe,Orr,01/02/2011,LU5 6EF\nAnn,Lee,03/04/2010,LU1 2AB\n";
    run(null, list("police", one), list("health", other));
    assertThat(personIds()).containsExactly("1", "2", "3", "1");

    run(null, list("march", HEAD + "Ida,Novak,11/11/2012,LU7 8GH\n"), list("health-2", other));
    assertThat(personIds()).containsExactly("4", "3", "1");
    assertThat(said.toString())
        .contains("health-2 is the list that was called health in the run before")
        .doesNotContain("march is the list");

    run(null, list("march", other), list("health-2", HEAD + "Ida,Novak,11/11/2012,LU7 8GH\n"));
    assertThat(personIds()).as("two files have changed their names").containsExactly("3", "1", "4");
  }

  @Test
  void whoMovesHouseKeepsTheIdAndWhoTakesAPlaceDoesNot() throws Exception {
    run(
        null,
        list("police", HEAD + "Ann,Lee,03/04/2010,LU1 2AB\nBill,Okafor,09/09/2011,LU3 4CD\n"));
    run(null, list("police", HEAD + "Ann,Lee,03/04/2010,LU9 9ZZ\nZoe,Orr,01/02/2011,LU5 6EF\n"));

    assertThat(personIds()).containsExactly("1", "3");
  }

  @Test
  void theFileToReviewIsBlindAndIsTakenAsJudgements() throws Exception {
    var police = list("police", "forename,surname,postcode,note\nAnn,Lee,LU1 2AB,=1+1\n");
    var health = list("health", "first name,last name,postcode\nZoe,Lee,LU1 2AB\n");
    run(null, police, health);
    assertThat(lines("pairs.csv").get(1)).contains(",review,");

    var review = lines("review.csv");
    assertThat(review.getFirst())
        .isEqualTo(
            "list_l,row_l,list_r,row_r,judgement,check_l,check_r,forename_l,forename_r,surname_l,surname_r,postcode_l,postcode_r,note_l,note_r");
    assertThat(review.get(1))
        .startsWith("police,1,health,1,,c")
        .endsWith("Ann,Zoe,Lee,Lee,LU1 2AB,LU1 2AB,'=1+1,");
    assertThat(lines("waterfalls.csv"))
        .contains("police,1,health,1,1,before comparing,two records drawn at random," + bits())
        .anyMatch(l -> l.matches("police,1,health,1,\\d+,together,the sum of these,.*"));
    double sum =
        lines("waterfalls.csv").stream()
            .filter(l -> l.startsWith("police") && !l.contains(",together,"))
            .mapToDouble(l -> Double.parseDouble(l.substring(l.lastIndexOf(',') + 1)))
            .sum();
    assertThat(sum)
        .isCloseTo(
            Double.parseDouble(lines("waterfalls.csv").getLast().replaceAll(".*,", "")),
            org.assertj.core.data.Offset.offset(0.05));

    var unjudged = list("unjudged", String.join("\n", review) + "\n");
    run(unjudged, police, health);
    assertThat(personIds()).as("an empty judgement says nothing").containsExactly("1", "2");
    var judged =
        list("done", String.join("\n", review).replace("health,1,,", "health,1,same,") + "\n");
    run(judged, police, health);
    assertThat(lines("people.csv").get(2)).contains(",1,1.0000");
    assertThat(lines("review.csv")).hasSize(1);
    assertThat(lines("judgements.csv").get(1)).startsWith("police,1,health,1,same,c");
  }

  private String bits() throws Exception {
    return lines("waterfalls.csv").get(1).replaceAll(".*,", "");
  }

  @Test
  void namesOfOnesOwnAreFormsOfOneAnother() throws Exception {
    var police = list("police", HEAD + "Tariqul,Lee,03/04/2010,LU1 2AB\n");
    var health = list("health", HEAD + "Mithu,Lee,03/04/2010,LU1 2AB\n");
    run(null, police, health);
    assertThat(personIds()).containsExactly("1", "2");

    var names = Files.writeString(directory.resolve("names.txt"), "# ours\nTariqul, Mithu\n");
    start(Wanted.of(List.of(police, health), directory.resolve("named")).named(names));
    assertThat(Files.readString(directory.resolve("named/pairs.csv")))
        .contains("forename another form of the same name", ",same,");

    Files.writeString(names, "Tariqul,,Mithu\n");
    assertThatThrownBy(() -> start(Wanted.of(List.of(police), directory.resolve("x")).named(names)))
        .hasMessageContaining("Line 1 of names.txt must be names with commas between them");
  }

  @Test
  void aGroupOfOnesOwnReplacesTheShippedOne() {
    var shipped = org.sightline.linkage.comparing.Nicknames.shipped();
    var own = shipped.with(List.of("bethany"), "names.txt");

    assertThat(shipped.areOneName("bethany", "beth")).isTrue();
    assertThat(own.areOneName("bethany", "beth")).isFalse();
    assertThat(own.areOneName("benjamin", "ben")).isTrue();
  }

  @Test
  void theLineIsDrawnWhereOneSays() throws Exception {
    var police =
        list(
            "police",
            HEAD
                + "Ann,Lee,,\nBill,Okafor,09/09/2011,\nZoe,Orr,01/02/2011,LU5 6EF\nIda,Novak,11/11/2012,LU7 8GH\nTom,Webb,05/06/2010,\nMia,Frost,07/08/2011,\n");
    var health =
        list(
            "health",
            HEAD
                + "Ann,Lee,,\nBob,Okafor,09/09/2011,\nZoey,Orr,01/02/2009,\nIda,Stone,11/11/2012,\nT,Webb,05/06/2010,\nMia,Frost,19/02/2012,\n");
    run(null, police, health);
    var open =
        lines("pairs.csv").stream()
            .skip(1)
            .map(l -> l.split(","))
            .filter(c -> c[0].equals("police") && c[2].equals("health"))
            .filter(c -> Double.parseDouble(c[5]) > 0.51 && Double.parseDouble(c[5]) < 0.98)
            .findFirst()
            .orElseThrow();
    double probability = Double.parseDouble(open[5]);

    for (boolean below : new boolean[] {true, false}) {
      var out = directory.resolve("line-" + below);
      double same = probability + (below ? -0.005 : 0.005);
      start(Wanted.of(List.of(police, health), out).parting(new Line(same, 0.02)));
      assertThat(Files.readAllLines(out.resolve("pairs.csv")))
          .filteredOn(l -> l.startsWith(String.join(",", List.of(open).subList(0, 4)) + ","))
          .singleElement()
          .asString()
          .contains(below ? ",same," : ",review,");
      var people = Files.readAllLines(out.resolve("people.csv"));
      assertThat(
              personId(people.get(Integer.parseInt(open[1])))
                  .equals(personId(people.get(6 + Integer.parseInt(open[3])))))
          .isEqualTo(below);
      assertThat(Files.readString(out.resolve("overlaps.json")))
          .contains("\"samePersonFrom\" : " + same);
    }
    assertThatThrownBy(() -> new Line(0.995, 0.1))
        .hasMessageContaining("--same must lie between 0.5 and 0.99");
    assertThatThrownBy(() -> new Line(0.9, 0.95))
        .hasMessageContaining("--review must lie between 0.02 and");
  }

  @Test
  void whereThePairAndThePeopleDifferItIsSaidWhy() throws Exception {
    var police = list("police", HEAD + "Ann,Lee,03/04/2010,LU1 2AB\nAnn,Lee,03/04/2010,LU1 2AB\n");
    var health = list("health", HEAD + "Ann,Lee,03/04/2010,LU1 2AB\n");
    start(
        Wanted.of(List.of(police, health), directory.resolve("results"))
            .withoutDuplicates(List.of("police")));

    assertThat(personIds()).containsExactly("1", "2", "1");
    assertThat(lines("pairs.csv"))
        .anyMatch(l -> l.startsWith("police,1,health,1,") && l.contains(",same,"))
        .anyMatch(
            l ->
                l.startsWith("police,2,health,1,")
                    && l.contains(",review,")
                    && l.contains("Kept apart: the list police holds nobody twice."));
  }

  @Test
  void sixtyThreeListsAreRefusedBeforeAnyIsRead() throws Exception {
    var lists =
        java.util.stream.IntStream.range(0, 63)
            .mapToObj(i -> directory.resolve(i + ".csv"))
            .toList();

    assertThatThrownBy(() -> start(Wanted.of(lists, directory.resolve("results"))))
        .hasMessageContaining("63 lists are too many: at most 62");
  }

  @Test
  void whatCannotBePutInItsPlaceLeavesAllAsItWas() throws Exception {
    var police = list("police", HEAD + "Ann,Lee,03/04/2010,LU1 2AB\n");
    run(null, police);
    Files.delete(directory.resolve("results/events.csv"));
    Files.createDirectories(directory.resolve("results/events.csv/x"));
    var before = lines("people.csv");

    assertThatThrownBy(() -> run(null, list("police", HEAD + "Zoe,Orr,01/02/2011,LU5 6EF\n")))
        .hasMessageContaining("could not be put into")
        .hasMessageContaining("What was there before is there still.");
    assertThat(lines("people.csv")).isEqualTo(before);
    try (var left = Files.list(directory.resolve("results"))) {
      assertThat(left.map(f -> f.getFileName().toString())).noneMatch(n -> n.startsWith("."));
    }
  }

  private int start(Wanted wanted) {
    var out = new PrintWriter(said, true);
    return new LinkRun(wanted, out, out, Clock.systemUTC(), new OneMachine()).run();
  }

  private List<String> personIds() throws Exception {
    return lines("people.csv").stream().skip(1).map(LinkRunTest::personId).toList();
  }

  private static String personId(String line) {
    var cells = line.split(",", -1);
    return cells[cells.length - 2];
  }

  private List<String> lines(String name) throws Exception {
    return Files.readAllLines(directory.resolve("results").resolve(name));
  }

  private Path list(String name, String text) throws Exception {
    return Files.writeString(directory.resolve(name + ".csv"), text);
  }

  private int run(@org.jspecify.annotations.Nullable Path judged, Path... lists) {
    var wanted =
        Wanted.of(List.of(lists), directory.resolve("results"))
            .judged(judged == null ? List.of() : List.of(judged));
    var out = new PrintWriter(said, true);
    return new LinkRun(wanted, out, out, Clock.systemUTC(), new OneMachine()).run();
  }
}
