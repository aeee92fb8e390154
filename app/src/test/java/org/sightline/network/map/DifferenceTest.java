package org.sightline.network.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.sightline.network.map.Difference.State;

class DifferenceTest {

  private final Drawn map = new Drawn();

  @Test
  void whatIsSaidTwiceIsNoDifference() {
    var line = map.line(map.person("Ann"), map.person("Bo"));
    var now = new State(map.picture(), LocalDate.of(2026, 5, 1));
    var difference = Difference.between(now, now);

    assertThat(difference.kept()).containsExactly(line);
    assertThat(difference.joined()).isEmpty();
    assertThat(difference.left()).isEmpty();
    assertThat(difference.confirmed()).isEmpty();
    assertThat(difference.faded()).isEmpty();
    assertThat(difference.changed()).isEmpty();
  }

  @Test
  void whoLeftWhoJoinedAndWhichLinesStillHoldIsSaid() {
    var ann = map.person("Ann");
    var bo = map.person("Bo");
    var cem = map.person("Cem");
    var confirmed = map.line(ann, bo);
    var faded = map.line(ann, cem);
    var lost = map.line(bo, cem);
    var earlier = new State(Picture.of(map.entries()), LocalDate.of(2026, 3, 1));

    var dee = map.person("Dee");
    var formed = map.line(ann, dee);
    map.say(confirmed, Field.CONFIRMED, "2026-08-20");
    map.say(faded, Field.STRENGTH, "2");
    map.say(lost, Field.OFF, "they no longer speak");
    var later = new State(map.picture(), LocalDate.of(2026, 6, 1));
    var difference = Difference.between(earlier, later);

    assertThat(difference.joined()).containsExactly(dee);
    assertThat(difference.formed()).containsExactly(formed);
    assertThat(difference.lost()).containsExactly(lost);
    assertThat(difference.confirmed()).containsExactly(confirmed);
    assertThat(difference.faded()).containsExactly(faded);
    assertThat(difference.changed()).containsExactly(faded);
    assertThat(difference.left()).isEmpty();

    assertThat(difference.over()).isEmpty();
    assertThat(difference.different()).isEmpty();
    map.say(cem, Field.OFF, "moved");
    var last = Difference.between(earlier, new State(map.picture(), LocalDate.of(2026, 6, 1)));
    assertThat(last.left()).containsExactly(cem);
    assertThat(last.lost()).containsExactlyInAnyOrder(faded, lost);
  }

  @Test
  void whatIsOverWhoSaysSoTooAndWhoIsSeenDifferentlyAreDifferences() {
    var ann = map.person("Ann");
    var bo = map.person("Bo");
    var unknown = map.person("Unknown adult 2");
    var over = map.line(ann, bo);
    var unsure = map.line(ann, unknown);
    var told = map.line(bo, unknown);
    var earlier = new State(Picture.of(map.entries()), LocalDate.of(2026, 3, 1));

    map.say(over, Field.CURRENT, "NO");
    map.say(unsure, Field.CURRENT, Field.NOT_KNOWN);
    map.draw(Drawn.aReport(ElementId.random(), told, "2026-06-01"));
    map.say(bo, Field.PART_IN_GROUP, "LEADS");
    var later = new State(map.picture(), LocalDate.of(2026, 3, 1));
    var difference = Difference.between(earlier, later);

    assertThat(difference.over()).containsExactly(over);
    assertThat(difference.unsure()).containsExactly(unsure);
    assertThat(difference.told()).containsExactly(told);
    assertThat(difference.different()).containsExactly(bo);
    assertThat(difference.changed()).isEmpty();

    map.say(unknown, Field.SAME_AS, bo.toString());
    var merged = new State(Picture.of(map.entries()), LocalDate.of(2026, 3, 1));
    assertThat(Difference.between(earlier, merged).merged()).containsExactly(unknown);
    map.say(unknown, Field.SAME_AS, "");
    var parted = new State(map.picture(), LocalDate.of(2026, 3, 1));
    assertThat(Difference.between(merged, parted).parted()).containsExactly(unknown);
  }
}
