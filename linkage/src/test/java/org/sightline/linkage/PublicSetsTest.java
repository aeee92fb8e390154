package org.sightline.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sightline.linkage.comparing.Nicknames;
import org.sightline.linkage.testing.Lists;
import org.sightline.linkage.testing.SharedData;

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

  /// The harmonic mean of precision and recall over pairs of records of one person.
  private static double f1(boolean duplicateFree, String truth, String... names) throws Exception {
    var lists = new ArrayList<ListFile>();
    for (var name : names) {
      var list = ListFile.of(SharedData.find(name));
      lists.add(duplicateFree ? list.withoutDuplicates() : list);
    }
    var linker = new Linker(Nicknames.shipped(), null, Lists.YEAR, new Workers(2), Progress.none());
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
      return 2.0 * pairs(both) / (pairs(ours) + pairs(theirs));
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
