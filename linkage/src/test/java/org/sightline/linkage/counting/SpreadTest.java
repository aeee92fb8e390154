package org.sightline.linkage.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/// What is expected and within which range, from the numbers counted at several lines.
class SpreadTest {

  @Test
  void whereNothingIsDoubtfulThereIsNoRange() {
    var range = Spread.range(counts(70), 60);

    assertThat(range).isEqualTo(new Overlaps.Range(70, 70, 70, 60));
  }

  @Test
  void oneDoubtfulLinkIsThereOrNot() {
    var range = Spread.range(counts(70, 0.5), 60);

    assertThat(range.expected()).isEqualTo(70.5);
    assertThat(range.low()).isEqualTo(70);
    assertThat(range.high()).isEqualTo(71);
  }

  @Test
  void manyDoubtfulLinksAreNotAllRightNorAllWrong() {
    double[] even = DoubleStream.generate(() -> 0.5).limit(400).toArray();
    var range = Spread.range(counts(1000, even), 0);

    assertThat(range.expected()).isCloseTo(1200, offset(0.1));
    assertThat(range.low()).isBetween(1020L, 1130L);
    assertThat(range.high()).isBetween(1270L, 1380L);
  }

  @Test
  void nearlySureAndHardlyLikelyLinksMakeANarrowRange() {
    double[] sure = DoubleStream.generate(() -> 0.96).limit(100).toArray();
    double[] unlikely = DoubleStream.generate(() -> 0.04).limit(100).toArray();
    var high = Spread.range(counts(1000, sure), 0);
    var low = Spread.range(counts(1000, unlikely), 0);

    assertThat(high.expected()).isCloseTo(1096, offset(2.0));
    assertThat(high.high()).isLessThanOrEqualTo(1100);
    assertThat(low.expected()).isCloseTo(1004, offset(2.0));
    assertThat(low.low()).isGreaterThanOrEqualTo(1000);
  }

  /// @param sure how many there are whatever the line
  /// @param doubtful the probability of each other one
  private static long[] counts(long sure, double... doubtful) {
    return Arrays.stream(Spread.lines())
        .mapToLong(line -> sure + Arrays.stream(doubtful).filter(p -> p >= line).count())
        .toArray();
  }
}
