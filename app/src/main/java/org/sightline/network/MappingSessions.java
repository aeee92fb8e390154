package org.sightline.network;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Casework;
import org.sightline.access.Workspaces;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.clocks.DueDate;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.MappingSession.Attendance;
import org.sightline.network.MappingSession.Kind;
import org.sightline.network.MappingSession.NoteKind;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// The sessions of an exercise: inside the agency, with partners, reviews; who is invited and came,
/// and what each leaves behind. The day of a session is the day of the date it keeps.
@Component
public class MappingSessions {

  /// Whoever has a list has it, also when the exercise was closed meanwhile.
  private static final String LIST_WENT_OUT = "network.list-went-out";

  private final Processes processes;
  private final Workspaces workspaces;
  private final Exercises exercises;
  private final JdbcExercises heads;
  private final OpenExercises open;
  private final JdbcMappingSessions sessions;
  private final Reviews reviews;
  private final Words words;

  MappingSessions(
      Processes processes,
      Workspaces workspaces,
      Exercises exercises,
      JdbcExercises heads,
      OpenExercises open,
      JdbcMappingSessions sessions,
      Reviews reviews,
      Words words) {
    this.processes = processes;
    this.workspaces = workspaces;
    this.exercises = exercises;
    this.heads = heads;
    this.open = open;
    this.sessions = sessions;
    this.reviews = reviews;
    this.words = words;
  }

  /// All of them, in the order in which they were planned.
  ///
  /// @throws NotThere when it is not open to the reader, or no exercise
  public List<MappingSession> of(SignedIn who, WorkspaceId work) {
    return processes.read(
        who,
        Act.in(work, "network.sessions-read", work.value()),
        () -> {
          workspaces.require(who, work);
          heads.head(work).orElseThrow(NotThere::new);
          return sessions.of(work);
        });
  }

  /// A session without anybody it names.
  ///
  /// @param day when it is or was, or `null`
  public record Planned(UUID id, Kind kind, @Nullable LocalDate day) {}

  /// When the sessions are that stand: nobody is named, so nobody is asked what for.
  public List<Planned> planned(SignedIn who, WorkspaceId work) {
    return processes.look(
        who,
        () ->
            sessions.of(work).stream()
                .filter(session -> !session.isOver())
                .map(session -> new Planned(session.id(), session.kind(), session.day()))
                .toList());
  }

  /// Whether the reader works on it.
  public boolean mayWrite(SignedIn who, WorkspaceId work) {
    return processes.look(
        who,
        () -> workspaces.roles(who, work).stream().anyMatch(List.of(Casework.WORKERS)::contains));
  }

  /// Plans a session for a day. The first of its kind keeps the date the exercise has for it, a
  /// review the next one; what hangs on that is computed anew.
  public UUID plan(SignedIn who, WorkspaceId work, Kind kind, LocalDate day) {
    UUID id = UUID.randomUUID();
    change(
        who,
        work,
        "network.session-planned",
        id,
        () -> {
          String slot = slot(work, kind);
          sessions.add(who, work, id, kind, slot);
          on(who, work, id, slot, day, false);
        });
    return id;
  }

  private String slot(WorkspaceId work, Kind kind) {
    var there = sessions.of(work).stream().filter(one -> !one.isOver()).toList();
    return switch (kind) {
      case INTERNAL -> free(there, ExerciseDates.FIRST);
      case PARTNERS -> free(there, ExerciseDates.PARTNERS);
      case REVIEW -> {
        int number = 1;
        while (free(there, ExerciseDates.REVIEW + number).isEmpty()) {
          number++;
        }
        yield ExerciseDates.REVIEW + number;
      }
    };
  }

  private static String free(List<MappingSession> there, String slot) {
    return there.stream().anyMatch(one -> one.slot().equals(slot)) ? "" : slot;
  }

  /// Says the day it is planned for, or was held on. A review was held once everything on the map
  /// has been gone through.
  ///
  /// @throws Refused with a sentence that says what remains of the review
  public void day(SignedIn who, WorkspaceId work, UUID session, LocalDate day, boolean isHeld) {
    change(
        who,
        work,
        isHeld ? "network.session-held" : "network.session-planned",
        session,
        () -> {
          var held = sessions.standing(work, session);
          if (isHeld && held.kind() == Kind.REVIEW) {
            reviews.requireThrough(who, work, session);
          }
          on(who, work, session, held.slot(), day, isHeld);
        });
  }

