package org.sightline.network.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.network.exchange.Incoming.RefusedRow;
import org.sightline.network.exchange.Incoming.Why;

class HostileMapsTest {

  private static final String NODES = "<graphml><graph><node id='a'/><node id='b'/>";
  private static final String END = "</graph></graphml>";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE graphml><graphml/>",
        "<!DOCTYPE graphml SYSTEM 'file:///etc/hostname'><graphml/>",
        "<!DOCTYPE x [<!ENTITY a 'b'>]><graphml><graph><node id='&a;'/></graph></graphml>",
        "<!DOCTYPE x [<!ENTITY a '1234567890'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
            + "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>]><graphml>&c;</graphml>"
      })
  void aDocumentTypeIsRefusedWhateverIsInIt(String file) {
    assertRefused(file, "document type");
  }

  @Test
  void anEntityThatIsNotDeclaredIsRefused() {
    assertRefused("<graphml><graph><node id='a'><data key='k'>&x;</data></node>" + END, "line 1");
  }

  @Test
  void whatWouldFetchAnotherFileIsRefused() {
    assertRefused(
        "<graphml xmlns:i='http://www.w3.org/2001/XInclude'><i:include href='other.xml'/></graphml>",
        "asks for another file");
  }

  @Test
  void elementsThousandsDeepAreRefused() {
    assertRefused("<graphml>" + "<graph>".repeat(10_000), "deeper");
  }

  @Test
  void aFileThatBreaksOffIsRefusedAndNothingOfItIsKept() {
    assertRefused(NODES + "\n<edge source='a' tar", "line 2");
  }

  @Test
  void anXmlFileOfAnotherKindIsRefused() {
    assertRefused("<svg/>", "neither GraphML");
  }

  @Test
  void moreThanAPictureCanHoldIsRefusedWhole() {
    var nodes = new StringBuilder("<graphml><graph>");
    for (int i = 0; i < 100_000; i++) {
      nodes.append("<node id='").append(i).append("'/>");
    }
    assertRefused(nodes + END, "more than 20,000 people and places");
    assertRefused("*Vertices 100000\n", "more than 20,000 people and places");
    assertRefused("*Vertices some\n", "Row 1");
  }

  @Test
  void aFileWithNobodyInItIsRefused() {
    assertRefused("<graphml><graph></graph></graphml>", "nobody in the file");
    assertRefused("<gexf><graph/></gexf>", "nobody in the file");
  }

  @Test
  void everyRowThatCannotBeTakenIsNamedWithItsReason() throws UnreadableMap {
    var map =
        read(
            NODES
                + """

                <node id='a'/>
                <node id=''/>
                <edge source='a' target='b'/>
                <edge source='a' target='c'/>
                <edge source='a' target='a'/>
                <edge source='' target='a'/>
                <edge source='a' target='b'><data key='weight'>heavy</data></edge>
                <hyperedge id='h'/>
                """
                + END);

    assertThat(map.lines()).hasSize(1);
    assertThat(map.refused())
        .containsExactlyInAnyOrder(
            new RefusedRow(2, "a", Why.TOLD_BEFORE),
            new RefusedRow(3, "", Why.NAMELESS),
            new RefusedRow(5, "c", Why.NOT_IN_THE_LIST),
            new RefusedRow(6, "a", Why.TO_ITSELF),
            new RefusedRow(7, "a", Why.NOBODY_AT_THE_END),
            new RefusedRow(8, "heavy", Why.NO_NUMBER),
            new RefusedRow(9, "h", Why.MORE_THAN_TWO));
  }

  @Test
  void rowsOfListsAndMatricesAreNamedToo() throws UnreadableMap {
    assertThat(read("source,target,weight\nAnn,Bo,1\nAnn,,1\nAnn,Cem,lots\nAnn,Bo,1,x\n").refused())
        .extracting(RefusedRow::row, RefusedRow::why)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(3, Why.NOBODY_AT_THE_END),
            org.assertj.core.groups.Tuple.tuple(4, Why.NO_NUMBER),
            org.assertj.core.groups.Tuple.tuple(5, Why.OTHER_WIDTH));
    assertThat(read(",Ann,Bo,Cem\nAnn,0,x,1\nBo,1,0,0\nCem,1,0,0\n").refused())
        .containsExactly(new RefusedRow(2, "x", Why.NO_NUMBER));
  }

  @Test
  void namesStayAsTheyAre() throws UnreadableMap {
    String name = "=cmd|' /C calc'!A0";
    String family = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 \u0627\u0644\u0633";
    var map = read("source,target\n\"" + name + "\"," + family + "\n");

    assertThat(map.nodes()).extracting(Incoming.Node::label).containsExactly(name, family);
  }

  @Test
  void aLongValueIsCutBetweenCharactersInTheReport() {
    var row = new RefusedRow(1, "\uD83D\uDC67".repeat(50), Why.NO_NUMBER);

    assertThat(row.value()).isEqualTo("\uD83D\uDC67".repeat(40) + "…");
  }

  @Test
  void aChartOfAnalystsNotebookIsRead() throws UnreadableMap {
    var map =
        read(
            """
            <Chart><ChartItemCollection>
              <ChartItem Label="Ann Invented"><End X="1"><Entity EntityId="1" Identity="AI"><Icon>
                <IconStyle Type="Person"/></Icon></Entity></End></ChartItem>
              <ChartItem Label="The arcade"><End><Entity EntityId="2"><Icon><IconStyle Type="Place"/>
                </Icon></Entity></End></ChartItem>
              <ChartItem Label="seen there"><Link End1Id="1" End2Id="2">
                <LinkStyle Type="Visits" ArrowStyle="ArrowOnHead" Strength="Confirmed"/></Link></ChartItem>
            </ChartItemCollection></Chart>
            """);

    assertThat(map.nodes())
        .extracting(Incoming.Node::label)
        .containsExactly("Ann Invented", "The arcade");
    assertThat(map.nodes().get(1).answers()).containsEntry("Type", "Place");
    var line = map.lines().getFirst();
    assertThat(line.directed()).isTrue();
    assertThat(line.answers())
        .containsEntry("Strength", "Confirmed")
        .containsEntry("label", "seen there");
  }

  private static Incoming read(String file) throws UnreadableMap {
    return MapFile.of("a file", file.getBytes(StandardCharsets.UTF_8)).read(Directions.GUESS);
  }

  private static void assertRefused(String file, String why) {
    assertThatThrownBy(() -> read(file))
        .isInstanceOfSatisfying(UnreadableMap.class, e -> assertThat(e.sentence()).contains(why));
  }
}
