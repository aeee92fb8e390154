package org.sightline.plans.poster;

import org.jspecify.annotations.Nullable;
import org.sightline.plans.PlannedWork;
import org.sightline.plans.YouSaidWeDid;

/// The poster.
///
/// @param tellBy by when students were told they hear more, in words, or `null`
/// @param late whether that day has passed
/// @param term as in "this term" or "March 2027"
/// @param lead whom to talk to
public record PosterPage(
    String workspace,
    PlannedWork.About about,
    YouSaidWeDid told,
    @Nullable String tellBy,
    boolean late,
    String term,
    String lead) {}
