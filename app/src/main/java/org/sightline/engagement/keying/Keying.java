package org.sightline.engagement.keying;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sightline.access.Workspaces;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.engagement.marks.OpenSheet;
import org.sightline.engagement.marks.SheetLabel;
import org.sightline.engagement.planning.Session;
import org.sightline.engagement.planning.SessionId;
import org.sightline.engagement.planning.Sessions;
import org.sightline.kernel.Refused;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.Stale;
import org.springframework.stereotype.Component;

/// Keying a session's pile of paper maps, once or twice. The audit says that somebody keyed a
// sheet,
/// never which.
@Component
public class Keying {

  private final JdbcKeying keying;
  private final JdbcSheets sheets;
  private final OpenSheets openSheets;
  private final Sessions sessions;
  private final Processes processes;
  private final Workspaces workspaces;

  Keying(
      JdbcKeying keying,
      JdbcSheets sheets,
      OpenSheets openSheets,
      Sessions sessions,
      Processes processes,
      Workspaces workspaces) {
    this.keying = keying;
    this.sheets = sheets;
    this.openSheets = openSheets;
    this.sessions = sessions;
    this.processes = processes;
    this.workspaces = workspaces;
  }

  /// The plan to key by.
  ///
  /// @throws Refused when the session is not open
  public OpenSheet sheet(SignedIn who, SessionId session) {
    return openSheets.of(runnable(who, session));
  }

  byte[] picture(SignedIn who, SessionId session, int floor) {
    return openSheets.picture(runnable(who, session), floor);
  }

  /// How far the pile is, without a word about what is on any sheet.
  public Pile pile(SignedIn who, SessionId session, Pass pass) {
    var found = runnable(who, session);
    var sheet = openSheets.of(found);
    return processes.look(
        who,
        () -> {
          var all = keying.all(sheet);
          int first = count(all, Pass.FIRST);
          int keyed = count(all, pass);
          int of = Math.max(keying.countedIn(session), pass == Pass.SECOND ? first : 0);
          var yours =
              all.stream()
                  .filter(k -> k.pass() == pass && k.keyedBy().equals(who.user()))
                  .map(KeyedSheet::label)
                  .toList();
          return new Pile(keyed, of >= keyed ? of : 0, yours, OpenSheets.differences(all).size());
        });
  }

  /// Opens the sheet with a typed label. Only what the person keyed themselves is shown.
  public Opened open(SignedIn who, SessionId session, Pass pass, String typed) {
    var found = runnable(who, session);
    var sheet = openSheets.of(found);
    return processes.read(
        who,
        act(found, "engagement.sheet-opened"),
        () -> {
          Optional<SheetLabel> label = SheetLabel.read(typed);
          var printed = label.flatMap(l -> keying.printed(session, l));
          if (printed.isEmpty()) {
            return new Opened.Unknown();
          }
          return printed.get().takenOut()
              ? new Opened.TakenOut()
              : open(who, sheet, pass, label.orElseThrow());
        });
  }

  /// Saves what somebody read on a sheet.
  ///
  /// @param basedOn version they had before them; 0 for a sheet they had not keyed
  /// @throws Refused when the label is unknown, its map was taken out, or they keyed it in the
  // other
  ///     keying
  /// @throws Stale when somebody else, or they in another window, saved it since
  public void key(
      SignedIn who, SessionId session, Pass pass, SheetLabel label, int basedOn, Reading reading) {
    var sheet = sheet(who, session);
    changing(
        who,
        session,
        "engagement.sheet-keyed",
        found -> {
          if (keying.printed(session, label).isEmpty()) {
            throw new Refused(KeyingSentences.UNKNOWN);
          }
          var yours =
              keying.of(sheet, label).stream()
                  .filter(k -> k.keyedBy().equals(who.user()))
                  .findFirst();
          if (yours.isPresent() && yours.get().pass() != pass) {
            throw new Refused(KeyingSentences.YOURS_BEFORE);
          }
          boolean saved =
              yours.isEmpty() && basedOn == 0
                  ? keying.add(found, sheet, label, pass, who.user(), reading)
                  : yours.isPresent() && keying.save(sheet, label, pass, basedOn, reading);
          // Asked after the write, which waits for a slip that is being used: see V32.
          if (keying.printed(session, label).orElseThrow().takenOut()) {
            throw new Refused(KeyingSentences.TAKEN_OUT);
          }
          if (!saved) {
            throw new Stale(
                yours.isEmpty() && basedOn == 0
                    ? KeyingSentences.THEIRS
                    : KeyingSentences.CHANGED_SINCE);
          }
          return true;
        });
  }

