package org.sightline.contexts.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.sightline.audit.Processes;
import org.sightline.contexts.floorplans.Corner;
import org.sightline.contexts.floorplans.Drawn;
import org.sightline.contexts.floorplans.Floor;
import org.sightline.contexts.floorplans.FloorPlanId;
import org.sightline.contexts.floorplans.FloorPlans;
import org.sightline.contexts.floorplans.LabelledBoxes;
import org.sightline.contexts.floorplans.Outline;
import org.sightline.contexts.floorplans.PlanPicture;
import org.sightline.contexts.floorplans.PlanVersion;
import org.sightline.contexts.floorplans.PlanVersionId;
import org.sightline.contexts.floorplans.StarterZones;
import org.sightline.contexts.floorplans.Zone;
import org.sightline.contexts.floorplans.ZoneKey;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.springframework.stereotype.Component;

/// Changes to a plan, each of which saves a new version.
@Component
class Drawing {

  private final FloorPlans plans;
  private final Processes processes;

  Drawing(FloorPlans plans, Processes processes) {
    this.plans = plans;
    this.processes = processes;
  }

  /// A plan of labelled boxes: no picture, one box a place, and one for somewhere else (A44).
  PlanVersion startWithBoxes(SignedIn who, WorkspaceId school, String name, List<String> places) {
    var names = new ArrayList<>(places);
    names.removeIf(StarterZones.SOMEWHERE_ELSE::equals);
    names.add(StarterZones.SOMEWHERE_ELSE);
    var boxes = LabelledBoxes.lay(names.size());
    var zones = new ArrayList<Zone>();
    for (int i = 0; i < names.size(); i++) {
      zones.add(Zone.at(0, names.get(i), boxes.get(i)));
    }
    return plans.start(who, school, name, List.of(Floor.empty(0, "Ground floor")), zones);
  }

  /// A plan on a picture of its first floor, with a box for somewhere else in its corner.
  PlanVersion startWithPicture(SignedIn who, WorkspaceId school, String name, PlanPicture picture) {
    return processes.look(
        who,
        () -> {
          var id = plans.keepPicture(who, school, picture);
          var floor = new Floor(0, "Ground floor", picture.width(), picture.height(), id);
          return plans.start(who, school, name, List.of(floor), List.of(somewhereElse()));
        });
  }

  /// Adds a floor, and its picture with it: when the plan cannot be saved, neither is kept.

  void addFloor(
      SignedIn who, PlanVersion plan, int basedOn, String name, Optional<PlanPicture> picture) {
    int position = plan.floors().stream().mapToInt(Floor::position).max().orElse(-1) + 1;
    processes.look(
        who,
        () -> {
          var floors = new ArrayList<>(plan.floors());
          floors.add(
              picture
                  .map(p -> pictured(who, plan.school(), position, name, p))
                  .orElseGet(() -> Floor.empty(position, name)));
          return plans.save(who, plan.plan(), basedOn, floors, plan.zones());
        });
  }

  void renameFloor(SignedIn who, PlanVersion plan, int basedOn, int position, String name) {
    requireFloor(plan, position);
    var floors =
        plan.floors().stream()
            .map(
                f ->
                    f.position() == position
                        ? new Floor(position, name, f.width(), f.height(), f.picture())
                        : f)
            .toList();
    plans.save(who, plan.plan(), basedOn, floors, plan.zones());
  }

  /// Takes a floor and its zones away; an earlier version brings them back.
  void removeFloor(SignedIn who, PlanVersion plan, int basedOn, int position) {
    requireFloor(plan, position);
    if (plan.floors().size() == 1) {
      throw new Refused(
          "A plan keeps at least one floor. Add another before you take this one away.");
    }
    if (plan.zones().stream().anyMatch(z -> z.floor() == position && z.elsewhere())) {
      throw new Refused(
          "The box for somewhere else is on this floor. Move it to another floor first: every plan has one.");
    }
    plans.save(
        who,
        plan.plan(),
        basedOn,
        plan.floors().stream().filter(f -> f.position() != position).toList(),
        plan.zones().stream().filter(z -> z.floor() != position).toList());
  }

