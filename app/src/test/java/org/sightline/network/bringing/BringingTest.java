package org.sightline.network.bringing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sightline.network.exchange.Directions;
import org.sightline.network.exchange.Incoming;
import org.sightline.network.exchange.MapFile;
import org.sightline.network.exchange.MapWriting;
import org.sightline.network.exchange.Outgoing;
import org.sightline.network.map.Difference;
import org.sightline.network.map.Drawn;
import org.sightline.network.map.Element;
import org.sightline.network.map.ElementKind;
import org.sightline.network.map.Field;
import org.sightline.network.map.NodeKind;
import org.sightline.network.map.Picture;
import org.sightline.testing.SharedData;

/// `SOURCES.md` of the networks: the second wave of the fifty girls has 59 ties the first has not,
/// and lacks 56 the first has.
class BringingTest {

  private final Drawn map = new Drawn();

  @Test
  void threeWavesOfTheFiftyGirlsAreThreeStatesOfOneMap() throws Exception {
    bring(s50(1), "1995-02-01", false);
    assertThat(map.picture().on(ElementKind.NODE)).hasSize(50);
    assertThat(map.picture().on(ElementKind.LINE)).hasSize(113);
    var first = Picture.of(List.copyOf(map.entries()));

    var second = bring(s50(2), "1996-02-01", true);

    assertThat(map.picture().on(ElementKind.NODE)).hasSize(50);
    assertThat(map.picture().on(ElementKind.LINE)).hasSize(116);
    assertThat(second.known()).isEqualTo(50);
    assertThat(second.gone()).isEqualTo(56);
    var between =
        Difference.between(
            new Difference.State(first, LocalDate.of(1994, 11, 1)),
            new Difference.State(map.picture(), LocalDate.of(1995, 11, 1)));
    assertThat(between.formed()).hasSize(59);
    assertThat(between.lost()).hasSize(56);
    assertThat(between.confirmed()).hasSize(57);

    bring(s50(3), "1997-02-01", true);
    assertThat(map.picture().on(ElementKind.LINE)).hasSize(122);
  }

  @Test
  void bringingTheSameFileAgainAddsNobodyAndOneMoreWhoSaysSo() throws Exception {
    bring(s50(1), "1995-02-01", false);
    var again = bring(s50(1), "1995-03-01", false);

    assertThat(again.added()).isZero();
    assertThat(again.drawn()).isZero();
    assertThat(again.confirmed()).isEqualTo(113);
    var line = map.picture().on(ElementKind.LINE).getFirst();
    assertThat(map.picture().reports(line.id())).hasSize(2);
  }

  @Test
  void allOfAFileIsTakenBackAsOne() throws Exception {
    bring(s50(1), "1995-02-01", false);

    assertThat(map.takeBack(map.entries().getLast())).isTrue();
    assertThat(map.picture().on(ElementKind.NODE)).isEmpty();
    assertThat(map.picture().on(ElementKind.LINE)).isEmpty();
  }

  @Test
  void whoIsCalledTheSameAsSomebodyElseComesAsSomebodyNew() {
    map.person("Ann Invented");
    map.person("Ann Invented");
    var file = file(List.of("Ann Invented", "Bo Madeup"), List.of());

    var result = bring(file, "2026-05-03", false);

    assertThat(result.twice()).containsExactly("Ann Invented");
    assertThat(map.picture().on(ElementKind.NODE)).hasSize(4);
  }

  @Test
  void nobodyIsTakenOffAndALineToWhomTheFileDoesNotKnowStays() {
    var ann = map.person("Ann Invented");
    var cy = map.person("Cy Fictional");
    map.line(ann, cy);

    bring(file(List.of("Ann Invented", "Bo Madeup"), List.of()), "2026-05-03", true);

    assertThat(map.picture().on(ElementKind.NODE)).hasSize(3);
    assertThat(map.picture().on(ElementKind.LINE)).hasSize(1);
  }

  @Test
  void numbersFromOneToFiveAreStrengthsAndOthersHowOftenTheyWereSeen() {
    bring(file(List.of("Ann", "Bo"), List.of(4.0)), "2026-05-03", false);
    assertThat(only().value(Field.STRENGTH)).isEqualTo("4");

    var other = new Drawn();
    take(other, file(List.of("Ann", "Bo"), List.of(17.0)), "2026-05-03", false);
    var line = other.picture().on(ElementKind.LINE).getFirst();
    assertThat(line.value(Field.TIMES_SEEN)).isEqualTo("17");
    assertThat(line.value(Field.STRENGTH)).isEmpty();
  }

