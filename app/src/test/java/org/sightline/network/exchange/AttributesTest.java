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

  /// An interview may ask of each line who says so; Network Canvas has no spaces in its headings,
  /// and writes what is chosen from a list as a column for each option.
  @Test
  void anInterviewOfNetworkCanvasSaysItInColumnsOfItsOwn() throws UnreadableMap {
    var people =
        MapFile.of(
            "case_1_attributeList_Person.csv",
            bytes("nodeID,networkCanvasUUID,name\n1,u-1,Ann\n2,u-2,Bo\n3,u-3,Cy\n"));
    var lines =
        MapFile.of(
            "case_1_edgeList_Close.csv",
            bytes(
                """
                edgeID,from,to,networkCanvasUUID,SeenOrHeard_Seen,SeenOrHeard_Heard,ReportedBy,Agency_Youth_service,Agency_Police,DateSeen
                1,1,2,e-1,true,false,youth worker,true,false,2026-05-03
                2,2,3,e-2,false,true,,false,true,2026-05-04
                3,1,3,e-3,true,true,sergeant,false,true,2026-05-05
                """));

    var map =
        MapFile.together(
            List.of(people, lines), List.of(people.suggested(), lines.suggested()), TODAY);

    assertThat(map.nodes()).extracting(Incoming.Node::label).containsExactly("Ann", "Bo", "Cy");
    assertThat(map.lines())
        .extracting(Line::said)
        .containsExactly(
            new Said("youth worker", "Youth service", "SEEN", "2026-05-03"),
            new Said("", "Police", "HEARD", "2026-05-04"));
    assertThat(map.lines().getFirst().answers())
        .containsEntry("kind", "Close")
        .doesNotContainKeys("SeenOrHeard_Seen", "Agency_Police", "SeenOrHeard");
    assertThat(map.refused())
        .containsExactly(
            new RefusedRow(
                4, "Seen, Heard", Why.NEITHER_SEEN_NOR_HEARD, "case_1_edgeList_Close.csv"));
  }

  @Test
  void theSameInterviewAsGraphmlSaysItInItsData() throws UnreadableMap {
    var file =
        file(
            """
            <graphml><key id="a" for="edge" attr.name="HowKnown_Seen"/><key id="b" for="edge" attr.name="HowKnown_Heard"/>
            <graph><node id="1"/><node id="2"/>
            <edge source="1" target="2"><data key="a">false</data><data key="b">true</data></edge>
            </graph></graphml>
            """);

    var read = file.read(Directions.GUESS, file.suggestedSaid(), TODAY);

    assertThat(file.headings()).containsExactly("HowKnown");
    assertThat(read.lines()).extracting(Line::said).containsExactly(new Said("", "", "HEARD", ""));
  }

  /// What only begins like one of ours stays what it is.
  @Test
  void columnsThatAreNoTicksStayApart() throws UnreadableMap {
    var lines = file("from,to,service_name,service_type\nAnn,Bo,Kite House,hostel\n");

    assertThat(lines.headings()).containsExactly("from", "to", "service_name", "service_type");
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
    return MapFile.of("a file", bytes(content));
  }

  private static byte[] bytes(String content) {
    return content.getBytes(StandardCharsets.UTF_8);
  }
}
