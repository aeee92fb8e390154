package org.sightline.engagement.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// The attacker must be able to win, or the property tests prove nothing.
class AttackerTest {

  private static final String FEWER = "fewer than 5";

  private final Attacker attacker = new Attacker(5);

  @Test
  void findsALoneSmallCellByTakingTheOthersFromTheTotal() {
    var naive = row(12, 0, 0, "6", FEWER, "4", FEWER);
    var lone = row(20, 0, 0, "6", "6", FEWER, "5");

    assertThat(attacker.attack(List.of(naive))).contains("row 0, cell 2 is 4");
    assertThat(attacker.attack(List.of(lone))).containsExactly("row 0, cell 2 is 3");
  }

  @Test
  void knowsThatEightIsFourAndFour() {
    assertThat(attacker.attack(List.of(row(20, 0, 0, "6", "6", FEWER, FEWER)))).hasSize(2);
  }

  @Test
  void readsOneSessionOffTwoTables() {
    var first = row(20, 0, 0, "5", "5", "5", "5");
    var second = row(27, 7, 0, "8", "6", "7", "6");

    assertThat(attacker.attack(List.of(first, second)))
        .contains("into 1, cell 0 is 3", "into 1, cell 3 is 1");
  }

  @Test
  void findsNothingWhereTwoCellsLeaveRoom() {
    assertThat(attacker.attack(List.of(row(18, 0, 0, "6", "6", FEWER, FEWER)))).isEmpty();
  }

  private static Attacker.Printed row(int maps, int came, int went, String... cells) {
    return new Attacker.Printed(List.of(cells), maps, came, went);
  }
}
