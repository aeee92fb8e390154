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

  /// People on one list alone may first become more when the line goes up, and then fewer.
  @Test
  void whatIsExpectedIsNeverOutsideItsRange() {
    double[] lines = Spread.lines();
    for (int from = 0; from < lines.length; from++) {
      for (int to = 0; to < lines.length; to++) {
        double low = lines[from];
        double high = lines[to];
        for (int people : new int[] {-90, -1, 1, 90}) {
          long[] counts =
              Arrays.stream(lines)
                  .mapToLong(line -> 100 + (line >= low && line <= high ? people : 0))
                  .toArray();
          var range = Spread.range(counts, 0);

          assertThat(range.expected()).isBetween((double) range.low(), (double) range.high());
        }
      }
    }
  }

  /// @param sure how many there are whatever the line
  /// @param doubtful the probability of each other one
  private static long[] counts(long sure, double... doubtful) {
    return Arrays.stream(Spread.lines())
        .mapToLong(line -> sure + Arrays.stream(doubtful).filter(p -> p >= line).count())
        .toArray();
  }
}
