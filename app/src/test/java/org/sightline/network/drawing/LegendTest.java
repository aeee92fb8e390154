package org.sightline.network.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.sightline.network.map.NodeKind;
import org.sightline.web.Words;

class LegendTest {

  private final Words words = new Words();

  @Test
  void everyKindOfNodeHasItsShapeInTheLegend() {
    String legend = String.join(" ", Legend.of(words));

    for (var kind : NodeKind.values()) {
      String key = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
      assertThat(legend)
          .contains(
              words.say(
                  "network.legend.of",
                  words.say("network.node." + key).toLowerCase(Locale.ROOT),
                  words.say("network.legend.kind." + key)));
    }
    assertThat(legend).contains("part of the group", "hairline", "beside a person or a place");
  }
}
