package org.sightline.engagement.planning;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Colleague;
import org.sightline.access.Workspaces;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.contexts.floorplans.FloorPlans;
import org.sightline.contexts.floorplans.PlanVersion;
import org.sightline.contexts.floorplans.PlanVersionId;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.Stale;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.plans.Plans;
import org.springframework.stereotype.Component;

/// The rounds of schools.
@Component
public class Rounds {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private static final Role[] STARTERS = {Role.ROUND_OWNER, Role.SAFEGUARDING_LEAD, Role.HEAD};

  private final JdbcRounds rounds;
  private final FloorPlans plans;
  private final Plans interventions;
  private final Processes processes;
  private final Workspaces workspaces;
  private final Clock clock;

  Rounds(
      JdbcRounds rounds,
      FloorPlans plans,
      Plans interventions,
      Processes processes,
      Workspaces workspaces,
      Clock clock) {
    this.rounds = rounds;
    this.plans = plans;
    this.interventions = interventions;
    this.processes = processes;
    this.workspaces = workspaces;
    this.clock = clock;
  }

  /// The rounds open to the reader, newest first.
  public List<Round> open(SignedIn who) {
    return processes.look(who, rounds::all);
  }

  /// What a school is called.
  ///
  /// @throws NotThere when there is none, or it is not open to the reader
  public String nameOf(SignedIn who, WorkspaceId school) {
    return processes.look(who, () -> workspaces.nameOf(school));
  }

  /// @throws NotThere when there is none, or it is not open to the reader
  public Round find(SignedIn who, WorkspaceId round) {
    return processes.look(who, () -> rounds.find(round));
  }

  /// The newest plans of every school in which the reader may start a round.
  public List<PlanVersion> plansToStartOn(SignedIn who) {
    return processes.look(
        who,
        () ->
            workspaces.schools().stream()
                .filter(school -> mayStartIn(who, school))
                .flatMap(school -> plans.newestOf(who, school).stream())
                .toList());
  }

  /// Whether there is a school in which the reader may start a round.
  public boolean mayStart(SignedIn who) {
    return processes.look(
        who, () -> workspaces.schools().stream().anyMatch(school -> mayStartIn(who, school)));
  }

  private boolean mayStartIn(SignedIn who, WorkspaceId school) {
    return List.of(STARTERS).stream().anyMatch(workspaces.roles(who, school)::contains);
  }

  /// What the reader does in the round; empty when it is not open to them.
  public Set<Role> rolesIn(SignedIn who, WorkspaceId round) {
    return processes.look(who, () -> workspaces.roles(who, round));
  }

  /// Colleagues from the school who do not work on the round yet.
  ///
  /// @throws NotThere when the round is not the reader's
  public List<Colleague> mayJoin(SignedIn who, WorkspaceId round) {
    return processes.look(
        who,
        () -> {
          workspaces.require(who, round, Role.ROUND_OWNER);
          var inside = workspaces.members(round).stream().map(Colleague::id).toList();
          return workspaces.members(rounds.find(round).school()).stream()
              .filter(colleague -> !inside.contains(colleague.id()))
              .toList();
        });
  }

  /// Everybody who works on the round.
  public List<Colleague> team(SignedIn who, WorkspaceId round) {
    return processes.look(
        who,
        () -> {
          workspaces.require(who, round);
          return workspaces.members(round);
        });
  }

  /// Opens a round. The school's safeguarding lead, deputy and head become members at once.
  ///
  /// @param before the round it will be compared with, or `null`
  public Round start(
      SignedIn who,
      WorkspaceId school,
      String title,
      PlanVersionId plan,
      @Nullable WorkspaceId before) {
    var id = WorkspaceId.random();
    return processes.change(
        who,
        Act.in(id, "engagement.round-started", id.value()),
        () -> {
          workspaces.require(who, school, STARTERS);
          if (!plans.version(who, plan).school().equals(school)) {
            throw new NotThere();
          }
          if (before != null && !rounds.find(before).school().equals(school)) {
            throw new NotThere();
          }
          var today = today();
          workspaces.openRound(id, school, today);
          for (Colleague colleague : workspaces.members(school)) {
            for (Role role : List.of(Role.SAFEGUARDING_LEAD, Role.DEPUTY_LEAD, Role.HEAD)) {
              if (colleague.roles().contains(role) && !colleague.id().equals(who.user())) {
                workspaces.grant(id, colleague.id(), role, today);
              }
            }
          }
          rounds.add(
              new Round(id, school, title, plan, before, today, Round.usualTellBy(today), null));
          return rounds.find(id);
        });
  }

  /// Makes a colleague from the school a facilitator of the round.
  public void addFacilitator(SignedIn who, WorkspaceId round, UserId colleague) {
    processes.change(
        who,
        Act.in(round, "engagement.facilitator-added", colleague.value()),
        () -> {
          workspaces.require(who, round, Role.ROUND_OWNER);
          var school = rounds.find(round).school();
          if (workspaces.roles(SignedIn.as(colleague), round).contains(Role.FACILITATOR)) {
            throw new Refused("This colleague facilitates the round already.");
          }
          if (workspaces.members(school).stream().noneMatch(m -> m.id().equals(colleague))) {
            throw new NotThere();
          }
          workspaces.grant(round, colleague, Role.FACILITATOR, today());
        });
  }

  /// Sets the day by which students hear what the school did.
  ///
  /// @param was the day that was on the page
  /// @throws Stale when somebody else set another since
  public void tellBy(SignedIn who, WorkspaceId round, LocalDate was, LocalDate day) {
    processes.change(
        who,
        Act.in(round, "engagement.tell-by-set", round.value()).with("day: " + day),
        () -> {
          workspaces.require(who, round, Role.ROUND_OWNER);
          var found = rounds.find(round);
          if (!found.tellBy().equals(was)) {
            throw new Stale(
                "Somebody else set another day while you had the page open. Look at theirs first.");
          }
          if (day.isBefore(today()) || day.isAfter(today().plusYears(1))) {
            throw new Refused("Choose a day from today on, at most a year ahead.");
          }
          rounds.tellBy(round, day);
          return true;
        });
  }

  /// Ends the round: no more sessions. Its results and its plan go on.
  ///
  /// @param although whether the owner was told that the plan is not finished (A33, A66)
  public void end(SignedIn who, WorkspaceId round, boolean although) {
    processes.change(
        who,
        Act.in(round, "engagement.round-ended", round.value())
            .with("although unfinished: " + although),
        () -> {
          workspaces.require(who, round, Role.ROUND_OWNER);
          if (rounds.find(round).hasEnded()) {
            throw new Refused("This round has ended already.");
          }
          if (rounds.hasUnclosedSession(round)) {
            throw new Refused(
                "A session of this round is still open. Close it first: until then its maps are not counted.");
          }
          if (!although && !interventions.unfinished(who, round).isFinished()) {
            throw new PlanUnfinished();
          }
          rounds.end(round, today());
        });
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(LONDON));
  }
}
