package org.sightline.engagement.pictures;

import java.util.List;

/// Draws zones on a plan as an SVG string, the same for the screen and for paper.
///
/// The string can stand inside HTML and XHTML. It has no ids, no scripts and no inline styles,
/// every name is escaped, and the same input gives the same string. What it shows must also be in a
/// table beside it (product.md, rule 8).
public final class PlanDrawing {

  private final PlanPicture picture;
  private final PictureWords words;

  public PlanDrawing(PlanPicture picture, PictureWords words) {
    this.picture = picture;
    this.words = words;
  }

  /// A sheet to colour in by hand.
  public String blank(List<ZoneShape> zones, PlanSheet sheet) {
    return new BlankPlan(picture, List.copyOf(zones), sheet, words).svg();
  }

  /// The plan of such a sheet alone, for a page that has heading, legend and label beside it.
  ///
  /// @param title what the picture is, for screen readers; shown nowhere else
  /// @param letters how large names are written: 1, or more for large print
  public String toColourIn(String title, List<ZoneShape> zones, double letters) {
    return new ColouringPlan(picture, List.copyOf(zones), letters).svg(title);
  }

  /// What a level looks like, for a legend in words: colour, pattern and letter.
  ///
  /// @param level `RED`, `YELLOW`, `GREEN` or `BLANK`
  public static String swatch(String level) {
    var svg = new Svg();
    var box = new Box(1, 1, 40, 26);
    var look = Level.valueOf(level);
    LevelFill.draw(svg, look, box, 1);
    if (look != Level.BLANK) {
      LevelFill.write(svg, look, look.letter, box, 17);
    }
    return Svg.picture(new Box(0, 0, 42, 28), look.letter, svg);
  }

  /// The score summary map with its legend.
  ///
  /// @param title what the picture is, for screen readers; shown nowhere else
  public String scores(String title, List<ScoredZone> zones) {
    return scores(title, zones, List.of());
  }

  /// The score summary map where some zones have a band only.
  public String scores(String title, List<ScoredZone> zones, List<BandedZone> banded) {
    return new ScoreMap(picture, List.copyOf(zones), List.copyOf(banded), words).svg(title);
  }

  /// The map in words: hot, mixed, cool.
  ///
  /// @param title what the picture is, for screen readers; shown nowhere else
  public String bands(String title, List<BandedZone> zones) {
    return new BandMap(picture, List.copyOf(zones), words).svg(title);
  }
}
