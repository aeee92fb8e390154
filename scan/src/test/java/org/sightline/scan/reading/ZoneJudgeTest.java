package org.sightline.scan.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.scan.Level;
import org.sightline.scan.SheetReading.ZoneReading;
import org.sightline.scan.reading.LabelWriting.Label;

/// What a place without colour says.
class ZoneJudgeTest {

  /// The most of a letter lies on the label where a place is small. In a large one as much may be a
  /// hair or a fold.
  @ParameterizedTest
  @CsvSource({"1.3, 55", "0.8, 50", "2.4, 92", "3.5, 400"})
  void greyLinesInAPlaceAreForAPerson(double strokes, double area) {
    var read = judged(strokes, area);

    assertThat(read.level()).isNull();
    assertThat(read.doubt()).contains("written");
  }

  @ParameterizedTest
  @CsvSource({"0, 50", "0.5, 50", "1.3, 200", "2.5, 400"})
  void aSpeckIsNoWriting(double strokes, double area) {
    assertThat(judged(strokes, area).level()).isEqualTo(Level.BLANK);
  }

  @Test
  void whatIsNotInThePictureIsNotBlank() {
    assertThat(judge(colouring(0, 400, 0.2)).level()).isNull();
  }

  private static ZoneReading judged(double strokes, double area) {
    return judge(colouring(strokes, area, 0));
  }

  private static ZoneReading judge(Colouring seen) {
    var ink =
        new Ink(new Grid(1, 1, 1), new float[1], new float[1], new float[1], new float[1], 1, 0);
    return new ZoneJudge(new Hues(Map.of(), 1), ink).judge("hall", seen, seen, Label.AS_PRINTED);
  }

  private static Colouring colouring(double strokes, double area, double hidden) {
    return new Colouring(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, strokes, area, false, 240, 0, hidden);
  }
}
