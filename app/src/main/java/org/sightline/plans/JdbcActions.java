package org.sightline.plans;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The actions of plans, version after version.
@Component
class JdbcActions {

  private static final SealedColumn MEASURE = new SealedColumn("plans.action_version", "measure");
  private static final SealedColumn ANSWER_NOTE =
      new SealedColumn("plans.action_version", "answer_note");
  private static final SealedColumn FOR_STUDENTS =
      new SealedColumn("plans.action_version", "for_students");
  private static final SealedColumn FINDING_NOTE =
      new SealedColumn("plans.action_version", "finding_note");

  private final JdbcClient jdbc;
  private final Sealing sealing;
  private final PlanDates dates;

  JdbcActions(JdbcClient jdbc, Sealing sealing, PlanDates dates) {
    this.jdbc = jdbc;
    this.sealing = sealing;
    this.dates = dates;
  }

  /// The last version of each action, taken out or not, by due day.
  List<Action> of(WorkspaceId workspace) {
    return jdbc
        .sql(
            """
            select distinct on (action_id) *
              from plans.action_version
             where workspace_id = :workspace
             order by action_id, version desc
            """)
        .param("workspace", workspace.value())
        .query((row, n) -> action(row))
        .stream()
        .sorted(java.util.Comparator.comparing(action -> action.terms().due()))
        .toList();
  }

  /// Every version of one action, oldest first.
  List<Action> history(WorkspaceId workspace, ActionId id) {
    return jdbc.sql(
            """
            select *
              from plans.action_version
             where workspace_id = :workspace and action_id = :id
             order by version
            """)
        .param("workspace", workspace.value())
        .param("id", id.value())
        .query((row, n) -> action(row))
        .list();
  }

  void open(WorkspaceId workspace, IssueId issue, ActionId id) {
    jdbc.sql(
            """
            insert into plans.action (id, issue_id, workspace_id) values (:id, :issue, :workspace)
            """)
        .param("id", id.value())
        .param("issue", issue.value())
        .param("workspace", workspace.value())
        .update();
  }

  /// What a version holds, beside its number and author.
  record Content(
      Step step,
      ActionTerms terms,
      Action.@Nullable Done done,
      @Nullable LocalDate reviewOn,
      Action.@Nullable Review review) {}

  void add(
      SignedIn who,
      WorkspaceId workspace,
      IssueId issue,
      ActionId action,
      int before,
      Content content) {
    UUID id = UUID.randomUUID();
    ActionTerms terms = content.terms();
    var done = content.done();
    var review = content.review();
    Versions.add(
        jdbc.sql(
                """
                insert into plans.action_version (id, action_id, issue_id, workspace_id, version, step,
                  measure_id, kind, measure, owner, due_on, answer, answer_note, for_students,
                  done_on, done_by, review_on, finding, finding_note, by_user, at)
                select :id, :action, :issue, :workspace, :before + 1, :step, :measureId, :kind,
                  :measure, :owner, :due, :answer, :answerNote, :forStudents, :doneOn, :doneBy,
                  :reviewOn, :finding, :findingNote, :by, :at
                 where :before = (select coalesce(max(version), 0) from plans.action_version
                                   where action_id = :action)
                """)
            .param("id", id)
            .param("action", action.value())
            .param("issue", issue.value())
            .param("workspace", workspace.value())
            .param("before", before)
            .param("step", content.step().name())
            .param("measureId", terms.measureId(), Types.VARCHAR)
            .param("kind", terms.kind())
            .param("measure", sealing.seal(MEASURE, id, terms.measure()))
            .param("owner", terms.owner().value())
            .param("due", terms.due())
            .param("answer", terms.answer().name())
            .param(
                "answerNote", sealing.sealIfAny(ANSWER_NOTE, id, terms.answerNote()), Types.BINARY)
            .param(
                "forStudents",
                sealing.sealIfAny(FOR_STUDENTS, id, terms.forStudents()),
                Types.BINARY)
            .param("doneOn", done == null ? null : done.on(), Types.DATE)
            .param("doneBy", done == null ? null : done.recordedBy().value(), Types.OTHER)
            .param("reviewOn", content.reviewOn(), Types.DATE)
            .param("finding", review == null ? null : review.finding().name(), Types.VARCHAR)
            .param(
                "findingNote",
                sealing.sealIfAny(FINDING_NOTE, id, review == null ? null : review.note()),
                Types.BINARY)
            .param("by", who.user().value())
            .param("at", dates.now()));
  }

  private Action action(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    LocalDate due = row.getObject("due_on", LocalDate.class);
    LocalDate doneOn = row.getObject("done_on", LocalDate.class);
    String finding = row.getString("finding");
    return new Action(
        new ActionId(row.getObject("action_id", UUID.class)),
        new IssueId(row.getObject("issue_id", UUID.class)),
        row.getInt("version"),
        Step.valueOf(row.getString("step")),
        new ActionTerms(
            row.getString("measure_id"),
            row.getString("kind"),
            sealing.open(MEASURE, id, row.getBytes("measure")),
            new UserId(row.getObject("owner", UUID.class)),
            due,
            HarmAnswer.valueOf(row.getString("answer")),
            sealing.openIfAny(ANSWER_NOTE, id, row.getBytes("answer_note")),
            sealing.openIfAny(FOR_STUDENTS, id, row.getBytes("for_students"))),
        doneOn == null
            ? null
            : new Action.Done(doneOn, new UserId(row.getObject("done_by", UUID.class))),
        row.getObject("review_on", LocalDate.class),
        finding == null
            ? null
            : new Action.Review(
                Finding.valueOf(finding),
                sealing.openIfAny(FINDING_NOTE, id, row.getBytes("finding_note"))),
        new UserId(row.getObject("by_user", UUID.class)),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        dates.light(due, doneOn));
  }
}
