package org.sightline.engagement.pictures;

import java.util.List;

/// The score summary map (A60, A61, A70; look.md, Pictures).
record ScoreMap(PlanPicture picture, List<ScoredZone> zones, PictureWords words) {

  String svg(String title) {
    var svg = new Svg();
    var ground = PlanGround.at(0, picture);
    ground.draw(svg);
    zones.forEach(zone -> outline(svg, ground, zone));
    chips(svg, ground);
    double end =
        new Legend()
            .level(Level.GREEN, words.greenMeans())
            .level(Level.YELLOW, words.yellowMeans())
            .level(Level.RED, words.redMeans())
            .level(Level.BLANK, words.blankMeans())
            .number(words.hottest())
            .twice(words.mixedViews())
            .draw(svg, ground.bottom());
    return Svg.picture(new Box(-4, -4, 1008, end + 4), title, svg);
  }

  private void outline(Svg svg, PlanGround ground, ScoredZone scored) {
    if (scored.mixedViews()) {
      ground.outline(svg, scored.zone(), Svg.INK, 8);
      ground.outline(svg, scored.zone(), Svg.PAPER, 4);
    } else {
      ground.outline(svg, scored.zone(), "#505a5f", 1.6);
    }
  }

  private void chips(Svg svg, PlanGround ground) {
    double scale = PlanGround.scaleFor(zones.size());
    var layout = new ChipLayout(ground.box());
    var chips = zones.stream().map(zone -> ScoreChip.of(zone, words, scale)).toList();
    var places = chips.stream().map(chip -> layout.place(wanted(chip, ground))).toList();
    for (int i = 0; i < chips.size(); i++) {
      ground.leader(svg, zones.get(i).zone(), places.get(i));
    }
    for (int i = 0; i < chips.size(); i++) {
      chips.get(i).draw(svg, places.get(i));
    }
  }

  private static Box wanted(ScoreChip chip, PlanGround ground) {
    var label = chip.scored().zone().label();
    return Box.around(ground.x(label), ground.y(label), chip.width(), chip.height());
  }
}
