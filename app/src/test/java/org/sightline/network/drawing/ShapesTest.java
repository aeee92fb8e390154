package org.sightline.network.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sightline.network.drawing.Shapes.Asked;
import org.sightline.network.map.Change;
import org.sightline.network.map.Drawn;
import org.sightline.network.map.Edit;
import org.sightline.network.map.Field;
import org.sightline.web.Words;

class ShapesTest {

  private final Drawn map = new Drawn();
  private final Shapes shapes = new Shapes(new Words());

  @Test
  void whoJoinsOthersIsNamedInASentenceThatSaysWhatItDoesNotMean() {
    var ann = map.person("Ann");
    var bo = map.person("Bo");
    var cy = map.person("Cy");
    map.line(ann, bo);
    map.line(bo, cy);

    var said = shapes.say(map.picture(), Asked.CONNECTORS);

    assertThat(said.sets()).containsExactly(java.util.List.of(bo.toString()));
    assertThat(said.sentence()).endsWith("by nobody: Bo.");
    assertThat(said.caution()).contains("does not show who leads");
    assertThat(shapes.say(map.picture(), Asked.EDGE).sentence()).contains("Ann, Cy");
  }

  @Test
  void twoAtOnePlaceShareItAndThePlaceIsNobody() {
    var ann = map.person("Ann");
    var bo = map.person("Bo");
    var park = map.person("Park");
    map.draw(Edit.of(new Change(park, Field.KIND, "PLACE")));
    map.line(ann, park);
    map.line(bo, park);

    assertThat(shapes.say(map.picture(), Asked.PLACES).sets()).hasSize(1);
    assertThat(shapes.say(map.picture(), Asked.CONNECTORS).sets()).isEmpty();
    assertThat(shapes.say(map.picture(), Asked.CONNECTORS).sentence()).startsWith("Nobody");
  }

  @Test
  void aLineThatIsOverJoinsNobody() {
    var ann = map.person("Ann");
    var bo = map.person("Bo");
    var cy = map.person("Cy");
    map.line(ann, bo);
    map.say(map.line(bo, cy), Field.CURRENT, "NO");

    assertThat(shapes.say(map.picture(), Asked.CONNECTORS).sets()).isEmpty();
  }

  @Test
  void anEmptyMapHasNoShape() {
    for (var asked : Asked.values()) {
      assertThat(shapes.say(map.picture(), asked).sets()).isEmpty();
    }
  }
}
