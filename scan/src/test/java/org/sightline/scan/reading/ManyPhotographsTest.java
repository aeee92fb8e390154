package org.sightline.scan.reading;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The bars of issue 5 for photographs.
@Tag("long")
class ManyPhotographsTest {

  @Test
  void areReadAsWellAsTheIssueAsks() throws IOException {
    Trials.ofMany("photographs", 7102).areRead(0.993, 0.05);
  }
}
