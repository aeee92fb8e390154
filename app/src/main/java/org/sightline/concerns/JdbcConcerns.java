package org.sightline.concerns;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Role;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The SQL behind [Concerns] and [Following], as the person who is acting: row-level security shows
/// each reader their own, and a raiser nothing but receipts.
@Component
class JdbcConcerns {

  static final SealedColumn ANSWERS = new SealedColumn("concerns.concern", "answers");
  static final SealedColumn WORDS = new SealedColumn("concerns.step", "words");
  static final SealedColumn TOLD = new SealedColumn("concerns.step", "told");

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<Map<String, String>> ANSWERED = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final Sealing sealing;

  JdbcConcerns(JdbcClient jdbc, Sealing sealing) {
    this.jdbc = jdbc;
    this.sealing = sealing;
  }

  void take(RaisedConcern raised, UserId by, Route route, Instant raisedAt, Instant receivedAt) {
    UUID id = raised.id().value();
    jdbc.sql(
            """
            insert into concerns.concern (id, workspace_id, round_id, session_id, raised_by, raised_at,
              received_at, way, stage, danger, first_readers, next_readers, barred, about_adult, answers)
            values (:id, :workspace, :round, :session, :by, :raised, :received, :way, :stage, :danger,
              string_to_array(:first, ','), string_to_array(:next, ','), string_to_array(:barred, ','),
              :aboutAdult, :answers)
            """)
        .param("id", id)
        .param("workspace", raised.school().value())
        .param("round", raised.round() == null ? null : raised.round().value())
        .param("session", raised.session())
        .param("by", by.value())
        .param("raised", utc(raisedAt))
        .param("received", utc(receivedAt))
        .param("way", raised.way().name())
        .param("stage", raised.stage().name())
        .param("danger", raised.danger())
        .param("first", joined(route.first()))
        .param("next", joined(route.next()))
        .param("barred", joined(route.barred()))
        .param("aboutAdult", !raised.about().isEmpty())
        .param("answers", sealing.seal(ANSWERS, id, JSON.writeValueAsString(raised.answers())))
        .update();
  }

  /// Every concern the person who is acting may read.
  List<Concern> readable() {
    var steps =
        jdbc
            .sql("select * from concerns.step order by concern_id, number")
            .query((row, n) -> Map.entry(row.getObject("concern_id", UUID.class), step(row)))
            .stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    return jdbc.sql("select * from concerns.concern order by raised_at, id")
        .query((row, n) -> concern(row, steps.getOrDefault(id(row), List.of())))
        .list();
  }

  Concern readable(ConcernId id) {
    var steps =
        jdbc.sql("select * from concerns.step where concern_id = :id order by number")
            .param("id", id.value())
            .query((row, n) -> step(row))
            .list();
    return jdbc.sql("select * from concerns.concern where id = :id")
        .param("id", id.value())
        .query((row, n) -> concern(row, steps))
        .optional()
        .orElseThrow(NotThere::new);
  }

  /// What a concern says, by the ids of the form's questions.
  Map<String, String> answers(ConcernId id) {
    byte[] sealed =
        jdbc.sql("select answers from concerns.concern where id = :id")
            .param("id", id.value())
            .query((row, n) -> row.getBytes(1))
            .optional()
            .orElseThrow(NotThere::new);
    return new HashMap<>(JSON.readValue(sealing.open(ANSWERS, id.value(), sealed), ANSWERED));
  }

  /// @throws org.springframework.dao.DuplicateKeyException when another step took the number first
  void append(ConcernId id, Step step) {
    jdbc.sql(
            """
            insert into concerns.step (id, concern_id, number, cycle, kind, at, by_user, outcome, words, told)
            values (:id, :concern, :number, :cycle, :kind, :at, :by, :outcome, :words, :told)
            """)
        .param("id", step.id())
        .param("concern", id.value())
        .param("number", step.number())
        .param("cycle", step.cycle())
        .param("kind", step.kind().name())
        .param("at", utc(step.at()))
        .param("by", step.by() == null ? null : step.by().value())
        .param("outcome", step.outcome())
        .param("words", sealing.sealIfAny(WORDS, step.id(), step.words()))
        .param("told", sealing.sealIfAny(TOLD, step.id(), step.told()))
        .update();
  }

  private Concern concern(ResultSet row, List<Step> steps) throws SQLException {
    return new Concern(
        new ConcernId(id(row)),
        new WorkspaceId(row.getObject("workspace_id", UUID.class)),
        Way.valueOf(row.getString("way")),
        Stage.valueOf(row.getString("stage")),
        new UserId(row.getObject("raised_by", UUID.class)),
        instant(row, "raised_at"),
        instant(row, "received_at"),
        row.getBoolean("danger"),
        row.getBoolean("about_adult"),
        new Route(roles(row, "first_readers"), roles(row, "next_readers"), roles(row, "barred")),
        Arrays.stream((UUID[]) row.getArray("barred_users").getArray()).map(UserId::new).toList(),
        row.getObject("passed_on") != null,
        steps);
  }

  private Step step(ResultSet row) throws SQLException {
    UUID id = id(row);
    return new Step(
        id,
        row.getInt("number"),
        row.getInt("cycle"),
        StepKind.valueOf(row.getString("kind")),
        instant(row, "at"),
        user(row.getObject("by_user", UUID.class)),
        row.getString("outcome"),
        sealing.openIfAny(WORDS, id, row.getBytes("words")),
        sealing.openIfAny(TOLD, id, row.getBytes("told")));
  }

  private static UUID id(ResultSet row) throws SQLException {
    return row.getObject("id", UUID.class);
  }

  private static @Nullable UserId user(@Nullable UUID id) {
    return id == null ? null : new UserId(id);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static OffsetDateTime utc(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }

  static List<Role> roles(ResultSet row, String column) throws SQLException {
    return Arrays.stream((String[]) row.getArray(column).getArray()).map(Role::valueOf).toList();
  }

  static String joined(List<Role> roles) {
    return roles.stream().map(Role::name).collect(Collectors.joining(","));
  }
}
