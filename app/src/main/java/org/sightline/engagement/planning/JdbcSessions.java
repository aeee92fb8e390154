package org.sightline.engagement.planning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.engagement.marks.ClassCode;
import org.sightline.engagement.marks.SessionTag;
import org.sightline.engagement.planning.SessionDetails.GroupGender;
import org.sightline.engagement.planning.SessionDetails.Sitting;
import org.sightline.engagement.planning.SessionDetails.YesNo;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Stale;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The SQL behind [Sessions].
@Component
class JdbcSessions {

  private static final String TABLE = "engagement.session";
  private static final SealedColumn CLASS_CODE = new SealedColumn(TABLE, "class_code");
  private static final SealedColumn ROOM = new SealedColumn(TABLE, "room");
  private static final SealedColumn CHOSEN = new SealedColumn(TABLE, "how_chosen");
  private static final SealedColumn PEERS = new SealedColumn(TABLE, "peers_checked");
  private static final SealedColumn SCRIBE = new SealedColumn(TABLE, "scribe");
  private static final SealedColumn PATHWAY = new SealedColumn(TABLE, "response_pathway");

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<Map<String, Integer>> MINUTES = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final Sealing sealing;

  JdbcSessions(JdbcClient jdbc, Sealing sealing) {
    this.jdbc = jdbc;
    this.sealing = sealing;
  }

  List<Session> of(WorkspaceId round) {
    return jdbc.sql("select * from engagement.session where workspace_id = :round order by number")
        .param("round", round.value())
        .query((row, n) -> session(row))
        .list();
  }

  Session find(SessionId id) {
    return jdbc.sql("select * from engagement.session where id = :id")
        .param("id", id.value())
        .query((row, n) -> session(row))
        .optional()
        .orElseThrow(NotThere::new);
  }

  /// Like [#find], and nobody else changes it until the transaction ends.
  Session lock(SessionId id) {
    return jdbc.sql("select * from engagement.session where id = :id for no key update")
        .param("id", id.value())
        .query((row, n) -> session(row))
        .optional()
        .orElseThrow(NotThere::new);
  }

