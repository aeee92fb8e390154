package org.sightline.engagement.pile;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.sightline.access.Workspaces;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.audit.SystemProcesses;
import org.sightline.engagement.keying.ReadSheets;
import org.sightline.engagement.marks.DeletedMaps;
import org.sightline.engagement.marks.MarkedMap;
import org.sightline.engagement.marks.MarksSource;
import org.sightline.engagement.planning.Session;
import org.sightline.engagement.planning.SessionId;
import org.sightline.engagement.planning.Sessions;
import org.sightline.kernel.Refused;
import org.sightline.kernel.SignedIn;
import org.sightline.store.SystemStore;
import org.sightline.web.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Ends piles: when somebody finishes theirs, when the session closes, at the end of the window
/// (ST-14). Before the keyed sheets are taken, because a sheet that waits for a person would be
/// lost.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PileEnd implements MarksSource {

  private static final Logger LOG = LoggerFactory.getLogger(PileEnd.class);
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final JdbcClient jdbc;
  private final JdbcFiles files;
  private final JdbcPages pages;
  private final JdbcZones zones;
  private final ReadSheets sheets;
  private final DeletedMaps deleted;
  private final Sessions sessions;
  private final Processes processes;
  private final Workspaces workspaces;
  private final SystemProcesses system;
  private final SystemStore store;
  private final Words words;
  private final Clock clock;

  PileEnd(
      JdbcClient jdbc,
      JdbcFiles files,
      JdbcPages pages,
      JdbcZones zones,
      ReadSheets sheets,
      DeletedMaps deleted,
      Sessions sessions,
      Processes processes,
      Workspaces workspaces,
      SystemProcesses system,
      SystemStore store,
      Words words,
      Clock clock) {
    this.jdbc = jdbc;
    this.files = files;
    this.pages = pages;
    this.zones = zones;
    this.sheets = sheets;
    this.deleted = deleted;
    this.sessions = sessions;
    this.processes = processes;
    this.workspaces = workspaces;
    this.system = system;
    this.store = store;
    this.words = words;
    this.clock = clock;
  }

  /// Ends a person's pile: pictures and readings go, what was staged stays. Sheets with a place
  /// that nobody decided are left to be keyed by hand.
  ///
  /// @throws Refused while files wait to be read
  void finish(SignedIn who, SessionId session) {
    var found = sessions.find(who, session);
    int shown =
        processes.changeCounted(
            who,
            Act.in(found.round(), "engagement.pile-finished", session.value()),
            () -> {
              workspaces.require(who, found.round(), PileReading.RUNNERS);
              sheets.holdOpen(found);
              if (files.of(session, who.user()).stream().anyMatch(file -> !file.isRead())) {
                throw new Refused(words.say("engagement.pile.still-reading"));
              }
              count(who, found);
              empty(who, session);
              return zones.forget(session, who.user());
            },
            gone -> "places: " + gone);
    deleted.left();
    LOG.info("A pile was finished and its pictures destroyed: {} places", shown);
  }

  private void empty(SignedIn who, SessionId session) {
    for (var row : pages.of(session, who.user())) {
      switch (row.state()) {
        case READ ->
            pages.change(
                session, row, PileRow.State.BY_HAND, null, row.page().emptied().print(), true);
        case STAGED ->
            pages.change(
                session,
                row,
                PileRow.State.STAGED,
                row.staged(),
                row.page().emptied().print(),
                false);
        default -> {}
      }
    }
  }

  private void count(SignedIn who, Session session) {
    var decided =
        zones.of(session.id(), who.user()).stream()
            .filter(zone -> zone.decided().isAnswer())
            .toList();
    var checks = decided.stream().filter(ShownZone::isCheck).toList();
    int agreed = (int) checks.stream().filter(zone -> zone.read() == zone.decided()).count();
    jdbc.sql(
            """
            insert into engagement.pile_check as c
              (session_id, workspace_id, dropped_by, checked, agreed, decided)
            values (:session, :round, :by, :checked, :agreed, :decided)
            on conflict (session_id, dropped_by) do update
               set checked = c.checked + excluded.checked, agreed = c.agreed + excluded.agreed,
                   decided = c.decided + excluded.decided
            """)
        .param("session", session.id().value())
        .param("round", session.round().value())
        .param("by", who.user().value())
        .param("checked", checks.size())
        .param("agreed", agreed)
        .param("decided", decided.size())
        .update();
  }

  @Override
  public List<MarkedMap> take(Session session) {
    int waiting =
        jdbc.sql(
                "select count(*)::int from engagement.pile_page where session_id = :session and state = 'READ'")
            .param("session", session.id().value())
            .query(Integer.class)
            .single();
    if (waiting + files.queued(session.id()) > 0) {
      throw new Refused(words.say("engagement.pile.not-finished"));
    }
    int gone = files.forget(session.id());
    if (gone > 0) {
      LOG.info("A session closed and its piles went: {} files", gone);
    }
    return List.of();
  }

  @EventListener(ApplicationReadyEvent.class)
  void atStart() {
    endOfWindow();
  }

  @Scheduled(cron = "0 5 0 * * *", zone = "Europe/London")
  void endOfWindow() {
    endOfWindow(LocalDate.now(clock.withZone(LONDON)));
  }

  void endOfWindow(LocalDate today) {
    int ended =
        system.look(
            () ->
                store
                    .jdbc()
                    .sql("select engagement.end_piles(:today)")
                    .param("today", today)
                    .query(Integer.class)
                    .single());
    if (ended > 0) {
      deleted.left();
      LOG.info("Piles went at the end of their window: {} files", ended);
    }
  }
}
