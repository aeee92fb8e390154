package org.sightline.engagement.marks;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.UUID;
import org.sightline.engagement.planning.SessionId;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.sightline.store.SessionKeys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The slips that are printed for paper maps. Once they are issued, such a slip can take its map
/// out while the session is still open, before anybody has keyed it (A30).
///
/// Nothing of it is stored but under the session's key: the open form beside a label would lead
/// from the label to the counted map, for whoever has the database's log or a backup of then.
@Component
public class PaperSlips {

  /// Its keyed index is the key of the open form: outside the database, as long-lived as the
  /// installation's key file.
  private static final SealedColumn SLIP_HASH = new SealedColumn("engagement.map", "slip_hash");

  private final JdbcClient jdbc;
  private final SessionKeys keys;
  private final byte[] key;

  PaperSlips(JdbcClient jdbc, Sealing sealing, SessionKeys keys) {
    this.jdbc = jdbc;
    this.keys = keys;
    this.key = sealing.blindIndex(SLIP_HASH, "open form");
  }

  /// The open form of a code, as [MarkedMap] wants it. The code itself is never stored.
  public SlipHash of(SlipCode code) {
    return SlipHash.whileOpen(code, key);
  }

  /// What a slip is known by in the tables of its session until it closes.
  ///
  /// @throws Staging.SessionKeyGone when it has closed
  public String known(UUID session, SlipHash open) {
    try {
      byte[] print = keys.fingerprint(session, "paper:" + open.stored());
      return "hmac-sha256$$$" + Base64.getUrlEncoder().withoutPadding().encodeToString(print);
    } catch (IllegalStateException gone) {
      throw new Staging.SessionKeyGone();
    }
  }

  /// The open form of the slip of a labelled sheet, for [#open].
  public byte[] seal(SessionId session, SheetLabel label, SlipHash slip) {
    var text = label.letters() + " " + slip.stored();
    return keys.seal(session.value(), text.getBytes(StandardCharsets.UTF_8));
  }

  /// The open form that was sealed for this label.
  public SlipHash open(SessionId session, SheetLabel label, byte[] sealed) {
    var text = new String(keys.open(session.value(), sealed), StandardCharsets.UTF_8);
    if (!text.startsWith(label.letters() + " ")) {
      throw new IllegalStateException("A slip was sealed for another sheet");
    }
    return new SlipHash(text.substring(label.letters().length() + 1));
  }

  /// Whether slips were printed whose key is gone, as when a backup was put back: they would take
  /// no map out.
  public boolean haveLostTheirKey(SessionId session) {
    return !keys.exists(session.value())
        && jdbc.sql("select exists (select 1 from student.paper_slip where session_id = :session)")
            .param("session", session.value())
            .query(Boolean.class)
            .single();
  }

  /// Forgets the slips of a session that has not started.
  public void forget(SessionId session) {
    jdbc.sql("delete from student.paper_slip where session_id = :session")
        .param("session", session.value())
        .update();
  }

  /// Makes the slips known, inside the caller's process; once known, again is harmless. They are
  /// forgotten when the session closes. Rows carry no order: insert them in any.
  ///
  /// The session's key is made here, should the session not have started.
  public void issue(SessionId session, Collection<SlipHash> slips) {
    keys.make(session.value());
    for (SlipHash slip : slips) {
      jdbc.sql(
              """
              insert into student.paper_slip (session_id, slip, used)
              values (:session, :slip, false)
              on conflict do nothing
              """)
          .param("session", session.value())
          .param("slip", known(session.value(), slip))
          .update();
    }
  }
}
