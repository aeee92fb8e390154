package org.sightline.linkage.writing;

import java.util.Comparator;
import java.util.List;
import org.sightline.linkage.counting.Overlaps;
import org.sightline.linkage.counting.Overlaps.OfLists;

/// An UpSet chart: a bar for each set of lists with how many people are on these and no other, and
/// below it a dot for each list of the set (Lex et al. 2014, <https://upset.app>). The tables
/// beside it say the same in numbers.
final class UpSet {

  private static final int MOST_BARS = 30;
  private static final int BAR = 34;
  private static final int HEIGHT = 200;
  private static final int LINE = 30;
  private static final int TOP = 24;

  private final List<String> lists;
  private final List<OfLists> bars;
  private final int left;
  private final int more;

  UpSet(Overlaps overlaps) {
    lists = overlaps.lists().stream().map(Overlaps.OfList::name).toList();
    bars =
        overlaps.exactly().stream()
            .sorted(Comparator.comparingDouble((OfLists o) -> -o.people().expected()))
            .limit(MOST_BARS)
            .toList();
    more = overlaps.exactly().size() - bars.size();
    left = 30 + 10 * Math.min(30, lists.stream().mapToInt(String::length).max().orElse(0));
  }

  String svg() {
    int width = left + Math.max(1, bars.size()) * BAR + 20;
    int height = TOP + HEIGHT + 10 + lists.size() * LINE + 10;
    var svg = new StringBuilder();
    svg.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" role=\"img\" aria-label=\"How many people are on each set of lists; the tables below give the numbers\" font-family=\"arial, sans-serif\" font-size=\"14\">%n"
            .formatted(width, height, width));
    for (int list = 0; list < lists.size(); list++) {
      svg.append(
          "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>%n"
              .formatted(left - 10, y(list) + 5, Report.escaped(shortened(lists.get(list)))));
    }
    double most = bars.stream().mapToDouble(b -> b.people().high()).max().orElse(1);
    for (int bar = 0; bar < bars.size(); bar++) {
      append(svg, bar, Math.max(1, most));
    }
    svg.append("</svg>\n");
    if (more > 0) {
      svg.append(
          "<p>The %d sets of lists with the most people, and %,d more in the tables below.</p>%n"
              .formatted(bars.size(), more));
    }
    return svg.toString();
  }

  private void append(StringBuilder svg, int bar, double most) {
    var people = bars.get(bar).people();
    int x = left + bar * BAR;
    int middle = x + BAR / 2;
    int foot = TOP + HEIGHT;
    int high = (int) Math.round(people.expected() / most * HEIGHT);
    svg.append(
        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"#1d70b8\"/>%n"
            .formatted(x + 5, foot - high, BAR - 10, high));
    int from = foot - (int) Math.round(people.low() / most * HEIGHT);
    int to = foot - (int) Math.round(people.high() / most * HEIGHT);
    svg.append(
        "<path d=\"M%d %dV%d\" stroke=\"#0b0c0c\" stroke-width=\"2\"/>%n"
            .formatted(middle, from, to));
    svg.append(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>%n"
            .formatted(middle, Math.min(to, foot - high) - 6, Report.whole(people.expected())));
    dots(svg, bars.get(bar), middle);
  }

  private void dots(StringBuilder svg, OfLists set, int x) {
    int first = lists.size();
    int last = -1;
    for (int list = 0; list < lists.size(); list++) {
      boolean on = set.lists().contains(lists.get(list));
      if (on) {
        first = Math.min(first, list);
        last = list;
      }
      svg.append(
          "<circle cx=\"%d\" cy=\"%d\" r=\"7\" fill=\"%s\"/>%n"
              .formatted(x, y(list), on ? "#0b0c0c" : "#dee0e2"));
    }
    if (last > first) {
      svg.append(
          "<path d=\"M%d %dV%d\" stroke=\"#0b0c0c\" stroke-width=\"3\"/>%n"
              .formatted(x, y(first), y(last)));
    }
  }

  private static int y(int list) {
    return TOP + HEIGHT + 10 + list * LINE + LINE / 2;
  }

  private static String shortened(String name) {
    return name.length() <= 30 ? name : name.substring(0, 29) + "…";
  }
}
