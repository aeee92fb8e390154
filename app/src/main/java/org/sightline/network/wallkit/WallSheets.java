package org.sightline.network.wallkit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sightline.documents.Pdf;
import org.sightline.documents.PrintHeading;
import org.sightline.documents.Sheet;
import org.sightline.documents.Stamp;
import org.sightline.network.WallKits.Label;
import org.sightline.network.map.NodeKind;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/// The papers of a wall kit (B78): an empty sheet with the objective, what the signs and lines
/// mean, and labels to cut out. Readable without colour.
@Component
class WallSheets {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final int ACROSS = 3;
  private static final int SPARE = 3;

  /// Lines as they are drawn by hand, by the last part of their words' key.
  private static final List<List<String>> LINES =
      List.of(
          List.of("seen", "stroke-width=\"2.5\""),
          List.of("heard", "stroke-width=\"2.5\" stroke-dasharray=\"10 7\""),
          List.of("strong", "stroke-width=\"7\""),
          List.of("over", "stroke-width=\"2.5\" stroke-dasharray=\"2 8\""));

  private final Words words;
  private final Clock clock;

  WallSheets(Words words, Clock clock) {
    this.words = words;
    this.clock = clock;
  }

  byte[] sheet(String title, @Nullable String label, @Nullable String objective, Stamp stamp) {
    var page =
        begin("wall-sheet").append("<p class=\"title\">").append(plain(title)).append("</p>");
    if (label != null) {
      page.append("<p>").append(plain(label)).append("</p>");
    }
    if (objective != null) {
      page.append("<p><b>").append(say("network.exercise.objective")).append(":</b> ");
      page.append(plain(objective)).append("</p>");
    }
    page.append("<p>").append(say("network.wall.day")).append(' ');
    page.append("<span class=\"write-here\"></span> ")
        .append(say("network.wall.there"))
        .append(' ');
    page.append("<span class=\"write-here wall-wide\"></span></p>");
    return print(page, Sheet.A3_LANDSCAPE, stamp);
  }

  byte[] legend() {
    var page =
        begin("wall-legend").append("<h1>").append(say("network.wall.legend")).append("</h1>");
    page.append("<table><tbody>");
    for (var kind : NodeKind.values()) {
      row(page, Signs.of(kind), kind(kind));
    }
    page.append("</tbody></table><table class=\"keep-together\"><tbody>");
    for (var line : LINES) {
      row(page, Signs.line(line.getLast()), words.say("network.wall.line." + line.getFirst()));
    }
    page.append("</tbody></table>");
    page.append("<p>").append(say("network.wall.marks")).append("</p>");
    return print(page, Sheet.A4_PORTRAIT, null);
  }

  /// @param named whether names stand on them, or letters
  byte[] labels(List<Label> labels, boolean named, Stamp stamp) {
    var page = begin("labels");
    var cells = new java.util.ArrayList<String>();
    for (var label : labels) {
      cells.add(
          Signs.of(label.kind()) + "<p>" + plain(named ? label.name() : mark(label)) + "</p>");
    }
    for (var kind : NodeKind.values()) {
      for (int i = 0; i < SPARE; i++) {
        cells.add(Signs.of(kind) + "<p class=\"kind\">" + plain(kind(kind)) + "</p>");
      }
    }
    page.append("<table><tbody>");
    for (int i = 0; i < cells.size(); i += ACROSS) {
      page.append("<tr>");
      for (int across = 0; across < ACROSS; across++) {
        String cell = i + across < cells.size() ? cells.get(i + across) : "";
        page.append("<td>").append(cell).append("</td>");
      }
      page.append("</tr>");
    }
    page.append("</tbody></table></body></html>");
    return Pdf.oneSided(page.toString(), Sheet.A4_PORTRAIT, heading(stamp));
  }

  /// In place of a name.
  String mark(Label label) {
    return kind(label.kind()) + " " + label.mark();
  }

  private String kind(NodeKind kind) {
    return words.say("network.node." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  private static void row(StringBuilder page, String svg, String text) {
    page.append("<tr><td class=\"sign\">").append(svg).append("</td><td>");
    page.append(plain(text)).append("</td></tr>");
  }

  private StringBuilder begin(String look) {
    return new StringBuilder("<html lang=\"en-GB\"><head><title>")
        .append(say("network.wall.heading"))
        .append("</title></head><body class=\"")
        .append(look)
        .append("\">");
  }

  private byte[] print(StringBuilder page, Sheet sheet, @Nullable Stamp stamp) {
    return Pdf.of(page.append("</body></html>").toString(), sheet, heading(stamp));
  }

  private PrintHeading heading(@Nullable Stamp stamp) {
    return new PrintHeading(
        words.say("network.wall.heading"), LocalDate.now(clock.withZone(LONDON)), stamp);
  }

  private String say(String key) {
    return plain(words.say(key));
  }

  private static String plain(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }
}
