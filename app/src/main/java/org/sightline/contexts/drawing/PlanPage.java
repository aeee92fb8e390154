package org.sightline.contexts.drawing;

import java.util.List;
import java.util.stream.Collectors;
import org.sightline.contexts.floorplans.Corner;
import org.sightline.contexts.floorplans.Floor;
import org.sightline.contexts.floorplans.OutlineJson;
import org.sightline.contexts.floorplans.OutlineText;
import org.sightline.contexts.floorplans.PlanVersion;
import org.sightline.contexts.floorplans.Zone;

/// One floor of a plan, with its zones as picture and as table.
///
/// @param draft what was typed for a new zone and could not be saved
/// @param problems what is wrong with it
public record PlanPage(
    PlanVersion plan, Floor floor, ZoneForm draft, List<Problem> problems, boolean isNewest) {

  public PlanPage {
    problems = List.copyOf(problems);
  }

  public String base() {
    return "/contexts/plans/" + plan.plan();
  }

  public List<Zone> zones() {
    return plan.zonesOn(floor);
  }

  /// Corners for an SVG polygon, in dots of the floor's picture.
  public String points(Zone zone) {
    return zone.outline().corners().stream()
        .map(c -> "%.1f,%.1f".formatted(c.x() * floor.width(), c.y() * floor.height()))
        .collect(Collectors.joining(" "));
  }

  public String labelX(Zone zone) {
    return "%.1f".formatted(zone.outline().labelPoint().x() * floor.width());
  }

  public String labelY(Zone zone) {
    return "%.1f".formatted(zone.outline().labelPoint().y() * floor.height());
  }

  /// Letters of about a hundredth of the floor's longer side.
  public String letterSize() {
    return "%.1f".formatted(Math.max(floor.width(), floor.height()) / 60.0);
  }

  public String json(Zone zone) {
    return OutlineJson.print(zone.outline());
  }

  public String text(Zone zone) {
    return OutlineText.print(zone.outline());
  }

  public boolean has(String field) {
    return problems.stream().anyMatch(problem -> problem.field().equals(field));
  }

  public String sentence(String field) {
    return problems.stream()
        .filter(problem -> problem.field().equals(field))
        .map(Problem::sentence)
        .findFirst()
        .orElse("");
  }

  /// Where a zone lies, for those who cannot see it: "from 10% across and 5% down".
  public Corner middle(Zone zone) {
    return zone.outline().labelPoint();
  }
}
