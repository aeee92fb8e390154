package org.sightline.engagement.pictures;

import java.util.List;

/// The sheet a student colours in by hand (A42, A45, A46): faint plan, zones with number and name,
/// a box for the year group, the sheet's label with its QR code. It has no place for a name.
record BlankPlan(PlanPicture picture, List<ZoneShape> zones, PlanSheet sheet, PictureWords words) {

  private static final double HEAD = 128;

  String svg() {
    var svg = new Svg();
    head(svg);
    var ground = PlanGround.at(HEAD, picture);
    ground.draw(svg);
    zones.forEach(zone -> ground.outline(svg, zone, "#505a5f", 2));
    new ZoneNames(ground, zones, 1).draw(svg);
    double end = key(svg, ground.bottom());
    return Svg.picture(new Box(-4, -4, 1008, end + 4), words.sheetTitle(), svg);
  }

  private void head(Svg svg) {
    svg.text(words.sheetTitle(), 0, 32, 30, Svg.INK, "start", true);
    double size = TextFit.sizeFor(words.noNames(), 19, 520);
    svg.text(words.noNames(), 0, 70, size, Svg.INK, "start", false);
    var year = new Box(530, 26, 210, 64);
    svg.box(year, Svg.PAPER, Svg.INK, 2);
    var words16 = TextFit.sizeFor(words.yearGroup(), 16, year.width());
    svg.text(words.yearGroup(), year.x(), 16, words16, Svg.INK, "start", false);
    svg.text(words.sheetLabel(), 768, 22, 16, Svg.INK, "start", false);
    svg.text(sheet.label(), 768, 78, 52, Svg.INK, "start", true);
    if (sheet.qr() != null) {
      svg.open(880, -2, 120.0 / sheet.qr().size());
      svg.path(sheet.qr().path(), Svg.INK, "none", 0);
      svg.close();
    }
  }

  private double key(Svg svg, double top) {
    return new Legend()
        .level(Level.GREEN, words.greenMeans())
        .level(Level.YELLOW, words.yellowMeans())
        .level(Level.RED, words.redMeans())
        .level(Level.BLANK, words.blankMeans())
        .draw(svg, top);
  }
}
