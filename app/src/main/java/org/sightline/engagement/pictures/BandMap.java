package org.sightline.engagement.pictures;

import java.util.List;

/// The map in bands, for rounds with too few maps for counts: a word on a pattern in each zone.
record BandMap(PlanPicture picture, List<BandedZone> zones, PictureWords words) {

  private static final double WIDTH = 132;
  private static final double NAME = 15.5;
  private static final double BAR = 26;

  String svg(String title) {
    var svg = new Svg();
    var ground = PlanGround.at(0, picture);
    ground.draw(svg);
    zones.forEach(zone -> ground.outline(svg, zone.zone(), "#505a5f", 1.6));
    double scale = PlanGround.scaleFor(zones.size());
    var layout = new ChipLayout(ground.box());
    var places = zones.stream().map(zone -> layout.place(wanted(zone, ground, scale))).toList();
    for (int i = 0; i < zones.size(); i++) {
      ground.leader(svg, zones.get(i).zone(), places.get(i));
    }
    for (int i = 0; i < zones.size(); i++) {
      chip(svg, zones.get(i), places.get(i), scale);
    }
    return Svg.picture(new Box(-4, -4, 1008, ground.bottom() + 8), title, svg);
  }

  private static List<String> name(BandedZone zone) {
    return TextFit.lines(zone.zone().name(), NAME, WIDTH - 8, 2);
  }

  private static Box wanted(BandedZone zone, PlanGround ground, double scale) {
    var label = zone.zone().label();
    double high = name(zone).size() * 17 + BAR + 12;
    return Box.around(ground.x(label), ground.y(label), WIDTH * scale, high * scale);
  }

  private void chip(Svg svg, BandedZone zone, Box place, double scale) {
    svg.open(place.x(), place.y(), scale);
    double high = place.height() / scale;
    svg.box(new Box(0, 0, WIDTH, high), Svg.PAPER, Svg.LINE, 1);
    var name = name(zone);
    for (int i = 0; i < name.size(); i++) {
      svg.text(name.get(i), WIDTH / 2, 16 + i * 17, NAME, Svg.INK, "middle", true);
    }
    var bar = new Box(4, high - BAR - 4, WIDTH - 8, BAR);
    var level = levelOf(zone.band());
    var word = wordOf(zone.band());
    LevelFill.draw(svg, level, bar, 1);
    LevelFill.write(svg, level, word, bar, TextFit.sizeFor(word, 17, WIDTH - 14));
    svg.close();
  }

  private static Level levelOf(Band band) {
    return switch (band) {
      case HOT -> Level.RED;
      case MIXED -> Level.YELLOW;
      case COOL -> Level.GREEN;
      case WAITING -> Level.BLANK;
    };
  }

  private String wordOf(Band band) {
    return switch (band) {
      case HOT -> words.hot();
      case MIXED -> words.mixed();
      case COOL -> words.cool();
      case WAITING -> words.waiting();
    };
  }
}
