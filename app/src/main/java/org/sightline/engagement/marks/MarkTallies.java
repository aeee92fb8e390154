package org.sightline.engagement.marks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sightline.engagement.planning.SessionDetails.GroupGender;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SystemStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The only way to read what was marked: counts over a whole round (ST-04, ST-09). The database has
/// no other: its roles cannot select a map or a mark.
///
/// Every method runs inside a process of a member of the round, or, on [#onTheClock], inside a
/// system process. To anyone else a round has no maps, and a round with fewer than four maps has no
/// counts for anyone.
@Component
public class MarkTallies {

  private final JdbcTallies tallies;
  private final SystemStore store;

  MarkTallies(JdbcClient jdbc, SystemStore store) {
    this.tallies = new JdbcTallies(jdbc, store);
    this.store = store;
  }

  /// The same for work the application does by itself, inside `SystemProcesses`.
  public MarkTallies onTheClock() {
    return new MarkTallies(store.jdbc(), store);
  }

  public RoundMaps maps(WorkspaceId round) {
    return tallies.maps(round);
  }

  /// Per zone that anybody marked, over all maps of the round.
  public List<LevelCount> counts(WorkspaceId round) {
    return tallies
        .counts(round, JdbcTallies.By.ROUND, part -> Optional.of("all"))
        .getOrDefault("all", List.of());
  }

  /// Per year group that was given; maps without one are left out.
  public Map<Integer, List<LevelCount>> countsByYear(WorkspaceId round) {
    return tallies.counts(
        round, JdbcTallies.By.YEAR, part -> Optional.ofNullable(part).map(Integer::valueOf));
  }

  /// Per gender of the sessions' groups, where it was asked.
  public Map<GroupGender, List<LevelCount>> countsByGender(WorkspaceId round) {
    return tallies.counts(
        round,
        JdbcTallies.By.GENDER,
        part ->
            Optional.ofNullable(part)
                .map(GroupGender::valueOf)
                .filter(gender -> gender != GroupGender.NOT_ASKED));
  }

  /// Marks every map that is in no publication yet as first counted in this one. Call it in the
  /// transaction that makes the publication, before the counts are read: a map that is taken out at
  /// the same moment is then either counted and bookkept as gone, or neither.
  ///
  /// @param publication its number within the round, from 1
  /// @return how many maps are new in it
  public int assignCohort(WorkspaceId round, int publication) {
    return tallies.assignCohort(round, publication);
  }

  /// Per publication that first counted maps, what is left of them and what has gone since. The
  /// maps that have gone since publication n are the sum of `gone` over the cohorts up to n that
  /// went after it: keep the sum in the publication when it is made and take the difference.
  public List<CohortMaps> cohorts(WorkspaceId round) {
    return tallies.cohorts(round);
  }
}