  /// @return whether it was added; not when another session, of any school, has the tag or the code
  boolean add(
      SessionId id,
      WorkspaceId round,
      SessionDetails details,
      SessionTag tag,
      ClassCode code,
      LocalDate lastDay) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:round, 1))")
        .param("round", round.toString())
        .query((row, n) -> true)
        .single();
    int added =
        jdbc.sql(
                """
            insert into engagement.session (id, workspace_id, number, version, held_on, starts_at,
              sitting, group_gender, room_is_private, in_class_time, chosen_with, tag, class_code,
              class_code_index, last_day)
            values (:id, :round,
              (select coalesce(max(number), 0) + 1 from engagement.session where workspace_id = :round),
              0, :heldOn, :startsAt, :sitting, 'NOT_ASKED', 'NOT_ASKED', 'NOT_ASKED', 'NOT_ASKED',
              :tag, :code, :codeIndex, :lastDay)
            on conflict do nothing
            """)
            .param("id", id.value())
            .param("round", round.value())
            .param("heldOn", details.heldOn())
            .param("startsAt", details.startsAt())
            .param("sitting", details.sitting().name())
            .param("tag", tag.letters())
            .param("code", sealing.seal(CLASS_CODE, id.value(), code.letters()))
            .param("codeIndex", sealing.blindIndex(CLASS_CODE, code.letters()))
            .param("lastDay", lastDay)
            .update();
    if (added == 1) {
      save(id, 0, details, lastDay);
    }
    return added == 1;
  }

  void save(SessionId id, int basedOn, SessionDetails details, LocalDate lastDay) {
    UUID row = id.value();
    int saved =
        jdbc.sql(
                """
                update engagement.session
                   set version = version + 1, held_on = :heldOn, starts_at = :startsAt,
                       second_on = :secondOn,
                       sitting = :sitting, stage_minutes = :minutes::jsonb, key_stage = :keyStage,
                       years_expected = string_to_array(:years, ',')::int[], group_gender = :gender,
                       group_size = :size, room = :room, room_is_private = :private,
                       in_class_time = :classTime, chosen_with = :chosenWith, how_chosen = :chosen,
                       peers_checked = :peers, scribe = :scribe,
                       last_day = :lastDay
                 where id = :id and version = :basedOn
                """)
            .param("id", row)
            .param("basedOn", basedOn)
            .param("heldOn", details.heldOn())
            .param("startsAt", details.startsAt())
            .param("secondOn", details.secondOn())
            .param("sitting", details.sitting().name())
            .param("minutes", JSON.writeValueAsString(details.stageMinutes()))
            .param("keyStage", details.keyStage())
            .param("years", years(details))
            .param("gender", details.gender().name())
            .param("size", details.groupSize())
            .param("room", sealing.sealIfAny(ROOM, row, details.room()))
            .param("private", details.roomIsPrivate().name())
            .param("classTime", details.inClassTime().name())
            .param("chosenWith", details.chosenWithPupils().name())
            .param("chosen", sealing.sealIfAny(CHOSEN, row, details.howChosen()))
            .param("peers", sealing.sealIfAny(PEERS, row, details.peersChecked()))
            .param("scribe", sealing.sealIfAny(SCRIBE, row, details.scribe()))
            .param("lastDay", lastDay)
            .update();
    if (saved == 0) {
      throw new Stale(
          "Somebody else saved this session while you had it open. Open it again: your change was not made, and theirs is kept.");
    }
  }

  void respond(SessionId id, ResponsePlan plan) {
    jdbc.sql(
            """
            update engagement.session
               set response_lead = :lead, response_pathway = :pathway
             where id = :id
            """)
        .param("lead", plan.lead().value())
        .param("pathway", sealing.seal(PATHWAY, id.value(), plan.pathway()))
        .param("id", id.value())
        .update();
  }

  void facilitate(Session session, Set<UserId> facilitators) {
    jdbc.sql("delete from engagement.session_facilitator where session_id = :id")
        .param("id", session.id().value())
        .update();
    facilitators.forEach(
        user ->
            jdbc.sql(
                    """
                    insert into engagement.session_facilitator (session_id, workspace_id, user_id)
                    values (:id, :round, :user)
                    """)
                .param("id", session.id().value())
                .param("round", session.round().value())
                .param("user", user.value())
                .update());
  }

  void tick(Session session, String step, boolean done, LocalDate on, UserId by) {
    jdbc.sql("delete from engagement.session_step where session_id = :id and step = :step")
        .param("id", session.id().value())
        .param("step", step)
        .update();
    if (done) {
      jdbc.sql(
              """
              insert into engagement.session_step (session_id, workspace_id, step, done_on, done_by)
              values (:id, :round, :step, :on, :by)
              """)
          .param("id", session.id().value())
          .param("round", session.round().value())
          .param("step", step)
          .param("on", on)
          .param("by", by.value())
          .update();
    }
  }

  void start(SessionId id, LocalDate on, UserId by, LocalDate lastDay) {
    jdbc.sql(
            """
            update engagement.session
               set started_on = :on, started_by = :by, last_day = :lastDay
             where id = :id
            """)
        .param("on", on)
        .param("by", by.value())
        .param("lastDay", lastDay)
        .param("id", id.value())
        .update();
  }

  void close(SessionId id, LocalDate on, UserId by, int mapsOut, int mapsIn) {
    jdbc.sql(
            """
            update engagement.session
               set closed_on = :on, closed_by = :by, maps_out = :out, maps_in = :in
             where id = :id
            """)
        .param("on", on)
        .param("by", by.value())
        .param("out", mapsOut)
        .param("in", mapsIn)
        .param("id", id.value())
        .update();
  }

  private Session session(ResultSet row) throws SQLException {
    var id = new SessionId(row.getObject("id", UUID.class));
    var closedOn = row.getObject("closed_on", LocalDate.class);
    return new Session(
        id,
        new WorkspaceId(row.getObject("workspace_id", UUID.class)),
        row.getInt("number"),
        row.getInt("version"),
        details(row, id.value()),
        responsePlan(row, id.value()),
        new SessionTag(row.getString("tag")),
        sealing.open(CLASS_CODE, id.value(), row.getBytes("class_code")),
        row.getObject("last_day", LocalDate.class),
        facilitators(id),
        stepsDone(id),
        row.getObject("started_on", LocalDate.class),
        closedOn == null
            ? null
            : new Session.Closure(
                closedOn,
                new UserId(row.getObject("closed_by", UUID.class)),
                row.getInt("maps_out"),
                row.getInt("maps_in")));
  }

  private SessionDetails details(ResultSet row, UUID id) throws SQLException {
    return new SessionDetails(
        row.getObject("held_on", LocalDate.class),
        row.getObject("starts_at", LocalTime.class),
        row.getObject("second_on", LocalDate.class),
        Sitting.valueOf(row.getString("sitting")),
        JSON.readValue(row.getString("stage_minutes"), MINUTES),
        row.getObject("key_stage", Integer.class),
        List.of((Integer[]) row.getArray("years_expected").getArray()),
        GroupGender.valueOf(row.getString("group_gender")),
        row.getObject("group_size", Integer.class),
        sealing.openIfAny(ROOM, id, row.getBytes("room")),
        YesNo.valueOf(row.getString("room_is_private")),
        YesNo.valueOf(row.getString("in_class_time")),
        YesNo.valueOf(row.getString("chosen_with")),
        sealing.openIfAny(CHOSEN, id, row.getBytes("how_chosen")),
        sealing.openIfAny(PEERS, id, row.getBytes("peers_checked")),
        sealing.openIfAny(SCRIBE, id, row.getBytes("scribe")));
  }

  private static String years(SessionDetails details) {
    return details.yearsExpected().stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  private @Nullable ResponsePlan responsePlan(ResultSet row, UUID id) throws SQLException {
    var lead = row.getObject("response_lead", UUID.class);
    String pathway = sealing.openIfAny(PATHWAY, id, row.getBytes("response_pathway"));
    return lead == null || pathway == null ? null : new ResponsePlan(new UserId(lead), pathway);
  }

  private Set<UserId> facilitators(SessionId id) {
    return jdbc
        .sql("select user_id from engagement.session_facilitator where session_id = :id")
        .param("id", id.value())
        .query(UUID.class)
        .stream()
        .map(UserId::new)
        .collect(Collectors.toSet());
  }

  private Set<String> stepsDone(SessionId id) {
    return jdbc
        .sql("select step from engagement.session_step where session_id = :id")
        .param("id", id.value())
        .query(String.class)
        .stream()
        .collect(Collectors.toSet());
  }
}
