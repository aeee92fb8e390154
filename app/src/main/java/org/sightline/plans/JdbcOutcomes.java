package org.sightline.plans;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What was decided about issues, version after version.
@Component
class JdbcOutcomes {

  private static final SealedColumn REFERRED_TO = new SealedColumn("plans.outcome", "referred_to");
  private static final SealedColumn REASON = new SealedColumn("plans.outcome", "reason");
  private static final SealedColumn FOR_STUDENTS =
      new SealedColumn("plans.outcome", "for_students");

  private final JdbcClient jdbc;
  private final Sealing sealing;
  private final PlanDates dates;
  private final JdbcLetters letters;

  JdbcOutcomes(JdbcClient jdbc, Sealing sealing, PlanDates dates, JdbcLetters letters) {
    this.jdbc = jdbc;
    this.sealing = sealing;
    this.dates = dates;
    this.letters = letters;
  }

  /// All decisions of each issue, in order.
  Map<UUID, List<Decision>> of(WorkspaceId workspace) {
    var byId =
        letters.of(workspace).stream()
            .collect(Collectors.toMap(letter -> letter.id().value(), Function.identity()));
    return jdbc
        .sql(
            """
            select id, issue_id, version, kind, letter_id, referred_to, reason, for_students, by_user, at
              from plans.outcome
             where workspace_id = :workspace
             order by issue_id, version
            """)
        .param("workspace", workspace.value())
        .query((row, n) -> Map.entry(row.getObject("issue_id", UUID.class), decision(row, byId)))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  /// @param outcome `null` sets the last one aside
  void add(
      SignedIn who, WorkspaceId workspace, IssueId issue, int before, @Nullable Outcome outcome) {
    UUID id = UUID.randomUUID();
    var referred = outcome instanceof Outcome.Referred passedOn ? passedOn : null;
    var raised = outcome instanceof Outcome.RaisedWithCouncil sent ? sent : null;
    Versions.add(
        jdbc.sql(
                """
                insert into plans.outcome (id, issue_id, workspace_id, version, kind, letter_id,
                  referred_to, reason, for_students, by_user, at)
                select :id, :issue, :workspace, :before + 1, :kind, :letter, :to, :reason,
                  :forStudents, :by, :at
                 where :before = (select coalesce(max(version), 0) from plans.outcome
                                   where issue_id = :issue)
                """)
            .param("id", id)
            .param("issue", issue.value())
            .param("workspace", workspace.value())
            .param("before", before)
            .param("kind", outcome == null ? "NONE" : outcome.kind().name())
            .param(
                "letter",
                raised == null ? null : raised.letter().id().value(),
                java.sql.Types.OTHER)
            .param(
                "to",
                sealing.sealIfAny(REFERRED_TO, id, referred == null ? null : referred.to()),
                java.sql.Types.BINARY)
            .param("reason", sealing.sealIfAny(REASON, id, reason(outcome)), java.sql.Types.BINARY)
            .param(
                "forStudents",
                sealing.sealIfAny(FOR_STUDENTS, id, forStudents(outcome)),
                java.sql.Types.BINARY)
            .param("by", who.user().value())
            .param("at", dates.now()));
  }

  private static @Nullable String reason(@Nullable Outcome outcome) {
    return switch (outcome) {
      case Outcome.Referred referred -> referred.reason();
      case Outcome.NoAction none -> none.reason();
      case Outcome.Planned planned -> null;
      case Outcome.RaisedWithCouncil raised -> null;
      case null -> null;
    };
  }

  private static @Nullable String forStudents(@Nullable Outcome outcome) {
    return switch (outcome) {
      case Outcome.Referred referred -> referred.forStudents();
      case Outcome.NoAction none -> none.forStudents();
      case Outcome.Planned planned -> null;
      case Outcome.RaisedWithCouncil raised -> null;
      case null -> null;
    };
  }

  private Decision decision(ResultSet row, Map<UUID, CouncilLetter> byId) throws SQLException {
    return new Decision(
        row.getInt("version"),
        outcome(row, byId),
        new UserId(row.getObject("by_user", UUID.class)),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }

  private @Nullable Outcome outcome(ResultSet row, Map<UUID, CouncilLetter> byId)
      throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    String kind = row.getString("kind");
    if (kind.equals("NONE")) {
      return null;
    }
    return switch (OutcomeKind.valueOf(kind)) {
      case PLANNED -> new Outcome.Planned();
      case COUNCIL ->
          new Outcome.RaisedWithCouncil(
              java.util.Objects.requireNonNull(byId.get(row.getObject("letter_id", UUID.class))));
      case REFERRED ->
          new Outcome.Referred(
              sealing.open(REFERRED_TO, id, row.getBytes("referred_to")),
              sealing.openIfAny(REASON, id, row.getBytes("reason")),
              sealing.openIfAny(FOR_STUDENTS, id, row.getBytes("for_students")));
      case NO_ACTION ->
          new Outcome.NoAction(
              sealing.open(REASON, id, row.getBytes("reason")),
              sealing.openIfAny(FOR_STUDENTS, id, row.getBytes("for_students")));
    };
  }
}
