package org.sightline.engagement.pile;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.sightline.access.Workspaces;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.concerns.Naming;
import org.sightline.engagement.keying.ReadSheets;
import org.sightline.engagement.marks.DeletedMaps;
import org.sightline.engagement.planning.Session;
import org.sightline.engagement.planning.SessionId;
import org.sightline.engagement.planning.Sessions;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.web.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What waits in the piles of others, who may not be there any more, and would keep the session
/// from closing. It can be thrown away unseen; whoever dropped it finds on their page what went.
@Component
class ThrowingAway {

  private static final Logger LOG = LoggerFactory.getLogger(ThrowingAway.class);

  private final JdbcClient jdbc;
  private final JdbcFiles files;
  private final JdbcPages pages;
  private final ReadSheets sheets;
  private final DeletedMaps deleted;
  private final Sessions sessions;
  private final Processes processes;
  private final Workspaces workspaces;
  private final Naming naming;
  private final Words words;

  ThrowingAway(
      JdbcClient jdbc,
      JdbcFiles files,
      JdbcPages pages,
      ReadSheets sheets,
      DeletedMaps deleted,
      Sessions sessions,
      Processes processes,
      Workspaces workspaces,
      Naming naming,
      Words words) {
    this.jdbc = jdbc;
    this.files = files;
    this.pages = pages;
    this.sheets = sheets;
    this.deleted = deleted;
    this.sessions = sessions;
    this.processes = processes;
    this.workspaces = workspaces;
    this.naming = naming;
    this.words = words;
  }

  private record Waits(UserId by, int files, int pages) {}

  /// Whose piles wait, and how much of each.
  List<WaitingPile> waiting(SignedIn who, SessionId session) {
    var round = sessions.find(who, session).round();
    var waiting =
        processes.look(
            who,
            () -> {
              workspaces.require(who, round, PileReading.RUNNERS);
              return ofOthers(session, who.user());
            });
    return waiting.stream()
        .map(pile -> new WaitingPile(naming.nameOf(who, pile.by()), pile.files(), pile.pages()))
        .sorted(Comparator.comparing(WaitingPile::name))
        .toList();
  }

  private List<Waits> ofOthers(SessionId session, UserId but) {
    return jdbc.sql(
            """
            select w.by, sum(w.files)::int, sum(w.pages)::int
              from (select f.dropped_by as by, 1 as files, 0 as pages from engagement.pile_file f
                     where f.session_id = :session and f.state = 'QUEUED'
                    union all
                    select p.dropped_by, 0, 1 from engagement.pile_page p
                     where p.session_id = :session and p.state = 'READ') w
             where w.by <> :but
             group by w.by
            """)
        .param("session", session.value())
        .param("but", but.value())
        .query(
            (row, n) ->
                new Waits(new UserId(row.getObject(1, UUID.class)), row.getInt(2), row.getInt(3)))
        .list();
  }

  /// Throws it away. What counts already stays.
  void throwAway(SignedIn who, SessionId session) {
    var found = sessions.find(who, session);
    int gone =
        processes.changeCounted(
            who,
            Act.in(found.round(), "engagement.pile-thrown-away", session.value()),
            () -> {
              workspaces.require(who, found.round(), PileReading.RUNNERS);
              sheets.holdOpen(found);
              return ofOthers(session, who.user()).stream()
                  .mapToInt(pile -> throwAway(found, pile.by()))
                  .sum();
            },
            count -> "waiting: " + count);
    deleted.left();
    LOG.info("A pile was thrown away: {} files and pages", gone);
  }

  private int throwAway(Session session, UserId by) {
    return files.throwAwayQueued(session, by, pages, say("file", "")) + throwAwayPages(session, by);
  }

  private int throwAwayPages(Session session, UserId by) {
    int gone = 0;
    for (var row : pages.of(session.id(), by)) {
      if (row.state() == PileRow.State.READ) {
        var label = row.label() == null ? "" : row.label().letters();
        pages.throwAway(session, by, row, say("sheet", label));
        gone++;
      }
    }
    return gone;
  }

  private String say(String what, String label) {
    return words.say("engagement.pile.thrown-by-colleague." + what, label);
  }
}
