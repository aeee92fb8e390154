package org.sightline.engagement.pictures;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The score summary map (A60, A61, A70; look.md, Pictures).
///
/// @param banded zones of which only the band is shown
record ScoreMap(
    PlanPicture picture, List<ScoredZone> zones, List<BandedZone> banded, PictureWords words) {

  private static final String THIN = "#505a5f";

  String svg(String title) {
    var svg = new Svg();
    var ground = PlanGround.at(0, picture);
    ground.draw(svg);
    banded.forEach(zone -> ground.outline(svg, zone.zone(), THIN, 1.6));
    zones.forEach(zone -> outline(svg, ground, zone));
    chips(svg, ground);
    double end = legend().draw(svg, ground.bottom());
    return Svg.picture(new Box(-4, -4, 1008, end + 4), title, svg);
  }

  private Legend legend() {
    var legend =
        new Legend()
            .level(Level.GREEN, words.greenMeans())
            .level(Level.YELLOW, words.yellowMeans())
            .level(Level.RED, words.redMeans())
            .level(Level.BLANK, words.blankMeans())
            .number(words.hottest())
            .twice(words.mixedViews());
    var counts =
        zones.stream().flatMap(zone -> Stream.of(zone.green(), zone.yellow(), zone.red())).toList();
    counts.stream()
        .flatMap(
            each ->
                each instanceof Count.FewerThan(int limit)
                    ? Stream.of(limit)
                    : Stream.<Integer>empty())
        .findFirst()
        .ifPresent(
            limit ->
                legend.sign(
                    words.fewerThan().formatted(limit), words.fewerMeans().formatted(limit)));
    if (counts.stream().anyMatch(Count.NotShown.class::isInstance)) {
      legend.sign(words.notShown(), words.notShownMeans());
    }
    return legend;
  }

  private void outline(Svg svg, PlanGround ground, ScoredZone scored) {
    if (scored.mixedViews()) {
      ground.outline(svg, scored.zone(), Svg.INK, 8);
      ground.outline(svg, scored.zone(), Svg.PAPER, 4);
    } else {
      ground.outline(svg, scored.zone(), THIN, 1.6);
    }
  }

  private void chips(Svg svg, PlanGround ground) {
    double scale = PlanGround.scaleFor(zones.size() + banded.size());
    var chips = new ArrayList<Chip>();
    zones.forEach(zone -> chips.add(ScoreChip.of(zone, words, scale)));
    banded.forEach(zone -> chips.add(BandChip.of(zone, words, scale)));
    var places = ground.places(chips);
    for (int i = 0; i < chips.size(); i++) {
      ground.leader(svg, chips.get(i).zone(), places.get(i));
    }
    for (int i = 0; i < chips.size(); i++) {
      chips.get(i).draw(svg, places.get(i));
    }
  }
}
