package org.sightline.engagement.pictures;

import java.util.List;

/// The small box on a zone that has a band and no counts: its name, and a word on a pattern.
record BandChip(BandedZone banded, PictureWords words, double scale, List<String> name)
    implements Chip {

  private static final double WIDTH = 132;
  private static final double NAME = 15.5;
  private static final double BAR = 26;

  static BandChip of(BandedZone zone, PictureWords words, double scale) {
    return new BandChip(zone, words, scale, TextFit.lines(zone.zone().name(), NAME, WIDTH - 8, 2));
  }

  @Override
  public ZoneShape zone() {
    return banded.zone();
  }

  @Override
  public double width() {
    return WIDTH * scale;
  }

  @Override
  public double height() {
    return inner() * scale;
  }

  @Override
  public void draw(Svg svg, Box place) {
    svg.open(place.x(), place.y(), scale);
    svg.box(new Box(0, 0, WIDTH, inner()), Svg.PAPER, Svg.LINE, 1);
    for (int i = 0; i < name.size(); i++) {
      svg.text(name.get(i), WIDTH / 2, 16 + i * 17, NAME, Svg.INK, "middle", true);
    }
    var bar = new Box(4, inner() - BAR - 4, WIDTH - 8, BAR);
    var word = word();
    LevelFill.draw(svg, level(), bar, 1);
    LevelFill.write(svg, level(), word, bar, TextFit.sizeFor(word, 17, WIDTH - 14));
    svg.close();
  }

  private double inner() {
    return name.size() * 17 + BAR + 12;
  }

  private Level level() {
    return switch (banded.band()) {
      case HOT -> Level.RED;
      case MIXED -> Level.YELLOW;
      case COOL -> Level.GREEN;
      case WAITING -> Level.BLANK;
    };
  }

  private String word() {
    return switch (banded.band()) {
      case HOT -> words.hot();
      case MIXED -> words.mixed();
      case COOL -> words.cool();
      case WAITING -> words.waiting();
    };
  }
}
