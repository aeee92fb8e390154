package org.sightline.linkage.running;

import java.io.PrintWriter;
import java.util.Comparator;
import org.sightline.linkage.Linkage;
import org.sightline.linkage.counting.Overlaps;
import org.sightline.linkage.writing.OverlapsFile;

/// What a run says when it is done: in sentences, or as overlaps.json has it.
record RunAnswer(Linkage linkage, Overlaps overlaps, EarlierPeople before, Wanted wanted) {

  private static final int ROWS_LEFT_OUT = 3;
  private static final int MOST_SETS_SAID = 20;

  /// @return the code to end with
  int say(PrintWriter out) {
    if (wanted.json()) {
      out.print(OverlapsFile.text(overlaps, linkage));
    } else {
      sayInWords(out);
    }
    out.flush();
    return rowsLeft() > 0 ? ROWS_LEFT_OUT : 0;
  }

  private long rowsLeft() {
    return linkage.tables().stream().mapToLong(t -> t.refused().size()).sum();
  }

  private void sayInWords(PrintWriter out) {
    long rows = overlaps.lists().stream().mapToLong(Overlaps.OfList::rows).sum();
    out.println(
        "%,d records on %d %s are about %s."
            .formatted(
                rows,
                overlaps.lists().size(),
                overlaps.lists().size() == 1 ? "list" : "lists",
                inWords(overlaps.distinct(), "people")));
    sayIntersections(out);
    for (var table : linkage.tables()) {
      out.println(table.name() + ": " + linkage.columnsOf(table).sentence());
      if (table.sheetsLeft() > 0) {
        out.println(table.remark());
      }
    }
    sayWhatIsOdd(out);
    out.println("Everything is in %s; begin with report.html.".formatted(wanted.out()));
  }

  /// Of many sets those with the most people: ten lists have a thousand.
  private void sayIntersections(PrintWriter out) {
    var sets = overlaps.intersections();
    var said =
        sets.size() <= MOST_SETS_SAID
            ? sets
            : sets.stream()
                .sorted(Comparator.comparingDouble(s -> -s.people().expected()))
                .limit(MOST_SETS_SAID)
                .toList();
    for (var set : said) {
      out.println(
          "On all of %s: %s."
              .formatted(String.join(", ", set.lists()), inWords(set.people(), "people")));
    }
    if (said.size() < sets.size()) {
      out.println(
          "These are the %,d of %,d sets of lists with the most people; report.html and overlaps.json have all."
              .formatted(said.size(), sets.size()));
    }
  }

  private void sayWhatIsOdd(PrintWriter out) {
    int values = linkage.refusedValues().size();
    if (rowsLeft() + values > 0) {
      out.println(
          "%,d rows were left out and %,d values did not count or are doubtful: see refused.csv."
              .formatted(rowsLeft(), values));
    }
    if (linkage.largeBlocks() > 0) {
      out.println(
          "%,d records are so much alike in groups that each was compared with its nearest neighbours only."
              .formatted(linkage.rowsInLargeBlocks()));
    }
    before
        .renamed()
        .forEach(
            (name, was) ->
                out.println(
                    "%s is the list that was called %s in the run before; ids of people stay what they were."
                        .formatted(name, was)));
    if (before.moved() > 0) {
      out.println(
          "%,d rows stand elsewhere in their list than in the run before; ids of people went with them."
              .formatted(before.moved()));
    }
  }

  private static String inWords(Overlaps.Range range, String what) {
    return "%,d %s (%,d to %,d; an exact join says %,d)"
        .formatted(
            Math.round(range.expected()), what, range.low(), range.high(), range.exactJoin());
  }
}
