package org.sightline.engagement.pile;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.sightline.engagement.planning.Session;
import org.sightline.engagement.planning.SessionId;
import org.sightline.kernel.UserId;
import org.sightline.store.SessionKeys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of a pile's files. What is in them is sealed under the session's key, a megabyte at a
/// time, each with the file and its place in it, so that none opens elsewhere.
@Component
class JdbcFiles {

  private static final int HEAD = 20;
  private static final int NAME = 80;

  private final JdbcClient jdbc;
  private final SessionKeys keys;

  JdbcFiles(JdbcClient jdbc, SessionKeys keys) {
    this.jdbc = jdbc;
    this.keys = keys;
  }

  /// @param pages 0 until it was opened
  /// @param name it came with
  record Dropped(UUID id, boolean isRead, int pages, String name) {}

  /// @return false when the person has dropped the same file before
  boolean add(Session session, UserId by, UUID id, byte[] sum, String name) {
    return jdbc.sql(
                """
                insert into engagement.pile_file
                  (id, session_id, workspace_id, dropped_by, fingerprint, state, pages, name)
                values (:id, :session, :round, :by, :fingerprint, 'QUEUED', 0, :name)
                on conflict (session_id, dropped_by, fingerprint) do nothing
                """)
            .param("id", id)
            .param("session", session.id().value())
            .param("round", session.round().value())
            .param("by", by.value())
            .param("fingerprint", fingerprint(session.id(), sum))
            .param("name", seal(session.id(), padded(name)))
            .update()
        == 1;
  }

  /// Forgets the same file of before when nothing came of it that counts or waits: "send it again"
  /// can then be obeyed with the very same file, and a sheet left to the keyboard photographed
  /// again.
  void forgetFruitless(Session session, UserId by, byte[] sum) {
    jdbc.sql(
            """
            delete from engagement.pile_file f
             where f.session_id = :session and f.dropped_by = :by
               and f.fingerprint = :fingerprint and f.state = 'READ'
               and not exists (select 1 from engagement.pile_page p
                                where p.file_id = f.id
                                  and p.state in ('STAGED', 'READ', 'WRITING'))
            """)
        .param("session", session.id().value())
        .param("by", by.value())
        .param("fingerprint", fingerprint(session.id(), sum))
        .update();
  }

  private byte[] fingerprint(SessionId session, byte[] sum) {
    return keys.fingerprint(session.value(), "file:" + java.util.HexFormat.of().formatHex(sum));
  }

  private byte[] seal(SessionId session, String text) {
    return keys.seal(session.value(), text.getBytes(StandardCharsets.UTF_8));
  }

  private static String padded(String name) {
    var cut = name.length() > NAME ? name.substring(name.length() - NAME) : name;
    return cut + " ".repeat(NAME - cut.length());
  }

  void addPart(SessionId session, UserId by, UUID file, int number, ByteBuffer content) {
    var whole = ByteBuffer.allocate(HEAD + content.remaining());
    whole.putLong(file.getMostSignificantBits()).putLong(file.getLeastSignificantBits());
    whole.putInt(number).put(content);
    jdbc.sql(
            """
            insert into engagement.pile_part (file_id, number, dropped_by, content)
            values (:file, :number, :by, :content)
            """)
        .param("file", file)
        .param("number", number)
        .param("by", by.value())
        .param("content", keys.seal(session.value(), whole.array()))
        .update();
  }

  /// Writes out what is in a file.
  void copy(SessionId session, UUID file, OutputStream to) {
    var numbers =
        jdbc.sql("select number from engagement.pile_part where file_id = :file order by number")
            .param("file", file)
            .query(Integer.class)
            .list();
    for (int number : numbers) {
      byte[] sealed =
          jdbc.sql(
                  "select content from engagement.pile_part where file_id = :file and number = :number")
              .param("file", file)
              .param("number", number)
              .query((row, n) -> row.getBytes(1))
              .single();
      var part = ByteBuffer.wrap(keys.open(session.value(), sealed));
      if (part.getLong() != file.getMostSignificantBits()
          || part.getLong() != file.getLeastSignificantBits()
          || part.getInt() != number) {
        throw new IllegalStateException("A part of a file was sealed for another place");
      }
      try {
        to.write(part.array(), HEAD, part.remaining());
      } catch (IOException full) {
        throw new UncheckedIOException(full);
      }
    }
  }

