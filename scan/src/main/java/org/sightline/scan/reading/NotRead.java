package org.sightline.scan.reading;

import org.jspecify.annotations.Nullable;
import org.sightline.scan.Refusal;
import org.sightline.scan.SheetReading.Refused;

/// Ends the reading of a page.
final class NotRead extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final Refusal why;
  private final @Nullable String sheet;

  NotRead(Refusal why) {
    this(why, null);
  }

  NotRead(Refusal why, @Nullable String sheet) {
    super(why.name(), null, false, false);
    this.why = why;
    this.sheet = sheet;
  }

  Refusal why() {
    return why;
  }

  Refused refused() {
    return new Refused(sheet, why, why.sentence());
  }
}
