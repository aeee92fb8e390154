package org.sightline.network.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sightline.network.exchange.Incoming.Line;
import org.sightline.network.exchange.Incoming.RefusedRow;
import org.sightline.network.exchange.Incoming.Said;
import org.sightline.network.exchange.Incoming.Why;

/// What the lines of other programs' pictures carry may say who says so, and when.
class AttributesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  @Test
  void aPictureOfGephiSaysItInValuesOfItsEdges() throws UnreadableMap {
    var file =
        file(
            """
            <gexf><graph><attributes class="edge"><attribute id="0" title="Agency"/>
            <attribute id="1" title="Reported by"/><attribute id="2" title="closeness"/></attributes>
            <nodes><node id="1" label="Ann"/><node id="2" label="Bo"/></nodes>
            <edges><edge source="1" target="2" start="2026-05-03"><attvalues><attvalue for="0" value="Police"/>
            <attvalue for="1" value="sergeant"/><attvalue for="2" value="close"/></attvalues></edge></edges>
            </graph></gexf>
            """);

    assertThat(file.headings()).containsExactly("Agency", "Reported by", "closeness", "start");
    var suggested = file.suggestedSaid();
    assertThat(suggested).isEqualTo(new Columns.Said(1, 0, null, null));
    var read = file.read(Directions.GUESS, new Columns.Said(1, 0, null, 3), TODAY);
    assertThat(read.lines())
        .extracting(Line::said)
        .containsExactly(new Said("sergeant", "Police", "", "2026-05-03"));
    assertThat(read.lines().getFirst().answers()).containsOnlyKeys("closeness");
  }

  @Test
  void aChartSaysItInAttributesOfItsLinks() throws UnreadableMap {
    var file =
        file(
            """
            <Chart><ChartItemCollection>
            <ChartItem Label="Ann"><End><Entity EntityId="1"/></End></ChartItem>
            <ChartItem Label="Bo"><End><Entity EntityId="2"/></End></ChartItem>
            <ChartItem Label="met" DateTime="2026-05-03T21:30:00"><Link End1Id="1" End2Id="2"/>
            <AttributeCollection><Attribute AttributeClass="How known" Value="Observed"/></AttributeCollection></ChartItem>
            <ChartItem Label="met" DateTime="2999-05-03T21:30:00"><Link End1Id="2" End2Id="1"/></ChartItem>
            </ChartItemCollection></Chart>
            """);

    var read = file.read(Directions.GUESS, file.suggestedSaid(), TODAY);

    assertThat(read.lines())
        .extracting(Line::said)
        .containsExactly(new Said("", "", "SEEN", "2026-05-03"));
    assertThat(read.refused())
        .containsExactly(new RefusedRow(6, "2999-05-03T21:30:00", Why.NO_DAY));
  }

  @Test
  void pajekHasALabelForEachLine() throws UnreadableMap {
    var file =
        file("*Vertices 2\n1 \"Ann\"\n2 \"Bo\"\n*Edges\n1 2 1 c Black l \"Youth service\"\n");

    assertThat(file.headings()).containsExactly("label");
    var read = file.read(Directions.GUESS, new Columns.Said(null, 0, null, null), TODAY);
    assertThat(read.lines())
        .extracting(Line::said)
        .containsExactly(new Said("", "Youth service", "", ""));
  }

  @Test
  void whereNothingIsChosenEverythingStaysAsTheFileHasIt() throws UnreadableMap {
    var file =
        file(
            """
            <graphml><graph><node id="a"/><node id="b"/>
            <edge source="a" target="b"><data key="agency">Police</data></edge></graph></graphml>
            """);

    var read = file.read(Directions.GUESS, Columns.Said.NOWHERE, TODAY);

    assertThat(read.lines()).extracting(Line::said).containsExactly(Said.NOTHING);
    assertThat(read.lines().getFirst().answers()).containsEntry("agency", "Police");
    assertThat(file.headings()).isEqualTo(List.of("agency"));
  }

  private static MapFile file(String content) throws UnreadableMap {
    return MapFile.of("a file", content.getBytes(StandardCharsets.UTF_8));
  }
}
