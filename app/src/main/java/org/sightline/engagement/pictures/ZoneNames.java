package org.sightline.engagement.pictures;

import java.util.List;
import java.util.stream.Stream;

/// Number and name of each zone, written where nothing else is written.
///
/// @param letters how large: 1, or more for large print
record ZoneNames(PlanGround ground, List<ZoneShape> zones, double letters) {

  private static final double SIZE = 17;

  /// On A4 this is writing of 8 points: smaller cannot be read in a classroom.
  private static final double LEAST_SCALE = 0.75;

  void draw(Svg svg) {
    double scale = Math.max(LEAST_SCALE, PlanGround.scaleFor(zones.size())) * letters;
    var layout = new ChipLayout(ground.box());
    for (var zone : zones) {
      var lines = lines(zone, scale);
      double wide =
          lines.stream().mapToDouble(line -> TextFit.width(line, SIZE)).max().orElse(0) + 36;
      var wanted =
          Box.around(
              ground.x(zone.label()),
              ground.y(zone.label()),
              wide * scale,
              (lines.size() * 19 + 10) * scale);
      var place = layout.place(wanted);
      ground.leader(svg, zone, place);
      write(svg, zone, lines, place, scale);
    }
  }

  private List<String> lines(ZoneShape zone, double scale) {
    double least = Math.clamp(longestWord(zone.name()) + 1, 80, 160);
    double room = Math.clamp(zone.widest() * ground.box().width() / scale - 44, least, 260);
    return TextFit.lines(zone.name(), SIZE, room, 4);
  }

  /// In a narrow zone a name is written over its edge rather than broken inside a word.
  private static double longestWord(String name) {
    return Stream.of(name.split("\\s+")).mapToDouble(w -> TextFit.width(w, SIZE)).max().orElse(0);
  }

  private static void write(Svg svg, ZoneShape zone, List<String> lines, Box place, double scale) {
    svg.veil(place);
    svg.open(place.x(), place.y(), scale);
    double middle = place.height() / scale / 2;
    svg.disc(15, middle, 14, Svg.INK);
    var number = Integer.toString(zone.number());
    svg.text(number, 15, middle + 5.5, TextFit.sizeFor(number, 16, 22), Svg.PAPER, "middle", true);
    for (int i = 0; i < lines.size(); i++) {
      svg.text(lines.get(i), 33, 19 + i * 19, SIZE, Svg.INK, "start", false);
    }
    svg.close();
  }
}
