package org.sightline.engagement.results;

import java.util.Map;
import org.sightline.kernel.WorkspaceId;

/// What results need to know of a round's maps: those of its closed sessions that nobody has
/// withdrawn. Every method runs inside the process that publishes.
public interface RoundMarks {

  /// Holds off every other publishing and every withdrawal of the round until the transaction ends.
  /// Withdrawals take the same lock before they read a map's cohort.
  void lock(WorkspaceId round);

  int maps(WorkspaceId round);

  /// The tallies of the zones anybody marked; each counts all maps of the round.
  Map<ZoneKey, Tally> tallies(WorkspaceId round);

  /// The same for every group; each tally counts all maps of its group.
  Map<Breakdown.Group, GroupMarks> groups(WorkspaceId round, Breakdown.Dimension dimension);

  /// Gives every map without a cohort the number of the publication that now holds it.
  void assignCohort(WorkspaceId round, int publication);

  /// How many maps of each cohort have been withdrawn.
  Map<Integer, Integer> withdrawn(WorkspaceId round);

  /// One group's marks.
  ///
  /// @param maps how many maps the group has
  record GroupMarks(int maps, Map<ZoneKey, Tally> tallies) {
    public GroupMarks {
      tallies = Map.copyOf(tallies);
    }

    Tally tally(ZoneKey zone) {
      return tallies.getOrDefault(zone, Tally.none(maps));
    }
  }
}
