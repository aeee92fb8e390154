package org.sightline.engagement.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sightline.contexts.floorplans.Floor;
import org.sightline.contexts.floorplans.PlanVersion;
import org.sightline.contexts.floorplans.Zone;
import org.sightline.documents.Pdf;
import org.sightline.engagement.pictures.Corner;
import org.sightline.engagement.pictures.PictureWords;
import org.sightline.engagement.pictures.PlanDrawing;
import org.sightline.engagement.pictures.PlanPicture;
import org.sightline.engagement.pictures.ZoneShape;

/// The round's version of the plan, drawn once for all sheets: every floor with zones, in plan
/// order and with the numbers of the keying page (A42, A44).
final class PaperPlan {

  private static final double LEAST_ASPECT = 0.2;
  private static final double MOST_ASPECT = 5;

  private final PlanVersion plan;
  private final Function<UUID, byte[]> pictures;

  /// @param pictures reads a floor's picture as PNG
  PaperPlan(PlanVersion plan, Function<UUID, byte[]> pictures) {
    this.plan = plan;
    this.pictures = pictures;
  }

  /// @param letters how large names are written: 1, or more for large print
  List<PaperFloor> floors(double letters) {
    var marked = plan.floors().stream().filter(floor -> !plan.zonesOn(floor).isEmpty()).toList();
    var drawn = new ArrayList<PaperFloor>();
    for (Floor floor : marked) {
      drawn.add(draw(floor, drawn.size() + 1, marked.size(), letters));
    }
    return List.copyOf(drawn);
  }

  private PaperFloor draw(Floor floor, int number, int floors, double letters) {
    double aspect = Math.clamp(floor.width() / (double) floor.height(), LEAST_ASPECT, MOST_ASPECT);
    var zones = plan.zonesOn(floor);
    var drawing = new PlanDrawing(new PlanPicture(href(floor), aspect), PictureWords.ENGLISH);
    var svg = drawing.toColourIn(floor.name(), zones.stream().map(this::shape).toList(), letters);
    boolean elsewhere = zones.stream().anyMatch(Zone::elsewhere);
    var named = Pdf.drawnOnce("floor %d, letters %s".formatted(number, letters), svg);
    return new PaperFloor(floor.name(), number, floors, aspect < 1, elsewhere, named);
  }

  private ZoneShape shape(Zone zone) {
    return new ZoneShape(
        zone.key().toString(),
        plan.zones().indexOf(zone) + 1,
        zone.name(),
        zone.outline().corners().stream().map(PaperPlan::corner).toList(),
        corner(zone.outline().labelPoint()));
  }

  private @Nullable String href(Floor floor) {
    return floor.picture() == null ? null : FaintPicture.of(pictures.apply(floor.picture()));
  }

  private static Corner corner(org.sightline.contexts.floorplans.Corner corner) {
    return new Corner(Math.clamp(corner.x(), 0.0, 1.0), Math.clamp(corner.y(), 0.0, 1.0));
  }
}
