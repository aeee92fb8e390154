package org.sightline.engagement.pictures;

import java.util.List;

/// The small box on a zone of the score map: name, stacked bar, and the same in letters and
/// numbers.
record ScoreChip(ScoredZone scored, PictureWords words, double scale, List<String> name)
    implements Chip {

  private static final double WIDTH = 150;
  private static final double NAME = 15.5;
  private static final double BAR = 21;
  private static final double COUNTS = 16;
  private static final double MAPS = 13;

  static ScoreChip of(ScoredZone scored, PictureWords words, double scale) {
    double room = WIDTH - (scored.hottest() == null ? 6 : 30);
    return new ScoreChip(scored, words, scale, TextFit.lines(scored.zone().name(), NAME, room, 2));
  }

  @Override
  public ZoneShape zone() {
    return scored.zone();
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
    var all = new Box(0, 0, WIDTH, inner());
    svg.box(
        all,
        Svg.PAPER,
        scored.hottest() == null ? Svg.LINE : Svg.INK,
        scored.hottest() == null ? 1 : 2);
    names(svg);
    bar(svg, new Box(4, 4 + name.size() * 17, WIDTH - 8, BAR));
    var counts = counts();
    double size = TextFit.sizeFor(counts, COUNTS, WIDTH - 8);
    svg.text(counts, WIDTH / 2, inner() - 22, size, Svg.INK, "middle", true);
    var maps = words.ofMaps().formatted(scored.maps());
    svg.text(maps, WIDTH / 2, inner() - 6, MAPS, Svg.INK, "middle", false);
    svg.close();
  }

  private double inner() {
    return name.size() * 17 + BAR + 43;
  }

  private void names(Svg svg) {
    double left = 4;
    if (scored.hottest() != null) {
      svg.disc(14, 13, 12, Svg.INK);
      svg.text("" + scored.hottest(), 14, 18.5, 15.5, Svg.PAPER, "middle", true);
      left = 29;
    }
    for (int i = 0; i < name.size(); i++) {
      svg.text(name.get(i), left, 16 + i * 17, NAME, Svg.INK, "start", true);
    }
  }

  private void bar(Svg svg, Box box) {
    double answered = scored.green().drawn() + scored.yellow().drawn() + scored.red().drawn();
    double whole = Math.max(Math.max(answered, scored.maps()), 1);
    LevelFill.draw(svg, Level.BLANK, box, 1);
    double x = box.x();
    x = segment(svg, Level.GREEN, scored.green(), box, x, whole);
    x = segment(svg, Level.YELLOW, scored.yellow(), box, x, whole);
    segment(svg, Level.RED, scored.red(), box, x, whole);
  }

  private static double segment(
      Svg svg, Level level, Count count, Box bar, double x, double whole) {
    double wide = bar.width() * count.drawn() / whole;
    if (wide <= 0) {
      return x;
    }
    var box = new Box(x, bar.y(), wide, bar.height());
    LevelFill.draw(svg, level, box, 1);
    if (wide >= 17) {
      LevelFill.write(svg, level, level.letter, box, 14);
    }
    return x + wide;
  }

  private String counts() {
    return "G %s · Y %s · R %s"
        .formatted(shown(scored.green()), shown(scored.yellow()), shown(scored.red()));
  }

  private String shown(Count count) {
    return switch (count) {
      case Count.Exactly(int maps) -> Integer.toString(maps);
      case Count.FewerThan(int limit) -> words.fewerThan().formatted(limit);
      case Count.NotShown _ -> words.notShown();
    };
  }
}
