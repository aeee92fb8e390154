package org.sightline.engagement.results;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Workspaces;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.contexts.floorplans.FloorPlans;
import org.sightline.engagement.planning.Rounds;
import org.sightline.kernel.Ids;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.Yaml;

/// The reasons young people gave for how a place feels, counted per zone over all discussions of a
/// round (A64).
@Component
public class Reasons {

  private static final int MOST = 9_999;

  private final JdbcClient jdbc;
  private final Processes processes;
  private final Workspaces workspaces;
  private final Rounds rounds;
  private final FloorPlans plans;
  private final List<Reason> list = read();

  Reasons(
      JdbcClient jdbc,
      Processes processes,
      Workspaces workspaces,
      Rounds rounds,
      FloorPlans plans) {
    this.jdbc = jdbc;
    this.processes = processes;
    this.workspaces = workspaces;
    this.rounds = rounds;
    this.plans = plans;
  }

  /// One of the reasons that can be counted.
  public record Reason(String id, String text) {}

  /// How often it was given for a place.
  public record Given(Reason reason, int times) {}

  /// Every reason that can be counted, in the order of the list.
  public List<Reason> list() {
    return list;
  }

  /// What was counted, the most frequent first.
  public Map<ZoneKey, List<Given>> counted(SignedIn who, WorkspaceId round) {
    var found = new LinkedHashMap<ZoneKey, List<Given>>();
    processes.look(
        who,
        () -> {
          workspaces.require(who, round);
          jdbc.sql(
                  """
                  select zone_key::text as zone, reason, times
                    from engagement.zone_reason
                   where workspace_id = :round
                   order by zone_key, times desc, reason
                  """)
              .param("round", round.value())
              .query(
                  (java.sql.ResultSet row) -> {
                    found
                        .computeIfAbsent(
                            new ZoneKey(row.getString("zone")), _ -> new java.util.ArrayList<>())
                        .add(new Given(reason(row.getString("reason")), row.getInt("times")));
                  });
          return true;
        });
    return found;
  }

  /// Saves how often each reason was given for one zone, in place of what was saved before.
  ///
  /// @param times by the reason's id; none or 0 leaves it out
  public void count(
      SignedIn who, WorkspaceId round, ZoneKey zone, Map<String, @Nullable Integer> times) {
    UUID key = Ids.parse(zone.value());
    processes.change(
        who,
        Act.in(round, "engagement.reasons-counted", key),
        () -> {
          workspaces.require(who, round, Role.ROUND_OWNER, Role.FACILITATOR);
          plans
              .version(who, rounds.find(who, round).planVersion())
              .zone(new org.sightline.contexts.floorplans.ZoneKey(key));
          jdbc.sql(
                  "delete from engagement.zone_reason where workspace_id = :round and zone_key = :zone")
              .param("round", round.value())
              .param("zone", key)
              .update();
          times.forEach((reason, count) -> add(round, key, reason, count));
        });
  }

  private void add(WorkspaceId round, UUID zone, String reason, @Nullable Integer times) {
    if (list.stream().noneMatch(each -> each.id().equals(reason))) {
      throw new NotThere();
    }
    if (times == null || times == 0) {
      return;
    }
    if (times < 0 || times > MOST) {
      throw new Refused(
          "A reason is counted with a whole number from 0 to %d, not %d.".formatted(MOST, times));
    }
    jdbc.sql(
            """
            insert into engagement.zone_reason (workspace_id, zone_key, reason, times)
            values (:round, :zone, :reason, :times)
            """)
        .param("round", round.value())
        .param("zone", zone)
        .param("reason", reason)
        .param("times", times)
        .update();
  }

  /// A reason that has left the list since keeps its id for words.
  private Reason reason(String id) {
    return list.stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElse(new Reason(id, id.replace('-', ' ')));
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // the file is ours and a test reads it
  private static List<Reason> read() {
    try (InputStream in = Reasons.class.getResourceAsStream("/engagement/questions.yaml")) {
      Map<String, Object> file = new Yaml().load(in);
      return ((List<Map<String, Object>>) file.get("reasons"))
          .stream()
              .map(
                  each ->
                      new Reason(String.valueOf(each.get("id")), String.valueOf(each.get("text"))))
              .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
