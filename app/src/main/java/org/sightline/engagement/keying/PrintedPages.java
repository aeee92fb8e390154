package org.sightline.engagement.keying;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.sightline.engagement.planning.Session;
import org.sightline.engagement.planning.SessionId;
import org.sightline.scan.LayoutFiles;
import org.sightline.scan.SheetCode;
import org.sightline.scan.SheetLayout;
import org.sightline.store.SessionKeys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which page of which sheet a printed code stands for, and how it is laid out. The code itself is
/// not kept: only its keyed hash. Everything here works inside the caller's process.
@Component
public class PrintedPages {

  private final JdbcClient jdbc;
  private final SessionKeys keys;
  private final SecureRandom random = new SecureRandom();

  PrintedPages(JdbcClient jdbc, SessionKeys keys) {
    this.jdbc = jdbc;
    this.keys = keys;
  }

  /// The layout of a kind of sheet of this session, made the first time it is asked for.
  ///
  /// @param kind such as "floor 0 on A4_PORTRAIT"
  /// @param layOut given a new version, lays it out
  public SheetLayout layout(Session session, String kind, Function<String, SheetLayout> layOut) {
    for (String kept : sealedLayouts(session.id())) {
      if (kept.startsWith(kind + "\n")) {
        return layoutOf(kept);
      }
    }
    var layout = layOut.apply(SheetCode.randomVersion(random));
    jdbc.sql(
            """
            insert into engagement.sheet_layout (session_id, workspace_id, version, content)
            values (:session, :round, :version, :content)
            """)
        .param("session", session.id().value())
        .param("round", session.round().value())
        .param("version", layout.version())
        .param("content", seal(session.id(), kind + "\n" + LayoutFiles.write(layout)))
        .update();
    return layout;
  }

  public List<SheetLayout> layouts(SessionId session) {
    return sealedLayouts(session).stream().map(PrintedPages::layoutOf).toList();
  }

  /// Makes a new page known.
  ///
  /// @return its code, which is printed and not kept
  public String add(Session session, PrintedPage page) {
    var code = SheetCode.randomSheet(random);
    jdbc.sql(
            """
            insert into engagement.printed_page (session_id, workspace_id, page, content)
            values (:session, :round, :page, :content)
            """)
        .param("session", session.id().value())
        .param("round", session.round().value())
        .param("page", known(session.id(), code))
        .param("content", seal(session.id(), page.print()))
        .update();
    return code;
  }

  /// What the pages of a session are known by.
  public Set<String> all(SessionId session) {
    return new HashSet<>(
        jdbc.sql("select page from engagement.printed_page where session_id = :session")
            .param("session", session.value())
            .query(String.class)
            .list());
  }

  /// @param known see [#known]
  public Optional<PrintedPage> find(SessionId session, String known) {
    return jdbc.sql(
            "select content from engagement.printed_page where session_id = :session and page = :page")
        .param("session", session.value())
        .param("page", known)
        .query((row, n) -> PrintedPage.read(open(session, row.getBytes(1))))
        .optional();
  }

  /// What a printed code is known by until the session closes.
  public String known(SessionId session, String code) {
    byte[] print = keys.fingerprint(session.value(), "page:" + code);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(print);
  }

  void forget(SessionId session) {
    for (String forget :
        List.of(
            "delete from engagement.printed_page where session_id = :session",
            "delete from engagement.sheet_layout where session_id = :session")) {
      jdbc.sql(forget).param("session", session.value()).update();
    }
  }

  private List<String> sealedLayouts(SessionId session) {
    return jdbc.sql("select content from engagement.sheet_layout where session_id = :session")
        .param("session", session.value())
        .query((row, n) -> open(session, row.getBytes(1)))
        .list();
  }

  private static SheetLayout layoutOf(String kept) {
    return LayoutFiles.readLayout(kept.substring(kept.indexOf('\n') + 1));
  }

  private byte[] seal(SessionId session, String text) {
    return keys.seal(session.value(), text.getBytes(StandardCharsets.UTF_8));
  }

  private String open(SessionId session, byte[] sealed) {
    return new String(keys.open(session.value(), sealed), StandardCharsets.UTF_8);
  }
}