  /// Takes back what the person keyed under a label, for example because it was another sheet's.
  public void remove(SignedIn who, SessionId session, Pass pass, SheetLabel label, int basedOn) {
    changing(
        who,
        session,
        "engagement.sheet-unkeyed",
        found -> {
          if (!keying.remove(session, label, pass, who.user(), basedOn)) {
            throw new Stale(KeyingSentences.CHANGED_SINCE);
          }
          return true;
        });
  }

  /// The sheets that two people keyed differently, to settle them by looking at the paper.
  public List<Difference> differences(SignedIn who, SessionId session) {
    var found = runnable(who, session);
    var sheet = openSheets.of(found);
    return processes.read(
        who,
        act(found, "engagement.differences-read"),
        () ->
            OpenSheets.differences(
                keying.all(sheet).stream()
                    .filter(keyed -> maySettle(who, found, sheet, keyed.label()))
                    .toList()));
  }

  /// Settles a sheet: both keyings now say what the paper says.
  ///
  /// @throws Refused to anybody but the two who keyed it and the owner of the round
  /// @throws Stale when one of the two has been changed since
  public void settle(
      SignedIn who,
      SessionId session,
      SheetLabel label,
      int firstVersion,
      int secondVersion,
      Reading agreed) {
    var sheet = sheet(who, session);
    changing(
        who,
        session,
        "engagement.difference-settled",
        found -> {
          if (!maySettle(who, found, sheet, label)) {
            throw new Refused(KeyingSentences.NOT_YOURS_TO_SETTLE);
          }
          if (!keying.save(sheet, label, Pass.FIRST, firstVersion, agreed)
              || !keying.save(sheet, label, Pass.SECOND, secondVersion, agreed)) {
            throw new Stale(KeyingSentences.CHANGED_SINCE);
          }
          return true;
        });
  }

  private Opened open(SignedIn who, OpenSheet sheet, Pass pass, SheetLabel label) {
    for (KeyedSheet keyed : keying.of(sheet, label)) {
      boolean yours = keyed.keyedBy().equals(who.user());
      if (yours && keyed.pass() == pass) {
        return new Opened.Yours(label, keyed.version(), keyed.reading());
      }
      if (yours) {
        return new Opened.YoursBefore();
      }
      if (keyed.pass() == pass) {
        return new Opened.Theirs();
      }
    }
    return new Opened.Fresh(label);
  }

  /// Only who has keyed a sheet may see the other keying of it: else the second would not be blind.
  private boolean maySettle(SignedIn who, Session session, OpenSheet sheet, SheetLabel label) {
    return keying.of(sheet, label).stream().anyMatch(k -> k.keyedBy().equals(who.user()))
        || workspaces.roles(who, session.round()).contains(Role.ROUND_OWNER);
  }

  private Session runnable(SignedIn who, SessionId session) {
    var found = sessions.find(who, session);
    processes.look(who, () -> workspaces.require(who, found.round(), PrintedSheets.RUNNERS));
    return found;
  }

  private void changing(
      SignedIn who, SessionId session, String name, Function<Session, Boolean> change) {
    Session found = sessions.find(who, session);
    processes.change(
        who,
        act(found, name),
        () -> {
          workspaces.require(who, found.round(), PrintedSheets.RUNNERS);
          sheets.holdOpen(session);
          return change.apply(found);
        });
  }

  private static Act act(Session session, String name) {
    return Act.in(session.round(), name, session.id().value());
  }

  private static int count(List<KeyedSheet> all, Pass pass) {
    return (int) all.stream().filter(keyed -> keyed.pass() == pass).count();
  }
}
