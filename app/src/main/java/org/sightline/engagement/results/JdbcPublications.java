package org.sightline.engagement.results;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL behind [Publications].
@Component
class JdbcPublications {

  private final JdbcClient jdbc;

  JdbcPublications(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A publication as it was made.
  ///
  /// @param goneBefore maps of earlier publications that had been withdrawn by then
  record Kept(
      LocalDate on,
      PublishingRules.Detail detail,
      SmallNumbers small,
      int goneBefore,
      OutwardTable outward) {}

  /// @param all sessions of the round, planned ones too
  record SessionCount(int closed, int all) {}

  SessionCount sessions(WorkspaceId round) {
    return jdbc.sql(
            """
            select count(closed_on) as closed, count(*) as every
              from engagement.session
             where workspace_id = :round
            """)
        .param("round", round.value())
        .query((row, n) -> new SessionCount(row.getInt("closed"), row.getInt("every")))
        .single();
  }

  /// Oldest first.
  List<Kept> all(WorkspaceId round) {
    return jdbc.sql(
            """
            select published_on, detail, small_number, gone_before, outward
              from engagement.publication
             where workspace_id = :round
             order by number
            """)
        .param("round", round.value())
        .query((row, n) -> kept(row))
        .list();
  }

  Optional<Kept> latest(WorkspaceId round) {
    return jdbc.sql(
            """
            select published_on, detail, small_number, gone_before, outward
              from engagement.publication
             where workspace_id = :round
             order by number desc
             limit 1
            """)
        .param("round", round.value())
        .query((row, n) -> kept(row))
        .optional();
  }

  /// `null` also when the reader may not have it.
  @Nullable InwardTable inward(WorkspaceId round, int number) {
    return jdbc.sql(
            """
            select inward from engagement.publication_inward
             where workspace_id = :round and number = :number
            """)
        .param("round", round.value())
        .param("number", number)
        .query((row, n) -> TableJson.inward(row.getString("inward")))
        .optional()
        .orElse(null);
  }

  @Nullable Breakdown breakdown(WorkspaceId round) {
    return jdbc.sql("select breakdown from engagement.breakdown where workspace_id = :round")
        .param("round", round.value())
        .query((row, n) -> TableJson.breakdown(row.getString("breakdown")))
        .optional()
        .orElse(null);
  }

  void add(WorkspaceId round, Kept made, InwardTable inward, UserId by) {
    jdbc.sql(
            """
            insert into engagement.publication
              (workspace_id, number, published_on, published_by, maps, gone_before, detail,
               small_number, outward)
            values (:round, :number, :on, :by, :maps, :gone, :detail, :small,
               cast(:outward as jsonb))
            """)
        .param("round", round.value())
        .param("number", made.outward().publication())
        .param("on", made.on())
        .param("by", by.value())
        .param("maps", made.outward().maps())
        .param("gone", made.goneBefore())
        .param("detail", made.detail().name())
        .param("small", made.small().k())
        .param("outward", TableJson.print(made.outward()))
        .update();
    jdbc.sql(
            """
            insert into engagement.publication_inward (workspace_id, number, inward)
            values (:round, :number, cast(:inward as jsonb))
            """)
        .param("round", round.value())
        .param("number", inward.publication())
        .param("inward", TableJson.print(inward))
        .update();
  }

  void add(WorkspaceId round, Breakdown breakdown, LocalDate on, UserId by) {
    jdbc.sql(
            """
            insert into engagement.breakdown (workspace_id, number, made_on, made_by, breakdown)
            values (:round, :number, :on, :by, cast(:breakdown as jsonb))
            """)
        .param("round", round.value())
        .param("number", breakdown.publication())
        .param("on", on)
        .param("by", by.value())
        .param("breakdown", TableJson.print(breakdown))
        .update();
  }

  private static Kept kept(java.sql.ResultSet row) throws java.sql.SQLException {
    return new Kept(
        row.getObject("published_on", LocalDate.class),
        PublishingRules.Detail.valueOf(row.getString("detail")),
        new SmallNumbers(row.getInt("small_number")),
        row.getInt("gone_before"),
        TableJson.outward(row.getString("outward")));
  }
}
