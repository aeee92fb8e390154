package org.sightline.network;

import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Casework;
import org.sightline.access.Workspaces;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.clocks.Calendars;
import org.sightline.clocks.Deadline;
import org.sightline.clocks.DueDate;
import org.sightline.clocks.RuleBook;
import org.sightline.clocks.RuleId;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Filing.Part;
import org.sightline.network.Filing.Receipt;
import org.sightline.network.map.Element;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.Field;
import org.sightline.network.map.NodeKind;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// The filing run after a session: its minutes and its map go onto the file of every young person
/// it is about, within two weeks, with a receipt of where (B62 to B64, H06, H07). Only for those
/// who work on the exercise. The letters by which others are called stay inside it (practice.md,
/// Safety 4).
@Component
public class Filings {

  private final Processes processes;
  private final Workspaces workspaces;
  private final Exercises exercises;
  private final JdbcExercises heads;
  private final JdbcMappingSessions sessions;
  private final JdbcFilings filings;
  private final MapLetters letters;
  private final Maps maps;
  private final SealedMaps versions;
  private final RuleBook rules;
  private final Calendars calendars;
  private final Words words;

  Filings(
      Processes processes,
      Workspaces workspaces,
      Exercises exercises,
      JdbcExercises heads,
      JdbcMappingSessions sessions,
      JdbcFilings filings,
      MapLetters letters,
      Maps maps,
      SealedMaps versions,
      RuleBook rules,
      Calendars calendars,
      Words words) {
    this.processes = processes;
    this.workspaces = workspaces;
    this.exercises = exercises;
    this.heads = heads;
    this.sessions = sessions;
    this.filings = filings;
    this.letters = letters;
    this.maps = maps;
    this.versions = versions;
    this.rules = rules;
    this.calendars = calendars;
    this.words = words;
  }

  /// @throws NotThere when the reader does not work on the exercise, or it has no such session
  public Filing read(SignedIn who, WorkspaceId work, UUID session) {
    return processes.readOfSeveral(
        who,
        Act.in(work, "network.filing-read", session),
        () -> {
          workspaces.require(who, work, Casework.WORKERS);
          return filing(who, work, session);
        },
        filing -> filing.sight().picture().people());
  }

  /// The same with a letter for everybody, every home and every vehicle on the map.
  ///
  /// @throws Refused while the session was not held or has no minutes
  public Filing withLetters(SignedIn who, WorkspaceId work, UUID session) {
    var filing = read(who, work, session);
    requireMinutes(filing);
    if (!MapLetters.isMissing(filing.sight().picture(), filing.letters())) {
      return filing;
    }
    change(
        who,
        work,
        "network.letters-drawn",
        session,
        () -> letters.of(work, filing.sight().picture()));
    return read(who, work, session);
  }

  /// Writes the minutes; the earlier ones stay.
  ///
  /// @param risk the key risk, which the title is built from
  public void write(
      SignedIn who, WorkspaceId work, UUID session, String pattern, String risk, String said) {
    change(
        who,
        work,
        "network.minutes-written",
        session,
        () -> {
          sessions.standing(work, session);
          filings.write(who, work, session, pattern, new JdbcFilings.Text(risk, said));
        });
  }

  /// Says that papers were put on somebody's file, or why they are not. When that is said of
  /// everything, the date of the filing is kept.
  ///
  /// @param parts of which it is said
  public void file(
      SignedIn who,
      WorkspaceId work,
      UUID session,
      ElementId subject,
      Collection<Part> parts,
      boolean isFiled,
      LocalDate day,
      Receipt.Words said) {
    change(
        who,
        work,
        isFiled ? "network.papers-filed" : "network.papers-not-filed",
        subject.value(),
        () -> {
          var filing = filing(who, work, session);
          requireMinutes(filing);
          requireSubject(filing, subject);
          for (var part : parts) {
            filings.file(who, work, session, subject, part, isFiled, day, said);
          }
          follow(who, work, session, day);
        });
  }

