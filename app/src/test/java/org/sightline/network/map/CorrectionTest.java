package org.sightline.network.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What has to be told whoever has the map as it was, and what is news only (RR-02).
class CorrectionTest {

  private final Drawn map = new Drawn();
  private final ElementId report = ElementId.random();
  private ElementId ann;
  private ElementId bo;
  private ElementId line;

  @BeforeEach
  void draw() {
    ann = map.person("Ann Invented");
    bo = map.person("Bo Madeup");
    line = map.line(ann, bo);
    map.draw(Drawn.aReport(report, line, "2026-05-04"));
    map.say(line, Field.STRENGTH, "4");
    map.say(line, Field.TIMES_SEEN, Field.NOT_KNOWN);
    map.say(bo, Field.PART_IN_GROUP, "LEADS");
  }

  @Test
  void whatWasNotAskedOrNotKnownIsAnsweredAndNotCorrected() {
    var then = then();
    map.say(line, Field.TIMES_SEEN, "3");
    map.say(line, Field.LINE_KIND, "KNOW_EACH_OTHER");
    map.say(line, Field.CURRENT, "NO");
    map.say(line, Field.CONFIRMED, "2026-06-01");
    map.draw(Drawn.aReport(ElementId.random(), line, "2026-06-02"));
    map.say(ann, Field.PIN, "1.0 2.0");

    assertThat(corrected(then)).isEmpty();
  }

  @Test
  void anotherAnswerIsACorrectionUntilItIsTakenBack() {
    var then = then();
    map.say(line, Field.STRENGTH, "1");
    map.say(bo, Field.PART_IN_GROUP, "AT_THE_EDGE");
    assertThat(corrected(then)).containsExactlyInAnyOrder(line, bo);

    map.say(line, Field.STRENGTH, "4");
    map.say(bo, Field.PART_IN_GROUP, "");
    assertThat(corrected(then)).containsExactly(bo);
  }

  @Test
  void whoSaysSoIsPutRightOrWithdrawn() {
    var then = then();
    map.say(report, Field.ROLE, "teacher");
    assertThat(corrected(then)).containsExactly(line);

    var later = then();
    assertThat(corrected(later)).isEmpty();
    map.say(report, Field.OFF, "Nobody said so");
    assertThat(corrected(later)).containsExactly(line);
  }

  @Test
  void aLineThatIsWithdrawnIsCorrectedAndSomebodyWhoIsNoLongerPartIsInNoList() {
    var then = then();
    map.say(line, Field.OFF, "A mix-up");
    assertThat(corrected(then)).containsExactly(line);
    assertThat(Correction.isWithdrawn(map.picture(), line)).isTrue();

    map.say(bo, Field.OFF, "moved away");
    assertThat(corrected(then)).isEmpty();
  }

  @Test
  void whoTurnedOutToBeAnotherIsCorrected() {
    var then = then();
    var cem = map.person("Cem Third");
    map.draw(Edit.of(bo, Map.of(Field.SAME_AS, cem.toString())));

    assertThat(corrected(then)).containsExactly(bo);
    map.say(cem, Field.OFF, "moved away");
    assertThat(corrected(then)).as("who is no longer part is in no list").isEmpty();
  }

  private Picture then() {
    return Picture.of(map.entries());
  }

  private Set<ElementId> corrected(Picture then) {
    return Correction.between(then, map.picture());
  }
}
