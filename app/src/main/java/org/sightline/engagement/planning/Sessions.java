package org.sightline.engagement.planning;

import static java.util.stream.Collectors.toSet;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.sightline.access.Colleague;
import org.sightline.access.Workspaces;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.clocks.Calendars;
import org.sightline.clocks.RuleBook;
import org.sightline.clocks.Withdrawals;
import org.sightline.engagement.marks.ClassCode;
import org.sightline.engagement.marks.SessionTag;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.Stale;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// The sessions of rounds.
@Component
public class Sessions {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final int MOST_DRAWS = 100;
  private static final Role[] RUNNERS = {Role.ROUND_OWNER, Role.FACILITATOR};

  private final JdbcSessions sessions;
  private final JdbcRounds rounds;
  private final Processes processes;
  private final Workspaces workspaces;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final Withdrawals withdrawals;
  private final Calendars calendars;

  Sessions(
      JdbcSessions sessions,
      JdbcRounds rounds,
      Processes processes,
      Workspaces workspaces,
      ApplicationEventPublisher events,
      RuleBook rules,
      Calendars calendars,
      Clock clock) {
    this.sessions = sessions;
    this.rounds = rounds;
    this.processes = processes;
    this.workspaces = workspaces;
    this.events = events;
    this.withdrawals = new Withdrawals(rules);
    this.calendars = calendars;
    this.clock = clock;
  }

  /// The sessions of a round by number.
  public List<Session> of(SignedIn who, WorkspaceId round) {
    return processes.look(
        who,
        () -> {
          workspaces.require(who, round);
          return sessions.of(round);
        });
  }

  /// @throws NotThere when there is none, or it is not open to the reader
  public Session find(SignedIn who, SessionId id) {
    return processes.look(
        who,
        () -> {
          var found = sessions.find(id);
          workspaces.require(who, found.round());
          return found;
        });
  }

  /// Plans one more session of a round. Tag and class code are drawn again when another session, of
  /// any school, has them: a tag has four letters, so that soon happens.
  public Session plan(SignedIn who, WorkspaceId round, SessionDetails details) {
    return plan(
        who,
        round,
        details,
        SessionId.random(),
        () -> SessionTag.random(random),
        () -> ClassCode.random(random));
  }

  /// The same with an id and codes that were drawn elsewhere, as the demonstration does.
  public Session plan(
      SignedIn who,
      WorkspaceId round,
      SessionDetails details,
      SessionId id,
      SessionTag tag,
      ClassCode code) {
    return plan(who, round, details, id, () -> tag, () -> code);
  }

  private Session plan(
      SignedIn who,
      WorkspaceId round,
      SessionDetails details,
      SessionId id,
      Supplier<SessionTag> tags,
      Supplier<ClassCode> codes) {
    return processes.change(
        who,
        Act.in(round, "engagement.session-planned", id.value()),
        () -> {
          workspaces.require(who, round, RUNNERS);
          if (rounds.find(round).hasEnded()) {
            throw new Refused("This round has ended. Start another round for more sessions.");
          }
          for (int i = 0; i < MOST_DRAWS; i++) {
            if (sessions.add(
                id, round, details, tags.get(), codes.get(), lastDay(round, details.heldOn()))) {
              return sessions.find(id);
            }
          }
          throw new IllegalStateException("No session tag is free");
        });
  }

  /// Saves what is planned.
  ///
  /// @param basedOn version of the session the person had before them
  /// @throws Stale when somebody saved another since
  public void save(SignedIn who, SessionId id, int basedOn, SessionDetails details) {
    changing(
        who, id, "engagement.session-saved", session -> keepDetails(session, basedOn, details));
  }

  /// Saves what a page of the set-up gathered. Runs inside the process of [SetUp].
  void keep(SignedIn who, SessionId id, int basedOn, String step, StepChange change) {
    var session = sessions.lock(id);
    keepDetails(session, basedOn, change.details());
    if (change.facilitators() != null) {
      keepFacilitators(session, change.facilitators());
    }
    if (change.responsePlan() != null) {
      keepResponse(session, change.responsePlan());
    }
    if (change.done() != session.stepsDone().contains(step)) {
      sessions.tick(session, step, change.done(), today(), who.user());
    }
  }

  /// Runs inside the process of [SetUp].
  void carryOver(Session from, Session to) {
    var old = from.details();
    var details = to.details().in(old.room(), old.roomIsPrivate(), old.inClassTime());
    if (old.sitting() == details.sitting()) {
      details = details.sitting(old.sitting(), old.stageMinutes());
    }
    keepDetails(sessions.lock(to.id()), to.version(), details);
    var here = workspaces.members(to.round()).stream().map(Colleague::id).collect(toSet());
    var stillHere = new HashSet<>(from.facilitators());
    stillHere.retainAll(here);
    keepFacilitators(to, stillHere);
    if (from.responsePlan() != null && here.contains(from.responsePlan().lead())) {
      keepResponse(to, from.responsePlan());
    }
  }

