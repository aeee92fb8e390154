package org.sightline.engagement.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sightline.contexts.floorplans.Floor;
import org.sightline.contexts.floorplans.PlanVersion;
import org.sightline.contexts.floorplans.Zone;
import org.sightline.engagement.keying.PrintedPages;
import org.sightline.engagement.planning.Session;
import org.sightline.kernel.Refused;
import org.sightline.scan.LayingOut;
import org.sightline.scan.Paper;
import org.sightline.scan.Point;
import org.sightline.scan.SheetLayout;
import org.sightline.scan.SheetLayout.PageSize;
import org.sightline.scan.SheetLayout.Tick;
import org.sightline.scan.SheetPlan;
import org.sightline.scan.Underlay;

/// The pages of a session's sheets: one for each floor that has places, or one list of all of them
/// (A42–A45). Made once for each kind of paper, so that sheets printed twice are read alike.
final class PlanLayouts {

  private static final double LEAST_ASPECT = 0.2;
  private static final double MOST_ASPECT = 5;

  /// How high a floor is, in whatever unit.
  private static final double TALL = 100;

  private final PrintedPages pages;
  private final Session session;
  private final PlanVersion plan;
  private final List<Integer> years;

  PlanLayouts(PrintedPages pages, Session session, PlanVersion plan, List<Integer> years) {
    this.pages = pages;
    this.session = session;
    this.plan = plan;
    this.years = years;
  }

  /// @param name of the floor, or "" where there is only one
  /// @param beneath what is printed faintly under the zones, where the floor has a picture
  record Page(String name, SheetLayout layout, @Nullable Beneath beneath) {

    @Nullable Underlay underlay(Function<UUID, byte[]> pictures) {
      return beneath == null ? null : beneath.under(layout, pictures);
    }
  }

  /// A floor's picture, as wide and high as its zones reckon.
  record Beneath(UUID picture, double width, double height, List<SheetLayout.Zone> zones) {

    private Underlay under(SheetLayout layout, Function<UUID, byte[]> pictures) {
      return Underlay.of(FaintPicture.read(pictures.apply(picture)), width, height, zones, layout);
    }
  }

  List<Page> floors(SheetChoice choice) {
    var marked = plan.floors().stream().filter(floor -> !plan.zonesOn(floor).isEmpty()).toList();
    var made = new ArrayList<Page>();
    for (var floor : marked) {
      double aspect =
          Math.clamp(floor.width() / (double) floor.height(), LEAST_ASPECT, MOST_ASPECT);
      var paper = choice.on(aspect > 1);
      boolean asked = choice.years() && made.isEmpty();
      var zones = drawn(floor, aspect);
      var layout =
          layout(
              "floor %d on %s%s".formatted(floor.position(), paper, asked ? " with years" : ""),
              paper,
              asked,
              zones);
      var picture = floor.picture();
      var beneath = picture == null ? null : new Beneath(picture, TALL * aspect, TALL, zones);
      made.add(new Page(marked.size() == 1 ? "" : floor.name(), layout, beneath));
    }
    return List.copyOf(made);
  }

  /// All places in rows with three boxes each.
  List<Page> list(SheetChoice choice) {
    var paper = choice.on(false);
    var rows =
        plan.zones().stream()
            .map(zone -> new SheetLayout.Zone(zone.key().toString(), label(zone), List.of()))
            .toList();
    var kind = "list on %s%s".formatted(paper, choice.years() ? " with years" : "");
    return List.of(new Page("", layout(kind, paper, choice.years(), rows), null));
  }

  private SheetLayout layout(
      String kind, Paper paper, boolean asked, List<SheetLayout.Zone> zones) {
    var ticks =
        asked ? years.stream().map(year -> new Tick("" + year, 0, 0, 5)).toList() : List.<Tick>of();
    try {
      return pages.layout(
          session,
          kind,
          version ->
              LayingOut.layOut(
                  new SheetPlan(new PageSize(100, 100), zones, ticks, List.of()), paper, version));
    } catch (IllegalArgumentException doesNotFit) {
      throw new Refused("" + doesNotFit.getMessage());
    }
  }

  private List<SheetLayout.Zone> drawn(Floor floor, double aspect) {
    return plan.zonesOn(floor).stream()
        .map(
            zone ->
                new SheetLayout.Zone(
                    zone.key().toString(),
                    label(zone),
                    zone.outline().corners().stream()
                        .map(
                            corner ->
                                new Point(
                                    TALL * aspect * Math.clamp(corner.x(), 0.0, 1.0),
                                    TALL * Math.clamp(corner.y(), 0.0, 1.0)))
                        .toList()))
        .toList();
  }

  /// With the number of the keying page.
  private String label(Zone zone) {
    return (plan.zones().indexOf(zone) + 1) + ". " + zone.name();
  }
}
