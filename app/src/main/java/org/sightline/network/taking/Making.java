package org.sightline.network.taking;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.documents.PagePicture;
import org.sightline.documents.Pdf;
import org.sightline.documents.PrintHeading;
import org.sightline.documents.SafeCsv;
import org.sightline.documents.SafeWorkbook;
import org.sightline.documents.Sheet;
import org.sightline.documents.Stamp;
import org.sightline.kernel.Directions;
import org.sightline.kernel.Refused;
import org.sightline.network.Maps.Sight;
import org.sightline.network.drawing.Legend;
import org.sightline.network.drawing.View;
import org.sightline.network.drawing.Views;
import org.sightline.network.exchange.MapWriting;
import org.sightline.network.exchange.Outgoing;
import org.sightline.network.map.ElementId;
import org.sightline.web.Dates;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// Makes the files a map is taken out as. Who says so is named as outsiders may see it: no young
/// person as a source.
@Component
class Making {

  private static final int DOTS_PER_INCH = 300;

  /// A matrix has a cell for every two.
  private static final int MOST_IN_A_MATRIX = 1_000;

  /// A book, and no narrative any more.
  private static final int MOST_SENTENCES = 3_000;

  /// More numbers in one picture than can be read; the sentences name both ends.
  private static final int MOST_NUMBERS = 150;

  private final Views views;
  private final GoingOut outgoing;
  private final Words words;

  Making(Views views, GoingOut outgoing, Words words) {
    this.views = views;
    this.outgoing = outgoing;
    this.words = words;
  }

  /// What of a map is on a screen, in words.
  String said(Sight sight, OnScreen screen) {
    return screen.said(views.outward(sight), words);
  }

