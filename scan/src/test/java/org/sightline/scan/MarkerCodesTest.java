package org.sightline.scan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkerCodesTest {

  @Test
  void aPatternIsFoundHoweverItIsTurned() {
    for (int marker = 0; marker < MarkerCodes.count(); marker++) {
      for (int turns = 0; turns < 4; turns++) {
        var found = MarkerCodes.find(turned(squares(marker), turns));

        assertThat(found).isEqualTo(new MarkerCodes.Found(marker, turns, 0));
      }
    }
  }

  @Test
  void oneWrongSquareIsMendedAndTwoAreNot() {
    for (int marker = 0; marker < MarkerCodes.count(); marker++) {
      for (int one = 0; one < 16; one++) {
        var found = MarkerCodes.find(squares(marker) ^ 1 << one);

        assertThat(found).isEqualTo(new MarkerCodes.Found(marker, 0, 1));
        for (int other = 0; other < one; other++) {
          assertThat(MarkerCodes.find(squares(marker) ^ 1 << one ^ 1 << other)).isNull();
        }
      }
    }
  }

  private static int squares(int marker) {
    int squares = 0;
    for (int i = 0; i < 16; i++) {
      squares = squares << 1 | (MarkerCodes.isWhite(marker, i / 4, i % 4) ? 1 : 0);
    }
    return squares;
  }

  /// Clockwise.
  private static int turned(int squares, int turns) {
    int result = squares;
    for (int turn = 0; turn < turns; turn++) {
      int next = 0;
      for (int i = 0; i < 16; i++) {
        int from = (3 - i % 4) * 4 + i / 4;
        next = next << 1 | (result >> (15 - from) & 1);
      }
      result = next;
    }
    return result;
  }
}
