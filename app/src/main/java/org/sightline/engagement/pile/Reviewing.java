package org.sightline.engagement.pile;

import java.util.Optional;
import java.util.UUID;
import org.sightline.access.Workspaces;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.concerns.ConcernId;
import org.sightline.concerns.Concerns;
import org.sightline.concerns.Receipt;
import org.sightline.engagement.keying.Keying;
import org.sightline.engagement.keying.ReadSheets;
import org.sightline.engagement.marks.OpenSheet;
import org.sightline.engagement.marks.SheetLabel;
import org.sightline.engagement.planning.Session;
import org.sightline.engagement.planning.SessionId;
import org.sightline.engagement.planning.Sessions;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.Stale;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// What a person decides about places of their pile, one at a time and in no order: they are not
/// told which the reader was sure of, nor what it saw. The audit says that a place was decided,
/// never which.
@Component
class Reviewing {

  private final JdbcPages pages;
  private final JdbcZones zones;
  private final Settling settling;
  private final ReadSheets sheets;
  private final Keying keying;
  private final Concerns concerns;
  private final Sessions sessions;
  private final Processes processes;
  private final Workspaces workspaces;
  private final Words words;

  Reviewing(
      JdbcPages pages,
      JdbcZones zones,
      Settling settling,
      ReadSheets sheets,
      Keying keying,
      Concerns concerns,
      Sessions sessions,
      Processes processes,
      Workspaces workspaces,
      Words words) {
    this.pages = pages;
    this.zones = zones;
    this.settling = settling;
    this.sheets = sheets;
    this.keying = keying;
    this.concerns = concerns;
    this.sessions = sessions;
    this.processes = processes;
    this.workspaces = workspaces;
    this.words = words;
  }

  /// @param decided of `of`
  record Next(Optional<ShownZone> zone, int decided, int of, OpenSheet sheet) {
    boolean canUndo() {
      return decided > 0;
    }
  }

  Next next(SignedIn who, SessionId session) {
    var sheet = keying.sheet(who, session);
    return processes.look(
        who,
        () -> {
          var all = zones.of(session, who.user());
          int decided = (int) all.stream().filter(zone -> zone.turn() != null).count();
          return new Next(zones.next(session, who.user()), decided, all.size(), sheet);
        });
  }

  byte[] crop(SignedIn who, SessionId session, UUID zone) {
    keying.sheet(who, session);
    return processes.look(who, () -> zones.crop(session, zone).orElseThrow(NotThere::new));
  }

  /// @throws Stale when it was decided meanwhile, in another window
  void decide(SignedIn who, SessionId session, UUID id, Looked answer) {
    var sheet = keying.sheet(who, session);
    change(
        who,
        session,
        "engagement.zone-decided",
        found -> {
          var zone = waiting(session, id);
          zones.decide(session, who.user(), zone.decided(answer));
          settle(who, found, sheet, zone);
        });
  }

  void skip(SignedIn who, SessionId session, UUID id) {
    change(
        who,
        session,
        "engagement.zone-skipped",
        found -> zones.skip(session, who.user(), waiting(session, id)));
  }

  /// @throws Stale when there is nothing to take back
  void undo(SignedIn who, SessionId session) {
    var sheet = keying.sheet(who, session);
    change(
        who,
        session,
        "engagement.zone-undone",
        found -> {
          var last =
              zones
                  .last(session, who.user())
                  .orElseThrow(() -> new Stale(words.say("engagement.pile.nothing-to-undo")));
          zones.undo(session, last);
          settle(who, found, sheet, last);
        });
  }

  /// Which sheet a place is on, so that the paper can be taken out of the pile.
  SheetLabel sheetOf(SignedIn who, SessionId session, UUID id) {
    keying.sheet(who, session);
    var found = sessions.find(who, session);
    return processes.read(
        who,
        Act.in(found.round(), "engagement.sheet-opened", session.value()),
        () -> label(who, session, waiting(session, id)));
  }

  /// Something is written on a map (practice.md 7): what was read of its sheet is deleted, nothing
  /// of it counts, and the safeguarding lead is told today. The words are not taken down: the paper
  /// goes to the lead in an envelope.
  Receipt passOn(SignedIn who, SessionId session, UUID id, ConcernId concern) {
    var round = sessions.find(who, session).round();
    var school = concerns.schoolFor(who, round);
    return processes.change(
        who,
        Act.in(round, "engagement.writing-passed-on", session.value()),
        () -> {
          var found = held(who, session);
          var label = label(who, session, waiting(session, id));
          for (var row : pages.ofSheet(session, who.user(), label)) {
            if (row.staged() != null) {
              sheets.takeBack(found, label, who.user(), row.staged());
            }
            zones.forgetOnPage(row.file(), row.number());
            pages.change(
                session, row, PileRow.State.WRITING, null, row.page().emptied().print(), false);
          }
          return concerns.raiseFromKeying(
              who,
              concern,
              school,
              round,
              session.value(),
              words.say("engagement.pile.writing.concern"));
        });
  }

  private ShownZone waiting(SessionId session, UUID id) {
    var zone =
        zones
            .find(session, id)
            .orElseThrow(() -> new Stale(words.say("engagement.pile.decided-before")));
    if (zone.turn() != null) {
      throw new Stale(words.say("engagement.pile.decided-before"));
    }
    return zone;
  }

  private void settle(SignedIn who, Session session, OpenSheet sheet, ShownZone zone) {
    settling.settle(
        session,
        sheet,
        who.user(),
        label(who, session.id(), zone),
        words.say("engagement.pile.keyed"));
  }

  private SheetLabel label(SignedIn who, SessionId session, ShownZone zone) {
    return pages.of(session, who.user()).stream()
        .filter(row -> row.file().equals(zone.file()) && row.number() == zone.page())
        .map(PileRow::label)
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .orElseThrow(NotThere::new);
  }

  private Session held(SignedIn who, SessionId session) {
    var found = sessions.find(who, session);
    workspaces.require(who, found.round(), PileReading.RUNNERS);
    sheets.holdOpen(found);
    return found;
  }

  private void change(
      SignedIn who, SessionId session, String act, java.util.function.Consumer<Session> work) {
    var round = sessions.find(who, session).round();
    processes.change(
        who, Act.in(round, act, session.value()), () -> work.accept(held(who, session)));
  }
}
