package org.sightline.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Whoever asks too often loses what they asked first, and nobody else does.
class StrangersAskedTest {

  private final StrangersAsked asked = new StrangersAsked(6, 3);

  @Test
  void aNetworkThatAsksWithoutEndPushesOutItsOwnAndNobodyElses() {
    assertThat(asked.add("elsewhere", "council")).isEmpty();
    var gone =
        IntStream.range(0, 1_000)
            .mapToObj(n -> asked.add("flood-" + n, "somewhere"))
            .flatMap(java.util.List::stream)
            .toList();

    assertThat(gone).hasSize(997).startsWith("flood-0", "flood-1").doesNotContain("elsewhere");
  }

  @Test
  void overAllTheOldestGoesFirst() {
    for (String id : new String[] {"1", "2", "3", "4", "5", "6"}) {
      assertThat(asked.add(id, "network-" + id)).isEmpty();
    }

    assertThat(asked.add("7", "network-7")).containsExactly("1");
    assertThat(asked.add("8", "network-8")).containsExactly("2");
  }

  @Test
  void behindAProxyThatSaysNothingOnlyTheLimitOfAllHolds() {
    for (int n = 0; n < 6; n++) {
      assertThat(asked.add("n" + n, "")).isEmpty();
    }

    assertThat(asked.add("n6", "")).containsExactly("n0");
  }

  @Test
  void aLimitThatLeavesNoRoomIsNone() {
    assertThatThrownBy(() -> new StrangersAsked(5, 0)).isInstanceOf(IllegalArgumentException.class);
  }
}
