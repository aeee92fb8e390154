package org.sightline.engagement.results;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.Level;
import org.sightline.kernel.WorkspaceId;

/// The maps of rounds, held in memory, so that results can be tried without young people.
public final class HeldMarks implements RoundMarks {

  private final Map<WorkspaceId, List<Sheet>> sheets = new ConcurrentHashMap<>();
  private final Map<WorkspaceId, Map<Integer, Integer>> gone = new ConcurrentHashMap<>();

  private static final class Sheet {
    private final @Nullable Integer year;
    private final Map<ZoneKey, Level> marks;
    private @Nullable Integer cohort;

    private Sheet(@Nullable Integer year, Map<ZoneKey, Level> marks) {
      this.year = year;
      this.marks = Map.copyOf(marks);
    }
  }

  public void add(WorkspaceId round, @Nullable Integer year, Map<ZoneKey, Level> marks) {
    of(round).add(new Sheet(year, marks));
  }

  public void withdraw(WorkspaceId round, int at) {
    var cohort = of(round).remove(at).cohort;
    if (cohort != null) {
      gone.computeIfAbsent(round, _ -> new HashMap<>()).merge(cohort, 1, Integer::sum);
    }
  }

  @Override
  public void lock(WorkspaceId round) {}

  @Override
  public State state(WorkspaceId round) {
    int unpublished = (int) of(round).stream().filter(each -> each.cohort == null).count();
    return new State(of(round).size(), unpublished, gone.getOrDefault(round, Map.of()));
  }

  @Override
  public Map<ZoneKey, Tally> tallies(WorkspaceId round) {
    return count(of(round));
  }

  @Override
  public Map<Breakdown.Group, GroupMarks> groups(WorkspaceId round, Breakdown.Dimension dimension) {
    var members = new LinkedHashMap<Breakdown.Group, List<Sheet>>();
    for (var sheet : of(round)) {
      var group =
          sheet.year == null
              ? Breakdown.Group.NOT_GIVEN
              : new Breakdown.Group("year " + sheet.year);
      members.computeIfAbsent(group, _ -> new ArrayList<>()).add(sheet);
    }
    var groups = new LinkedHashMap<Breakdown.Group, GroupMarks>();
    members.forEach((group, each) -> groups.put(group, new GroupMarks(each.size(), count(each))));
    return groups;
  }

  @Override
  public void assignCohort(WorkspaceId round, int publication) {
    of(round).stream()
        .filter(each -> each.cohort == null)
        .forEach(each -> each.cohort = publication);
  }

  /// A transaction that failed takes its cohorts back.
  void forgetCohort(WorkspaceId round, int publication) {
    of(round).stream()
        .filter(each -> each.cohort != null && each.cohort == publication)
        .forEach(each -> each.cohort = null);
  }

  private List<Sheet> of(WorkspaceId round) {
    return sheets.computeIfAbsent(round, _ -> new ArrayList<>());
  }

  private static Map<ZoneKey, Tally> count(List<Sheet> sheets) {
    var tallies = new HashMap<ZoneKey, Tally>();
    for (var sheet : sheets) {
      for (var mark : sheet.marks.entrySet()) {
        var before = tallies.getOrDefault(mark.getKey(), Tally.none(0));
        tallies.put(mark.getKey(), before.plus(mark.getValue()));
      }
    }
    tallies.replaceAll(
        (zone, tally) -> new Tally(tally.red(), tally.yellow(), tally.green(), sheets.size()));
    return tallies;
  }
}
