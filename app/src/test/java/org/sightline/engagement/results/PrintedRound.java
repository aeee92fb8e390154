package org.sightline.engagement.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.sightline.testing.Visitor;

/// Everything a member of a round who is not its owner can fetch of its results: pages, files,
/// paper, slides, the plan and the poster; with the numbers in it.
record PrintedRound(String id, Visitor reader) {

  private static final Pattern NUMBERED =
      Pattern.compile("(?m)([\\w ]+?): (\\d+) (red|green) of (\\d+) maps");

  /// A place in the table of the score page.
  ///
  /// @param cells four, or one word for all of them
  record Row(List<String> cells, int maps, boolean stands) {}

  /// Every address, in the order in which a curious reader would try them.
  List<String> addresses() {
    var results = "/engagement/rounds/" + id + "/results";
    var found = new ArrayList<String>();
    for (var path :
        List.of(
            "",
            "/comparison",
            "/comparison.csv",
            "/outcomes",
            "/publishing",
            "/reasons",
            "/ideas",
            "/score-summary.csv",
            "/score-summary.pdf?paper=A4",
            "/score-summary.pdf?paper=A3",
            "/comparison.pdf")) {
      found.add(results + path);
    }
    for (int at = 1; reader.get(results + "/presenting/" + at).status() == 200; at++) {
      found.add(results + "/presenting/" + at);
    }
    for (var path : List.of("", "/print", "/poster", "/council")) {
      found.add("/plans/" + id + path);
    }
    found.add("/engagement/rounds/" + id);
    return found;
  }

  /// What an address answers, without what is different for every round: its ids and the time.
  String answer(String address) {
    var answer = reader.get(address);
    var body =
        address.contains(".pdf")
            ? drawn(answer.response().body())
            : new String(answer.response().body(), StandardCharsets.ISO_8859_1);
    return answer.status()
        + "\n"
        + body.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "#")
            .replaceAll("\\d\\d:\\d\\d(:\\d\\d)?", "#")
            .replaceAll("data:image/[^\"]*", "#")
            .replaceAll("[Cc]opy \\d+|[0-9A-Z]{4}(-[0-9A-Z]{4}){3}", "#")
            .replaceAll("(name=\"_csrf\" value=)\"[^\"]*\"", "$1#");
  }

  /// The words of a document, and what is drawn on each page but for its head and foot, where
  /// the copy's own number and stamp are.
  private static String drawn(byte[] pdf) {
    try (var document = Loader.loadPDF(pdf)) {
      var says = new StringBuilder(new PDFTextStripper().getText(document));
      var renderer = new PDFRenderer(document);
      for (int at = 0; at < document.getNumberOfPages(); at++) {
        var page = renderer.renderImageWithDPI(at, 50);
        int from = page.getHeight() * 3 / 20;
        int[] pixels =
            page.getRGB(
                0, from, page.getWidth(), page.getHeight() * 14 / 20, null, 0, page.getWidth());
        says.append("\npage ").append(Arrays.hashCode(pixels));
      }
      return says.toString();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  Map<String, Row> rows() {
    var rows = new LinkedHashMap<String, Row>();
    for (var row : page().select("#all-places tbody tr")) {
      rows.put(row.select("th").text(), row(row));
    }
    return rows;
  }

  /// Bands by place and group; a place without any is left out.
  Map<String, Map<String, String>> bands() {
    var bands = new LinkedHashMap<String, Map<String, String>>();
    var table = page().select("table#by-group");
    var names = table.select("thead th").eachText();
    for (var row : table.select("tbody tr")) {
      var here = new LinkedHashMap<String, String>();
      var cells = row.select("td").stream().map(Element::text).toList();
      for (int at = 0; at < cells.size(); at++) {
        if (cells.get(at).matches("hot|mixed|cool")) {
          here.put(names.get(at + 1), cells.get(at));
        }
      }
      if (!here.isEmpty()) {
        bands.put(row.select("th").text(), here);
      }
    }
    return bands;
  }

  /// Places that the plan says were raised from marks, in its order.
  List<String> raised() {
    return reader.get("/plans/" + id).page().select("table.plan-table tbody th a").eachText();
  }

  /// Every "n red of m maps" in words, on slides, page and paper, as "place red n m".
  TreeSet<String> inWords() {
    var found = new TreeSet<String>();
    for (var address : addresses()) {
      if (address.contains("presenting") || address.endsWith("/results")) {
        reader.get(address).page().select("li").eachText().forEach(line -> add(found, line));
      }
      if (address.contains("score-summary.pdf")) {
        paper(address).lines().forEach(line -> add(found, line));
      }
    }
    return found;
  }

  private static void add(TreeSet<String> found, String line) {
    var match = NUMBERED.matcher(line.replaceFirst("^\\d+ ", ""));
    while (match.find()) {
      found.add(
          "%s %s %s %s"
              .formatted(match.group(1).strip(), match.group(3), match.group(2), match.group(4)));
    }
  }

  private String paper(String address) {
    try (var document = Loader.loadPDF(reader.get(address).response().body())) {
      return new PDFTextStripper().getText(document);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Row row(Element row) {
    var cells = row.select("td").stream().map(Element::text).toList();
    boolean stands = cells.getLast().contains("from earlier results");
    int maps = Integer.parseInt(cells.get(cells.size() - 3));
    var shown =
        cells.size() == 7 ? cells.subList(0, 4) : List.of(word(cells.get(cells.size() - 2)));
    return new Row(List.copyOf(shown), maps, stands);
  }

  private static String word(String band) {
    return band.isEmpty() ? "too few answers" : band;
  }

  private Document page() {
    return reader.get("/engagement/rounds/" + id + "/results").page();
  }
}
