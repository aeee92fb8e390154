package org.sightline.linkage.writing;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.sightline.linkage.Linkage;
import org.sightline.linkage.cleaning.Field;
import org.sightline.linkage.cleaning.Headings;
import org.sightline.linkage.counting.Overlaps;
import org.sightline.linkage.counting.Overlaps.OfLists;
import org.sightline.linkage.counting.Overlaps.Range;
import org.sightline.linkage.reading.Table;
import org.sightline.linkage.weighing.Model.LevelModel;

/// `report.html`: one page without scripts and without a single value of a list.
final class Report {

  private static final int MOST_COLUMNS = 500;

  private final Linkage linkage;
  private final Overlaps overlaps;
  private final List<long[]> filled;
  private final long open;
  private final StringBuilder html = new StringBuilder();

  /// @param filled for each list and each of its columns how many rows have something in it
  /// @param open how many pairs a person has to look at
  Report(Linkage linkage, Overlaps overlaps, List<long[]> filled, long open) {
    this.filled = filled;
    this.open = open;
    this.linkage = linkage;
    this.overlaps = overlaps;
  }

  String html() {
    html.append(
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>How many people are on these lists</title>
        <style>
        body { font: 19px/1.4 arial, sans-serif; color: #0b0c0c; max-width: 960px; margin: 0 auto; padding: 20px 15px; }
        h1 { font-size: 36px; line-height: 1.15; } h2 { font-size: 24px; margin-top: 40px; }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; } caption { text-align: left; font-weight: bold; padding-bottom: 8px; }
        th, td { text-align: left; border-bottom: 1px solid #b1b4b6; padding: 8px 15px 8px 0; vertical-align: top; }
        td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; }
        svg { max-width: 100%; height: auto; } .large { font-size: 27px; }
        </style>
        </head>
        <body>
        <main>
        <h1>How many people are on these lists</h1>
        """);
    answer();
    if (linkage.lists().size() > 1) {
      html.append("<h2>On which lists together</h2>\n");
      html.append("<div class=\"scroll\">").append(new UpSet(overlaps).svg()).append("</div>\n");
    }
    table("People on all of these lists", overlaps.intersections());
    table("People on these lists and no other", overlaps.exactly());
    completeness();
    refused();
    method();
    return html.append("</main>\n</body>\n</html>\n").toString();
  }

  private void answer() {
    long rows = overlaps.lists().stream().mapToLong(Overlaps.OfList::rows).sum();
    var distinct = overlaps.distinct();
    html.append(
        "<p class=\"large\">%,d records are about <strong>%s people</strong>, between %,d and %,d depending on where the line is drawn.</p>\n"
            .formatted(rows, whole(distinct.expected()), distinct.low(), distinct.high()));
    html.append(
        "<p>Joining on equal name and date of birth would have said %,d.</p>\n"
            .formatted(distinct.exactJoin()));
  }

  private void table(String caption, List<OfLists> sets) {
    if (linkage.lists().size() < 2) {
      return;
    }
    html.append("<h2>%s</h2>\n<div class=\"scroll\"><table>\n".formatted(caption));
    html.append(
        "<thead><tr><th scope=\"col\">Lists</th><th scope=\"col\" class=\"n\">Expected</th><th scope=\"col\" class=\"n\">From</th><th scope=\"col\" class=\"n\">To</th><th scope=\"col\" class=\"n\">Exact join</th></tr></thead>\n<tbody>\n");
    for (var set : sets) {
      Range people = set.people();
      html.append(
          "<tr><th scope=\"row\">%s</th><td class=\"n\">%s</td><td class=\"n\">%,d</td><td class=\"n\">%,d</td><td class=\"n\">%,d</td></tr>\n"
              .formatted(
                  escaped(String.join(", ", set.lists())),
                  whole(people.expected()),
                  people.low(),
                  people.high(),
                  people.exactJoin()));
    }
    html.append("</tbody></table></div>\n");
  }

  private void completeness() {
    html.append(
        "<h2>How complete each column is</h2>\n<p>Share of rows that say something: where a column is compared, something that could be compared. The others were only handed on.</p>\n<div class=\"scroll\"><table>\n<thead><tr><th scope=\"col\">List</th><th scope=\"col\">Column</th><th scope=\"col\">Read as</th><th scope=\"col\" class=\"n\">Filled</th></tr></thead>\n<tbody>\n");
    for (int list = 0; list < linkage.tables().size(); list++) {
      completeness(list, linkage.tables().get(list));
    }
    html.append("</tbody></table></div>\n");
  }

  private void completeness(int list, Table table) {
    var fields = new HashMap<Integer, Field>();
    Headings.of(table.headings()).places().forEach((field, place) -> fields.put(place, field));
    int columns = Math.min(MOST_COLUMNS, table.headings().size());
    var compared = linkage.columnsOf(table).compared();
    for (int c = 0; c < columns; c++) {
      var field = fields.get(c);
      boolean counts = field != null && compared.contains(table.headings().get(c));
      int place = field == null || !counts ? -1 : linkage.records().placeOf(field);
      html.append(
          "<tr><td>%s</td><td>%s</td><td>%s</td><td class=\"n\">%s</td></tr>\n"
              .formatted(
                  escaped(table.name()),
                  escaped(table.headings().get(c)),
                  counts && field != null ? field.label() : "not compared",
                  place < 0 ? share(filled.get(list)[c], table.rows()) : percent(list, place)));
    }
    if (columns < table.headings().size()) {
      html.append(
          "<tr><td>%s</td><td colspan=\"3\">and %,d more columns</td></tr>\n"
              .formatted(escaped(table.name()), table.headings().size() - columns));
    }
  }

  private String percent(int list, int field) {
    var records = linkage.records();
    int from = records.listStarts()[list];
    int to = records.listStarts()[list + 1];
    long filled = 0;
    for (int row = from; row < to; row++) {
      filled += records.cell(row, field) != 0 ? 1 : 0;
    }
    return share(filled, to - from);
  }

  private static String share(long filled, long rows) {
    return rows == 0 ? "–" : String.format(Locale.UK, "%.1f%%", 100.0 * filled / rows);
  }

  private void refused() {
    long rows = linkage.tables().stream().mapToLong(t -> t.refused().size()).sum();
    html.append("<h2>What was left out</h2>\n");
    html.append(
        "<p>%,d rows were left out, and %,d values of other rows were not used or are doubtful. Each is in refused.csv by row, column and reason.</p>\n"
            .formatted(rows, linkage.refusedValues().size()));
    for (var table : linkage.tables()) {
      if (table.sheetsLeft() > 0) {
        html.append("<p>%s</p>\n".formatted(escaped(table.remark())));
      }
    }
    if (linkage.largeBlocks() > 0) {
      html.append(
          "<p>%,d groups of records were so much alike that each record was compared with its nearest neighbours only (%,d records).</p>\n"
              .formatted(linkage.largeBlocks(), linkage.rowsInLargeBlocks()));
    }
  }

  private void method() {
    html.append(
        "<h2>How it was found</h2>\n<p>Model <strong>%s</strong>. %,d pairs were compared: those that share %s.</p>\n"
            .formatted(
                escaped(linkage.model().version()),
                linkage.compared().count(),
                escaped(String.join("; ", linkage.rules()))));
    html.append(
        String.format(
            Locale.UK,
            "<p>From %.0f%% on two records are the same person, from %.0f%% on a person looks. Pairs to look at: %,d; review.csv has them, of more than 10,000 the most open ones.</p>%n",
            100 * linkage.line().same(),
            100 * linkage.line().review(),
            open));
    html.append(
        "<div class=\"scroll\"><table><caption>What agreement is worth</caption>\n<thead><tr><th scope=\"col\">Column</th><th scope=\"col\">Agreement</th><th scope=\"col\" class=\"n\">Same person (m)</th><th scope=\"col\" class=\"n\">Two people (u)</th><th scope=\"col\" class=\"n\">Weight in bits</th></tr></thead>\n<tbody>\n");
    for (var field : linkage.model().fields()) {
      for (LevelModel level : field.levels()) {
        html.append(
            String.format(
                Locale.UK,
                "<tr><td>%s</td><td>%s</td><td class=\"n\">%.5f</td><td class=\"n\">%.7f</td><td class=\"n\">%+.2f</td></tr>%n",
                field.field().label(),
                level.level().label(),
                level.m(),
                level.u(),
                Math.log(level.m() / level.u()) / Math.log(2)));
      }
    }
    html.append("</tbody></table></div>\n");
  }

  static String whole(double number) {
    return String.format(Locale.UK, "%,d", Math.round(number));
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