  /// Names others in the papers of somebody, because that was shared already.
  public void name(
      SignedIn who,
      WorkspaceId work,
      UUID session,
      ElementId subject,
      Collection<ElementId> others,
      String because) {
    change(
        who,
        work,
        "network.named-in-papers",
        subject.value(),
        () -> {
          var filing = filing(who, work, session);
          requireSubject(filing, subject);
          var there = filing.namedTo(subject);
          for (var other : others) {
            if (filing.sight().picture().find(other) == null) {
              throw new NotThere();
            }
            if (there.add(other)) {
              filings.name(who, work, session, subject, other, because);
            }
          }
        });
  }

  /// What can be taken back, and said again.
  public enum What {
    RECEIPT,
    NAMED
  }

  /// Takes it back, or says it again.
  public void takeBack(
      SignedIn who, WorkspaceId work, UUID session, What what, UUID id, boolean back) {
    change(
        who,
        work,
        back ? "network.filing-taken-back" : "network.filing-said-again",
        id,
        () -> {
          var table = what == What.RECEIPT ? JdbcFilings.Table.FILED : JdbcFilings.Table.NAMED;
          sessions.standing(work, session);
          if (!filings.takeBack(who, session, table, id, back)) {
            throw new NotThere();
          }
          follow(who, work, session, exercises.today());
        });
  }

  /// The date of the filing is kept once nothing is open any more, and open again when something
  /// is.
  private void follow(SignedIn who, WorkspaceId work, UUID session, LocalDate day) {
    var filing = filing(who, work, session);
    String slot = ExerciseDates.filedAfter(filing.session().slot());
    if (slot.isEmpty() || !exercises.hasDate(work, slot)) {
      return;
    }
    boolean isDone = exercises.isDone(work, slot);
    if (filing.open() == 0 && !isDone) {
      var last = filing.receipts().stream().map(Receipt::day).max(LocalDate::compareTo).orElse(day);
      exercises.say(who, work, slot, DueDate.Kind.DONE, last, null);
    } else if (filing.open() > 0 && isDone) {
      exercises.say(who, work, slot, DueDate.Kind.OPEN, null, null);
    }
  }

  private Filing filing(SignedIn who, WorkspaceId work, UUID session) {
    var held = sessions.standing(work, session);
    var version =
        versions.of(who, work).stream()
            .filter(one -> one.session().equals(session) && !one.isOver())
            .reduce((earlier, later) -> later)
            .orElse(null);
    var sight =
        version == null ? maps.see(who, work) : versions.open(who, work, version.id()).sight();
    return new Filing(
        held,
        sight,
        version == null ? null : version.day(),
        filings.minutes(session).orElse(null),
        due(work, held),
        filings.receipts(session).stream()
            .filter(one -> sight.picture().find(one.ids().subject()) != null)
            .toList(),
        filings.named(session).stream()
            .filter(one -> sight.picture().find(one.other()) != null)
            .toList(),
        filings.letters(work));
  }

  private @Nullable Deadline due(WorkspaceId work, MappingSession session) {
    var day = session.day();
    return day == null || !session.isHeld()
        ? null
        : rules.deadline(
            RuleId.MINUTES_FILED, day, calendars.of(workspaces.parentOf(work).orElse(work)));
  }

  /// Whether it is called by a letter in the papers of others: people, and what leads to them.
  public static boolean isLettered(Element node) {
    var kind = NodeKind.valueOf(node.value(Field.KIND));
    return kind.isPerson() || kind == NodeKind.HOME || kind == NodeKind.ROUTE;
  }

  private void requireMinutes(Filing filing) {
    if (!filing.session().isHeld()) {
      throw new Refused(words.say("network.filing.not-held"));
    }
    if (filing.minutes() == null) {
      throw new Refused(words.say("network.filing.no-minutes"));
    }
  }

  private static void requireSubject(Filing filing, ElementId subject) {
    if (filing.subjects().stream().noneMatch(one -> one.id().equals(subject))) {
      throw new NotThere();
    }
  }

  private void change(SignedIn who, WorkspaceId work, String act, UUID object, Runnable what) {
    processes.change(
        who,
        Act.in(work, act, object),
        () -> {
          workspaces.require(who, work, Casework.WORKERS);
          heads.head(work).orElseThrow(NotThere::new);
          heads.hold(work);
          what.run();
        });
  }
}
