package org.sightline.plans;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An issue to be raised.
///
/// @param zone the lasting key of the zone, or `null` when the issue has none; with a zone, the
///     same workspace, zone and source raise one issue only, however often they are raised
/// @param hottest whether it is among the places with most red, and so needs a measure (A66)
public record NewIssue(@Nullable UUID zone, Source source, IssueText text, boolean hottest) {

  public NewIssue(@Nullable UUID zone, Source source, IssueText text) {
    this(zone, source, text, false);
  }
}
