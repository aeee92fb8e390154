package org.sightline.engagement.keying;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.engagement.marks.OpenSheet;
import org.sightline.engagement.marks.PaperSlips;
import org.sightline.engagement.marks.SheetLabel;
import org.sightline.engagement.marks.SlipHash;
import org.sightline.engagement.planning.Session;
import org.sightline.engagement.planning.SessionId;
import org.sightline.kernel.UserId;
import org.sightline.store.SessionKeys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL behind [Keying] and [KeyedMarks].
@Component
class JdbcKeying {

  private final JdbcClient jdbc;
  private final SessionKeys keys;
  private final PaperSlips slips;

  JdbcKeying(JdbcClient jdbc, SessionKeys keys, PaperSlips slips) {
    this.jdbc = jdbc;
    this.keys = keys;
    this.slips = slips;
  }

  /// A label that was given out in this session.
  ///
  /// @param slip open form, or `null` for a sheet that was labelled by hand
  /// @param takenOut whether its slip has been used
  record Printed(@Nullable SlipHash slip, boolean takenOut) {}

  Optional<Printed> printed(SessionId session, SheetLabel label) {
    return jdbc.sql(
            """
            select p.sealed_slip, coalesce(s.used, false) as used
              from engagement.printed_sheet p
              left join student.paper_slip s on s.session_id = p.session_id and s.slip = p.slip
             where p.session_id = :session and p.label = :label
            """)
        .param("session", session.value())
        .param("label", label.letters())
        .query(
            (row, n) -> {
              var sealed = row.getBytes("sealed_slip");
              var slip = sealed == null ? null : slips.open(session, label, sealed);
              return new Printed(slip, row.getBoolean("used"));
            })
        .optional();
  }

  /// Every keyed sheet of a session by label, the first keying before the second.
  List<KeyedSheet> all(OpenSheet sheet) {
    return jdbc.sql(
            """
            select label, pass, keyed_by, version, content
              from engagement.keyed_sheet
             where session_id = :session
             order by label, pass
            """)
        .param("session", sheet.session().value())
        .query((row, n) -> keyed(row, sheet))
        .list();
  }

  List<KeyedSheet> of(OpenSheet sheet, SheetLabel label) {
    return jdbc.sql(
            """
            select label, pass, keyed_by, version, content
              from engagement.keyed_sheet
             where session_id = :session and label = :label
             order by pass
            """)
        .param("session", sheet.session().value())
        .param("label", label.letters())
        .query((row, n) -> keyed(row, sheet))
        .list();
  }

  int keyed(SessionId session) {
    return jdbc.sql("select count(*) from engagement.keyed_sheet where session_id = :session")
        .param("session", session.value())
        .query(Integer.class)
        .single();
  }

  /// Sheets that were keyed, once or twice.
  int sheets(SessionId session) {
    return jdbc.sql(
            "select count(distinct label) from engagement.keyed_sheet where session_id = :session")
        .param("session", session.value())
        .query(Integer.class)
        .single();
  }

  /// @return false when there is one already for this label and pass, or by this person
  boolean add(
      Session session, OpenSheet sheet, SheetLabel label, Pass pass, UserId by, Reading reading) {
    return jdbc.sql(
                """
                insert into engagement.keyed_sheet
                  (session_id, workspace_id, label, pass, keyed_by, version, content)
                values (:session, :round, :label, :pass, :by, 1, :content)
                on conflict do nothing
                """)
            .param("session", session.id().value())
            .param("round", session.round().value())
            .param("label", label.letters())
            .param("pass", pass.number())
            .param("by", by.value())
            .param("content", seal(sheet, label, pass, reading))
            .update()
        == 1;
  }

  /// @return false when it is not there, or no longer the version it is based on
  boolean save(OpenSheet sheet, SheetLabel label, Pass pass, int basedOn, Reading reading) {
    return jdbc.sql(
                """
                update engagement.keyed_sheet
                   set version = version + 1, content = :content
                 where session_id = :session and label = :label and pass = :pass
                   and version = :basedOn
                """)
            .param("session", sheet.session().value())
            .param("label", label.letters())
            .param("pass", pass.number())
            .param("basedOn", basedOn)
            .param("content", seal(sheet, label, pass, reading))
            .update()
        == 1;
  }

  boolean remove(SessionId session, SheetLabel label, Pass pass, UserId by, int basedOn) {
    return jdbc.sql(
                """
                delete from engagement.keyed_sheet
                 where session_id = :session and label = :label and pass = :pass
                   and keyed_by = :by and version = :basedOn
                """)
            .param("session", session.value())
            .param("label", label.letters())
            .param("pass", pass.number())
            .param("by", by.value())
            .param("basedOn", basedOn)
            .update()
        == 1;
  }

  /// Maps counted in on the run sheet, or 0.
  int countedIn(SessionId session) {
    return jdbc.sql("select maps_in from engagement.run where session_id = :session")
        .param("session", session.value())
        .query(Integer.class)
        .optional()
        .orElse(0);
  }

  /// Forgets every keyed sheet and every label of the session.
  void forget(SessionId session) {
    for (String forget :
        List.of(
            "delete from engagement.keyed_sheet where session_id = :session",
            "delete from engagement.printed_page where session_id = :session",
            "delete from engagement.sheet_layout where session_id = :session",
            "delete from engagement.printed_sheet where session_id = :session")) {
      jdbc.sql(forget).param("session", session.value()).update();
    }
  }

  private byte[] seal(OpenSheet sheet, SheetLabel label, Pass pass, Reading reading) {
    return keys.seal(
        sheet.session().value(),
        reading.print(sheet, label, pass).getBytes(StandardCharsets.UTF_8));
  }

  private KeyedSheet keyed(ResultSet row, OpenSheet sheet) throws SQLException {
    var label = new SheetLabel(row.getString("label"));
    var pass = Pass.of(row.getInt("pass"));
    var text =
        new String(
            keys.open(sheet.session().value(), row.getBytes("content")), StandardCharsets.UTF_8);
    return new KeyedSheet(
        label,
        pass,
        new UserId(row.getObject("keyed_by", UUID.class)),
        row.getInt("version"),
        Reading.read(text, sheet, label, pass));
  }
}
