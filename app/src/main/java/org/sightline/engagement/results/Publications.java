package org.sightline.engagement.results;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Workspaces;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.contexts.floorplans.FloorPlans;
import org.sightline.contexts.floorplans.PlanVersion;
import org.sightline.engagement.planning.Rounds;
import org.sightline.engagement.results.JdbcPublications.Kept;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.springframework.stereotype.Component;

/// The published results of rounds. They are made when the owner asks and the rules allow, and are
/// never changed: a withdrawal alone makes nothing again.
@Component
public class Publications {

  private static final String MAPS_CHANGED =
      "Maps have come or gone since these results were made. A breakdown is made from the same maps as the results beside it.";

  private final JdbcPublications publications;
  private final RoundMarks marks;
  private final Rounds rounds;
  private final FloorPlans plans;
  private final Processes processes;
  private final Workspaces workspaces;
  private final Clock clock;
  private final SmallNumbers usual;

  Publications(
      JdbcPublications publications,
      RoundMarks marks,
      Rounds rounds,
      FloorPlans plans,
      Processes processes,
      Workspaces workspaces,
      Clock clock,
      SmallNumbers usual) {
    this.publications = publications;
    this.marks = marks;
    this.rounds = rounds;
    this.plans = plans;
    this.processes = processes;
    this.workspaces = workspaces;
    this.clock = clock;
    this.usual = usual;
  }

  /// The latest results; empty before the first.
  ///
  /// @throws NotThere when the round is not open to the reader
  public Optional<Published> latest(SignedIn who, WorkspaceId round) {
    return processes.look(who, () -> read(who, round));
  }

  /// The latest outward results for a print or a file, whoever asks; recorded as an export.
  public Optional<Published> export(SignedIn who, WorkspaceId round, String act) {
    return processes.read(
        who, Act.in(round, act, round.value()), () -> read(who, round).map(Published::outwardOnly));
  }

  /// What the reader does in the round.
  public Set<Role> rolesOf(SignedIn who, WorkspaceId round) {
    return processes.look(who, () -> workspaces.require(who, round));
  }

  /// What the owner may do now.
  public Readiness readiness(SignedIn who, WorkspaceId round) {
    return processes.look(
        who,
        () -> {
          workspaces.require(who, round, Role.ROUND_OWNER);
          return readiness(new Now(round));
        });
  }

  /// Makes the results from all maps as they are now.
  ///
  /// @return the number of the publication
  /// @throws Refused when the rules do not allow it
  public int publish(SignedIn who, WorkspaceId round) {
    return processes.change(
        who,
        Act.in(round, "engagement.results-published", round.value()),
        () -> {
          workspaces.require(who, round, Role.ROUND_OWNER);
          marks.lock(round);
          int number = publications.all(round).size() + 1;
          marks.assignCohort(round, number);
          var now = new Now(round);
          refuse(now.refusal());
          int maps = now.state.maps();
          var zones = PlanZones.tallied(plan(who, round), marks.tallies(round), maps);
          now.refuseIfMoved();
          var table =
              OutwardTable.make(
                  now.detail(), maps, zones, now.tables(), now.earlier, now.said(), now.small);
          publications.add(
              round,
              new Kept(today(), now.detail(), now.small, now.state.allGone(), table),
              new InwardTable(number, maps, zones),
              who.user());
          return table.publication();
        });
  }

