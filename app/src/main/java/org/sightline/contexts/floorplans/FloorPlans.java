package org.sightline.contexts.floorplans;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.sightline.access.Workspaces;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.Stale;
import org.sightline.kernel.WorkspaceId;
import org.springframework.stereotype.Component;

/// The master plans of schools, in versions. Every save makes a new version; none is ever changed.
@Component
public class FloorPlans {

  static final int MAX_ZONES = 120;
  static final int MAX_FLOORS = 12;

  private static final Role[] DRAWERS = {
    Role.ROUND_OWNER, Role.FACILITATOR, Role.SAFEGUARDING_LEAD, Role.DEPUTY_LEAD, Role.HEAD
  };

  private final JdbcFloorPlans plans;
  private final Processes processes;
  private final Workspaces workspaces;
  private final Clock clock;

  FloorPlans(JdbcFloorPlans plans, Processes processes, Workspaces workspaces, Clock clock) {
    this.plans = plans;
    this.processes = processes;
    this.workspaces = workspaces;
    this.clock = clock;
  }

  /// The newest version of every plan of a school.
  public List<PlanVersion> newestOf(SignedIn who, WorkspaceId school) {
    return processes.look(
        who,
        () -> {
          workspaces.require(who, school);
          return plans.newestOf(school).stream().map(plans::version).toList();
        });
  }

  /// @throws NotThere when there is none, or it is not open to the reader
  public PlanVersion newest(SignedIn who, FloorPlanId plan) {
    return processes.look(who, () -> plans.version(plans.newest(plan)));
  }

  /// @throws NotThere when there is none, or it is not open to the reader
  public PlanVersion version(SignedIn who, PlanVersionId version) {
    return processes.look(who, () -> plans.version(version));
  }

  /// Every version of a plan, newest first, without floors and zones.
  public List<PlanVersionId> versions(SignedIn who, FloorPlanId plan) {
    return processes.look(who, () -> plans.versions(plan));
  }

  /// A floor's picture as PNG.
  public byte[] picture(SignedIn who, UUID picture) {
    return processes.look(who, () -> plans.picture(picture));
  }

  /// Starts a plan: its first version with these floors and zones.
  public PlanVersion start(
      SignedIn who, WorkspaceId school, String name, List<Floor> floors, List<Zone> zones) {
    var plan = FloorPlanId.random();
    return processes.change(
        who,
        Act.in(school, "contexts.plan-started", plan.value()),
        () -> {
          workspaces.require(who, school, DRAWERS);
          plans.addPlan(plan, school, name);
          return add(who, plan, school, 1, floors, zones);
        });
  }

  /// Saves floors and zones as the next version.
  ///
  /// @param basedOn number of the version the person had before them
  /// @throws Stale when somebody saved another since
  public PlanVersion save(
      SignedIn who, FloorPlanId plan, int basedOn, List<Floor> floors, List<Zone> zones) {
    return processes.change(
        who,
        Act.of("contexts.plan-saved", plan.value()).with("zones: " + zones.size()),
        () -> {
          plans.lock(plan);
          PlanVersion before = plans.version(plans.newest(plan));
          workspaces.require(who, before.school(), DRAWERS);
          if (before.number() != basedOn) {
            throw new Stale(
                "Somebody else saved this plan while you had it open. Open it again: your change was not made, and theirs is kept.");
          }
          return add(who, plan, before.school(), basedOn + 1, floors, zones);
        });
  }

  /// Keeps a floor's picture, sealed, for use in a later [#save] or [#start].
  public UUID keepPicture(SignedIn who, WorkspaceId school, PlanPicture picture) {
    var id = UUID.randomUUID();
    return processes.change(
        who,
        Act.in(school, "contexts.picture-kept", id),
        () -> {
          workspaces.require(who, school, DRAWERS);
          plans.addPicture(id, school, picture.png());
          return id;
        });
  }

  private PlanVersion add(
      SignedIn who,
      FloorPlanId plan,
      WorkspaceId school,
      int number,
      List<Floor> floors,
      List<Zone> zones) {
    check(floors, zones);
    var id = PlanVersionId.random();
    var today = LocalDate.now(clock.withZone(ZoneId.of("Europe/London")));
    plans.addVersion(id, plan, school, number, today, who.user());
    floors.forEach(floor -> plans.addFloor(id, school, floor));
    zones.forEach(zone -> plans.addZone(id, school, zone));
    return plans.version(id);
  }

  private static void check(List<Floor> floors, List<Zone> zones) {
    if (floors.isEmpty() || floors.size() > MAX_FLOORS) {
      throw new Refused("A plan has between 1 and %d floors.".formatted(MAX_FLOORS));
    }
    if (zones.size() > MAX_ZONES) {
      throw new Refused(
          "A plan has up to %d zones; this one would have %d. Join some places into one zone."
              .formatted(MAX_ZONES, zones.size()));
    }
    for (Zone zone : zones) {
      if (floors.stream().noneMatch(floor -> floor.position() == zone.floor())) {
        throw new Refused("The zone %s lies on a floor that is not there.".formatted(zone.name()));
      }
    }
  }
}