  void addZone(SignedIn who, PlanVersion plan, int basedOn, ZoneForm form, Outline outline) {
    var zones = new ArrayList<>(plan.zones());
    zones.add(zone(ZoneKey.random(), form, outline, false));
    plans.save(who, plan.plan(), basedOn, plan.floors(), zones);
  }

  void changeZone(
      SignedIn who, PlanVersion plan, int basedOn, ZoneKey key, ZoneForm form, Outline outline) {
    boolean elsewhere = plan.zone(key).elsewhere();
    replace(who, plan, basedOn, key, zone -> zone(key, form, outline, elsewhere));
  }

  /// Saves several redrawn outlines at once.
  ///
  /// @throws Refused with the zone and the place when one of them cannot be
  void reshape(SignedIn who, PlanVersion plan, int basedOn, Map<ZoneKey, Drawn> outlines) {
    var zones =
        plan.zones().stream()
            .map(
                zone ->
                    outlines.containsKey(zone.key()) ? moved(zone, outlines.get(zone.key())) : zone)
            .toList();
    plans.save(who, plan.plan(), basedOn, plan.floors(), zones);
  }

  void removeZone(SignedIn who, PlanVersion plan, int basedOn, ZoneKey key) {
    if (plan.zone(key).elsewhere()) {
      throw new Refused(
          "Every plan keeps a box for somewhere else: the way home, the bus, the park, a place online.");
    }
    plans.save(
        who,
        plan.plan(),
        basedOn,
        plan.floors(),
        plan.zones().stream().filter(zone -> !zone.key().equals(key)).toList());
  }

  /// Makes an old version the newest again.
  void useAgain(SignedIn who, FloorPlanId plan, PlanVersionId old, int basedOn) {
    var version = plans.version(who, old);
    if (!version.plan().equals(plan)) {
      throw new NotThere();
    }
    plans.save(who, plan, basedOn, version.floors(), version.zones());
  }

  private Floor pictured(
      SignedIn who, WorkspaceId school, int position, String name, PlanPicture picture) {
    var id = plans.keepPicture(who, school, picture);
    return new Floor(position, name, picture.width(), picture.height(), id);
  }

  private static void requireFloor(PlanVersion plan, int position) {
    if (plan.floors().stream().noneMatch(floor -> floor.position() == position)) {
      throw new NotThere();
    }
  }

  private void replace(
      SignedIn who, PlanVersion plan, int basedOn, ZoneKey key, UnaryOperator<Zone> change) {
    var zones =
        plan.zones().stream()
            .map(zone -> zone.key().equals(key) ? change.apply(zone) : zone)
            .toList();
    plans.save(who, plan.plan(), basedOn, plan.floors(), zones);
  }

  private static Zone moved(Zone zone, Drawn drawn) {
    return switch (drawn) {
      case Drawn.Accepted(Outline outline) ->
          new Zone(
              zone.key(),
              zone.floor(),
              zone.name(),
              outline,
              zone.adults(),
              zone.watched(),
              zone.otherYears(),
              zone.oneAdult(),
              zone.elsewhere(),
              zone.notes());
      case Drawn.Refused(String sentence) ->
          throw new Refused("%s: %s".formatted(zone.name(), sentence));
    };
  }

  private static Zone zone(ZoneKey key, ZoneForm form, Outline outline, boolean elsewhere) {
    return new Zone(
        key,
        form.floor(),
        form.name().strip(),
        outline,
        Zone.Adults.valueOf(form.adults()),
        Zone.Answer.valueOf(form.watched()),
        Zone.Answer.valueOf(form.otherYears()),
        form.oneAdult(),
        elsewhere,
        form.notesIfAny());
  }

  private static Zone somewhereElse() {
    return Zone.at(
        0,
        StarterZones.SOMEWHERE_ELSE,
        Outline.rectangle(new Corner(0.84, 0.9), new Corner(0.99, 0.99)));
  }
}
