package org.sightline.network.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// `MapInABrowserTest` and `LargeMapTest` see that the browser makes the same of it again.
class SentTest {

  private static final View.Node ANN = node("a", "Ann");
  private static final View.Node LONGER = node("b", "Ann $1 Invented");

  @Test
  void whatManySayInTheSameWordsIsSaidOnceAndWhatIsEmptyIsLeftOut() {
    var sent =
        Sent.of(
            new View(
                7,
                List.of(ANN, LONGER),
                List.of(
                    line("1", "a", "b", "Ann and Ann $1 Invented know each other."),
                    line("2", "b", "a", "Ann $1 Invented and Ann know each other.")),
                List.of()));

    assertThat(sent.last()).isEqualTo(7);
    assertThat(sent.texts())
        .containsExactly("Young person", "Seen", "\u0001 and \u0002 know each other.");
    assertThat(sent.nodes().getFirst())
        .isEqualTo(Map.of("id", "a", "kind", "YOUNG_PERSON", "label", "Ann", "said", 0));
    assertThat(sent.lines())
        .containsExactly(
            Map.of("id", "1", "from", 0, "to", 1, "evidenced", true, "stands", 1, "sentence", 2),
            Map.of("id", "2", "from", 1, "to", 0, "evidenced", true, "stands", 1, "sentence", 2));
  }

  @Test
  void aSentenceThatHoldsAMarkGoesAsItIs() {
    String odd = "Ann and \u0001 know each other.";
    var sent =
        Sent.of(new View(1, List.of(ANN, LONGER), List.of(line("1", "a", "b", odd)), List.of()));

    assertThat(sent.lines().getFirst()).containsEntry("from", "a").containsEntry("to", "b");
    assertThat(sent.texts()).contains(odd);
  }

  private static View.Node node(String id, String label) {
    return new View.Node(id, "YOUNG_PERSON", label, "Young person", false, "", "", "", "", "");
  }

  private static View.Line line(String id, String from, String to, String sentence) {
    return new View.Line(id, from, to, "", "", "", "", true, false, false, 0, sentence, "Seen");
  }
}
