package org.sightline.engagement.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.sightline.kernel.Level;

class TallyTest {

  @Test
  void cannotHoldMoreAnswersThanMaps() {
    assertThatThrownBy(() -> new Tally(3, 3, 3, 8))
        .hasMessage("3 red, 3 yellow and 3 green cannot come from 8 maps");
  }

  @Test
  void aBlankIsNoAnswerAndNeverGreen() {
    var tally = Tally.none(0).plus(Level.RED).plus((Level) null);

    assertThat(tally).isEqualTo(new Tally(1, 0, 0, 2));
    assertThat(tally.noAnswer()).isEqualTo(1);
  }

  @Test
  void fourAnswersHaveNoBand() {
    assertThat(Band.of(new Tally(4, 0, 0, 30), SmallNumbers.USUAL)).isNull();
  }

  @Test
  void exactlyTwoThirdsIsStillMixed() {
    assertThat(Band.of(new Tally(4, 0, 2, 9), SmallNumbers.USUAL)).isEqualTo(Band.MIXED);
    assertThat(Band.of(new Tally(2, 0, 4, 9), SmallNumbers.USUAL)).isEqualTo(Band.MIXED);
    assertThat(Band.of(new Tally(4, 1, 2, 9), SmallNumbers.USUAL)).isEqualTo(Band.HOT);
    assertThat(Band.of(new Tally(1, 1, 5, 9), SmallNumbers.USUAL)).isEqualTo(Band.COOL);
  }

  @Test
  void mixedViewsNeedAQuarterOfEach() {
    assertThat(new Tally(5, 10, 5, 20).hasMixedViews(SmallNumbers.USUAL)).isTrue();
    assertThat(new Tally(5, 11, 5, 21).hasMixedViews(SmallNumbers.USUAL)).isFalse();
    assertThat(new Tally(4, 0, 8, 12).hasMixedViews(SmallNumbers.USUAL)).isFalse();
  }
}
