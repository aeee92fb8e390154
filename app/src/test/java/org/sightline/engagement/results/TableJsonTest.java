package org.sightline.engagement.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.sightline.engagement.results.ZoneTally.AdultPresence;

class TableJsonTest {

  @Property(tries = 50)
  void anOutwardTableComesBackAsItWas(@ForAll long seed) {
    for (var table : RoundSimulation.played(seed).tables) {
      assertThat(TableJson.outward(TableJson.print(table))).isEqualTo(table);
    }
  }

  @Test
  void anInwardTableComesBackAsItWas() {
    var table =
        new InwardTable(
            2,
            30,
            List.of(
                ZoneTally.of("gate", new Tally(1, 2, 3, 30)),
                new ZoneTally(
                    new ZoneKey("room"), true, AdultPresence.RARELY, true, false, Tally.none(30))));

    assertThat(TableJson.inward(TableJson.print(table))).isEqualTo(table);
  }

  @Test
  void aBreakdownComesBackInItsOrder() {
    var year = new Breakdown.Group("year 9");
    var breakdown =
        new Breakdown(
            Breakdown.Dimension.YEAR_GROUP,
            1,
            List.of(
                new Breakdown.Row(new ZoneKey("gate"), Map.of(year, Band.HOT)),
                new Breakdown.Row(new ZoneKey("yard"), Map.of())));

    assertThat(TableJson.breakdown(TableJson.print(breakdown))).isEqualTo(breakdown);
  }
}
