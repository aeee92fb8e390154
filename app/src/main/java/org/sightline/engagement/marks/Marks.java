package org.sightline.engagement.marks;

import org.sightline.engagement.planning.Session;
import org.sightline.engagement.planning.SessionId;
import org.sightline.engagement.planning.Sessions;
import org.sightline.kernel.SignedIn;
import org.sightline.store.SessionKeys;
import org.springframework.stereotype.Component;

/// All maps of young people, from the end of their session on. They come in by three ways (student
/// site, keyed from paper, later photographs: [MarksSource]) and nobody reads one again: only
/// counts over a round come out ([MarkTallies]).
@Component
public class Marks {

  private final Sessions sessions;
  private final MarksClosing closing;
  private final SessionKeys keys;
  private final DeletedMaps deleted;

  Marks(Sessions sessions, MarksClosing closing, SessionKeys keys, DeletedMaps deleted) {
    this.sessions = sessions;
    this.closing = closing;
    this.keys = keys;
    this.deleted = deleted;
  }

  /// How many maps of an open session are here, sent and keyed.
  public int received(SignedIn who, Session open) {
    return closing.received(who, open);
  }

  /// Closes a session: no more marks, and those that came in are moved, shuffled, to where they are
  /// counted. One audit entry, whatever their number.
  ///
  /// @param mapsOut how many maps were handed out, paper and screen together
  /// @return the closed session with "n out, n in"
  /// @throws org.sightline.kernel.Refused when it is not open, or a source is not ready
  public Session close(SignedIn who, SessionId id, int mapsOut) {
    Session open = sessions.find(who, id);
    var hashes = closing.hashAhead(who, open);
    sessions.close(who, id, mapsOut, session -> closing.move(session, hashes));
    keys.destroy(id.value());
    deleted.left();
    return sessions.find(who, id);
  }
}
