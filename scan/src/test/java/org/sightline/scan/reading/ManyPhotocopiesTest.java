package org.sightline.scan.reading;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Photocopies that are coloured and scanned, or photographed, are held to the bars of scans and of
/// photographs.
@Tag("long")
class ManyPhotocopiesTest {

  @ParameterizedTest
  @CsvSource({
    "photographed photocopies, 7103, 0.993, 0.05",
    "scanned photocopies, 7104, 0.997, 0.02"
  })
  void areReadAsWellAsTheIssueAsks(String kind, long seed, double right, double doubt)
      throws IOException {
    Trials.ofMany(kind, seed).areRead(right, doubt);
  }
}
