package org.sightline.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DirectionsTest {

  @Test
  void whatTurnsTheWritingIsTakenOutOfALine() {
    assertThat(Directions.taken("\u202Enerw\u202C Test\u2066\u2067\u2068\u2069\u200E\u200F\u061C"))
        .isEqualTo("nerw Test");
    assertThat(Directions.takenFromLines("\u202Enerw\u202C\nTest\u2066\u2069"))
        .isEqualTo("nerw\nTest");
  }

  @Test
  void lettersOfEveryScriptStay() {
    for (String name :
        new String[] {
          "",
          "Siân O’Hara-Test",
          "\u05D9\u05E2\u05DC",
          "\u0645\u062D\u0645\u062F",
          "\u0646\u06CC\u200C\u0644\u0648\u0641\u0631",
          "\u0915\u094D\u200D\u0937",
          "\uD83D\uDC69\u200D\uD83D\uDC67"
        }) {
      assertThat(Directions.taken(name)).isEqualTo(name);
      assertThat(Directions.takenFromLines(name)).isEqualTo(name);
    }
    assertThat(Directions.takenFromLines("\u05E9\u05DC\u05D5\u05DD!\u200F\nsaid she"))
        .isEqualTo("\u05E9\u05DC\u05D5\u05DD!\u200F\nsaid she");
  }
}
