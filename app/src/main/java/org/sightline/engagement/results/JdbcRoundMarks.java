package org.sightline.engagement.results;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.SystemProcesses;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SystemStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL behind [RoundMarks]: the counting functions of `engagement`, the only readers of marks.
/// How many maps there are is told to members of the round; what is on them is counted by the
/// application itself, which the staff site's role cannot.
@Component
class JdbcRoundMarks implements RoundMarks {

  private static final int FEWEST = 4;

  private final JdbcClient jdbc;
  private final SystemStore store;
  private final SystemProcesses processes;

  JdbcRoundMarks(JdbcClient jdbc, SystemStore store, SystemProcesses processes) {
    this.jdbc = jdbc;
    this.store = store;
    this.processes = processes;
  }

  private record Line(@Nullable String part, ZoneKey zone, int red, int yellow, int green) {

    Tally tally(int maps) {
      return new Tally(red, yellow, green, maps);
    }

    int answered() {
      return red + yellow + green;
    }
  }

  @Override
  public void lock(WorkspaceId round) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))")
        .param("name", "engagement.results:" + round)
        .query((row, n) -> true)
        .single();
  }

  @Override
  public State state(WorkspaceId round) {
    var now =
        jdbc.sql("select maps, unpublished from engagement.round_maps(:round)")
            .param("round", round.value())
            .query((row, n) -> new State(row.getInt("maps"), row.getInt("unpublished"), Map.of()))
            .single();
    var withdrawn = new HashMap<Integer, Integer>();
    jdbc.sql("select cohort, gone from engagement.cohort_maps(:round) where gone > 0")
        .param("round", round.value())
        .query(
            (java.sql.ResultSet row) -> {
              withdrawn.put(row.getInt("cohort"), row.getInt("gone"));
            });
    return new State(now.maps(), now.unpublished(), withdrawn);
  }

  @Override
  public Map<ZoneKey, Tally> tallies(WorkspaceId round) {
    int maps = state(round).maps();
    var found = new LinkedHashMap<ZoneKey, Tally>();
    lines(round, "ROUND").forEach(line -> found.put(line.zone(), line.tally(maps)));
    return found;
  }

  @Override
  public Map<Breakdown.Group, GroupMarks> groups(WorkspaceId round, Breakdown.Dimension dimension) {
    var by = dimension == Breakdown.Dimension.YEAR_GROUP ? "YEAR" : "GENDER";
    var members = new LinkedHashMap<Breakdown.Group, List<Line>>();
    for (var line : lines(round, by)) {
      members.computeIfAbsent(group(dimension, line.part()), _ -> new ArrayList<>()).add(line);
    }
    var groups = new LinkedHashMap<Breakdown.Group, GroupMarks>();
    members.forEach((group, lines) -> groups.put(group, marks(lines)));
    return groups;
  }

  private static GroupMarks marks(List<Line> lines) {
    int maps = lines.stream().mapToInt(Line::answered).max().orElse(0);
    var tallies = new HashMap<ZoneKey, Tally>();
    lines.forEach(line -> tallies.put(line.zone(), line.tally(maps)));
    return new GroupMarks(maps, tallies);
  }

  private static Breakdown.Group group(Breakdown.Dimension dimension, @Nullable String part) {
    if (part == null || part.equals("NOT_ASKED")) {
      return Breakdown.Group.NOT_GIVEN;
    }
    return switch (dimension) {
      case YEAR_GROUP -> new Breakdown.Group("year " + part);
      case GENDER ->
          new Breakdown.Group(
              switch (part) {
                case "GIRLS" -> "girls' groups";
                case "BOYS" -> "boys' groups";
                default -> "mixed groups";
              });
    };
  }

  /// To whom the round shows no maps it shows no counts.
  private List<Line> lines(WorkspaceId round, String by) {
    return state(round).maps() < FEWEST ? List.of() : processes.look(() -> counted(round, by));
  }

  private List<Line> counted(WorkspaceId round, String by) {
    return store
        .jdbc()
        .sql(
            """
            select part, zone_key::text as zone, red, yellow, green
              from engagement.mark_counts(:round, :by)
             order by length(part), part
            """)
        .param("round", round.value())
        .param("by", by)
        .query(
            (row, n) ->
                new Line(
                    row.getString("part"),
                    new ZoneKey(Objects.requireNonNull(row.getString("zone"))),
                    row.getInt("red"),
                    row.getInt("yellow"),
                    row.getInt("green")))
        .list();
  }

  @Override
  public void assignCohort(WorkspaceId round, int publication) {
    jdbc.sql("select engagement.assign_cohort(:round, :publication)")
        .param("round", round.value())
        .param("publication", publication)
        .query(Integer.class)
        .single();
  }
}
