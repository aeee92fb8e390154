package org.sightline.plans.poster;

import org.sightline.plans.PlannedWork;
import org.sightline.plans.YouSaidWeDid;

/// The poster.
///
/// @param term as in "this term" or "March 2027"
/// @param lead whom to talk to
public record PosterPage(
    String workspace, PlannedWork.About about, YouSaidWeDid told, String term, String lead) {}