  private void on(
      SignedIn who, WorkspaceId work, UUID session, String slot, LocalDate day, boolean isHeld) {
    sessions.day(who, work, session, day, isHeld);
    if (!slot.isEmpty() && exercises.hasDate(work, slot)) {
      exercises.say(who, work, slot, isHeld ? DueDate.Kind.DONE : DueDate.Kind.PLANNED, day, null);
    }
  }

  /// Invites somebody.
  ///
  /// @param partner the kind of partner, an id of the vocabulary
  public void invite(
      SignedIn who,
      WorkspaceId work,
      UUID session,
      String partner,
      String name,
      String agency,
      String role) {
    UUID id = UUID.randomUUID();
    change(
        who,
        work,
        "network.somebody-invited",
        id,
        () -> {
          sessions.standing(work, session);
          sessions.invite(
              who, work, session, id, partner, new MappingSession.Content(name, agency, role));
        });
  }

  /// Says whether somebody came.
  public void attended(
      SignedIn who, WorkspaceId work, UUID session, UUID invitation, Attendance said) {
    change(
        who,
        work,
        "network.attendance-said",
        invitation,
        () -> {
          if (sessions.standing(work, session).invited().stream()
              .noneMatch(one -> one.id().equals(invitation))) {
            throw new NotThere();
          }
          sessions.attend(who, work, invitation, said);
        });
  }

  /// Notes what the session leaves behind.
  public void note(SignedIn who, WorkspaceId work, UUID session, NoteKind kind, String words) {
    UUID id = UUID.randomUUID();
    change(
        who,
        work,
        "network.session-noted",
        id,
        () -> {
          sessions.standing(work, session);
          sessions.note(who, work, session, id, kind, words);
        });
  }

  /// The list of whom a session is about went out today (B61); the first time counts.
  public void listWentOut(SignedIn who, WorkspaceId work, UUID session) {
    change(
        who,
        work,
        LIST_WENT_OUT,
        session,
        () -> {
          String slot = ExerciseDates.listBefore(sessions.standing(work, session).slot());
          if (!slot.isEmpty() && exercises.hasDate(work, slot) && !exercises.isDone(work, slot)) {
            exercises.say(who, work, slot, DueDate.Kind.DONE, exercises.today(), null);
          }
        });
  }

  /// What can be taken back, and said again.
  public enum Part {
    SESSION,
    INVITATION,
    NOTE
  }

  /// Takes it back, or says it again. A session that is taken back leaves its date open.
  public void takeBack(SignedIn who, WorkspaceId work, Part part, UUID id, boolean back) {
    change(
        who,
        work,
        back ? "network.session-part-taken-back" : "network.session-part-said-again",
        id,
        () -> {
          if (part == Part.SESSION && !back) {
            requireFree(work, id);
          }
          if (!sessions.takeBack(
              who, work, JdbcMappingSessions.Table.valueOf(part.name()), id, back)) {
            throw new NotThere();
          }
          if (part == Part.SESSION) {
            follow(who, work, id, back);
          }
        });
  }

  /// Another session may keep its date by now.
  private void requireFree(WorkspaceId work, UUID id) {
    var all = sessions.of(work);
    boolean isTaken =
        all.stream()
            .filter(one -> one.id().equals(id) && !one.slot().isEmpty())
            .anyMatch(
                mine ->
                    all.stream().anyMatch(one -> !one.isOver() && one.slot().equals(mine.slot())));
    if (isTaken) {
      throw new Refused(words.say("network.session.taken"));
    }
  }

  private void follow(SignedIn who, WorkspaceId work, UUID id, boolean back) {
    var session =
        sessions.of(work).stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow(NotThere::new);
    var day = session.day();
    if (session.slot().isEmpty() || !exercises.hasDate(work, session.slot()) || day == null) {
      return;
    }
    if (back) {
      exercises.say(who, work, session.slot(), DueDate.Kind.OPEN, null, null);
    } else {
      exercises.say(
          who,
          work,
          session.slot(),
          session.isHeld() ? DueDate.Kind.DONE : DueDate.Kind.PLANNED,
          day,
          null);
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
          if (!act.equals(LIST_WENT_OUT)) {
            open.require(work);
          }
          what.run();
        });
  }
}
