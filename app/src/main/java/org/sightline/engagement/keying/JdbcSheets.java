package org.sightline.engagement.keying;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sightline.engagement.marks.PaperSlips;
import org.sightline.engagement.marks.SheetLabel;
import org.sightline.engagement.marks.SlipHash;
import org.sightline.engagement.planning.Session;
import org.sightline.engagement.planning.SessionId;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL behind [PrintedSheets].
@Component
class JdbcSheets {

  private final JdbcClient jdbc;
  private final PaperSlips slips;
  private final PrintedPages pages;

  JdbcSheets(JdbcClient jdbc, PaperSlips slips, PrintedPages pages) {
    this.jdbc = jdbc;
    this.slips = slips;
    this.pages = pages;
  }

  /// Keeps the session from closing until the transaction ends.
  ///
  /// @throws Refused when it has closed
  void holdOpen(SessionId session) {
    boolean closed =
        jdbc.sql("select closed_on is not null from engagement.session where id = :id for share")
            .param("id", session.value())
            .query(Boolean.class)
            .optional()
            .orElseThrow(NotThere::new);
    if (closed) {
      throw new Refused(
          "This session is closed: its labels are forgotten, and nothing more can be keyed for it.");
    }
  }

  /// Two people who ask for labels at once get them one after the other.
  void oneAtATime(SessionId session) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:session, 2))")
        .param("session", session.toString())
        .query((row, n) -> true)
        .single();
  }

  Set<SheetLabel> labels(SessionId session) {
    return new HashSet<>(
        jdbc.sql("select label from engagement.printed_sheet where session_id = :session")
            .param("session", session.value())
            .query((row, n) -> new SheetLabel(row.getString(1)))
            .list());
  }

  /// Forgets the labels of a session that has not started.
  void forget(SessionId session) {
    pages.forget(session);
    jdbc.sql("delete from engagement.printed_sheet where session_id = :session")
        .param("session", session.value())
        .update();
  }

  /// @param slip in its open form; the session's key is there, made by [PaperSlips#issue]
  void add(Session session, SheetLabel label, @Nullable SlipHash slip) {
    jdbc.sql(
            """
            insert into engagement.printed_sheet
              (session_id, workspace_id, label, slip, sealed_slip)
            values (:session, :round, :label, :slip, :sealed)
            """)
        .param("session", session.id().value())
        .param("round", session.round().value())
        .param("label", label.letters())
        .param("slip", slip == null ? null : slips.known(session.id().value(), slip))
        .param("sealed", slip == null ? null : slips.seal(session.id(), label, slip))
        .update();
  }
}
