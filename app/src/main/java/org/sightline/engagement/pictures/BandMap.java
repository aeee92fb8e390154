package org.sightline.engagement.pictures;

import java.util.List;

/// The map in bands, for rounds with too few maps for counts: a word on a pattern in each zone.
record BandMap(PlanPicture picture, List<BandedZone> zones, PictureWords words) {

  String svg(String title) {
    var svg = new Svg();
    var ground = PlanGround.at(0, picture);
    ground.draw(svg);
    zones.forEach(zone -> ground.outline(svg, zone.zone(), "#505a5f", 1.6));
    double scale = PlanGround.scaleFor(zones.size());
    List<Chip> chips = zones.stream().<Chip>map(zone -> BandChip.of(zone, words, scale)).toList();
    var places = ground.places(chips);
    for (int i = 0; i < chips.size(); i++) {
      ground.leader(svg, chips.get(i).zone(), places.get(i));
    }
    for (int i = 0; i < chips.size(); i++) {
      chips.get(i).draw(svg, places.get(i));
    }
    return Svg.picture(new Box(-4, -4, 1008, ground.bottom() + 8), title, svg);
  }
}
