package org.sightline.scan.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.scan.Paper;

/// Invented sheets with seeds nothing was tuned on. [ManyScansTest], [ManyPhotographsTest] and
/// [ManyPhotocopiesTest] look at many more of each kind.
class TrialsTest {

  @ParameterizedTest
  @CsvSource({"scans, 5, 7001", "photographs, 4, 7002", "photocopies, 3, 7003"})
  void aFewSheetsAreReadRight(String kind, int count, long seed) throws IOException {
    var trials = new Trials();

    trials.run(kind, count, seed, null);

    assertThat(trials.ofOtherSheets()).as(trials.summary()).isZero();
    assertThat(trials.refused()).as(trials.summary()).isZero();
    assertThat(trials.rightOfDecided()).as(trials.summary()).isGreaterThanOrEqualTo(0.993);
    assertThat(trials.inDoubt()).as(trials.summary()).isLessThanOrEqualTo(0.06);
  }

  /// On A3 everything is 1.3 times as large.
  @ParameterizedTest
  @CsvSource({"scans, A3_LANDSCAPE, 7004", "photographs, A3_PORTRAIT, 7005"})
  void aSheetOnA3IsReadRight(String kind, Paper paper, long seed) throws IOException {
    var trials = new Trials();

    trials.run(kind, 1, seed, List.of(paper), null);

    assertThat(trials.ofOtherSheets()).as(trials.summary()).isZero();
    assertThat(trials.refused()).as(trials.summary()).isZero();
    assertThat(trials.wrong()).as(trials.summary()).isZero();
    assertThat(trials.inDoubt()).as(trials.summary()).isLessThanOrEqualTo(0.1);
  }
}
