package org.sightline.engagement.marks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetLabelTest {

  private final SecureRandom random = new SecureRandom();

  @ParameterizedTest
  @ValueSource(
      strings = {"", "4", "4C7", "44", "CC", "88", "4A", "1C", "O2", "WC", "69", "4c", "4\u0301"})
  void refusesWhatNoSheetCarries(String letters) {
    assertThatThrownBy(() -> new SheetLabel(letters)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "4", "4C7", "4A", "55", "S5", "5S", "???", "4C4C4C4C4C4C4C4C4C4C4C"})
  void readsNothingFromWhatCannotBeALabel(String typed) {
    assertThat(SheetLabel.read(typed)).isEmpty();
  }

  @Test
  void readsWhatIsTypedKindly() {
    for (String typed : List.of("4C", "4c", " 4 c ", "4-C", "4.c", "\uFF14\uFF23")) {
      assertThat(SheetLabel.read(typed)).as(typed).contains(new SheetLabel("4C"));
    }
    assertThat(SheetLabel.read("zb")).contains(new SheetLabel("28"));
  }

  @Test
  void everyLabelIsReadAsItself() {
    for (SheetLabel label : SheetLabel.draw(random, SheetLabel.MOST)) {
      assertThat(SheetLabel.read(label.letters().toLowerCase())).contains(label);
    }
  }

  @Test
  void noLabelReadsAsAnotherUpsideDown() {
    var turned = Map.of('6', '9', '9', '6', '8', '8');
    for (SheetLabel label : SheetLabel.draw(random, SheetLabel.MOST)) {
      char first = label.letters().charAt(0);
      char second = label.letters().charAt(1);
      if (turned.containsKey(first) && turned.containsKey(second)) {
        var flipped = "" + turned.get(second) + turned.get(first);
        assertThat(flipped).as(label.letters()).isNotEqualTo(label.letters());
        assertThat(SheetLabel.read(flipped)).as(label.letters()).isEmpty();
      }
    }
  }

  @Test
  void aSessionHasEnoughOfThemAndAllDiffer() {
    assertThat(SheetLabel.MOST).isGreaterThan(300);
    assertThat(new HashSet<>(SheetLabel.draw(random, SheetLabel.MOST))).hasSize(SheetLabel.MOST);
    assertThat(SheetLabel.draw(random, 0)).isEmpty();
    assertThatThrownBy(() -> SheetLabel.draw(random, SheetLabel.MOST + 1))
        .hasMessageContaining(String.valueOf(SheetLabel.MOST));
    assertThatThrownBy(() -> SheetLabel.draw(random, -1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theOrderInWhichTheyAreDrawnIsRandom() {
    assertThat(SheetLabel.draw(random, SheetLabel.MOST))
        .isNotEqualTo(SheetLabel.draw(random, SheetLabel.MOST));
  }
}
