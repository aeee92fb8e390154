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
import org.sightline.kernel.Moments;
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
  /// @param elapsedSeconds of the stage as the run sheet counted them, or `null` where it has no
  ///     script to count with
  /// @param at when it was pressed, which may be before it arrived
  public void time(
      SignedIn who,
      SessionId session,
      String stage,
      @Nullable Integer elapsedSeconds,
      boolean running,
      Instant at) {
    changing(
        who,
        session,
        "engagement.stage-timed",
        found -> {
          if (RunSheet.of(found.details().sitting()).stages().stream()
              .noneMatch(s -> s.id().equals(stage))) {
            throw new Refused("This plan has no such part.");
          }
          runs.time(found, stage, elapsedSeconds, running, Moments.believable(at, clock.instant()));
        });
  }

  /// Ticks that a line was said, by the person who ticks it.
  ///
  /// @param at when, which may be before it arrived (A23); an impossible moment counts as now
  public void said(SignedIn who, SessionId session, String line, Instant at) {
    changing(
        who,
        session,
        "engagement.cue-said",
        found -> runs.said(found, line, who.user(), Moments.believable(at, clock.instant())));
  }

  /// Counts: maps handed out, maps handed in, students who left. Nothing about who. What is `null`
  /// stays as it is: two facilitators count different things at the same time (A47, A55).
  public void count(
      SignedIn who,
      SessionId session,
      @Nullable Integer out,
      @Nullable Integer in,
      @Nullable Integer left) {
    if (isNoCount(out) || isNoCount(in) || isNoCount(left)) {
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

  private static boolean isNoCount(@Nullable Integer count) {
    return count != null && (count < 0 || count > 500);
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(ZoneId.of("Europe/London")));
  }
}