  /// Breaks the latest results down, once for a round.
  ///
  /// @throws Refused when the rules do not allow it
  public void breakDown(SignedIn who, WorkspaceId round, Breakdown.Dimension dimension) {
    processes.change(
        who,
        Act.in(round, "engagement.breakdown-made", round.value()),
        () -> {
          workspaces.require(who, round, Role.ROUND_OWNER);
          marks.lock(round);
          var now = new Now(round);
          refuse(now.breakdownRefusal());
          var groups = marks.groups(round, dimension);
          now.refuseIfMoved();
          var zones =
              plan(who, round).zones().stream()
                  .map(
                      zone -> {
                        var key = PlanZones.key(zone);
                        var tallies = new LinkedHashMap<Breakdown.Group, Tally>();
                        groups.forEach((group, each) -> tallies.put(group, each.tally(key)));
                        return new Breakdown.Zone(key, zone.oneAdult(), tallies);
                      })
                  .toList();
          var table = now.kept.getLast().outward();
          publications.add(
              round, Breakdown.make(dimension, table, zones, now.small), today(), who.user());
        });
  }

  private Optional<Published> read(SignedIn who, WorkspaceId round) {
    workspaces.require(who, round);
    return publications
        .latest(round)
        .map(
            kept ->
                new Published(
                    round,
                    kept.on(),
                    kept.detail(),
                    kept.small(),
                    kept.outward(),
                    publications.inward(round, kept.outward().publication()),
                    publications.breakdown(round)));
  }

  private static Readiness readiness(Now now) {
    var made =
        now.kept.stream()
            .map(
                each ->
                    new Readiness.Made(
                        each.outward().publication(), each.on(), each.outward().maps()))
            .toList();
    return new Readiness(
        now.sessions.closed(),
        now.sessions.all() - now.sessions.closed(),
        now.detail(),
        now.refusal(),
        now.breakdownRefusal(),
        made);
  }

  private PlanVersion plan(SignedIn who, WorkspaceId round) {
    return plans.version(who, rounds.find(who, round).planVersion());
  }

  private static void refuse(@Nullable String sentence) {
    if (sentence != null) {
      throw new Refused(sentence);
    }
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(ZoneId.of("Europe/London")));
  }

  /// A round as it stands inside one transaction.
  private final class Now {

    private final WorkspaceId round;
    private final JdbcPublications.SessionCount sessions;
    private final List<Kept> kept;
    private final SmallNumbers small;
    private final RoundMarks.State state;
    private final List<Publication> earlier;
    private final @Nullable Breakdown breakdown;

    private Now(WorkspaceId round) {
      this.round = round;
      sessions = publications.sessions(round);
      kept = publications.all(round);
      small = kept.isEmpty() ? usual : kept.getFirst().small();
      state = marks.state(round);
      earlier = kept.stream().map(this::publication).toList();
      breakdown = publications.breakdown(round);
    }

    private Publication publication(Kept made) {
      int number = made.outward().publication();
      return new Publication(
          number, made.outward().maps(), state.goneUpTo(number) - made.goneBefore());
    }

    /// What was read between two equal readings was read of the same maps.
    private void refuseIfMoved() {
      if (!marks.state(round).equals(state)) {
        throw new Refused("A map came or went at this very moment. Try again.");
      }
    }

    private PublishingRules.Detail detail() {
      return PublishingRules.detail(sessions.closed(), state.maps(), small);
    }

    /// What the plan said at each publication so far.
    private List<PlanSays> said() {
      return kept.stream()
          .map(
              each -> {
                var inward = publications.inward(round, each.outward().publication());
                return inward == null
                    ? PlanSays.NOTHING
                    : PlanSays.of(each.detail(), inward.zones());
              })
          .toList();
    }

    private List<OutwardTable> tables() {
      return kept.stream().map(Kept::outward).toList();
    }

    private @Nullable String refusal() {
      return PublishingRules.mayPublish(sessions.closed(), state.maps(), earlier, small);
    }

    private @Nullable String breakdownRefusal() {
      if (kept.isEmpty()) {
        return "Make the results first.";
      }
      boolean finished = sessions.closed() == sessions.all();
      String refusal = Breakdown.mayBreakDown(kept.getLast().detail(), finished, breakdown);
      boolean same = earlier.getLast().changedSince(state.maps()) == 0;
      return refusal == null && !same ? MAPS_CHANGED : refusal;
    }
  }
}
