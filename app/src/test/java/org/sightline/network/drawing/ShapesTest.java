package org.sightline.network.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.InstanceOfAssertFactories;
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

  /// Four lines to places are lines too.
  @Test
  void whoIsAtTheEdgeIsSaidOfLinesToPeopleOnly() {
    var ann = map.person("Ann");
    map.line(ann, map.person("Bo"));
    for (int i = 0; i < 4; i++) {
      var place = map.person("Place " + i);
      map.draw(Edit.of(new Change(place, Field.KIND, "PLACE")));
      map.line(ann, place);
    }

    var said = shapes.say(map.picture(), Asked.EDGE);

    assertThat(said.sentence()).startsWith("At most one line to another person").contains("Ann");
    assertThat(said.caution()).contains("Lines to groups, places and incidents do not count");
  }

  @Test
  void whoManyWaysRunThroughNeedNotBeTheOnlyWay() {
    var middle = java.util.List.of(map.person("Ann"), map.person("Bo"));
    for (int i = 0; i < 4; i++) {
      var outer = map.person("Outer " + i);
      middle.forEach(each -> map.line(each, outer));
    }

    assertThat(shapes.say(map.picture(), Asked.CONNECTORS).sets()).isEmpty();
    var said = shapes.say(map.picture(), Asked.BETWEEN);
    assertThat(said.sets())
        .singleElement()
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .containsExactlyInAnyOrderElementsOf(middle.stream().map(Object::toString).toList());
    assertThat(said.sentence()).contains("Ann, Bo").doesNotContain("Outer");
    assertThat(said.caution()).contains("does not show who decides");
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
