package org.sightline.scan.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sightline.scan.reading.HeldOut.Circumstance;

/// Sheets made on other principles than those the reader was tuned on. The bars are those of issue
/// 5; a sheet that could not be read may be refused where light or angle are extreme, and is never
/// read wrongly.
class HeldOutTest {

  @ParameterizedTest
  @CsvSource({"SCANS, 3, 51", "PHOTOGRAPHS, 2, 52", "TUNGSTEN, 1, 53", "TILTED, 1, 54"})
  void aFewAreReadRight(Circumstance circumstance, int sheets, long seed) throws IOException {
    var trials = HeldOut.read(circumstance, sheets, seed, null);

    assertThat(trials.ofOtherSheets()).as(trials.summary()).isZero();
    assertThat(trials.refused()).as(trials.summary()).isZero();
    assertThat(trials.rightOfDecided()).as(trials.summary()).isGreaterThanOrEqualTo(0.993);
    assertThat(trials.inDoubt()).as(trials.summary()).isLessThanOrEqualTo(0.06);
  }

  @ParameterizedTest
  @Tag("long")
  @EnumSource(Circumstance.class)
  void manyAreReadAsWellAsTheIssueAsks(Circumstance circumstance) throws IOException {
    var trials = HeldOut.read(circumstance, circumstance.isScan() ? 40 : 30, 8101, null);
    double mostDoubt =
        circumstance == Circumstance.HARD_ONES ? 0.4 : circumstance.isScan() ? 0.025 : 0.05;

    assertThat(trials.ofOtherSheets()).as(trials.summary()).isZero();
    assertThat(trials.rightOfDecided())
        .as(trials.summary())
        .isGreaterThanOrEqualTo(circumstance.isScan() ? 0.997 : 0.993);
    assertThat(trials.inDoubt()).as(trials.summary()).isLessThanOrEqualTo(mostDoubt);
    assertThat(trials.refused()).as(trials.summary()).isLessThanOrEqualTo(1);
  }
}
