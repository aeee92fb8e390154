package org.sightline.engagement.results;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.sightline.kernel.Ids;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.plans.IssueId;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL behind [Proposals].
@Component
class JdbcProposals {

  private static final SealedColumn WORDING = new SealedColumn("engagement.proposal", "wording");

  private final JdbcClient jdbc;
  private final Sealing sealing;

  JdbcProposals(JdbcClient jdbc, Sealing sealing) {
    this.jdbc = jdbc;
    this.sealing = sealing;
  }

  /// All that has not been set aside and that the person who is acting may read.
  List<Proposal> of(WorkspaceId round) {
    return jdbc.sql(
            """
            select p.id, p.note_id, p.kind, p.zone_key, p.wording, p.approved_on, p.issue_id,
                   n.struck_on
              from engagement.proposal p
              join engagement.note n on n.id = p.note_id
             where p.workspace_id = :round and p.set_aside_on is null
             order by p.kind, p.made_on, p.id
            """)
        .param("round", round.value())
        .query((row, n) -> proposal(row))
        .list();
  }

  /// @throws NotThere when it is not one of this round, or was set aside
  Proposal find(WorkspaceId round, UUID id) {
    return of(round).stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(NotThere::new);
  }

  boolean hasNote(WorkspaceId round, UUID note) {
    return jdbc.sql(
                """
            select count(*) from engagement.note
             where id = :note and workspace_id = :round and struck_on is null
            """)
            .param("note", note)
            .param("round", round.value())
            .query(Integer.class)
            .single()
        == 1;
  }

  void add(WorkspaceId round, Proposal made, UserId by, LocalDate on) {
    jdbc.sql(
            """
            insert into engagement.proposal
              (id, workspace_id, note_id, kind, zone_key, wording, made_by, made_on)
            values (:id, :round, :note, :kind, :zone, :wording, :by, :on)
            """)
        .param("id", made.id())
        .param("round", round.value())
        .param("note", made.note())
        .param("kind", made.kind().name())
        .param("zone", made.zone() == null ? null : Ids.parse(made.zone().value()))
        .param("wording", sealing.seal(WORDING, made.id(), made.wording()))
        .param("by", by.value())
        .param("on", on)
        .update();
  }

  void approve(UUID id, UserId by, LocalDate on) {
    jdbc.sql("update engagement.proposal set approved_by = :by, approved_on = :on where id = :id")
        .param("by", by.value())
        .param("on", on)
        .param("id", id)
        .update();
  }

  void setAside(UUID id, UserId by, LocalDate on) {
    jdbc.sql("update engagement.proposal set set_aside_by = :by, set_aside_on = :on where id = :id")
        .param("by", by.value())
        .param("on", on)
        .param("id", id)
        .update();
  }

  void becomes(UUID id, IssueId issue) {
    jdbc.sql("update engagement.proposal set issue_id = :issue where id = :id")
        .param("issue", issue.value())
        .param("id", id)
        .update();
  }

  private Proposal proposal(ResultSet row) throws SQLException {
    var id = row.getObject("id", UUID.class);
    var zone = row.getString("zone_key");
    var issue = row.getObject("issue_id", UUID.class);
    return new Proposal(
        id,
        row.getObject("note_id", UUID.class),
        Proposal.Kind.valueOf(row.getString("kind")),
        zone == null ? null : new ZoneKey(zone),
        sealing.open(WORDING, id, row.getBytes("wording")),
        row.getObject("approved_on") != null,
        row.getObject("struck_on") != null,
        issue == null ? null : new IssueId(issue));
  }
}
