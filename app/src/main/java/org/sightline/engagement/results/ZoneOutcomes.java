package org.sightline.engagement.results;

import java.util.List;
import java.util.Map;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;

/// What becomes of zones with red marks (A33, A66): the door to the plan of the work, which another
/// module keeps.
public interface ZoneOutcomes {

  /// How far a zone has got.
  enum Standing {
    /// Raised, and nothing decided yet.
    RAISED,
    /// Decided, without anything to be done.
    DECIDED,
    /// Something will be done.
    MEASURE
  }

  /// The zones that have been raised.
  Map<ZoneKey, Standing> standing(SignedIn who, WorkspaceId round);

  /// Raises an issue for each zone; one that was raised before stays as it is.
  void raise(SignedIn who, WorkspaceId round, List<Red> zones);

  /// A zone with red marks.
  ///
  /// @param oneAdult goes to the head's or the LADO route (practice.md 8)
  record Red(ZoneKey zone, String name, boolean hottest, boolean oneAdult) {}
}
