package org.sightline.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sightline.linkage.comparing.Nicknames;
import org.sightline.linkage.testing.Lists;
import org.sightline.linkage.testing.SharedData;
import org.sightline.linkage.weighing.Line;
import org.sightline.linkage.weighing.OneMachine;

/// How right the engine is on public lists whose truth is known, without looking at it.
class PublicSetsTest {

  @Test
  void febrlOneIsFound() throws Exception {
    assertThat(f1(false, "rec_id", "linkage/febrl1.csv")).isGreaterThanOrEqualTo(0.99);
  }

  @Test
  void febrlFourIsFound() throws Exception {
    assertThat(f1(true, "rec_id", "linkage/febrl4a.csv", "linkage/febrl4b.csv"))
        .isGreaterThanOrEqualTo(0.998);
  }

  @Test
  void fakeThousandOfSplinkIsFound() throws Exception {
    assertThat(f1(false, "cluster", "linkage/splink_fake_1000.csv")).isGreaterThanOrEqualTo(0.97);
  }

  /// The higher the line, the fewer wrong joins and the more missed ones. What is printed stands in
  /// docs/modules/linkage.md.
  @Test
  void aHigherLineIsMorePreciseAndFindsLess() throws Exception {
    for (var sets :
        List.of(
            List.of("cluster", "linkage/splink_fake_1000.csv"),
            List.of("rec_id", "linkage/febrl4a.csv", "linkage/febrl4b.csv"))) {
      double precision = 0;
      double recall = 1;
      for (double same : sets.size() > 2 ? ENDS : LINES) {
        var names = sets.subList(1, sets.size()).toArray(String[]::new);
        var found = found(sets.size() > 2, sets.getFirst(), new Line(same, 0.1), names);
        System.out.printf(
            Locale.ROOT,
            "THRESHOLD %s %.2f: precision %.4f, recall %.4f%n",
            names[0],
            same,
            found.precision(),
            found.recall());
        assertThat(found.precision()).isGreaterThanOrEqualTo(precision - 0.002);
        assertThat(found.recall()).isLessThanOrEqualTo(recall + 0.002);
        precision = found.precision();
        recall = found.recall();
      }
    }
  }

  private static final double[] LINES = {0.5, 0.8, 0.9, 0.95, 0.99};
  private static final double[] ENDS = {0.5, 0.99};

  private record Found(double precision, double recall) {
    double f1() {
      return 2 * precision * recall / (precision + recall);
    }
  }

  private static double f1(boolean duplicateFree, String truth, String... names) throws Exception {
    return found(duplicateFree, truth, Line.usual(), names).f1();
  }

  /// Precision and recall over pairs of records of one person.
  private static Found found(boolean duplicateFree, String truth, Line line, String... names)
      throws Exception {
    var lists = new ArrayList<ListFile>();
    for (var name : names) {
      var list = ListFile.of(SharedData.find(name));
      lists.add(duplicateFree ? list.withoutDuplicates() : list);
    }
    var linker =
        new Linker(
            Nicknames.shipped(),
            null,
            Lists.YEAR,
            new Workers(2),
            Progress.none(),
            new OneMachine(),
            line);
    try (var linkage = linker.link(lists, List.of())) {
      var keys = truth(linkage, truth);
      var ours = new HashMap<Integer, Long>();
      var theirs = new HashMap<String, Long>();
      var both = new HashMap<String, Long>();
      for (int row = 0; row < keys.size(); row++) {
        int person = linkage.people().personOf()[row];
        ours.merge(person, 1L, Long::sum);
        theirs.merge(keys.get(row), 1L, Long::sum);
        both.merge(keys.get(row) + "/" + person, 1L, Long::sum);
      }
      return new Found((double) pairs(both) / pairs(ours), (double) pairs(both) / pairs(theirs));
    }
  }

  private static List<String> truth(Linkage linkage, String column) {
    var keys = new ArrayList<String>();
    for (var table : linkage.tables()) {
      int place = table.headings().indexOf(column);
      for (int slice = 0; slice < table.source().slices(); slice++) {
        table
            .source()
            .forEachTaken(
                slice, row -> keys.add(row.text(place).strip().replaceAll("rec-(\\d+)-.*", "$1")));
      }
    }
    return keys;
  }

  private static long pairs(Map<?, Long> sizes) {
    return sizes.values().stream().mapToLong(n -> n * (n - 1) / 2).sum();
  }
}
