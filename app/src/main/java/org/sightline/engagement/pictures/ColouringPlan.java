package org.sightline.engagement.pictures;

import java.util.List;

/// A plan to colour in by hand and nothing else: faint plan, zones with number and name. Heading,
// legend
/// and label stand beside it on the page, so that the plan gets all the room there is (A42, A48).
///
/// @param letters how large names are written: 1, or more for large print
record ColouringPlan(PlanPicture picture, List<ZoneShape> zones, double letters) {

  String svg(String title) {
    var svg = new Svg();
    var ground = PlanGround.at(0, picture);
    ground.draw(svg);
    zones.forEach(zone -> ground.outline(svg, zone, "#505a5f", 2));
    new ZoneNames(ground, zones, letters).draw(svg);
    var box = ground.box();
    return Svg.picture(new Box(box.x() - 2, -2, box.width() + 4, box.height() + 4), title, svg);
  }
}
