package org.sightline.scan.reading;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The bars of issue 5 for scans.
@Tag("long")
class ManyScansTest {

  @Test
  void areReadAsWellAsTheIssueAsks() throws IOException {
    Trials.ofMany("scans", 7101).areRead(0.997, 0.02);
  }
}
