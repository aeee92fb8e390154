package org.sightline.plans;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.UserId;

/// What was agreed: the measure, who sees to it, by when, and the answer to the question.
///
/// @param measureId of the library, or `null` for a measure of one's own
/// @param kind of the library, as in `design`
/// @param answerNote why; `null` when nothing was added
/// @param forStudents the measure in words students may read, or `null` while there are none
public record ActionTerms(
    @Nullable String measureId,
    String kind,
    String measure,
    UserId owner,
    LocalDate due,
    HarmAnswer answer,
    @Nullable String answerNote,
    @Nullable String forStudents) {

  public ActionTerms {
    if (measure.isBlank()) {
      throw new IllegalArgumentException("An action needs its measure");
    }
  }
}
