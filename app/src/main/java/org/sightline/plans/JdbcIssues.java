package org.sightline.plans;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Issues and their wording, version after version.
@Component
class JdbcIssues {

  private static final SealedColumn PLACE = new SealedColumn("plans.issue_version", "place");
  private static final SealedColumn SAID = new SealedColumn("plans.issue_version", "said");
  private static final SealedColumn FOR_STUDENTS =
      new SealedColumn("plans.issue_version", "for_students");

  private final JdbcClient jdbc;
  private final Sealing sealing;
  private final PlanDates dates;
  private final JdbcOutcomes outcomes;
  private final JdbcActions actions;

  JdbcIssues(
      JdbcClient jdbc,
      Sealing sealing,
      PlanDates dates,
      JdbcOutcomes outcomes,
      JdbcActions actions) {
    this.jdbc = jdbc;
    this.sealing = sealing;
    this.dates = dates;
    this.outcomes = outcomes;
    this.actions = actions;
  }

  /// Everything in a plan that the person who is acting may see, what has no outcome first.
  List<Issue> of(WorkspaceId workspace) {
    var decisions = outcomes.of(workspace);
    var byIssue =
        actions.of(workspace).stream()
            .filter(action -> !action.isTakenOut())
            .collect(Collectors.groupingBy(action -> action.issue().value()));
    return jdbc
        .sql(
            """
            select i.id, i.zone_key, i.source, i.hottest, i.by_user as raised_by, i.at as raised_at,
                   v.id as version_id, v.version, v.place, v.said, v.for_students,
                   v.outside_school, v.route, v.held_back
              from plans.issue i
              join lateral (select * from plans.issue_version x
                             where x.issue_id = i.id order by x.version desc limit 1) v on true
             where i.workspace_id = :workspace
             order by i.at, i.id
            """)
        .param("workspace", workspace.value())
        .query(
            (row, n) -> {
              UUID id = row.getObject("id", UUID.class);
              var decided = decisions.get(id);
              return new Issue(
                  new IssueId(id),
                  workspace,
                  row.getObject("zone_key", UUID.class),
                  Source.valueOf(row.getString("source")),
                  row.getBoolean("hottest"),
                  row.getInt("version"),
                  text(row, "version_id"),
                  decided == null ? null : decided.getLast(),
                  byIssue.getOrDefault(id, List.of()),
                  new UserId(row.getObject("raised_by", UUID.class)),
                  row.getObject("raised_at", OffsetDateTime.class).toInstant());
            })
        .stream()
        .sorted(java.util.Comparator.comparing(Issue::hasOutcome))
        .toList();
  }

  /// What somebody with these roles may see of a plan.
  List<Issue> of(WorkspaceId workspace, Set<Role> held) {
    return of(workspace).stream()
        .filter(issue -> Writers.seeSensitive(held) || !issue.text().isSensitive())
        .toList();
  }

  /// @throws NotThere when it is not in this plan, or not for somebody with these roles
  Issue find(WorkspaceId workspace, IssueId id, Set<Role> held) {
    return of(workspace, held).stream()
        .filter(issue -> issue.id().equals(id))
        .findFirst()
        .orElseThrow(NotThere::new);
  }

  /// @throws NotThere when it is not in this plan, or not for the person who is acting
  Issue find(WorkspaceId workspace, IssueId id) {
    return of(workspace).stream()
        .filter(issue -> issue.id().equals(id))
        .findFirst()
        .orElseThrow(NotThere::new);
  }

  /// One wording and who wrote it.
  record Wording(int version, IssueText text, UserId by, Instant at) {}

  List<Wording> history(IssueId issue) {
    return jdbc.sql("select * from plans.issue_version where issue_id = :issue order by version")
        .param("issue", issue.value())
        .query(
            (row, n) ->
                new Wording(
                    row.getInt("version"),
                    text(row, "id"),
                    new UserId(row.getObject("by_user", UUID.class)),
                    row.getObject("at", OffsetDateTime.class).toInstant()))
        .list();
  }

  Optional<IssueId> raised(WorkspaceId workspace, UUID zone, Source source) {
    return jdbc.sql(
            """
            select id from plans.issue
             where workspace_id = :workspace and zone_key = :zone and source = :source
            """)
        .param("workspace", workspace.value())
        .param("zone", zone)
        .param("source", source.name())
        .query((row, n) -> new IssueId(row.getObject(1, UUID.class)))
        .optional();
  }

  /// Whether the issue was added; not when the zone already has one of this source.
  boolean add(SignedIn who, WorkspaceId workspace, IssueId id, NewIssue issue) {
    int added =
        jdbc.sql(
                """
                insert into plans.issue
                  (id, workspace_id, zone_key, source, sensitive, hottest, by_user, at)
                values (:id, :workspace, :zone, :source, :sensitive, :hottest, :by, :at)
                on conflict do nothing
                """)
            .param("id", id.value())
            .param("workspace", workspace.value())
            .param("zone", issue.zone(), Types.OTHER)
            .param("source", issue.source().name())
            .param("sensitive", issue.text().isSensitive())
            .param("hottest", issue.hottest())
            .param("by", who.user().value())
            .param("at", dates.now())
            .update();
    if (added == 1) {
      reword(who, workspace, id, 0, issue.text());
    }
    return added == 1;
  }

  /// Notes whether the place is among the hottest now.
  void mark(IssueId issue, boolean hottest) {
    jdbc.sql("update plans.issue set hottest = :hottest where id = :issue")
        .param("hottest", hottest)
        .param("issue", issue.value())
        .update();
  }

  void reword(SignedIn who, WorkspaceId workspace, IssueId issue, int before, IssueText text) {
    UUID id = UUID.randomUUID();
    Versions.add(
        jdbc.sql(
                """
                insert into plans.issue_version (id, issue_id, workspace_id, version, place, said,
                  for_students, outside_school, route, held_back, by_user, at)
                select :id, :issue, :workspace, :before + 1, :place, :said, :forStudents, :outside,
                  :route, :heldBack, :by, :at
                 where :before = (select coalesce(max(version), 0) from plans.issue_version
                                   where issue_id = :issue)
                """)
            .param("id", id)
            .param("issue", issue.value())
            .param("workspace", workspace.value())
            .param("before", before)
            .param("place", sealing.seal(PLACE, id, text.place()))
            .param("said", sealing.sealIfAny(SAID, id, text.said()), Types.BINARY)
            .param(
                "forStudents",
                sealing.sealIfAny(FOR_STUDENTS, id, text.forStudents()),
                Types.BINARY)
            .param("outside", text.outsideSchool())
            .param("route", text.route() == null ? null : text.route().name(), Types.VARCHAR)
            .param("heldBack", text.heldBack())
            .param("by", who.user().value())
            .param("at", dates.now()));
    jdbc.sql("update plans.issue set sensitive = :sensitive where id = :issue")
        .param("sensitive", text.isSensitive())
        .param("issue", issue.value())
        .update();
  }

  private IssueText text(ResultSet row, String idColumn) throws SQLException {
    UUID id = row.getObject(idColumn, UUID.class);
    String route = row.getString("route");
    return new IssueText(
        sealing.open(PLACE, id, row.getBytes("place")),
        sealing.openIfAny(SAID, id, row.getBytes("said")),
        sealing.openIfAny(FOR_STUDENTS, id, row.getBytes("for_students")),
        row.getBoolean("outside_school"),
        route == null ? null : Route.valueOf(route),
        row.getBoolean("held_back"));
  }
}
