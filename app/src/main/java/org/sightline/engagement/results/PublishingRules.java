package org.sightline.engagement.results;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// When a round's results may be made, and made again (practice.md, Small groups; ST-05).
public final class PublishingRules {

  public static final int SESSIONS_FOR_COUNTS = 2;
  public static final int MAPS_FOR_COUNTS = 10;

  /// How much a publication says.
  public enum Detail {
    NOTHING,
    BANDS,
    COUNTS
  }

  private PublishingRules() {}

  public static Detail detail(int closedSessions, int maps, SmallNumbers small) {
    if (closedSessions < 1 || maps < small.k()) {
      return Detail.NOTHING;
    }
    boolean enough = maps >= Math.max(MAPS_FOR_COUNTS, 2 * small.k());
    return closedSessions >= SESSIONS_FOR_COUNTS && enough ? Detail.COUNTS : Detail.BANDS;
  }

  /// Why the results may not be made now, or `null` when they may. No refusal says how many maps
  /// have changed or are wanting: that number would be a small count of its own.
  ///
  /// @param earlier every earlier publication of the round: being far from the latest is not
  ///     enough, since five in and five out can lead back to two maps away from the first
  public static @Nullable String mayPublish(
      int closedSessions, int mapsNow, List<Publication> earlier, SmallNumbers small) {
    if (closedSessions < 1) {
      return "No session of this round has been closed yet.";
    }
    if (mapsNow < small.k()) {
      return "There are too few maps to show anything yet. Close more sessions first.";
    }
    if (earlier.stream().anyMatch(each -> each.changedSince(mapsNow) < small.k())) {
      return "Compared with results already made, fewer than %d maps have changed. They stay as they are."
          .formatted(small.k());
    }
    return null;
  }
}
