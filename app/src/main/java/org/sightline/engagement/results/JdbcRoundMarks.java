package org.sightline.engagement.results;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sightline.kernel.Level;
import org.sightline.kernel.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL behind [RoundMarks]: only maps of closed sessions are in `engagement.map`.
@Component
class JdbcRoundMarks implements RoundMarks {

  private final JdbcClient jdbc;

  JdbcRoundMarks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void lock(WorkspaceId round) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))")
        .param("name", "engagement.maps:" + round)
        .query((row, n) -> true)
        .single();
  }

  @Override
  public int maps(WorkspaceId round) {
    return jdbc.sql("select count(*) from engagement.map where workspace_id = :round")
        .param("round", round.value())
        .query(Integer.class)
        .single();
  }

  @Override
  public Map<ZoneKey, Tally> tallies(WorkspaceId round) {
    int maps = maps(round);
    var found = new LinkedHashMap<ZoneKey, Tally>();
    jdbc.sql(
            """
            select zone_key::text as zone,
                   count(*) filter (where level = :red) as red,
                   count(*) filter (where level = :yellow) as yellow,
                   count(*) filter (where level = :green) as green
              from engagement.mark
             where workspace_id = :round
             group by zone_key
            """)
        .param("red", Level.RED.name())
        .param("yellow", Level.YELLOW.name())
        .param("green", Level.GREEN.name())
        .param("round", round.value())
        .query(
            (java.sql.ResultSet row) -> {
              found.put(
                  new ZoneKey(row.getString("zone")),
                  new Tally(row.getInt("red"), row.getInt("yellow"), row.getInt("green"), maps));
            });
    return found;
  }

  @Override
  public Map<Breakdown.Group, GroupMarks> groups(
      WorkspaceId round, Breakdown.Dimension dimension) {
    var maps = new LinkedHashMap<Breakdown.Group, Integer>();
    var tallies = new LinkedHashMap<Breakdown.Group, Map<ZoneKey, Tally>>();
    String group =
        switch (dimension) {
          case YEAR_GROUP -> "coalesce('year ' || map.year_group, :unknown)";
          case GENDER ->
              "case session.group_gender when 'GIRLS' then 'girls' when 'BOYS' then 'boys'"
                  + " when 'MIXED' then 'mixed groups' else :unknown end";
        };
    jdbc.sql(
            """
            select %s as member_of, count(*) as maps
              from engagement.map join engagement.session on session.id = map.session_id
             where map.workspace_id = :round
             group by 1 order by 1
            """
                .formatted(group))
        .param("unknown", Breakdown.Group.NOT_GIVEN.name())
        .param("round", round.value())
        .query(
            (java.sql.ResultSet row) -> {
              maps.put(new Breakdown.Group(row.getString("member_of")), row.getInt("maps"));
            });
    jdbc.sql(
            """
            select %s as member_of, mark.zone_key::text as zone,
                   count(*) filter (where mark.level = 'RED') as red,
                   count(*) filter (where mark.level = 'YELLOW') as yellow,
                   count(*) filter (where mark.level = 'GREEN') as green
              from engagement.mark
              join engagement.map on map.id = mark.map_id
              join engagement.session on session.id = map.session_id
             where map.workspace_id = :round
             group by 1, 2
            """
                .formatted(group))
        .param("unknown", Breakdown.Group.NOT_GIVEN.name())
        .param("round", round.value())
        .query(
            (java.sql.ResultSet row) -> {
              var member = new Breakdown.Group(row.getString("member_of"));
              tallies
                  .computeIfAbsent(member, _ -> new LinkedHashMap<>())
                  .put(
                      new ZoneKey(row.getString("zone")),
                      new Tally(
                          row.getInt("red"),
                          row.getInt("yellow"),
                          row.getInt("green"),
                          maps.getOrDefault(member, 0)));
            });
    var groups = new LinkedHashMap<Breakdown.Group, GroupMarks>();
    maps.forEach(
        (member, count) ->
            groups.put(member, new GroupMarks(count, tallies.getOrDefault(member, Map.of()))));
    return groups;
  }

  @Override
  public void assignCohort(WorkspaceId round, int publication) {
    jdbc.sql(
            """
            update engagement.map set cohort = :publication
             where workspace_id = :round and cohort is null
            """)
        .param("publication", publication)
        .param("round", round.value())
        .update();
  }

  @Override
  public Map<Integer, Integer> withdrawn(WorkspaceId round) {
    var gone = new LinkedHashMap<Integer, Integer>();
    jdbc.sql("select cohort, gone from engagement.withdrawn_cohort where workspace_id = :round")
        .param("round", round.value())
        .query(
            (java.sql.ResultSet row) -> {
              gone.put(row.getInt("cohort"), row.getInt("gone"));
            });
    return gone;
  }
}
