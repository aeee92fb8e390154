package org.sightline.engagement.results;

import java.util.Map;
import org.sightline.kernel.WorkspaceId;

/// What results need to know of a round's maps: those of its closed sessions that nobody has
/// withdrawn. Every method runs inside the process that publishes.
public interface RoundMarks {

  /// Holds off every other publishing of the round until the transaction ends.
  void lock(WorkspaceId round);

  /// How many maps there are and have been. Between two equal readings in a row nothing has come or
  /// gone, because maps only ever arrive without a cohort and what goes with one is counted.
  State state(WorkspaceId round);

  /// The tallies of the zones anybody marked; each counts all maps of the round.
  Map<ZoneKey, Tally> tallies(WorkspaceId round);

  /// The same for every group, "not given" among them. A tally's number of maps says no more than
  /// that the group has some.
  Map<Breakdown.Group, GroupMarks> groups(WorkspaceId round, Breakdown.Dimension dimension);

  /// Gives every map without a cohort the number of the publication that will hold it. Comes before
  /// the tallies are read.
  void assignCohort(WorkspaceId round, int publication);

  /// The maps of a round.
  ///
  /// @param unpublished how many have no cohort
  /// @param withdrawn how many of each cohort have gone
  record State(int maps, int unpublished, Map<Integer, Integer> withdrawn) {
    public State {
      withdrawn = Map.copyOf(withdrawn);
    }

    int goneUpTo(int cohort) {
      return withdrawn.entrySet().stream()
          .filter(each -> each.getKey() <= cohort)
          .mapToInt(Map.Entry::getValue)
          .sum();
    }

    int allGone() {
      return goneUpTo(Integer.MAX_VALUE);
    }
  }

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