  /// Who and what is on such a file, and which lines.
  Set<ElementId> on(Taken taken, Sight sight, OnScreen screen) {
    var map = views.outward(sight);
    boolean isPicture = Taken.pictures().contains(taken.file());
    var shown = isPicture ? shown(map, screen).view() : map;
    return Stream.concat(
            shown.nodes().stream().map(View.Node::id), shown.lines().stream().map(View.Line::id))
        .map(ElementId::of)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// @param screen what a picture shows of it; tables and files for other programs have all of it
  /// @throws Refused when there are more than a matrix can show
  byte[] make(Taken taken, Sight sight, OnScreen screen, Stamp stamp) {
    var view = views.outward(sight);
    var shown = shown(view, screen);
    return switch (taken) {
      case PICTURE_SVG -> picture(shown, stamp, false).getBytes(StandardCharsets.UTF_8);
      case PICTURE_PNG -> PagePicture.of(printed(shown, Sheet.A4_LANDSCAPE, stamp), DOTS_PER_INCH);
      case PICTURE_SMALL -> printed(shown, Sheet.A4_LANDSCAPE, stamp);
      case PICTURE_LARGE -> printed(shown, Sheet.A3_LANDSCAPE, stamp);
      case NARRATIVE -> narrative(sight, shown, stamp);
      case GRAPHML -> MapWriting.graphml(outgoing.of(sight, view));
      case GEXF -> MapWriting.gexf(outgoing.of(sight, view));
      case PAJEK -> MapWriting.pajek(outgoing.of(sight, view));
      case PEOPLE, PEOPLE_SHEET -> {
        var tables = new MapTables(outgoing.of(sight, view), words);
        yield table(taken, tables.peopleHeader(), tables.people(), stamp);
      }
      case LINES, LINES_SHEET -> {
        var tables = new MapTables(outgoing.of(sight, view), words);
        yield table(taken, tables.linesHeader(), tables.lines(), stamp);
      }
      case MATRIX, MATRIX_SHEET -> matrix(taken, outgoing.of(sight, view), false, stamp);
      case DIRECTED, DIRECTED_SHEET -> matrix(taken, outgoing.of(sight, view), true, stamp);
    };
  }

  private byte[] table(
      Taken taken,
      List<String> header,
      List<? extends List<? extends @Nullable Object>> rows,
      Stamp stamp) {
    return taken.type().startsWith("text/")
        ? SafeCsv.of(header, rows, stamp)
        : SafeWorkbook.of(words.say("network.taking.sheet"), header, rows, stamp);
  }

  /// The stamp stands in the corner: a column more, and it were a matrix no more.
  private byte[] matrix(Taken taken, Outgoing map, boolean directed, Stamp stamp) {
    if (map.nodes().size() > MOST_IN_A_MATRIX) {
      throw new Refused(words.say("network.taking.too-many", MOST_IN_A_MATRIX));
    }
    var tables = new MapTables(map, words);
    var header = tables.matrixHeader(stamp.line() + " " + stamp.printedCode());
    return taken.type().startsWith("text/")
        ? SafeCsv.of(header, tables.matrix(directed))
        : SafeWorkbook.of(words.say("network.taking.sheet"), header, tables.matrix(directed));
  }

  /// What a picture shows.
  ///
  /// @param said what it leaves out, in words, or empty
  private record Shown(View view, String said) {}

  private Shown shown(View map, OnScreen screen) {
    return screen.isAll()
        ? new Shown(map, "")
        : new Shown(screen.of(map, words), screen.said(map, words));
  }

  private String picture(Shown shown, @Nullable Stamp stamp, boolean numbered) {
    var legend = new ArrayList<String>();
    if (!shown.said().isEmpty()) {
      legend.add(shown.said());
    }
    legend.addAll(Legend.of(words));
    if (stamp != null) {
      legend.add(stamp.line() + " " + stamp.printedCode());
    }
    return MapPicture.of(shown.view(), heading(), legend, numbered);
  }

  private byte[] printed(Shown shown, Sheet sheet, Stamp stamp) {
    String box = sheet == Sheet.A3_LANDSCAPE ? "map-a3" : "map-a4";
    return pdf(
        "<div class=\"%s\">%s</div>".formatted(box, picture(shown, null, false)), sheet, stamp);
  }

  /// The picture with a number at each line, and the lines in words under their numbers (B91).
  private byte[] narrative(Sight sight, Shown shown, Stamp stamp) {
    var view = shown.view();
    if (view.lines().size() > MOST_SENTENCES) {
      throw new Refused(words.say("network.taking.too-many-lines", MOST_SENTENCES));
    }
    var page = new StringBuilder("<div class=\"map-a4\">");
    page.append(picture(shown, null, view.lines().size() <= MOST_NUMBERS)).append("</div>");
    page.append("<h2 class=\"new-sheet\">").append(words.say("network.taking.sentences"));
    page.append("</h2>");
    if (!shown.said().isEmpty()) {
      page.append("<p>").append(escaped(shown.said())).append("</p>");
    }
    page.append("<ol class=\"sentences\">");
    for (var line : view.lines()) {
      page.append("<li>").append(escaped(line.sentence()));
      String more = outgoing.narrative(sight, line);
      if (!more.isEmpty()) {
        page.append("<br/>").append(escaped(more));
      }
      page.append("</li>");
    }
    page.append("</ol>");
    if (view.lines().isEmpty()) {
      page.replace(page.length() - "<ol class=\"sentences\"></ol>".length(), page.length(), "<p>");
      page.append(words.say("network.table.no-lines")).append("</p>");
    }
    notes(sight, view, page);
    return pdf(page.toString(), Sheet.A4_LANDSCAPE, stamp);
  }

  private void notes(Sight sight, View view, StringBuilder page) {
    var notes = outgoing.notes(sight);
    if (view.nodes().stream().noneMatch(node -> notes.containsKey(ElementId.of(node.id())))) {
      return;
    }
    page.append("<h2>").append(words.say("network.taking.notes")).append("</h2><ul>");
    for (var node : view.nodes()) {
      String note = notes.get(ElementId.of(node.id()));
      if (note != null) {
        String said = words.say("network.taking.note", node.label(), note);
        page.append("<li>").append(escaped(said)).append("</li>");
      }
    }
    page.append("</ul>");
  }

  private byte[] pdf(String body, Sheet sheet, Stamp stamp) {
    String title = words.say("network.taking.heading");
    String page =
        "<html lang=\"en-GB\"><head><title>%s</title></head><body>%s</body></html>"
            .formatted(title, body);
    return Pdf.of(page, sheet, new PrintHeading(title, views.today(), stamp));
  }

  private String heading() {
    return words.say("network.taking.of", Dates.day(views.today()));
  }

  private static String escaped(String text) {
    return MapWriting.plain(Directions.taken(text))
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }
}
