package org.sightline.network.bringing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sightline.network.exchange.Directions;
import org.sightline.network.exchange.Incoming;
import org.sightline.network.exchange.MapFile;
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
    var report =
        Map.of(
            Field.AGENCY, "School",
            Field.ROLE, "teacher",
            Field.SEEN_OR_HEARD, "HEARD",
            Field.WHEN, day);
    var choices =
        new Choices(
            NodeKind.YOUNG_PERSON,
            "FRIENDS",
            report,
            later,
            "Not in the later file",
            Choices.Spoken.NOTHING);
    var result = Bringing.plan(UUID.randomUUID(), map.picture(), file, choices);
    if (result.edit() != null) {
      map.draw(result.edit());
    }
    return result;
  }

  private static Incoming s50(int wave) throws Exception {
    String name = "networks/s50_girls/wave" + wave + ".csv";
    return MapFile.of(name, SharedData.read(name)).read(Directions.GUESS);
  }
}
