package org.sightline.engagement.pile;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.engagement.marks.SheetLabel;
import org.sightline.engagement.planning.Session;
import org.sightline.engagement.planning.SessionId;
import org.sightline.kernel.UserId;
import org.sightline.store.SessionKeys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of what came of a pile's pages.
@Component
class JdbcPages {

  private static final int SENTENCE = 320;

  private final JdbcClient jdbc;
  private final SessionKeys keys;

  JdbcPages(JdbcClient jdbc, SessionKeys keys) {
    this.jdbc = jdbc;
    this.keys = keys;
  }

  boolean has(UUID file, int number) {
    return jdbc.sql(
            "select exists (select 1 from engagement.pile_page where file_id = :file and number = :number)")
        .param("file", file)
        .param("number", number)
        .query(Boolean.class)
        .single();
  }

  void addRefused(Session session, UserId by, UUID file, int number, String sentence) {
    var cut = sentence.length() > SENTENCE ? sentence.substring(0, SENTENCE) : sentence;
    add(session, by, file, number, PileRow.State.REFUSED, null, null, cut);
  }

  /// @param page what the page is known by
  /// @return false when another picture of this page is there
  boolean addRead(
      Session session,
      UserId by,
      UUID file,
      int number,
      String page,
      SheetLabel label,
      ReadPage read) {
    return add(session, by, file, number, PileRow.State.READ, page, label, read.print());
  }

  private boolean add(
      Session session,
      UserId by,
      UUID file,
      int number,
      PileRow.State state,
      @Nullable String page,
      @Nullable SheetLabel label,
      String content) {
    return jdbc.sql(
                """
                insert into engagement.pile_page
                  (file_id, number, session_id, workspace_id, dropped_by, state, page, label, content)
                values (:file, :number, :session, :round, :by, :state, :page, :label, :content)
                on conflict (session_id, page) do nothing
                """)
            .param("file", file)
            .param("number", number)
            .param("session", session.id().value())
            .param("round", session.round().value())
            .param("by", by.value())
            .param("state", state.name())
            .param("page", page)
            .param("label", label == null ? null : label.letters())
            .param("content", seal(session.id(), content))
            .update()
        == 1;
  }

  void remove(UUID file, int number) {
    jdbc.sql("delete from engagement.pile_page where file_id = :file and number = :number")
        .param("file", file)
        .param("number", number)
        .update();
  }

  List<PileRow> of(SessionId session, UserId by) {
    return jdbc.sql(
            """
            select file_id, number, state, label, staged, content from engagement.pile_page
             where session_id = :session and dropped_by = :by
             order by file_id, number
            """)
        .param("session", session.value())
        .param("by", by.value())
        .query((row, n) -> row(row, session))
        .list();
  }

  /// The pages of one sheet, held until the transaction ends.
  List<PileRow> ofSheet(SessionId session, UserId by, SheetLabel label) {
    return jdbc.sql(
            """
            select file_id, number, state, label, staged, content from engagement.pile_page
             where session_id = :session and dropped_by = :by and label = :label
               and state in ('READ', 'STAGED')
             order by file_id, number
               for update
            """)
        .param("session", session.value())
        .param("by", by.value())
        .param("label", label.letters())
        .query((row, n) -> row(row, session))
        .list();
  }

  /// @param free whether another picture of the page may be read from now on
  void change(
      SessionId session,
      PileRow row,
      PileRow.State state,
      @Nullable Integer staged,
      String content,
      boolean free) {
    jdbc.sql(
            """
            update engagement.pile_page
               set state = :state, staged = :staged, content = :content,
                   page = case when :free then null else page end
             where file_id = :file and number = :number
            """)
        .param("state", state.name())
        .param("staged", staged)
        .param("content", seal(session, content))
        .param("free", free)
        .param("file", row.file())
        .param("number", row.number())
        .update();
  }

  /// Pages that wait for a person, by whether they are this one's.
  int waiting(SessionId session, UserId by, boolean own) {
    return jdbc.sql(
            """
            select count(*)::int from engagement.pile_page
             where session_id = :session and state = 'READ' and (dropped_by = :by) = :own
            """)
        .param("session", session.value())
        .param("by", by.value())
        .param("own", own)
        .query(Integer.class)
        .single();
  }

  /// Destroys what was read on a page of somebody's pile, with its pictures, which only they could
  /// delete: with the page they go. That it was there stays, with a sentence.
  void throwAway(Session session, UserId by, PileRow row, String sentence) {
    remove(row.file(), row.number());
    add(session, by, row.file(), row.number(), PileRow.State.REFUSED, null, row.label(), sentence);
  }

  private PileRow row(ResultSet row, SessionId session) throws SQLException {
    var label = row.getString("label");
    return new PileRow(
        row.getObject("file_id", UUID.class),
        row.getInt("number"),
        PileRow.State.valueOf(row.getString("state")),
        label == null ? null : new SheetLabel(label),
        row.getObject("staged", Integer.class),
        new String(keys.open(session.value(), row.getBytes("content")), StandardCharsets.UTF_8)
            .stripTrailing());
  }

  private byte[] seal(SessionId session, String text) {
    return keys.seal(session.value(), text.getBytes(StandardCharsets.UTF_8));
  }
}