  List<Dropped> of(SessionId session, UserId by) {
    return jdbc.sql(
            """
            select id, state, pages, name from engagement.pile_file
             where session_id = :session and dropped_by = :by
            """)
        .param("session", session.value())
        .param("by", by.value())
        .query(
            (row, n) ->
                new Dropped(
                    row.getObject("id", UUID.class),
                    row.getString("state").equals("READ"),
                    row.getInt("pages"),
                    new String(
                            keys.open(session.value(), row.getBytes("name")),
                            StandardCharsets.UTF_8)
                        .strip()))
        .list();
  }

  /// Megabytes that wait to be read.
  int waitingParts(SessionId session, UserId by) {
    return jdbc.sql(
            """
            select count(*)::int from engagement.pile_part p
              join engagement.pile_file f on f.id = p.file_id
             where f.session_id = :session and f.dropped_by = :by
            """)
        .param("session", session.value())
        .param("by", by.value())
        .query(Integer.class)
        .single();
  }

  boolean isThere(UUID file) {
    return jdbc.sql("select true from engagement.pile_file where id = :file for update")
        .param("file", file)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  void hasPages(UUID file, int pages) {
    jdbc.sql("update engagement.pile_file set pages = :pages where id = :file and pages <> :pages")
        .param("pages", pages)
        .param("file", file)
        .update();
  }

  /// The file was read: its content goes.
  ///
  /// @return false when it had gone before
  boolean isRead(UUID file) {
    int changed =
        jdbc.sql(
                "update engagement.pile_file set state = 'READ' where id = :file and state <> 'READ'")
            .param("file", file)
            .update();
    jdbc.sql("delete from engagement.pile_part where file_id = :file").param("file", file).update();
    return changed == 1;
  }

  /// Forgets every file of a session with all that came of it, or of one person's pile.
  int forget(SessionId session) {
    jdbc.sql("delete from engagement.pile_check where session_id = :session")
        .param("session", session.value())
        .update();
    return jdbc.sql("delete from engagement.pile_file where session_id = :session")
        .param("session", session.value())
        .update();
  }

  /// Destroys the files of a person that wait, unseen. That each was there stays, with a sentence.
  int throwAwayQueued(Session session, UserId by, JdbcPages pages, String sentence) {
    var waiting =
        jdbc.sql(
                """
                delete from engagement.pile_file
                 where session_id = :session and dropped_by = :by and state = 'QUEUED'
                returning fingerprint, name
                """)
            .param("session", session.id().value())
            .param("by", by.value())
            .query((row, n) -> List.of(row.getBytes(1), row.getBytes(2)))
            .list();
    for (var file : waiting) {
      var id = UUID.randomUUID();
      jdbc.sql(
              """
              insert into engagement.pile_file
                (id, session_id, workspace_id, dropped_by, fingerprint, state, pages, name)
              values (:id, :session, :round, :by, :fingerprint, 'READ', 1, :name)
              """)
          .param("id", id)
          .param("session", session.id().value())
          .param("round", session.round().value())
          .param("by", by.value())
          .param("fingerprint", file.getFirst())
          .param("name", file.getLast())
          .update();
      pages.addRefused(session, by, id, 1, sentence);
    }
    return waiting.size();
  }

  /// Files of others that wait to be read.
  int queuedOfOthers(SessionId session, UserId but) {
    return jdbc.sql(
            """
            select count(*)::int from engagement.pile_file
             where session_id = :session and dropped_by <> :but and state = 'QUEUED'
            """)
        .param("session", session.value())
        .param("but", but.value())
        .query(Integer.class)
        .single();
  }

  /// Files of anybody that wait to be read.
  int queued(SessionId session) {
    return jdbc.sql(
            """
            select count(*)::int from engagement.pile_file
             where session_id = :session and state = 'QUEUED'
            """)
        .param("session", session.value())
        .query(Integer.class)
        .single();
  }
}
