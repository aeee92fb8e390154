package org.sightline.engagement.running;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Workspaces;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.contexts.floorplans.ZoneKey;
import org.sightline.engagement.planning.Session;
import org.sightline.engagement.planning.SessionId;
import org.sightline.engagement.planning.Sessions;
import org.sightline.kernel.Refused;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.springframework.stereotype.Component;

/// What facilitators record while a session runs, and only then. Everything sent twice counts once,
/// because a run sheet that lost its connection sends again.
@Component
public class Runs {

  static final int LONGEST_NOTE = 2_000;

  private static final Role[] RUNNERS = {Role.ROUND_OWNER, Role.FACILITATOR};

  private final JdbcRuns runs;
  private final Sessions sessions;
  private final Processes processes;
  private final Workspaces workspaces;
  private final Clock clock;

  Runs(JdbcRuns runs, Sessions sessions, Processes processes, Workspaces workspaces, Clock clock) {
    this.runs = runs;
    this.sessions = sessions;
    this.processes = processes;
    this.workspaces = workspaces;
    this.clock = clock;
  }

  /// Where the session stands; read with its notes, so it is recorded like a read of a record.
  public Run of(SignedIn who, Session session) {
    return processes.read(
        who,
        Act.in(session.round(), "engagement.run-sheet-read", session.id().value()),
        () -> {
          workspaces.require(who, session.round());
          String first = RunSheet.of(session.details().sitting()).stages().getFirst().id();
          return runs.find(session.id()).orElseGet(() -> Run.notBegun(first));
        });
  }

  /// Every note of the round's sessions that has not been struck out, for those who count reasons
  /// and gather ideas (A64, A75, A76); recorded, because notes are what somebody said.
  public List<RoundNote> notesOf(SignedIn who, WorkspaceId round) {
    return processes.read(
        who,
        Act.in(round, "engagement.notes-read", round.value()),
        () -> {
          workspaces.require(who, round, RUNNERS);
          return runs.notes(round);
        });
  }

  /// Starts, pauses or carries on a stage's timer.
  ///
  /// @param elapsedSeconds of the stage as the run sheet counted them
  public void time(
      SignedIn who, SessionId session, String stage, int elapsedSeconds, boolean running) {
    changing(
        who,
        session,
        "engagement.stage-timed",
        found -> {
          if (RunSheet.of(found.details().sitting()).stages().stream()
              .noneMatch(s -> s.id().equals(stage))) {
            throw new Refused("This plan has no such part.");
          }
          Instant since = running ? clock.instant() : null;
          runs.time(found, stage, Math.clamp(elapsedSeconds, 0, 86_400), since);
        });
  }

  /// Ticks that a line was said: now, by the person who ticks it.
  public void said(SignedIn who, SessionId session, String line) {
    changing(
        who,
        session,
        "engagement.cue-said",
        found -> runs.said(found, line, who.user(), clock.instant()));
  }

  /// Counts: maps handed out, maps handed in, students who left. Nothing about who.
  public void count(SignedIn who, SessionId session, int out, int in, int left) {
    if (out < 0 || in < 0 || left < 0 || Math.max(out, Math.max(in, left)) > 500) {
      throw new Refused("Counts lie between 0 and 500.");
    }
    changing(who, session, "engagement.maps-counted", found -> runs.count(found, out, in, left));
  }

  /// Keeps a note under a question, under a zone, or under neither.
  ///
  /// @param entry made where the note was written; the same entry twice is one note
  public void note(
      SignedIn who,
      SessionId session,
      UUID entry,
      @Nullable String question,
      @Nullable ZoneKey zone,
      String text) {
    if (text.isBlank()) {
      throw new Refused("The note is empty. Write what was said, in general terms.");
    }
    if (text.length() > LONGEST_NOTE) {
      throw new Refused(
          "A note holds up to %d letters; this one has %d. Make two of it."
              .formatted(LONGEST_NOTE, text.length()));
    }
    changing(
        who,
        session,
        "engagement.note-kept",
        found -> runs.note(found, entry, question, zone, text.strip(), who.user(), today()));
  }

  /// Strikes a note out: its words are gone, that there was one stays.
  public void strike(SignedIn who, SessionId session, UUID note) {
    changing(
        who,
        session,
        "engagement.note-struck",
        found -> runs.strike(found, note, who.user(), today()));
  }

  private void changing(SignedIn who, SessionId session, String act, Consumer<Session> change) {
    processes.look(
        who,
        () -> {
          Session found = sessions.find(who, session);
          return processes.change(
              who,
              Act.in(found.round(), act, session.value()),
              () -> {
                workspaces.require(who, found.round(), RUNNERS);
                refuseUnlessOpen(found);
                change.accept(found);
                return true;
              });
        });
  }

  private static void refuseUnlessOpen(Session session) {
    switch (session.state()) {
      case OPEN -> {}
      case PLANNED ->
          throw new Refused(
              "This session has not started, so nothing was recorded. Start it on its set-up page.");
      case CLOSED ->
          throw new Refused(
              "This session is closed: its record stays as it is, and nothing was added. If it is a"
                  + " worry about somebody, use \"Note for later\".");
    }
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(ZoneId.of("Europe/London")));
  }
}
