package org.sightline.concerns;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.Role;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SystemStore;
import org.springframework.stereotype.Component;

/// The SQL of the clock: when concerns were raised and what happened to them, never what they say.
/// The database gives this role no right to the sealed columns.
@Component
class JdbcClockwork {

  private static final String ALL =
      """
      select id, workspace_id, raised_at, first_readers, next_readers, passed_on
        from concerns.concern
      """;

  private final SystemStore store;

  JdbcClockwork(SystemStore store) {
    this.store = store;
  }

  /// A concern without its content.
  record Running(
      UUID id,
      WorkspaceId school,
      Instant raisedAt,
      Route route,
      boolean passedOn,
      List<Step> steps) {

    List<Concern.Cycle> cycles() {
      return Concern.cycles(raisedAt, steps);
    }

    boolean has(StepKind kind) {
      int cycle = cycles().size() - 1;
      return steps.stream().anyMatch(step -> step.kind() == kind && step.cycle() == cycle);
    }
  }

  List<Running> ofRound(UUID round) {
    return store
        .jdbc()
        .sql(ALL + " where round_id = :round")
        .param("round", round)
        .query((row, n) -> running(row, Map.of()))
        .stream()
        .map(running -> withSteps(running))
        .toList();
  }

  /// Every concern of the installation that is not decided since it was last opened.
  List<Running> undecided() {
    var steps =
        store
            .jdbc()
            .sql(
                "select id, concern_id, number, cycle, kind, at, by_user from concerns.step order by number")
            .query((row, n) -> Map.entry(row.getObject("concern_id", UUID.class), step(row)))
            .stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    return store.jdbc().sql(ALL).query((row, n) -> running(row, steps)).stream()
        .filter(running -> running.cycles().getLast().decidedAt() == null)
        .toList();
  }

  /// Writes the passing on down, unless another copy of the application has.
  ///
  /// @return whether this copy was the one
  boolean pass(Running running, StepKind kind, Instant at) {
    return store
            .jdbc()
            .sql(
                """
                insert into concerns.step (id, concern_id, number, cycle, kind, at)
                select :id, :concern, coalesce(max(number), 0) + 1, :cycle, :kind, :at
                  from concerns.step
                 where concern_id = :concern
                on conflict do nothing
                """)
            .param("id", UUID.randomUUID())
            .param("concern", running.id())
            .param("cycle", running.cycles().size() - 1)
            .param("kind", kind.name())
            .param("at", JdbcConcerns.utc(at))
            .update()
        == 1;
  }

  /// Opens the concern to its next readers.
  void openToNext(Running running, Instant at) {
    store
        .jdbc()
        .sql("update concerns.concern set passed_on = :at where id = :id and passed_on is null")
        .param("at", JdbcConcerns.utc(at))
        .param("id", running.id())
        .update();
  }

  private Running withSteps(Running running) {
    var steps =
        store
            .jdbc()
            .sql(
                """
                select id, concern_id, number, cycle, kind, at, by_user
                  from concerns.step
                 where concern_id = :id
                 order by number
                """)
            .param("id", running.id())
            .query((row, n) -> step(row))
            .list();
    return new Running(
        running.id(),
        running.school(),
        running.raisedAt(),
        running.route(),
        running.passedOn(),
        steps);
  }

  private static Running running(ResultSet row, Map<UUID, List<Step>> steps) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    List<Role> first = JdbcConcerns.roles(row, "first_readers");
    List<Role> next = JdbcConcerns.roles(row, "next_readers");
    return new Running(
        id,
        new WorkspaceId(row.getObject("workspace_id", UUID.class)),
        JdbcConcerns.instant(row, "raised_at"),
        new Route(first, next, List.of()),
        row.getObject("passed_on") != null,
        steps.getOrDefault(id, List.of()));
  }

  private static Step step(ResultSet row) throws SQLException {
    var kind = StepKind.valueOf(row.getString("kind"));
    return new Step(
        row.getObject("id", UUID.class),
        row.getInt("number"),
        row.getInt("cycle"),
        kind,
        JdbcConcerns.instant(row, "at"),
        user(row.getObject("by_user", UUID.class)),
        kind.hasOutcome() ? "not read" : null,
        null,
        null);
  }

  private static @Nullable UserId user(@Nullable UUID id) {
    return id == null ? null : new UserId(id);
  }
}
