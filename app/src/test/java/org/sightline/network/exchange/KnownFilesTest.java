package org.sightline.network.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.network.exchange.Incoming.Line;
import org.sightline.testing.SharedData;

/// Public files with known answers: `SOURCES.md` beside them.
class KnownFilesTest {

  @Test
  void theLondonGangHas54PeopleAnd315Ties() throws UnreadableMap {
    var map = read("networks/london_gang.csv", Directions.GUESS);

    assertThat(map.nodes()).hasSize(54);
    assertThat(map.lines()).hasSize(315).noneMatch(Line::directed);
    for (int strength = 1; strength <= 4; strength++) {
      double each = strength;
      assertThat(map.lines().stream().filter(line -> Double.valueOf(each).equals(line.weight())))
          .hasSize(List.of(182, 92, 25, 16).get(strength - 1));
    }
    assertThat(map.oneSided()).isEmpty();
    assertThat(map.refused()).isEmpty();
  }

  @Test
  void theThreePairsThatMontrealFillsOnOneSideOnlyAreReported() throws UnreadableMap {
    var map = read("networks/montreal_street_gangs.csv", Directions.GUESS);

    assertThat(map.lines()).hasSize(78).noneMatch(Line::directed);
    assertThat(map.oneSided())
        .extracting(pair -> new HashSet<>(Set.of(pair.one(), pair.other())))
        .containsExactlyInAnyOrder(
            new HashSet<>(Set.of("99", "13th")),
            new HashSet<>(Set.of("South_Side", "18th")),
            new HashSet<>(Set.of("RTC", "99")));
  }

  @ParameterizedTest
  @CsvSource({"1, 113", "2, 116", "3, 122"})
  void theFiftyGirlsNameEachOtherOneWay(int wave, int arcs) throws UnreadableMap {
    var map = read("networks/s50_girls/wave" + wave + ".csv", Directions.GUESS);

    assertThat(map.nodes()).hasSize(50);
    assertThat(map.lines()).hasSize(arcs).allMatch(Line::directed);
  }

  @Test
  void peopleAndIncidentsOfStLouisAreOnePicture() throws UnreadableMap {
    var people = file("networks/stlouis_person_incident/persons.csv");
    var roles = file("networks/stlouis_person_incident/roles.csv");
    var alone = MapFile.together(List.of(roles), List.of(Columns.ofLines(0, 1, null)));

    assertThat(alone.lines()).hasSize(1_487);
    assertThat(alone.nodes()).hasSize(830 + 553);
    assertThat(alone.lines().stream().filter(l -> "witness".equals(l.answers().get("role"))))
        .hasSize(195);
    assertThat(people.format()).isEqualTo(MapFile.Format.PEOPLE);
    assertThat(people.read(Directions.GUESS).nodes()).hasSize(870);
  }

  @Test
  void anInterviewOfNetworkCanvasIsOnePictureWithThreeKindsOfLine() throws UnreadableMap {
    var files = new ArrayList<MapFile>();
    for (var path : SharedData.folder("importers/network_canvas")) {
      String name = path.getFileName().toString();
      if (name.startsWith("case_5") && !name.endsWith("ego.csv")) {
        files.add(file("importers/network_canvas/" + name));
      }
    }
    var map = MapFile.together(files, files.stream().map(MapFile::suggested).toList());

    assertThat(map.nodes()).hasSize(9).extracting(Incoming.Node::label).contains("Eli");
    assertThat(map.refused()).isEmpty();
    assertThat(kinds(map, "Close")).isEqualTo(8);
    assertThat(kinds(map, "DrugTie")).isEqualTo(3);
    assertThat(kinds(map, "SexTie")).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource({"matrix.csv, 1 2 1 3.5", "matrix.xlsx, 1 1 1 2.8"})
  void theSixEdgesOfTheMatrixAreReadFromEitherKindOfFile(String name, String weights)
      throws UnreadableMap {
    var map = read("importers/gephi/spreadsheet/" + name, Directions.TOLD_APART);

    // Two of the six are loops, which a picture of people has no place for.
    assertThat(map.lines())
        .extracting(line -> line.from() + line.to())
        .containsExactly("AB", "AD", "BA", "DB");
    assertThat(map.lines())
        .extracting(Line::weight)
        .containsExactly(Stream.of(weights.split(" ")).map(Double::valueOf).toArray(Double[]::new));
    assertThat(map.refused()).extracting(Incoming.RefusedRow::value).containsExactly("C", "D");
  }

  @Test
  void fixturesOfOtherProgramsAreRead() throws UnreadableMap {
    assertThat(read("importers/gephi/gexf/basic.gexf", Directions.GUESS).nodes())
        .extracting(Incoming.Node::label)
        .containsExactly("Hello", "Word");
    assertThat(read("importers/gephi/gexf/slice.gexf", Directions.GUESS).lines())
        .extracting(Line::weight)
        .containsExactly(2.0);
    assertThat(read("importers/gephi/withdesc.graphml", Directions.GUESS).nodes())
        .extracting(Incoming.Node::label)
        .containsExactly("Node Zero", "Node One");
    assertThat(
            read(
                    "importers/gephi/spreadsheet/edges_table_with_timeset_intervals.csv",
                    Directions.GUESS)
                .lines())
        .hasSize(5)
        .allMatch(Line::directed);
    var pajek = read("importers/pajek/s50_d1.net", Directions.GUESS);
    assertThat(pajek.nodes()).hasSize(50);
    assertThat(pajek.refused()).isEmpty();
  }

  private static long kinds(Incoming map, String kind) {
    return map.lines().stream().filter(l -> kind.equals(l.answers().get("kind"))).count();
  }

  private static Incoming read(String name, Directions directions) throws UnreadableMap {
    return file(name).read(directions);
  }

  private static MapFile file(String name) throws UnreadableMap {
    return MapFile.of(name, SharedData.read(name));
  }
}
