package org.sightline.engagement.marks;

import java.util.Collection;
import org.sightline.engagement.planning.SessionId;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The slips that are printed for paper maps. Once they are issued, such a slip can take its map
/// out while the session is still open, before anybody has keyed it (A30).
@Component
public class PaperSlips {

  /// Its keyed index is the key of the open form: outside the database, as long-lived as the
  /// installation's key file.
  private static final SealedColumn SLIP_HASH = new SealedColumn("engagement.map", "slip_hash");

  private final JdbcClient jdbc;
  private final byte[] key;

  PaperSlips(JdbcClient jdbc, Sealing sealing) {
    this.jdbc = jdbc;
    this.key = sealing.blindIndex(SLIP_HASH, "open form");
  }

  /// The open form of a code, as [MarkedMap] wants it. The code itself is never stored.
  public SlipHash of(SlipCode code) {
    return SlipHash.whileOpen(code, key);
  }

  /// Makes the slips known, inside the caller's process; once known, again is harmless. They are
  /// forgotten when the session closes. Rows carry no order: insert them in any.
  public void issue(SessionId session, Collection<SlipHash> slips) {
    for (SlipHash slip : slips) {
      jdbc.sql(
              """
              insert into student.paper_slip (session_id, slip, used)
              values (:session, :slip, false)
              on conflict do nothing
              """)
          .param("session", session.value())
          .param("slip", slip.stored())
          .update();
    }
  }
}
