package org.sightline.contexts.floorplans;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

class ZoneRulesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          10,10 40,10                          | A zone needs at least 3 corners and this has 2
          10,10 40,10 103,50 10,50             | Corner 3 is outside the plan: 103% across, 50% down
          10,10 40,10 40,-0.5                  | Corner 3 is outside the plan: 40% across, -0.5% down
          10,10 40,10 40,30 10,10              | Corner 4 is in the same place as corner 1, 10% across and 10% down
          10,10 50,50 50,10 10,50              | The line from corner 1 to corner 2 crosses the line from corner 3 to corner 4, near 30% across and 30% down
          10,10 60,10 60,40 30,10 10,40        | The line from corner 1 to corner 2 touches the line from corner 3 to corner 4, near 30% across and 10% down
          10,10 60,10 30,10 10,40              | The line from corner 1 to corner 2 runs along the line from corner 2 to corner 3
          10,10 12,10 12,12 10,12              | This zone is too small to see, near 10% across and 10% down
          10,10 40,10 40;30                    | Corner 3, “40”, is not two percentages
          10,10 forty,10                      | Corner 2, “forty,10”, is not two percentages
          """)
  void isRefusedWithThePlace(String typed, String sentence) {
    assertThat(OutlineText.parse(typed))
        .isInstanceOfSatisfying(
            Drawn.Refused.class, refused -> assertThat(refused.sentence()).startsWith(sentence));
  }

  @Test
  void whatIsNoNumberIsRefused() {
    var corners = List.of(new Corner(0, 0), new Corner(Double.NaN, 0), new Corner(1, 1));

    assertThat(ZoneRules.check(corners))
        .hasValueSatisfying(s -> assertThat(s).contains("Corner 2"));
  }

  @Test
  void aHundredAndOneCornersAreRefused() {
    var circle =
        IntStream.range(0, 101)
            .mapToDouble(i -> i * Math.TAU / 101)
            .mapToObj(a -> new Corner(0.5 + 0.4 * Math.cos(a), 0.5 + 0.4 * Math.sin(a)))
            .toList();

    assertThat(ZoneRules.check(circle)).hasValueSatisfying(s -> assertThat(s).contains("has 101"));
    assertThat(ZoneRules.check(circle.subList(0, 100))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''
          null
          {}
          [[0.1,0.1],[0.4,0.1]
          [[0.1,0.1],[0.4,"0.1"],[0.4,0.4]]
          [[0.1,0.1],[0.4,0.1,0.2],[0.4,0.4]]
          [[0.1,0.1],[1e999,0.1],[0.4,0.4]]
          """)
  void jsonThatIsNotCornersIsRefused(String json) {
    assertThat(OutlineJson.parse(json)).isInstanceOf(Drawn.Refused.class);
  }

  @Test
  void jsonNestedVeryDeeplyIsRefused() {
    assertThat(OutlineJson.parse("[".repeat(9_000))).isInstanceOf(Drawn.Refused.class);
  }

  @Test
  void aClosedRingFromADrawingToolIsTaken() {
    assertThat(OutlineJson.parse("[[0.1,0.1],[0.4,0.1],[0.4,0.3],[0.1,0.1]]"))
        .isEqualTo(OutlineText.parse("10,10 40,10 40,30"));
  }

  @Test
  void theLabelOfAHookLiesInsideIt() {
    var hook =
        ((Drawn.Accepted) OutlineText.parse("10,10 90,10 90,20 20,20 20,90 10,90")).outline();

    var label = hook.labelPoint();

    assertThat(hook.polygon().contains(point(label))).isTrue();
  }

  @Property
  void noAcceptedOutlineCrossesItself(@ForAll("corners") List<Corner> corners) {
    var accepted = ZoneRules.check(corners).isEmpty();

    Statistics.label("accepted").collect(accepted);
    if (accepted) {
      var outline = new Outline(corners);
      assertThat(outline.polygon().isValid()).isTrue();
      assertThat(outline.polygon().contains(point(outline.labelPoint()))).isTrue();
    }
  }

  @Property
  void whatIsPrintedReadsBackTheSame(@ForAll("corners") List<Corner> corners) {
    if (ZoneRules.check(corners).isEmpty()) {
      var outline = new Outline(corners);
      assertThat(OutlineText.parse(OutlineText.print(outline)))
          .isEqualTo(new Drawn.Accepted(outline));
      assertThat(OutlineJson.parse(OutlineJson.print(outline)))
          .isEqualTo(new Drawn.Accepted(outline));
    }
  }

  @Property
  void anyTypedTextGetsAnAnswer(@ForAll String text) {
    assertThat(OutlineText.parse(text)).isNotNull();
    assertThat(OutlineJson.parse(text)).isNotNull();
  }

  @Provide
  Arbitrary<List<Corner>> corners() {
    var fraction = Arbitraries.integers().between(0, 10_000).map(steps -> steps / 10_000.0);
    return Combinators.combine(fraction, fraction).as(Corner::new).list().ofMinSize(3).ofMaxSize(7);
  }

  private static Point point(Corner corner) {
    return new GeometryFactory().createPoint(new Coordinate(corner.x(), corner.y()));
  }
}