  @Test
  void aNameThatIsTooLongOrOfSeveralLinesStillFitsOnAMap() {
    String name = "A\nB\t" + "x".repeat(300);
    bring(file(List.of(name, "=cmd()"), List.of()), "2026-05-03", false);

    var labels =
        map.picture().on(ElementKind.NODE).stream().map(node -> node.value(Field.LABEL)).toList();
    assertThat(labels.getFirst()).startsWith("A B x").hasSize(200).endsWith("…");
    assertThat(labels.getLast()).isEqualTo("=cmd()");
  }

  @Test
  void everyTieOfAnInterviewIsDrawnAlsoSeveralBetweenTheSameTwo() throws Exception {
    var result = bring(interview(), "2026-05-03", false);

    assertThat(result.drawn()).isEqualTo(16);
    assertThat(result.folded()).isZero();
    assertThat(map.picture().on(ElementKind.LINE)).hasSize(16);
    assertThat(map.picture().on(ElementKind.LINE))
        .extracting(line -> line.value(Field.NARRATIVE))
        .anyMatch(told -> told.contains("kind: Close"))
        .anyMatch(told -> told.contains("kind: DrugTie"))
        .anyMatch(told -> told.contains("kind: SexTie"));

    var again = bring(interview(), "2026-06-03", true);
    assertThat(again.confirmed()).isEqualTo(16);
    assertThat(again.drawn()).isZero();
    assertThat(again.gone()).isZero();
  }

  @Test
  void aLineOfAnotherKindIsAnotherLineAndWhatAGapIsAboutIsNone() {
    var ann = map.person("Ann");
    var bo = map.person("Bo");
    var family = map.line(ann, bo);
    map.say(family, Field.LINE_KIND, "FAMILY");
    var about = map.line(ann, bo);
    map.say(about, Field.LINE_KIND, "ABOUT");

    var result = bring(file(List.of("Ann", "Bo"), List.of(1.0)), "2026-05-03", true);

    assertThat(result.drawn()).isEqualTo(1);
    assertThat(result.confirmed()).isZero();
    assertThat(result.gone()).as("the file says nothing of families").isZero();
    assertThat(map.picture().reports(family)).hasSize(1);
    assertThat(map.picture().on(ElementKind.LINE))
        .extracting(line -> line.value(Field.LINE_KIND))
        .containsExactlyInAnyOrder("FAMILY", "ABOUT", "FRIENDS");
  }

  @Test
  void whatTheFileSaysAgainIsFoldedAndCounted() {
    var file = file(List.of("Ann", "Bo"), List.of(1.0, 1.0, 1.0));

    var result = bring(file, "2026-05-03", false);

    assertThat(result.drawn()).isEqualTo(1);
    assertThat(result.folded()).isEqualTo(2);
    assertThat(map.picture().reports(only().id())).hasSize(1);
  }

  @Test
  void aLaterFileSaysOfALineThatWasOverThatItHoldsAgain() {
    var line = map.line(map.person("Ann"), map.person("Bo"));
    map.say(line, Field.LINE_KIND, "FRIENDS");
    map.say(line, Field.CURRENT, "NO");

    bring(file(List.of("Ann", "Bo"), List.of(1.0)), "2026-05-03", false);
    assertThat(only().value(Field.CURRENT)).isEqualTo("NO");

    bring(file(List.of("Ann", "Bo"), List.of(1.0)), "2026-06-03", true);
    assertThat(only().value(Field.CURRENT)).isEqualTo("YES");
    assertThat(only().value(Field.CONFIRMED)).isEqualTo("2026-06-03");
  }

  @Test
  void whoSaysSoInTheFileGoesBeforeWhatWasAskedForAllOfIt() throws Exception {
    String csv =
        """
        from,to,role,agency,seen or heard,date
        Ann,Bo,sergeant,Police,seen,3/4/2026
        Ann,Cy,,,,
        Ann,Bo,nurse,Health,heard,2026-04-05
        """;
    bring(MapFile.of("l.csv", csv.getBytes(UTF_8)).read(Directions.GUESS), "2026-05-03", false);

    var lines = map.picture().on(ElementKind.LINE);
    assertThat(lines).hasSize(2);
    assertThat(map.picture().reports(lines.getFirst().id()))
        .extracting(report -> report.value(Field.ROLE), report -> report.value(Field.WHEN))
        .containsExactly(tuple("sergeant", "2026-04-03"), tuple("nurse", "2026-04-05"));
    assertThat(map.picture().reports(lines.getLast().id()))
        .extracting(report -> report.value(Field.ROLE), report -> report.value(Field.WHEN))
        .containsExactly(tuple("teacher", "2026-05-03"));
  }