  private void keepDetails(Session session, int basedOn, SessionDetails details) {
    if (session.startedOn() != null && !session.details().heldOn().equals(details.heldOn())) {
      throw new Refused(
          "The session has started: its date stays, because it is printed on the slips.");
    }
    boolean sameDay = session.details().heldOn().equals(details.heldOn());
    var last = lastDay(session.round(), details.heldOn());
    sessions.save(session.id(), basedOn, details, sameDay ? later(last, session.lastDay()) : last);
  }

  private void keepResponse(Session session, ResponsePlan plan) {
    if (workspaces.members(session.round()).stream().noneMatch(m -> m.id().equals(plan.lead()))) {
      throw new Refused(
          "Name a member of staff who works on this round, normally the safeguarding lead.");
    }
    sessions.respond(session.id(), plan);
  }

  private void keepFacilitators(Session session, Set<UserId> facilitators) {
    var members = workspaces.members(session.round());
    if (!facilitators.stream().allMatch(f -> members.stream().anyMatch(m -> m.id().equals(f)))) {
      throw new NotThere();
    }
    sessions.facilitate(session, facilitators);
  }

  /// Names who takes a disclosure and where it goes from there.
  public void respond(SignedIn who, SessionId id, ResponsePlan plan) {
    changing(who, id, "engagement.response-planned", session -> keepResponse(session, plan));
  }

  /// Names who leads the session. Each must work on the round.
  public void facilitate(SignedIn who, SessionId id, Set<UserId> facilitators) {
    changing(
        who,
        id,
        "engagement.facilitators-named",
        session -> keepFacilitators(session, facilitators));
  }

  /// Ticks a set-up step, or takes the tick away.
  public void tick(SignedIn who, SessionId id, String step, boolean done) {
    changing(
        who,
        id,
        done ? "engagement.step-done" : "engagement.step-undone",
        session -> sessions.tick(session, step, done, today(), who.user()));
  }

  /// Starts the session: from now on marks may come. One that is held later than planned has its
  /// four weeks from the day it is held, whatever was printed before; never fewer than was printed
  /// (ST-08).
  ///
  /// @throws Refused without a recorded disclosure response plan (A08, A09)
  public void start(SignedIn who, SessionId id) {
    start(who, id, today());
  }

  /// The same for a session that was held on an earlier day, as the demonstration does.
  public void start(SignedIn who, SessionId id, LocalDate on) {
    changing(
        who,
        id,
        "engagement.session-started",
        session -> {
          if (session.state() != Session.State.PLANNED) {
            throw new Refused("This session has started already.");
          }
          if (session.responsePlan() == null) {
            throw new Refused(
                "This session cannot start yet. First write down what happens if a student tells you about harm: name the member of staff who takes it, and where it goes from there.");
          }
          var last = later(lastDay(session.round(), on), session.lastDay());
          sessions.start(id, on, who.user(), last);
          events.publishEvent(new SessionStarted(id, session.round()));
        });
  }

  /// Closes the session. What moves its maps listens to [SessionClosed] and says how many came in.
  ///
  /// @param mapsOut how many were handed out, paper and screen together
  public void close(SignedIn who, SessionId id, int mapsOut, MapCount mapCount) {
    Session before = find(who, id);
    processes.changeCounted(
        who,
        Act.in(before.round(), "engagement.session-closed", id.value()),
        () -> {
          workspaces.require(who, before.round(), RUNNERS);
          return close(who, sessions.lock(id), mapsOut, mapCount);
        },
        mapsIn -> "maps moved: " + mapsIn);
  }

  private int close(SignedIn who, Session session, int mapsOut, MapCount mapCount) {
    if (session.state() != Session.State.OPEN) {
      throw new Refused(
          session.state() == Session.State.CLOSED
              ? "This session is closed already."
              : "This session has not started.");
    }
    int mapsIn = mapCount.move(session);
    sessions.close(session.id(), today(), who.user(), mapsOut, mapsIn);
    events.publishEvent(new SessionClosed(session.id(), session.round()));
    return mapsIn;
  }

  /// Moves the maps of a closing session to where they are counted.
  @FunctionalInterface
  public interface MapCount {

    /// @return how many maps came in
    int move(Session session);
  }

  private void changing(
      SignedIn who, SessionId id, String act, java.util.function.Consumer<Session> change) {
    Session before = find(who, id);
    processes.change(
        who,
        Act.in(before.round(), act, id.value()),
        () -> {
          workspaces.require(who, before.round(), RUNNERS);
          change.accept(sessions.lock(id));
        });
  }

  /// The last day on which a slip code of this session works, by the days of its school.
  public WithdrawalDay withdrawalUntil(SignedIn who, Session session) {
    return processes.look(who, () -> until(session.round(), session.details().heldOn()));
  }

  private WithdrawalDay until(WorkspaceId round, LocalDate heldOn) {
    var calendar = calendars.of(workspaces.schoolOf(round));
    return new WithdrawalDay(
        withdrawals.lastDay(heldOn, calendar), calendar.knownUntil().isPresent());
  }

  private LocalDate lastDay(WorkspaceId round, LocalDate heldOn) {
    return until(round, heldOn).deadline().lastDay();
  }

  /// What may be printed already never becomes less.
  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(LONDON));
  }
}