  @Test
  void aMapThatWentOutComesBackOntoAnEmptyMapWithEveryLine() throws Exception {
    var nodes =
        List.of(
            new Outgoing.Node("a", "Ann", "YOUNG_PERSON", "Young person", "", Map.of()),
            new Outgoing.Node("b", "Bo", "ADULT", "Adult", "", Map.of()));
    var lines =
        List.of(
            new Outgoing.Line(
                "a", "b", "FRIENDS", false, 2, "", "Friends.", 0, Map.of("current", "NO")),
            new Outgoing.Line("a", "b", "FAMILY", false, null, "", "Family.", 0, Map.of()),
            new Outgoing.Line("b", "a", "IN_CONFLICT", false, 5, "", "In conflict.", 0, Map.of()));
    var file = MapWriting.graphml(new Outgoing(nodes, lines));
    var spoken =
        Choices.Spoken.of(
            Map.of(),
            Map.of("FRIENDS", "Friends", "FAMILY", "Family", "IN_CONFLICT", "In conflict"));
    for (int drawn : new int[] {3, 0}) {
      var result =
          Bringing.plan(
              UUID.randomUUID(),
              map.picture(),
              MapFile.of("m.graphml", file).read(Directions.GUESS),
              new Choices(NodeKind.YOUNG_PERSON, "", report("2026-05-03"), false, "-", spoken));
      map.draw(java.util.Objects.requireNonNull(result.edit()));
      assertThat(result.drawn()).isEqualTo(drawn);
    }
    assertThat(map.picture().on(ElementKind.LINE))
        .extracting(line -> line.value(Field.LINE_KIND), line -> line.value(Field.CURRENT))
        .containsExactlyInAnyOrder(
            tuple("FRIENDS", "NO"), tuple("FAMILY", ""), tuple("IN_CONFLICT", ""));
  }

  private static Incoming interview() throws Exception {
    var files = new ArrayList<MapFile>();
    for (var path : SharedData.folder("importers/network_canvas")) {
      String name = "" + path.getFileName();
      if (name.startsWith("case_5") && !name.endsWith("ego.csv")) {
        files.add(MapFile.of(name, SharedData.read("importers/network_canvas/" + name)));
      }
    }
    return MapFile.together(files, files.stream().map(MapFile::suggested).toList());
  }

  private Element only() {
    return map.picture().on(ElementKind.LINE).getFirst();
  }

  private static Incoming file(List<String> names, List<Double> weights) {
    var nodes =
        IntStream.range(0, names.size())
            .mapToObj(i -> new Incoming.Node("n" + i, names.get(i), Map.of(), i + 1))
            .toList();
    var lines =
        weights.stream()
            .map(weight -> new Incoming.Line("n0", "n1", false, weight, Map.of(), 1))
            .toList();
    return new Incoming(nodes, lines, List.of(), List.of());
  }

  private Bringing.Result bring(Incoming file, String day, boolean later) {
    return take(map, file, day, later);
  }

  private static Bringing.Result take(Drawn map, Incoming file, String day, boolean later) {
    var choices =
        new Choices(
            NodeKind.YOUNG_PERSON,
            "FRIENDS",
            report(day),
            later,
            "Not in the later file",
            Choices.Spoken.NOTHING);
    var result = Bringing.plan(UUID.randomUUID(), map.picture(), file, choices);
    if (result.edit() != null) {
      map.draw(result.edit());
    }
    return result;
  }

  private static Map<Field, String> report(String day) {
    return Map.of(
        Field.AGENCY, "School",
        Field.ROLE, "teacher",
        Field.SEEN_OR_HEARD, "HEARD",
        Field.WHEN, day);
  }

  private static Incoming s50(int wave) throws Exception {
    String name = "networks/s50_girls/wave" + wave + ".csv";
    return MapFile.of(name, SharedData.read(name)).read(Directions.GUESS);
  }
}
